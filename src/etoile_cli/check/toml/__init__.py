"""TOML texts: where everything in them is, and what is wrong with a text that is not TOML.

`scanner` finds statements, keys and values; `document` finds the key, value or table of a path; `notation` writes
values and keys. These are all that a program needs that edits TOML. `recovery.recovery` reads what can be read of a
text that is not TOML, and reports each fault in it. `advice` makes the hints; its module `declarations` is what they
depend on in the format of the text. Nothing here knows which format that is.
"""

"""TOML texts: where everything in them is, and what is wrong with a text that is not TOML.

`scanner` finds statements, keys and values; `document` finds the key, value or table of a path; `recovery.recovery`
reads what can be read of a text that is not TOML, and reports each fault in it. `declarations` is what recovery needs
to know about the format of the text. Nothing here knows which format that is.
"""

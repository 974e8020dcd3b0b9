"""Edits of TOML: the value, the key or the table that a change is about, as its neighbours are written.

It knows no catalogue: the order of keys and of tables is given to it.
"""

"""Records as people and programs read them: one module a format, and what all of them are made from."""

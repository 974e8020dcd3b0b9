"""Texts: how values read, which characters are shown, how wide they are, what was probably meant."""

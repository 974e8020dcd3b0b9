"""Text: how values read, which characters are escaped, how wide text is, what was probably meant."""

"""A new catalogue: its text, and the short records that its comments show."""

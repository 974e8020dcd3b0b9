"""The views of sections that people read more easily than a table."""

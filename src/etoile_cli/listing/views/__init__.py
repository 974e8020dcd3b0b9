"""Sections that have something better than a table."""

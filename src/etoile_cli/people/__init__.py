"""Everybody in one or several catalogues, each once: who is credited with what, and which credits are one person's."""

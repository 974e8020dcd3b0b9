"""The catalogue of a television show, in your terminal."""

__version__ = "0.1.0"

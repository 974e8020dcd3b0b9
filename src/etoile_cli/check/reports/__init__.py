"""How problems are printed: one module a format, and one each for explanations and their reference."""

"""One module a format: each turns a listing into lines of text, or into a Rich renderable."""

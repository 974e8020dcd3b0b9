"""How problems are written: one module a format, each from reports to text or a Rich renderable."""

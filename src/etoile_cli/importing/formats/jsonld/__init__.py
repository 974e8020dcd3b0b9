"""JSON-LD: what pages tell search engines of a show, in the vocabulary of schema.org."""

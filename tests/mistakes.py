"""The families of mistakes in `benchmarks/families.py`, by name: that is no package to import from."""

MISTAKES = (
    "[show]",
    "x = 1",
    "[show] and x = 1",
    "[show], then x = 1",
    "[show.ids], then x = 1",
    "[a], then x = 1",
    "[a.b], then x = 1",
    "[[cast]",
    "wrong items",
    "wrong languages",
    "a b c",
    "unknown keys",
    "strings without an end",
    "parts without a name",
    "parts before a mistake",
    "parts that cite nothing",
    "parts that cite unknown sources",
    "sources of an author",
    "parts of unknown sources",
)

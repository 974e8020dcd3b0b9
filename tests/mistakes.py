"""The families of mistakes and of doubts in `benchmarks/families.py`, by name: that is no package to import from."""

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
    "parts in unknown seasons",
    "a part in unknown runs",
    "a part in runs that overlap",
    "a part in runs the wrong way round",
    "specials after themselves",
    "specials in a circle",
    "films that overlap",
)

DOUBTS = (
    "names in two spellings",
    "offers that leave out regions of none",
    "parts that cite too little",
    "seasons of too few episodes",
    "seasons after their episodes",
    "episodes of a season without an end",
)

"""The code of what is not TOML, or not even text, for all the modules that find such problems."""

from etoile_cli.check.problem import Code, Severity

SYNTAX = Code(
    "syntax",
    Severity.ERROR,
    means="The text is not TOML: a string or an array has no end, a value without quotes, a key that is there twice.",
    why=(
        "No program can read the statement, so nobody knows what was meant. The rest of the file is checked all "
        "the same."
    ),
    wrong="""\
format = 1

[show]
title = Étoile
""",
    right="""\
format = 1

[show]
title = "Étoile"
""",
)

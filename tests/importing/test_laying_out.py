"""The text of a new catalogue."""

from datetime import date
from typing import Any

import tomli

from etoile_cli.importing.into.laying_out import new_catalogue

DAY = date(2021, 3, 4)
SOURCE = {"id": "db", "title": "The Ferry", "publisher": "Db", "accessed": DAY}


def text(data: dict[str, Any]) -> str:
    """Return the text of a catalogue."""
    return "".join(f"{line}\n" for line in new_catalogue({**data, "sources": [SOURCE]}, SOURCE))


def test_it_is_laid_out_as_a_person_keeps_it() -> None:
    data = {
        "show": {"title": "The Ferry", "premiere": DAY, "genres": ["drama", "mystery"], "ids": {"imdb": "tt0000001"}},
        "cast": [{"character": "Vera", "name": "Ana Ruiz"}, {"name": "Jo Ek"}],
    }
    assert (
        text(data)
        == """\
#:schema ./etoile.schema.json

# The Ferry: what is known about the show, kept by hand.
# Imported from Db, as of 2021-03-04.
#
# Every record names the sources that state it, in `sources`, by the ids of [[sources]] at the end; `cites` names those
# that state just one of its values. What isn't known is left out: no guesses, no empty strings.
# `etoile check FILE` tells what is wrong. `etoile schema > etoile.schema.json`, beside this file, lets an editor
# complete the keys as you type.

format = 1

[show]
title = "The Ferry"
premiere = 2021-03-04
genres = ["drama", "mystery"]
ids = { imdb = "tt0000001" }

# Cast: the parts and who plays them.
[[cast]]
name = "Ana Ruiz"
character = "Vera"

[[cast]]
name = "Jo Ek"

# Sources: where the facts come from.
[[sources]]
id = "db"
title = "The Ferry"
publisher = "Db"
accessed = 2021-03-04
"""
    )


def test_what_is_too_long_for_a_line_has_a_line_each() -> None:
    titles = {f"x-{number:03}": "A title of some length" for number in range(5)}
    written = text({"show": {"title": "A", "themes": ["a theme of some length"] * 5, "titles": titles}})
    assert 'titles.x-000 = "A title of some length"\n' in written
    assert 'themes = [\n    "a theme of some length",\n' in written
    assert tomli.loads(written)["show"]["titles"] == titles


def test_a_title_of_several_lines_breaks_no_comment() -> None:
    assert "# A\\nB: what is known" in text({"show": {"title": "A\nB"}})

"""The show on one card, as prose and as data."""

import json
from collections.abc import Callable

from tests.door import run


def test_a_piped_summary_is_plain_prose(golden: Callable[[str, str], None]) -> None:
    done = run("etoile summary")
    golden("summary-prose", done.stdout)
    assert done.stderr == ""


def test_a_summary_of_a_title_alone_is_the_title(minimal: str) -> None:
    assert run(f"etoile -c {minimal} summary").stdout == "Untitled\n"


def test_summary_as_json_is_the_show_with_its_creators_offers_and_trailers() -> None:
    summary = json.loads(run("etoile summary --json").stdout)
    whole = json.loads(run("etoile export json").stdout)
    also = {key: whole[key] for key in ("creators", "availability", "trailers")}
    assert summary == whole["show"] | also
    assert list(summary) == [*whole["show"], *also]
    assert json.loads(run("etoile summary -f jsonl").stdout) == summary


def test_summary_as_rows_is_a_key_and_a_value_a_line() -> None:
    rows = dict(line.split("\t") for line in run("etoile summary -f tsv").stdout.splitlines())
    assert rows["title"] == "Étoile"
    assert rows["premiere"] == "2025-04-24"
    assert rows["genres"] == "comedy; drama"
    assert rows["ids"] == "rottentomatoes=etoile"
    assert rows["creators"] == "Amy Sherman-Palladino; Daniel Palladino"
    assert list(rows)[-3:] == ["creators", "availability", "trailers"]


def test_one_season_and_one_episode_are_singular() -> None:
    one = 'format = 1\nshow = { title = "One", seasons = 1 }\nepisodes = [{ season = 1, number = 1, title = "It" }]'
    assert run("etoile -c - summary", stdin=one).stdout == "One\n1 season · 1 episode listed\n"


def test_the_note_is_on_the_card_where_it_is_asked_for_and_always_in_a_pipe() -> None:
    told = "Sources disagree on its genre"
    without, card, piped = (run(f"etoile summary {options}").stdout for options in ("-f table", "-f table --note", ""))
    assert [told in text for text in (without, card, piped)] == [False, True, True]
    assert "read it with etoile summary --note" in without


def test_a_card_without_links_has_the_addresses() -> None:
    offers, trailers = (json.loads(run(f"etoile {name} --json").stdout) for name in ("where-to-watch", "trailer"))
    squeezed = "".join(run("etoile summary -f table").stdout.split())
    assert [each["url"] in squeezed for each in (*offers, *trailers)] == [True, True]


SHOW = """\
format = 1
show = { title = "A", ratings = { DE = "6", DD = "P 6", FR = "10", US = "TV-PG", JP = "G" } }
cast = [{ name = "B", billing = "main" }, { name = "C" }]
availability = [{ service = "D", offer = "free", regions = ["FR"], checked = 2026-11-21 }]
"""


def test_people_read_as_markdown_only_what_is_known_and_who_is_in_the_show() -> None:
    assert run("etoile -c - summary -f md", stdin=SHOW).stdout.splitlines()[2:] == [
        "| title | A |",
        "| ratings | Germany: 6, East Germany: P 6, France: 10, United States: TV-PG, Japan: G |",
        "| starring | B, with 1 other |",
        "| where to watch | D |",
    ]


def test_the_first_ratings_are_on_the_card_and_the_others_counted() -> None:
    lines = run("etoile -c - summary", stdin=SHOW).stdout.splitlines()
    assert "Ratings: Germany: 6, East Germany: P 6, France: 10, 2 others" in lines
    one = SHOW.replace('DE = "6", DD = "P 6", FR = "10", US = "TV-PG", JP = "G"', 'DE = "6"')
    assert "Rating: Germany: 6" in run("etoile -c - summary", stdin=one).stdout.splitlines()


OFFERS = """
format = 1
show = { title = "A" }
availability = [
  { service = "Gone", offer = "free", regions = ["FR"], until = 2025-01-01, checked = 2025-06-06 },
  { service = "There", offer = "free", regions = ["FR"], checked = 2025-06-06 },
]
"""


def test_people_read_no_offer_that_was_over_when_it_was_checked_and_programs_read_each() -> None:
    told = run("etoile summary -c - -f md", stdin=OFFERS).stdout.splitlines()
    assert told == ["| key | value |", "| --- | --- |", "| title | A |", "| where to watch | There |"]
    assert "Gone" not in run("etoile summary -c - -f table", stdin=OFFERS).stdout
    assert "availability\tGone; There\n" in run("etoile summary -c - -f tsv", stdin=OFFERS).stdout

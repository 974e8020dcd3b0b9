"""The listings of a section and their options."""

import json

import pytest

from etoile_cli.cli import registry
from tests.door import run


def test_cast_lists_who_plays_whom() -> None:
    done = run("etoile cast truesdale")
    assert done.stdout == "Yanic Truesdale\tRaphaël Marchand\tGeneviève's right hand, a ballet instructor\tlbn\n"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("--billing recurring", ["Yanic Truesdale"]),
        ("--billing guest", ["Kelly Bishop", "Jonathan Groff", "Nina Arianda", "Patrick Page"]),
        ("--company mbt", ["Luke Kirby", "Gideon Glick", "David Haig", "Unity Phelan", "Arcadian Broad"]),
        ("--company 'metropolitan ballet theater' --billing MAIN", ["Luke Kirby", "Gideon Glick", "David Haig"]),
        ("--company mbt --billing main choreographer", ["Gideon Glick"]),
        ("metropolitan wedding", ["David Haig"]),
    ],
)
def test_cast_is_filtered_by_all_that_is_asked(options: str, names: list[str]) -> None:
    assert run(f"etoile cast {options} --columns name").stdout.splitlines() == names


def test_cast_says_which_filters_matched_nothing() -> None:
    done = run("etoile cast nobody --billing guest --company lbn", code=1)
    assert done.stdout == ""
    assert done.stderr == 'etoile: nothing in cast matches "nobody" and billing "guest" and company "lbn"\n'


def test_cast_of_an_unknown_company_is_wrong_usage() -> None:
    done = run("etoile cast --company opera", code=2)
    assert done.stderr == (
        'etoile: error: no such company "opera"\n'
        "hint: the companies are mbt (Metropolitan Ballet Theater), lbn (Le Ballet National)\n"
    )
    assert done.stdout == ""


def test_only_companies_that_parts_may_belong_to_are_offered() -> None:
    catalogue = """
format = 1
show = { title = "A" }
companies = [{ id = "p", name = "P", kind = "production" }, { id = "d", name = "D", kind = "distribution" }]
"""
    done = run("etoile -c - cast --company opera", stdin=catalogue, code=2)
    hint = "the catalogue has no companies that a part may belong to"
    assert done.stderr == f'etoile: error: no such company "opera"\nhint: {hint}\n'
    done = run("etoile cast --company amgm", code=1)
    assert (done.stdout, done.stderr) == ("", 'etoile: nothing in cast matches company "amgm"\n')


def test_cast_of_any_company_is_wrong_usage_where_there_are_none(minimal: str) -> None:
    done = run(f"etoile -c {minimal} cast --company opera", code=2)
    assert done.stderr == 'etoile: error: no such company "opera"\nhint: the catalogue has no companies\n'


OFFERS = """
format = 1
show = { title = "Anywhere" }
availability = [
  { service = "France only", offer = "rent", regions = ["FR"], checked = 2026-11-21 },
  { service = "Everywhere", offer = "free", regions = ["worldwide"], checked = 2026-11-22 },
  { service = "Two", offer = "buy", regions = ["BE", "DE"], checked = 2024-01-31 },
]
"""


@pytest.mark.parametrize(
    ("region", "services"),
    [
        ("FR", ["France only", "Everywhere"]),
        ("fr", ["France only", "Everywhere"]),
        ("DE", ["Everywhere", "Two"]),
        ("US", ["Everywhere"]),
        ("France", ["France only", "Everywhere"]),
        ("'united states'", ["Everywhere"]),
        ("'United States of America'", ["Everywhere"]),
        ("'BELGIUM '", ["Everywhere", "Two"]),
    ],
)
def test_where_to_watch_keeps_the_offers_that_cover_a_region(region: str, services: list[str]) -> None:
    for option in ("--region ", ""):
        done = run(f"etoile -c - where-to-watch {option}{region} --columns service", stdin=OFFERS)
        assert done.stdout.splitlines() == services


def services(words: str, offers: str = OFFERS) -> list[str]:
    return run(f"etoile -c - where-to-watch {words} --columns service", stdin=offers).stdout.splitlines()


def test_a_code_in_the_name_of_a_service_means_either() -> None:
    offers = OFFERS.replace('"Two"', '"Apple TV"').replace('"France only"', '"Netflix UK"')
    assert services("TV", offers) == ["Everywhere", "Apple TV"]
    assert services("uk", offers) == ["Netflix UK", "Everywhere"]
    assert services("fr", offers) == services("--region FR", offers) == ["Netflix UK", "Everywhere"]


def test_more_words_of_a_service_than_of_a_region_are_the_service() -> None:
    offers = OFFERS.replace('"Two"', '"Apple TV"').replace('"France only"', '"France CD shop"')
    for words in ("france cd", "FRANCE cd shop", "france cd france"):
        assert services(words, offers) == ["France CD shop"]
    assert services("apple tv", offers) == services("buy apple tv germany", offers) == ["Apple TV"]
    assert services("france", offers) == ["France CD shop", "Everywhere"]


def test_a_region_among_the_words_goes_with_other_words_and_regions() -> None:
    assert services("germany buy") == ["Two"]
    assert services("buy in germany") == services("BE, DE buy") == ["Two"]
    assert services("united states") == services("free united states") == services("usa") == ["Everywhere"]
    assert services("fra rent") == ["France only"]
    assert services("worldwide") == ["Everywhere"]
    assert services("belgium DE") == ["Everywhere", "Two"]
    assert services("france --region DE") == ["Everywhere"]
    nothing = run("etoile -c - where-to-watch us two --region FR", stdin=OFFERS, code=1)
    assert nothing.stderr == (
        'etoile: nothing in where-to-watch matches "two" and region "FR" (France) and region "US" (United States)\n'
    )


def test_a_section_without_records_says_so_whatever_is_asked_of_it(minimal: str) -> None:
    done = run(f"etoile -c {minimal} where-to-watch france", code=1)
    assert (done.stdout, done.stderr) == ("", "etoile: the catalogue records nothing under where-to-watch\n")
    done = run(f"etoile -c {minimal} cast nobody --json", code=1)
    assert (done.stdout, done.stderr) == ("[]\n", "etoile: the catalogue records nothing under cast\n")


def test_where_to_watch_says_when_no_offer_covers_the_region() -> None:
    only_france = OFFERS.split('  { service = "Everywhere"', maxsplit=1)[0] + "]"
    done = run("etoile -c - where-to-watch --region us -f json", stdin=only_france, code=1)
    assert done.stdout == "[]\n"
    assert done.stderr == 'etoile: nothing in where-to-watch matches region "US" (United States)\n'


@pytest.mark.parametrize(
    ("region", "message"),
    [
        ("ZZ", 'no such region "ZZ"'),
        ("fra", 'no such region "fra" (did you mean "FR"?)'),
        ("deu", 'no such region "deu" (did you mean "DE"?)'),
        ("world", 'no such region "world"'),
        ("worldwide", 'no such region "worldwide"'),
        ("", 'no such region ""'),
    ],
)
def test_an_unknown_region_is_wrong_usage(region: str, message: str) -> None:
    done = run(f"etoile where-to-watch --region '{region}'", code=2)
    assert done.stdout == ""
    hint = "a region is the name of a country, or its ISO 3166-1 code such as FR"
    assert done.stderr == f"etoile: error: {message}\nhint: {hint}\n"


@pytest.mark.parametrize(
    ("words", "given", "gone", "hint"),
    [
        ("SU", "SU", "Soviet Union has been no country since 1992", ""),
        ("--region SU", "SU", "Soviet Union has been no country since 1992", ""),
        ("--region DD", "DD", "East Germany has been no country since 1990", ": Germany, say"),
        ("--region 'east germany'", "east germany", "East Germany has been no country since 1990", ": Germany, say"),
        ("East Germany", "East Germany", "East Germany has been no country since 1990", ": Germany, say"),
        ("in czechoslovakia", "czechoslovakia", "Czechoslovakia has been no country since 1993", ""),
        ("everywhere yugoslavia", "yugoslavia", "Yugoslavia has been no country since 2003", ""),
    ],
)
def test_nothing_can_be_watched_in_a_country_of_the_past(words: str, given: str, gone: str, hint: str) -> None:
    done = run(f"etoile -c - where-to-watch {words}", stdin=OFFERS, code=2)
    assert done.stdout == ""
    message = f'error: no such region "{given}": {gone} hint: name a country of today{hint}'
    assert " ".join(done.stderr.split()) == f"etoile: {message}"


def test_a_service_may_be_called_like_a_country_of_the_past() -> None:
    offers = OFFERS.replace('"Two', '"Yugoslavia on tape')
    for words in ("yugoslavia", "yugoslavia on tape", "yugoslavia DE"):
        assert services(words, offers) == ["Yugoslavia on tape"]


def test_where_to_watch_shows_how_old_the_knowledge_is() -> None:
    done = run("etoile -c - where-to-watch -f table --columns service,regions,checked", stdin=OFFERS)
    assert done.stdout == (
        "service      regions           checked\n"
        "───────────────────────────────────────────────────────────\n"
        "France only  France            21 November 2026, yesterday\n"
        "Everywhere   worldwide         22 November 2026, today\n"
        "Two          Belgium, Germany  31 January 2024, 2 years ago\n"
    )


def test_columns_are_printed_in_the_order_asked_for() -> None:
    assert run("etoile cast kirby --columns billing,name,company").stdout == "main\tLuke Kirby\tmbt\n"
    assert json.loads(run("etoile cast kirby --columns billing,name --json").stdout) == [
        {"billing": "main", "name": "Luke Kirby"}
    ]


@pytest.mark.parametrize("name", ["known_for", "known-for", "known for"])
def test_a_column_can_be_named_as_its_heading_shows_it(name: str) -> None:
    assert run(f"etoile cast bishop --columns '{name}'").stdout == "Gilmore Girls\n"


def test_all_columns_are_the_keys_of_the_record() -> None:
    header, _ = run("etoile companies mbt --columns all -f csv").stdout.splitlines()
    assert header == "id,name,kind,city,country,fictional,sources,cites,note"


@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_no_column_at_all_is_wrong_usage(option: str) -> None:
    done = run(f"etoile cast {option} ' , '", code=2)
    assert done.stderr == f"etoile: error: {option} names no column\n"


@pytest.mark.parametrize(
    ("options", "header"),
    [("-f tsv --header", True), ("-f tsv", False), ("-f csv", True), ("-f csv --no-header", False)],
)
def test_header_can_be_asked_for_and_left_out(options: str, header: bool) -> None:
    separator = "," if "csv" in options else "\t"
    lines = run(f"etoile companies mbt --columns id,city {options}").stdout.splitlines()
    assert lines == [separator.join(["id", "city"])] * header + [separator.join(["mbt", "New York"])]


def test_a_table_can_do_without_its_header() -> None:
    done = run("etoile episodes swap --no-header -f table")
    assert done.stdout == "Season 1 · 24 April 2025 · 8 episodes\nS01E01   The Swap  24 April 2025\n"


@pytest.mark.parametrize(
    ("sort", "first"),
    [("number", "S01E01"), ("-number", "S01E08"), ("title", "S01E02"), ("-episode", "S01E08")],
)
def test_episodes_sort_by_any_column(sort: str, first: str) -> None:
    assert run(f"etoile episodes --sort={sort} --columns episode").stdout.splitlines()[0] == first


def test_a_backward_sort_can_be_given_as_a_word_of_its_own() -> None:
    assert run("etoile episodes --sort -number") == run("etoile episodes --sort=-number")


def test_cast_sorts_by_surname_and_billing_by_its_order() -> None:
    names = run("etoile cast --sort name --columns name").stdout.splitlines()
    assert names[:3] == ["David Alvarez", "Nina Arianda", "Kelly Bishop"]
    assert names.index("Lou de Laâge") == names.index("Luke Kirby") + 1
    billings = run("etoile cast --sort=-billing,name --columns billing").stdout.split("\n")[:-1]
    assert billings == ["guest"] * 4 + ["recurring"] + ["main"] * 10 + [""] * 10


def test_what_the_module_of_a_command_lacks_is_not_taken_for_a_missing_module(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = "etoile_cli.cli.commands.nowhere"

    def fail(_: str) -> None:
        raise ModuleNotFoundError(f"No module named {lacking!r}", name=lacking)

    monkeypatch.setattr(registry, "import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        run("etoile cast")

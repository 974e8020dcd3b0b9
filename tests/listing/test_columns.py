import msgspec
import pytest

from etoile_cli.catalogue.model import (
    RECORD_TYPES,
)
from etoile_cli.catalogue.records import CastMember
from etoile_cli.errors import UsageError
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.columns import columns_of, find_column
from etoile_cli.listing.formats import Format
from tests.door import run

# What scripts already cut by number: columns are only ever added, at the end.
PROMISED = {
    "creators": ("name", "roles", "known_for"),
    "crew": ("name", "roles", "episodes"),
    "companies": ("id", "name", "city", "country", "fictional", "kind"),
    "cast": ("name", "character", "role", "company"),
    "settings": ("name", "city", "uses", "fictional", "note"),
    "seasons": ("number", "title", "premiere", "finale", "episodes"),
    "episodes": ("episode", "title", "released", "runtime", "through"),
    "availability": ("service", "offer", "regions", "until", "checked", "url_kind", "url", "except"),
    "trailers": ("title", "kind", "published", "url_kind", "url"),
    "reception": ("outlet", "kind", "verdict", "date"),
    "awards": ("award", "category", "recipients", "result", "date"),
    "images": ("title", "credit", "url"),
    "sources": ("id", "publisher", "title", "published", "url"),
    "people": ("name", "parts", "roles", "awards"),
    "search": ("section", "name", "match"),
}


def names_of(section: str, names: list[str] | None, format_: Format = Format.TSV) -> tuple[str, ...]:
    return tuple(column.name for column in choose_columns(section, names, format_))


@pytest.mark.parametrize("section", [*RECORD_TYPES, "people", "search"])
def test_every_section_keeps_the_columns_it_promised(section: str) -> None:
    assert names_of(section, None)[: len(PROMISED[section])] == PROMISED[section]


@pytest.mark.parametrize("section", RECORD_TYPES)
def test_every_key_is_a_column_of_the_same_name(section: str) -> None:
    keys = RECORD_TYPES[section].__struct_encode_fields__
    derived = ["episode"] if section == "episodes" else []
    assert list(columns_of(section)) == [*derived, *keys, *RECORD_TYPES[section].tallied]


@pytest.mark.parametrize(
    ("section", "asked", "names"),
    [
        ("cast", ["role", "name"], ("role", "name")),
        ("cast", ["name", "name"], ("name",)),
        ("cast", ["Known for", "known_for", "sort-name"], ("known_for", "sort_name")),
        ("companies", ["all"], ("id", "name", "kind", "city", "country", "fictional", "sources", "cites", "note")),
        (
            "companies",
            ["note", "all"],
            ("note", "id", "name", "kind", "city", "country", "fictional", "sources", "cites"),
        ),
        ("episodes", ["number", "episode"], ("number", "episode")),
        ("search", ["all"], ("section", "name", "match")),
    ],
)
def test_the_columns_asked_for_come_in_the_order_asked(section: str, asked: list[str], names: tuple[str, ...]) -> None:
    assert names_of(section, asked) == names


@pytest.mark.parametrize(
    ("section", "name", "message"),
    [
        ("cast", "charcter", 'no such column "charcter" (did you mean "character"?)'),
        ("cast", "zzz", 'no such column "zzz"'),
        ("cast", "", 'no such column ""'),
        ("cast", "Charcter", 'no such column "Charcter" (did you mean "character"?)'),
        ("cast", "-name", 'no such column "-name" (did you mean "name"?)'),
        ("crew", "billing", 'no such column "billing"'),
        ("episodes", "code", 'no such column "code"'),
    ],
)
def test_a_wrong_name_lists_the_right_ones(section: str, name: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_column(section, name)
    assert raised.value.message == message
    assert raised.value.hint == f"the columns are {', '.join(columns_of(section))}"


def test_names_parted_by_blanks_are_told_to_be_joined_by_commas() -> None:
    for option in ("--columns", "--sort"):
        assert run(f"etoile cast {option} 'Name role'", code=2).stderr == (
            'etoile: error: no such column "Name role"\nhint: commas join names: Name,role\n'
        )


@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_a_wrong_name_on_the_command_line_is_a_usage_error(option: str) -> None:
    done = run(f"etoile episodes {option} titel", code=2)
    assert done.stdout == ""
    assert done.stderr == (
        'etoile: error: no such column "titel" (did you mean "title"?)\n'
        "hint: the columns are episode, season, number, through, title, titles, released, runtime, directors, "
        "writers, absolute, synopsis, follows, ids, sources, cites, note\n"
    )


@pytest.mark.parametrize("option", ["--columns", "--sort"])
@pytest.mark.parametrize(
    ("given", "listed"),
    [("name, character", "name,"), ("name,", "name,"), ("',name'", ",name"), ("name,,role", "name,,role")],
)
def test_a_comma_too_many_is_wrong_usage(option: str, given: str, listed: str) -> None:
    done = run(f"etoile cast {option} {given}", code=2)
    told = f'{option} has a comma too many: "{listed}"'
    hint = f"commas alone join names, without blanks: {option} NAME,NAME"
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\nhint: {hint}\n")


@pytest.mark.parametrize("option", ["--columns", "--sort"])
@pytest.mark.parametrize("command", ["cast", "where-to-watch", "search laage"])
@pytest.mark.parametrize(("given", "word"), [("name , role", ","), ("name ,role", ",role")])
def test_a_word_that_begins_with_a_comma_is_no_word(option: str, command: str, given: str, word: str) -> None:
    done = run(f"etoile {command} {option} {given}", code=2)
    told = f'{option} has a comma too many: "{word}"'
    hint = f"commas alone join names, without blanks: {option} NAME,NAME"
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\nhint: {hint}\n")


@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_names_in_quotes_may_have_blanks_between_them(option: str) -> None:
    assert run(f"etoile cast {option} 'name, known for'") == run(f"etoile cast {option} name,known_for")


def test_a_column_reads_the_value_of_its_key() -> None:
    part = CastMember(name="A", character="B", known_for=("C",))
    values = {column.name: column.value(part) for column in choose_columns("cast", ["all"])}
    assert values == msgspec.structs.asdict(part)


@pytest.mark.parametrize("format_", Format)
def test_ids_are_for_programs(format_: Format) -> None:
    """Those of sources tell who keeps the catalogue, on a terminal, what its records name."""
    is_for_people = format_ in (Format.MD, Format.TABLE)
    assert ("id" in names_of("companies", None, format_)) is not is_for_people
    assert ("id" in names_of("sources", None, format_)) is (format_ is not Format.MD)
    assert names_of("companies", ["name", "id"], format_) == ("name", "id")
    assert "id" in names_of("companies", ["all"], format_)


def test_people_read_no_ids_of_companies() -> None:
    header = "| name | city | country | fictional | kind |"
    assert run("etoile companies -f md").stdout.splitlines()[0] == header
    assert run("etoile companies -f table").stdout.split()[:4] == ["name", "city", "country", "fictional"]
    assert run("etoile companies -f csv").stdout.splitlines()[0] == "id,name,city,country,fictional,kind"
    assert run("etoile sources -f md").stdout.splitlines()[0] == "| publisher | title | authors | published | url |"

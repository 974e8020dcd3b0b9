"""What `check --fix` writes: only what can only be meant, and nothing else is touched."""

from datetime import date
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.check.check import Rules, check
from etoile_cli.check.problem import Edit, Severity
from etoile_cli.edit.mending.composing import Edits
from etoile_cli.edit.mending.fixes import Mended, mended
from etoile_cli.edit.text.splicing import splice
from tests.check.slips import SLIPS, Slip
from tests.check.test_invalid import CASES
from tests.check.test_meant import RIGHT, is_toml, spoilt
from tests.check.test_meant import catalogue as with_statement
from tests.door import CHECKOUT, TODAY
from tests.strategies import thorough
from tests.thoroughness import breadth

RULES = Rules(date.fromisoformat(TODAY))
CORPUS = sorted((CHECKOUT / "tests" / "data" / "corpus").iterdir())

HEAD = 'format = 1\n[show]\ntitle = "x"\nsources = ["s"]\n'
TAIL = '[[sources]]\nid = "s"\ntitle = "t"\nurl = "https://example.org/"\n'
HEADERS = {
    "show": "",
    "cast": '[[cast]]\nname = "A"\nsources = ["s"]\n',
    "episodes": '[[episodes]]\nnumber = 1\nseason = 1\nsources = ["s"]\n',
    "availability": '[[availability]]\nservice = "P"\noffer = "free"\nchecked = 2026-11-01\nsources = ["s"]\n',
    "awards": '[[awards]]\naward = "A"\nresult = "won"\nsources = ["s"]\n',
    "sources": '[[sources]]\nid = "t"\ntitle = "T"\nurl = "https://example.org/t"\n# etoile: ignore[unused-source]\n',
    "companies": '[[companies]]\nid = "c"\nname = "C"\nsources = ["s"]\n',
    "locations": '[[settings]]\nplace = "P"\nsources = ["s"]\n',
}


def catalogue(section: str, statement: str) -> str:
    """Return a catalogue in order but for a statement at the end of a record."""
    return f"{HEAD}{HEADERS[section]}{statement}\n{TAIL}"


def fix(text: str | bytes) -> Mended:
    return mended(text if isinstance(text, bytes) else text.encode(), "it.toml", RULES)


def fixed(section: str, statement: str) -> str:
    """Return what is there instead of a statement once the catalogue is mended."""
    whole = fix(catalogue(section, statement)).content.decode()
    before, after = catalogue(section, "\0").split("\0")
    assert whole.startswith(before)
    assert whole.endswith(after)
    return whole.removeprefix(before).removesuffix(after)


CERTAIN = [
    # Quotes around what is no text, and none around what is one.
    ("show", 'premiere = "2025-04-24"', "premiere = 2025-04-24"),
    ("show", "premiere = '2025-04-24'   # the day", "premiere = 2025-04-24   # the day"),
    ("show", 'seasons = "2"', "seasons = 2"),
    ("show", "seasons = 2.0", "seasons = 2"),
    ("companies", 'fictional = "yes"', "fictional = true"),
    ("companies", "fictional = True", "fictional = true"),
    ("show", "network_note = 1", "network_note = 1"),
    ("show", "logline = What it is about", 'logline = "What it is about"'),
    ("show", "logline = “What it is about”", 'logline = "What it is about"'),
    ("show", "note = 24", 'note = "24"'),
    ("show", 'runtime = "50 min"', "runtime = 50"),
    ("show", 'runtime = "52-75"', "runtime = [52, 75]"),
    # Dates of which the parts are clear.
    ("show", "premiere = 24 April 2025", "premiere = 2025-04-24"),
    ("show", 'premiere = "April 24, 2025"', "premiere = 2025-04-24"),
    ("show", "premiere = 2025/4/24", "premiere = 2025-04-24"),
    ("show", "premiere = 20250424", "premiere = 2025-04-24"),
    ("show", "premiere = 2025", 'premiere = "2025"'),
    ("show", "premiere = 2025-04", 'premiere = "2025-04"'),
    ("show", 'premiere = "April 2025"', 'premiere = "2025-04"'),
    # Keys with one letter or two wrong.
    ("show", "premeire = 2025-04-24", "premiere = 2025-04-24"),
    ("show", "Premiere = 2025-04-24", "premiere = 2025-04-24"),
    ("show", "originalTitle = 'y'", "original_title = 'y'"),
    ("cast", 'charcter = "B"', 'character = "B"'),
    ("cast", '"charcter" = "B"', 'character = "B"'),
    ("cast", 'ids = {}\ncharcter = "Тарас"', 'ids = {}\ncharacter = "Тарас"'),
    ("show", 'cites = { titel = ["s"] }', 'cites = { title = ["s"] }'),
    ("show", 'ids = { IMDB = "tt0000001" }', 'ids = { imdb = "tt0000001" }'),
    # Words and codes.
    ("show", 'status = "canceled"', 'status = "cancelled"'),
    ("show", 'status = "Ended "', 'status = "ended"'),
    ("show", 'countries = ["UK", "fr", "USA", "Germany"]', 'countries = ["GB", "FR", "US", "DE"]'),
    ("show", 'languages = ["en_US", "French", "deu"]', 'languages = ["en-US", "fr", "de"]'),
    ("show", 'ratings = { UK = "15" }', 'ratings = { GB = "15" }'),
    ("show", 'countries = "UK"', 'countries = ["GB"]'),
    ("show", 'countries = "Germany"', 'countries = ["DE"]'),
    ("show", 'countries = "SU"', 'countries = ["SU"]'),
    ("show", 'languages = "French"', 'languages = ["fr"]'),
    ("availability", 'regions = ["Worldwide"]', 'regions = ["worldwide"]'),
    # Lists.
    ("show", 'genres = "comedy"', 'genres = ["comedy"]'),
    ("show", 'logline = ["A text"]', 'logline = "A text"'),
    ("awards", 'recipient = "B"', 'recipients = ["B"]'),
    ("sources", 'author = "Ann Lee"', 'authors = ["Ann Lee"]'),
    ("sources", 'author = ["Ann Lee", "Bo Li"]', 'authors = ["Ann Lee", "Bo Li"]'),
    # What is TOML but for a sign.
    ("show", 'logline: "A text"', 'logline = "A text"'),
    ("show", 'logline = "A text",', 'logline = "A text"'),
    ("show", 'logline\u00a0= "A text"', 'logline = "A text"'),
    ("show", 'logline =\n  "A text"', 'logline = "A text"'),
    # What shows only when another thing is mended.
    ("show", "network = Prime Video", 'networks = ["Prime Video"]'),
    ("show", 'logline = "A\u200btext"', 'logline = "Atext"'),
    ("show", "# etoile: ignore[search-link]\nseasons = 1", "# etoile: ignore[search-link]\nseasons = 1"),
    ("show", "seasons = 1 # etoile: ignore[search-link]", "seasons = 1"),
    ("show", "seasons = 1 # etoile: ignore[search-link] it is one", "seasons = 1 # it is one"),
    ("show", "seasons = 1 # one # etoile: ignore[search-link]", "seasons = 1 # one"),
]


@pytest.mark.parametrize(("section", "statement", "expected"), CERTAIN)
def test_what_can_only_mean_one_thing_is_mended(section: str, statement: str, expected: str) -> None:
    assert fixed(section, statement) == expected
    assert fixed(section, expected) == expected


@pytest.mark.parametrize(
    ("section", "statement"),
    [
        ("show", 'premiere = "04/05/2025"'),
        ("show", 'premiere = "c. 2025"'),
        ("show", 'premiere = "2025-04-??"'),
        ("show", "premiere = 2025-00-00"),
        ("show", "premiere = 2025.10"),
        ("show", "premiere = 2025-04-24T10:00:00"),
        ("show", "premiere = 2025#04-24"),
        ("show", "premiere = 2025-02-30"),
        ("show", "runtime = [75, 52]"),
        # Words that mean another, and names that are near to two, or are keys elsewhere.
        ("show", 'status = "airing"'),
        ("cast", 'billing = "lead"'),
        ("cast", 'actor = "B"'),
        ("cast", 'title = "B"'),
        ("show", "season = 1"),
        ("episodes", 'titlex = "E"'),
        # Parts of a country, countries of the past, the code of a country for a language.
        ("show", 'countries = ["Scotland"]'),
        ("show", 'countries = "Scotland"'),
        ("show", 'countries = "UK, US"'),
        ("show", 'countries = "Georgia"'),
        ("availability", 'regions = ["Soviet Union"]'),
        ("show", 'languages = ["jp"]'),
        # One text, or several.
        ("show", 'genres = "comedy, drama"'),
        ("episodes", 'writers = "Ann Lee and Bo Li"'),
        ("sources", 'author = "Simon & Schuster"'),
        ("sources", 'author = "Simon and Schuster"'),
        # Ids and addresses.
        ("show", 'sources = ["ss"]'),
        ("show", 'ids = { imdb = "https://www.imdb.com/title/tt0000001/" }'),
        ("show", "ids = { imdb = 1 }"),
        ("sources", 'archived = "www.example.org"'),
        ("sources", 'archived = "http://example.org/"'),
        # Where a text ends is not clear.
        ("show", 'logline = "A text'),
        ("show", 'genres = ["comedy", "drama"'),
        ("show", 'logline = "He said "no""'),
        ("show", 'logline = "C:\\x"'),
        ("show", "logline = A text # 1 of 2"),
        ("show", 'logline = A "quoted" text'),
        # What would be in its place is taken, or wrong as well.
        ("show", 'titel = "y"'),
        ("show", "premeire = 2025-04-24\npremiere = 2025-04-24"),
        ("show", 'countries = ["UK", "GB"]'),
        ("cast", 'episodes = ["S1E9"]'),
        # The key could be mended, and what it holds then could not.
        ("cast", 'EPISODES = ["s01", "s02"]'),
        ("cast", 'EPISODES = "s1e9"'),
        ("show", "premeire = 'x'"),
        ("show", "note = false"),
        ("show", 'logline = [ # all\n  "A text" ]'),
    ],
)
def test_what_may_mean_another_thing_is_left(section: str, statement: str) -> None:
    assert fixed(section, statement) == statement


@pytest.mark.parametrize("key", ["countries", "ratings"])
@pytest.mark.parametrize(
    "name",
    [
        *("Georgia", "the Congo", "Korea", "Jersey", "Samoa", "Virgin Islands", "Saint Martin", "St. Martin"),
        *("Macedonia", "Micronesia", "Guinea", "Christmas Island", "Holland", "GEORGIA"),
    ],
)
def test_a_name_of_several_countries_or_of_a_part_of_one_is_left(name: str, key: str) -> None:
    statement = f'countries = ["{name}"]' if key == "countries" else f'ratings = {{ "{name}" = "15" }}'
    assert fixed("show", statement) == statement


def test_a_comment_that_belongs_to_another_line_of_its_record_is_left() -> None:
    text = f'{HEAD}[[cast]]\nname = "A" # etoile: ignore[unsourced]\n{TAIL}'
    assert fix(text).content.decode() == text


def test_what_is_left_undone_keeps_nothing_else_from_being_mended() -> None:
    statements = 'charcter = "B"\nEPISODES = ["s01", "s02"]\naliases = "C"'
    assert fixed("cast", statements) == 'character = "B"\nEPISODES = ["s01", "s02"]\naliases = ["C"]'


def test_of_two_keys_that_mean_the_same_the_first_is_mended() -> None:
    assert fixed("show", "premeire = 2025-04-24\npremire = 2025-04-25") == (
        "premiere = 2025-04-24\npremire = 2025-04-25"
    )


AWARD = """\
[[reception]]  # at last
outlet   = "Emmys 2025"
kind     = "award"
# by the academy
verdict  = "Nominated"  # twice
url = "https://example.org/"
sources  = ["s"]
"""
AS_AWARD = """\
[[awards]]  # at last
award   = "Emmys 2025"
# by the academy
result  = "nominated"  # twice
url = "https://example.org/"
sources  = ["s"]
"""


def test_a_verdict_that_is_an_award_becomes_one_with_all_comments() -> None:
    verdict = '[[reception]]\noutlet = "O"\nkind = "review"\nverdict = "V"\nsources = ["s"]\n'
    other = AWARD.replace("Emmys 2025", "Emmys 2024")
    for before, after in ((HEAD, TAIL), (f"{HEAD}{verdict}", f"{verdict.replace('O', 'P')}{TAIL}")):
        whole = f"{before}{AWARD}{after}"
        assert fix(whole).content.decode() == whole.replace(AWARD, AS_AWARD)
    both = fix(f"{HEAD}{AWARD}{other}{TAIL}").content.decode()
    assert both == f"{HEAD}{AS_AWARD}{AS_AWARD.replace('2025', '2024')}{TAIL}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Nominated"', '"Nominated for its choreography"'),
        ('"Nominated"', '"Won and nominated"'),
        ('"Nominated"', '"Great"'),
        ('kind     = "award"', 'kind     = "award" # or not'),
        ('sources  = ["s"]', 'sources  = ["s"]\ncites = { verdict = ["s"] }'),
        ('sources  = ["s"]', 'sources  = ["s"]\n[reception.cites]\ndate = ["s"]'),
        ('sources  = ["s"]', 'sources  = ["s"]\naward = "B"'),
    ],
)
def test_a_verdict_that_says_more_than_an_award_holds_is_left(old: str, new: str) -> None:
    whole = f"{HEAD}{AWARD.replace(old, new)}{TAIL}"
    assert fix(whole).content.decode() == whole


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('[cast]\nname = "A"\nsources = ["s"]\n', '[[cast]]\nname = "A"\nsources = ["s"]\n'),
        ('[cast]\nname = "A"\nsources = ["s"]\n' * 2, '[[cast]]\nname = "A"\nsources = ["s"]\n' * 2),
        ('[[cast]\nname = "A"\nsources = ["s"]\n', '[[cast]]\nname = "A"\nsources = ["s"]\n'),
        ('[ cast ] # all\nname = "A"\nsources = ["s"]\n', '[[cast]] # all\nname = "A"\nsources = ["s"]\n'),
    ],
)
def test_the_brackets_of_a_header_are_mended(wrong: str, right: str) -> None:
    # Two parts of the same actor are an error of their own.
    right = right.replace('"A"', '"B"', 1)
    wrong = wrong.replace('"A"', '"B"', 1)
    assert fix(f"{HEAD}{wrong}{TAIL}").content.decode() == f"{HEAD}{right}{TAIL}"


# The bytes.

BROKEN = catalogue("cast", 'charcter = "Тарас"\nbilling = "Main" # é').replace('"x"', "“Étoile”")
MENDED = catalogue("cast", 'character = "Тарас"\nbilling = "main" # é').replace('"x"', '"Étoile"')


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_line_ends_and_a_byte_order_mark_stay(mark: str, end: str) -> None:
    assert fix((mark + BROKEN).replace("\n", end)).content == (mark + MENDED).replace("\n", end).encode()


def test_mixed_line_ends_stay_line_by_line() -> None:
    def mixed(text: str) -> bytes:
        lines = text.encode().split(b"\n")
        return b"".join(line + (b"\r\n" if number % 3 else b"\n") for number, line in enumerate(lines[:-1]))

    assert fix(mixed(BROKEN)).content == mixed(MENDED)


@pytest.mark.parametrize("wrong", [b"\xff", b"\xe2\x82", b"\xf0\x9f\x98 \xc3", b"\xed\xa0\x80"])
def test_bytes_that_are_not_utf_8_stay(wrong: bytes) -> None:
    first, last = b"# " + wrong + "é".encode() + b"\n", b"# " + wrong
    assert fix(first + BROKEN.encode() + last).content == first + MENDED.encode() + last


def test_a_value_with_such_bytes_is_not_mended() -> None:
    content = catalogue("cast", 'aliases = "a?b"').encode().replace(b"?", b"\xff")
    assert fix(content).content == content


def test_a_last_line_without_an_end_stays_without_one() -> None:
    whole = f'{HEAD}{TAIL}lanugage = "fr"'
    assert fix(whole).content.decode() == f'{HEAD}{TAIL}language = "fr"'


# Whatever the text is.


def assert_well_mended(content: bytes) -> None:
    done = fix(content)
    assert fix(done.content).content == done.content, "a second time, there is nothing to mend"
    before, after = check(content, "it.toml", RULES), check(done.content, "it.toml", RULES)
    assert after.counts[Severity.ERROR] <= before.counts[Severity.ERROR]
    assert (done.content != content) == bool(list(done.patch)) == bool(done.fixed)
    assert done.report.counts == after.counts
    assert done.report.problems == after.problems


@pytest.mark.parametrize("case", [*CASES, *CORPUS], ids=lambda case: case.stem)
def test_what_is_mended_has_fewer_errors_and_nothing_more_to_mend(case: Path) -> None:
    assert_well_mended(case.read_bytes())


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.text)
def test_a_slip_is_mended_or_left(slip: Slip) -> None:
    assert_well_mended(with_statement(slip.text).encode())


@pytest.mark.parametrize("right", RIGHT)
def test_a_spoilt_statement_becomes_what_was_meant_or_is_left(right: str) -> None:
    meant = tomli.loads(with_statement(right))
    every = list(spoilt(right))
    for spoiled in breadth(every, every[::8]):
        text = fix(with_statement(spoiled)).content.decode()
        if text != with_statement(spoiled) and is_toml(text):
            assert tomli.loads(text) == meant, spoiled


# Edits of edits.


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(span, draw(st.text("XYZ", max_size=4))) for span in pairs]


@thorough
@given(st.data())
def test_edits_and_later_ones_are_the_same_as_both_at_once(data: st.DataObject) -> None:
    text = "".join(chr(ord("a") + number) for number in range(20))
    edits, now = Edits([]), text
    for _ in range(3):
        later = data.draw(edits_of(now))
        edits, now = edits.then(later, now), splice(now, later)
        assert splice(text, edits.all) == now
        for offset, letter in enumerate(now):
            if letter in text:
                assert text[edits.before(offset)] == letter

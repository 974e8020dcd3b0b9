"""What keeps warnings from being told: comments in the catalogue, `--ignore` and `--stale-after`."""

from collections.abc import Sequence

import pytest

from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.problem import Severity
from tests.cli.test_completion import offered
from tests.door import run

CODES = ", ".join(map(str, FOUND_BY))
SOURCE = '[[sources]]\nid = "a"\ntitle = "A page"\nurl = "https://example.org/"\n'
OFFER = '[[availability]]\nservice = "{}"\noffer = "free"\nregions = ["FR"]\nchecked = {}\nsources = ["a"]\n'
SHOW = 'format = 1\n[show]\ntitle = "x"\nsources = ["a"]\n'
STALE = "warning[stale-availability]: offer"
LOOK = "(look whether the offer still stands, and write the day)"
OFFERS = f"{SHOW}{OFFER.format('A', '2026-11-21')}{OFFER.format('B', '2026-05-26')}{SOURCE}"
UNSOURCED = 'format = 1\n[show]\ntitle = "x"\n[[cast]]\nname = "A"\n[[sources]]\nid = "b"\ntitle = "B"\n'
UNUSED = '<stdin>:7:6: warning[unused-source]: source "B": no record names "b"\n'


def check(content: str, options: str = "", code: int = 0) -> tuple[str, str]:
    done = run(f"etoile check - {options}", stdin=content, code=code)
    return done.stdout, done.stderr


# --ignore.


@pytest.mark.parametrize("options", ["--ignore unsourced", "--ignore UNSOURCED", "--ignore=unsourced --strict"])
def test_a_warning_that_is_ignored_is_neither_told_nor_counted(options: str) -> None:
    assert check(UNSOURCED, options, code=int("strict" in options)) == (UNUSED, "etoile: 1 warning\n")


@pytest.mark.parametrize(
    "options",
    [
        "--ignore unsourced,unused-source",
        "--ignore unsourced --ignore unused-source",
        "--ignore 'unused-source, unsourced'",
        "--ignore unsourced,,unused-source, --ignore ''",
    ],
)
@pytest.mark.parametrize("format_", ["", "--json", "-f github", "--strict"])
def test_several_codes_are_ignored(options: str, format_: str) -> None:
    assert check(UNSOURCED, f"{options} {format_}")[1] == "etoile: no problems\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "--ignore unsourcd",
            f'no such code "unsourcd" (did you mean "unsourced"?)\nhint: the codes are {CODES}',
        ),
        (
            "--ignore unsourced,syntax",
            '"syntax" is an error, and only warnings can be ignored\nhint: mend it instead',
        ),
        ("--stale-after -1", '--stale-after must be a number of days, found "-1"'),
        ("--stale-after 1.5", '--stale-after must be a number of days, found "1.5"'),
        ("--stale-after ٣", '--stale-after must be a number of days, found "٣"'),
        ("--stale-after 99999999", '--stale-after must be a number of days, found "99999999"'),
    ],
)
def test_what_is_no_code_of_a_warning_and_no_number_of_days_is_wrong_usage(options: str, message: str) -> None:
    assert check(UNSOURCED, options, code=2) == ("", f"etoile: error: {message}\n")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", sorted(code.name for code in FOUND_BY if code.severity is Severity.WARNING)),
        ("unused-", ["unused-ignore", "unused-source"]),
        ("syn", []),
        ("search-link,sta", ["search-link,stacked-marks", "search-link,stale-availability"]),
        ("search-link,sea", []),
    ],
)
def test_tab_completes_the_codes_of_warnings(typed: str, expected: Sequence[str]) -> None:
    assert sorted(offered(f"etoile check --ignore {typed}")) == expected


def test_an_error_is_told_whatever_is_ignored() -> None:
    told, count = check(f"{UNSOURCED}x = 1\n", "--ignore unsourced,unused-source", code=1)
    assert (told.count("\n"), count) == (1, "etoile: 1 error\n")


def test_a_comment_is_used_though_its_code_is_ignored_everywhere() -> None:
    content = f'{UNSOURCED}url = "http://example.org/" # etoile: ignore[insecure-url]\n'
    assert check(content, "--ignore insecure-url,unsourced,unused-source") == ("", "etoile: no problems\n")
    without = content.replace("http:", "https:")
    told = "<stdin>:9:30: warning[unused-ignore]: this silences nothing (leave it out)\n"
    assert check(without, "--ignore insecure-url,unsourced,unused-source") == (told, "etoile: 1 warning\n")
    assert check(without, "--ignore unused-ignore,unsourced,unused-source") == ("", "etoile: no problems\n")


# --stale-after.


@pytest.mark.parametrize(
    ("options", "stale"),
    [
        ("", []),
        ("--stale-after 180", []),
        ("--stale-after 179", [("B", "2026-05-26", "180 days")]),
        ("--stale-after 0", [("A", "2026-11-21", "1 day"), ("B", "2026-05-26", "180 days")]),
        ("--stale-after 0 --today 2026-11-21", [("B", "2026-05-26", "179 days")]),
        ("--stale-after 9999999", []),
    ],
)
def test_an_offer_is_stale_after_as_many_days_as_one_says(options: str, stale: Sequence[tuple[str, str, str]]) -> None:
    lines = {"A": 9, "B": 15}
    assert check(OFFERS, options)[0] == "".join(
        f'<stdin>:{lines[name]}:11: {STALE} "{name}": "checked" {day} is {ago} ago {LOOK}\n'
        for name, day, ago in stale
    )


# Comments.


def ignored(where: str, comment: str) -> str:
    """Return a catalogue with a warning of a part, and a comment in one of some places."""
    places = {"before": "", "above": "", "header": "", "pair": "", "below": ""} | {where: comment}
    return (
        f"{SHOW}{SOURCE}{places['before']}\n{places['above']}\n[[cast]] {places['header']}\n"
        f'name = "A" {places["pair"]}\n{places["below"]}\n'
    )


@pytest.mark.parametrize(
    ("where", "silences"), [("above", True), ("header", True), ("before", False), ("pair", False), ("below", False)]
)
def test_a_comment_silences_what_is_in_its_line_or_in_the_record_below_it(where: str, silences: bool) -> None:
    told, _ = check(ignored(where, "# etoile: ignore[unsourced]"))
    assert ("warning[unsourced]" not in told) is silences
    assert ("warning[unused-ignore]" in told) is not silences


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ("unsourced", "10:12: warning[unused-ignore]: this silences nothing (put it at the end of line 9{})"),
        (
            "unsourced, stale-availability",
            (
                '10:29: warning[unused-ignore]: "unsourced" silences nothing (put it at the end of line 9{})\n'
                '<stdin>:10:40: warning[unused-ignore]: "stale-availability" silences nothing (leave it out)'
            ),
        ),
        ("search-link", "10:12: warning[unused-ignore]: this silences nothing (leave it out)"),
    ],
)
def test_a_comment_beside_a_key_is_told_where_the_warning_of_its_record_is(codes: str, told: str) -> None:
    content = f'{SHOW}{SOURCE}[[cast]]\nname = "A" # etoile: ignore[{codes}]\n'
    lines = check(content)[0].split("\n", 1)
    assert lines[1] == f"<stdin>:{told.format(', or directly above it')}\n"


def test_a_comment_beside_another_key_is_told_in_which_line_the_warning_is() -> None:
    source = f"{SOURCE}accessed = 2025-01-01 # etoile: ignore[insecure-url]\n".replace("https:", "http:")
    told = check(f"{SHOW}{source}", "--ignore unsourced")[0]
    line = source.split("\n").index(next(each for each in source.split("\n") if each.startswith("url")))
    assert told.endswith(f"this silences nothing (put it at the end of line {SHOW.count(chr(10)) + line + 1})\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["A", "Тарас # etoile: ignore[unsourced]", "映画"])
def test_a_comment_silences_whatever_the_line_ends_and_the_script_of_the_text_are(end: str, name: str) -> None:
    content = f'{SHOW}{SOURCE}[[cast]]\nname = "{name}"\n[[crew]] # etoile: ignore[unsourced]\nname = "{name}"\n'
    done = run("etoile check -", stdin=content.replace("\n", end).encode())
    assert done.stdout == f'<stdin>:9:1: warning[unsourced]: cast "{name}": names no source\n'


def test_a_comment_in_a_line_of_an_array_silences_what_is_wrong_with_an_item() -> None:
    names = (
        '[[awards]]\naward = "A"\nresult = "won"\nrecipients = [\n  "Ann Lee",\n  "ann lee",{}\n]\nsources = ["a"]\n'
    )
    whole = f"{SHOW}{SOURCE}{names}"
    assert "two-spellings" in check(whole.format(""), code=0)[0]
    assert check(whole.format(" # etoile: ignore[two-spellings]"))[0] == ""


def test_a_comment_above_a_table_within_a_record_is_about_this_table_alone() -> None:
    content = f'{SHOW}{{}}\n[show.ids] {{}}\nimdb = "x"\n{SOURCE}'
    told = '<stdin>:7:8: warning[malformed-id]: show: "ids", key "imdb": must be an id of IMDb like "tt0123456"'
    assert check(content.format("", ""))[0].startswith(told)
    assert check(content.format("# etoile: ignore[malformed-id]", ""))[0] == ""
    assert "malformed-id" in check(content.format("# etoile: ignore[unsourced]", ""))[0]
    assert "malformed-id" in check(content.format("", "# etoile: ignore[malformed-id]"))[0]

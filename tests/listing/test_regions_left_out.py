"""What a worldwide offer leaves out: everywhere that people read its regions, and nowhere that programs do."""

import pytest

from tests.door import run

OFFERS = """\
format = 1
[show]
title = "S"
[[availability]]
service = "A"
offer = "subscription"
regions = ["worldwide"]
except = ["KR", "JP"]
checked = 2026-11-20
[[availability]]
service = "B"
offer = "rent"
regions = ["FR"]
checked = 2026-11-20
"""
READ = "worldwide except South Korea and Japan"


@pytest.mark.parametrize(
    "command",
    [
        "where-to-watch -f table",
        "where-to-watch --columns service,regions -f table",
        "where-to-watch --columns regions -f md",
        "summary",
        "summary -f table",
        "export md",
        "export html",
    ],
)
def test_people_read_what_an_offer_leaves_out(command: str) -> None:
    assert READ in " ".join(run(f"etoile -c - {command}", stdin=OFFERS, env={"COLUMNS": "120"}).stdout.split())


def test_programs_read_it_in_a_column_of_its_own() -> None:
    listed = run("etoile -c - where-to-watch --columns service,regions,except", stdin=OFFERS)
    assert listed.stdout == "A\tworldwide\tKR; JP\nB\tFR\t\n"
    usual = run("etoile -c - where-to-watch", stdin=OFFERS).stdout.splitlines()
    assert usual == [
        "A\tsubscription\tworldwide\t\t2026-11-20\t\t\tKR; JP",
        "B\trent\tFR\t\t2026-11-20\t\t\t",
    ]
    offers = run("etoile -c - where-to-watch --columns except -f json", stdin=OFFERS).stdout
    assert "".join(offers.split()) == '[{"except":["KR","JP"]},{"except":[]}]'


@pytest.mark.parametrize("format_", ["table", "md"])
def test_people_read_it_once_unless_they_ask_for_its_column(format_: str) -> None:
    def shown(options: str) -> str:
        return run(f"etoile -c - where-to-watch {options} -f {format_}", stdin=OFFERS, env={"COLUMNS": "200"}).stdout

    assert shown("").count("South Korea") == 1
    assert shown("--columns all").count("South Korea") == 1
    assert shown("--columns regions,except").count("South Korea") == 2
    assert shown("--columns all,except").count("South Korea") == 2
    assert shown("--columns except").count("South Korea") == 1


@pytest.mark.parametrize("region", ["KR", "'south korea'", "jp"])
def test_an_offer_does_not_hold_where_it_is_left_out(region: str) -> None:
    for option in ("--region ", ""):
        done = run(f"etoile -c - where-to-watch {option}{region}", stdin=OFFERS, code=1)
        assert done.stdout == ""
        assert done.stderr.startswith('etoile: nothing in where-to-watch matches region "')
    assert run("etoile -c - where-to-watch DE --columns service", stdin=OFFERS).stdout == "A\n"


def test_many_regions_left_out_are_counted_on_the_cover() -> None:
    many = OFFERS.replace('["KR", "JP"]', '["KR", "JP", "CN", "TW", "HK"]')
    page = run("etoile -c - export html", stdin=many).stdout
    assert '<span dir="auto">worldwide except 5 countries</span>' in page

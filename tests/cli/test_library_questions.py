"""Questions to several shows that none can answer, and wrong ones."""

from pathlib import Path

import pytest

from etoile_cli.listing.formats import Format
from tests.cli.shelves import BROKEN, COMPANY, PART, TOLD, three, write
from tests.door import Run, run


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shows").mkdir()


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("cast nobody", 1, 'etoile: nothing in cast matches "nobody"'),
        ("cast nobody show:bear", 1, 'etoile: nothing in cast matches "show:bear" and "nobody"'),
        ("search nobody", 1, 'etoile: nothing matches "nobody"'),
        ("awards", 0, "etoile: the catalogues record nothing under awards"),
        ("awards x", 1, "etoile: the catalogues record nothing under awards"),
        (
            "cast show:nonesuch",
            1,
            'etoile: no show matches "show:nonesuch"\nhint: the shows are Bear, Dark, Ferry',
        ),
        (
            "cast bilings:main",
            1,
            """\
etoile: nothing in cast matches "bilings:main"
hint: no such key "bilings" (did you mean "billing:main"?)""",
        ),
        ("cast billing:star", 2, 'etoile: error: billing takes main, recurring or guest, not "star"'),
        ("cast --company lbn", 2, 'etoile: error: no such company "lbn"\nhint: the catalogue has no companies'),
        ("cast --columns nme", 2, 'etoile: error: no such column "nme" (did you mean "name"?)\nhint: the columns are'),
        (
            "shows --sort nme",
            2,
            'etoile: error: no such column "nme"\nhint: the columns are show, years',
        ),
        ("cast --sort nme", 2, 'etoile: error: no such column "nme" (did you mean "name"?)\nhint: the columns are'),
    ],
)
def test_nothing_and_wrong_questions_are_told(command: str, code: int, told: str) -> None:
    three()
    for format_ in Format:
        done = run(f"etoile -c shows {command} -f {format_}", code=code)
        assert done.stderr.startswith(told)
        assert "\n" not in done.stderr.removeprefix(told).rstrip("\n")
        if code == 2:
            assert done.stdout == ""


@pytest.mark.parametrize(
    ("command", "code"),
    [("cast", 3), ("cast nobody", 3), ("awards", 3), ("cast billing:star", 2), ("cast --columns nme", 2)],
)
def test_a_file_that_cannot_be_used_counts_more_than_no_match_and_less_than_a_wrong_question(
    command: str, code: int
) -> None:
    three()
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    run(f"etoile -c shows {command}", code=code)


def test_wrong_columns_are_told_before_a_catalogue_is_read() -> None:
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    Path("shows/gone.toml").symlink_to("nowhere")
    for option in ("--columns nme", "--sort nme", "--columns name,,role"):
        assert "cut.toml" not in run(f"etoile -c shows cast {option}", code=2).stderr


def test_a_company_that_one_show_has_is_asked_of_all() -> None:
    three()
    write(
        "shows/ballet.toml",
        more=COMPANY.format(id="lbn", name="Le Ballet") + PART.format(name="Ida") + 'company = "lbn"\n',
    )
    for words in ("--company lbn", "--company 'le ballet'", "company:lbn", "company:=lbn"):
        assert run(f"etoile -c shows cast {words} --columns show,name") == Run("Ballet\tIda\n", "", 0)


def test_the_hint_of_a_wrong_company_says_of_which_show_it_is() -> None:
    for name, id_ in {"ballet": "lbn", "opera": "ono"}.items():
        part = PART.format(name="Ida") + f'company = "{id_}"\n'
        write(f"shows/{name}.toml", more=COMPANY.format(id=id_, name=name.title()) + part)
    hint = "in Ballet the companies are lbn (Ballet); in Opera the companies are ono (Opera)\n"
    assert run("etoile -c shows cast --company x", code=2).stderr == (
        f'etoile: error: no such company "x"\nhint: {hint}'
    )
    write("shows/a.toml", "Ida")
    before = "hint: in A the catalogue has no companies; "
    assert run("etoile -c shows cast --company x", code=2).stderr.endswith(before + hint)
    Path("shows/a.toml").unlink()
    Path("shows/opera.toml").unlink()
    assert run("etoile -c shows cast --company x", code=2).stderr.endswith("hint: the companies are lbn (Ballet)\n")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("cast billing:star nonesuch", 2),
        ("cast --company nope nonesuch", 2),
        ("cast --company lbn nonesuch", 1),
        ("cast company:lbn nonesuch", 1),
        ("cast --company lbn jonas", 1),
        ("search section:nope nonesuch", 2),
        ("cast nonesuch", 1),
    ],
)
def test_a_wrong_question_is_told_though_no_file_has_its_words(
    question: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    write(
        "shows/zz.toml",
        more=COMPANY.format(id="lbn", name="Le Ballet") + PART.format(name="Ida") + 'company = "lbn"\n',
    )
    told = run(f"etoile -c shows {question}", code=code)
    monkeypatch.setattr("etoile_cli.cli.across._LEAST_TO_SIFT", 0)
    assert run(f"etoile -c shows {question}", code=code) == told


def test_a_show_without_records_answers_nothing() -> None:
    """A term that is wrong for every part is wrong, though a show without parts has none to be wrong about."""
    three()
    for terms in ("billing:star", "has:nonesuch"):
        assert run(f"etoile -c shows cast {terms} --header", code=2).stdout == ""


@pytest.mark.parametrize("command", ["cast", "awards", "people", "cast nobody", "people nobody"])
def test_what_cannot_be_read_is_not_said_to_record_nothing(command: str) -> None:
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    told = f"{TOLD.format('shows/cut.toml')}\n"
    assert run(f"etoile -c shows {command} --json", code=3) == Run("[]\n", told, 3)

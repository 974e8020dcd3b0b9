"""`set`: the words choose one record, its keys get values as the model types them, and nothing else changes."""

import shlex
from pathlib import Path

import pytest
import tomli

from etoile_cli.catalogue.section import Section
from etoile_cli.catalogue.sections import SECTIONS
from tests.cli.commands.kept import KEPT, kept, with_line_after
from tests.door import run, run_process

pytestmark = pytest.mark.usefixtures("mine")


@pytest.mark.parametrize(
    ("asked", "old", "new", "told"),
    [
        ("show title='The Door'", 'title = "The Gate"', 'title = "The Door"', ["show: title: The Gate → The Door"]),
        ("show genres+=dance", '"comedy"]', '"comedy", "dance"]', ["show: genres: + dance"]),
        ("show genres+=drama genres+=dance", '"comedy"]', '"comedy", "dance"]', ["show: genres: + dance"]),
        ("show genres-=drama", '"drama", ', "", ["show: genres: - drama"]),
        (
            "show genres=dance genres=drama",
            '"drama", "comedy"',
            '"dance", "drama"',
            ["show: genres: + dance, - comedy"],
        ),
        ("show genres=", 'genres = ["drama", "comedy"]  # in this order\n', "", ["show: genres: - drama, - comedy"]),
        ("cast 花子 character=華", '"花"', '"華"', ["cast: 山田 花子: character: 花 → 華"]),
        (
            "actors main ids.imdb=nm0000002",
            "nm0000001",
            "nm0000002",
            ["cast: Ana Ruiz (Vera): ids: imdb: nm0000001 → nm0000002"],
        ),
        (
            "cast main ids.imdb=",
            'ids = { imdb = "nm0000001" }\n',
            "",
            ["cast: Ana Ruiz (Vera): ids: imdb: - nm0000001"],
        ),
        (
            "cast main ids.tmdb=1 ids.imdb= ids.tvmaze=2",
            '{ imdb = "nm0000001" }',
            '{ tmdb = "1", tvmaze = "2" }',
            [
                "cast: Ana Ruiz (Vera): ids: imdb: - nm0000001",
                "cast: Ana Ruiz (Vera): ids: tmdb: + 1",
                "cast: Ana Ruiz (Vera): ids: tvmaze: + 2",
            ],
        ),
        (
            "cast 花 cites.character=site",
            'cites.name = ["site"]\n',
            'cites.name = ["site"]\ncites.character = ["site"]\n',
            ["cast: 山田 花子: cites: character: + site"],
        ),
        ("cast 花 cites.name-=site", 'cites.name = ["site"]\n', "", ["cast: 山田 花子: cites: name: - site"]),
        (
            "cast 花 character=",
            'character = "花"\n',
            "",
            ["cast: 山田 花子: character: - 花"],
        ),
        (
            "episodes S01E01 released=2025-04-24 runtime=52",
            'title = "One"\n',
            'title = "One"\nreleased = 2025-04-24\nruntime = 52\n',
            ["episodes: S01E01 One: released: + 2025-04-24", "episodes: S01E01 One: runtime: + 52 minutes"],
        ),
        (
            "episode s0e1 released=2025-04",
            '"A special"\n',
            '"A special"\nreleased = "2025-04"\n',
            ["episodes: S00E01 A special: released: + 2025-04"],
        ),
        (
            "show runtime=50 runtime=60",
            '"The Gate"\n',
            '"The Gate"\nruntime = [50, 60]\n',
            ["show: runtime: + 50–60 minutes"],
        ),
        (
            "source site language=fr",
            'title = "The site"\n',
            'title = "The site"\nlanguage = "fr"\n',
            ["sources: The site: language: + French"],
        ),
    ],
)
def test_a_change_is_made_where_it_belongs_and_told_in_a_line(asked: str, old: str, new: str, told: list[str]) -> None:
    done = run(f"etoile set {asked}")
    assert (done.stdout, done.stderr) == ("", "".join(f"etoile: {line}\n" for line in told))
    assert KEPT.count(old) == 1
    assert kept() == KEPT.replace(old, new)


def test_a_value_that_goes_takes_the_sources_of_it_along() -> None:
    run("etoile set cast 花 cites.character=site")
    done = run("etoile set cast 花 character=")
    assert (
        done.stderr == "etoile: cast: 山田 花子: character: - 花\netoile: cast: 山田 花子: cites: character: - site\n"
    )
    assert kept() == KEPT.replace('character = "花"\n', "")


@pytest.mark.parametrize(
    "asked", ["show title='The Gate'", "cast main billing=main", "cast 花 note=", "show genres+=drama"]
)
def test_what_is_so_already_is_told_and_nothing_is_written(asked: str, mine: Path) -> None:
    before = mine.stat()
    done = run(f"etoile set {asked}")
    assert (done.stdout, done.stderr) == ("", "etoile: nothing to change\n")
    assert (mine.stat().st_ino, mine.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_several_records_are_listed_and_none_is_changed() -> None:
    done = run("etoile set cast ruiz billing=guest", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        (
            "etoile: error: 2 records in cast match, and only one is to be changed:\n"
            "Ana Ruiz (Vera)\n"
            "Ana Ruiz (Old Vera)\n"
            "hint: more words choose one of them, --all takes all\n"
        ),
    )
    assert kept() == KEPT


def test_all_changes_each_of_several() -> None:
    done = run("etoile set cast ruiz billing=guest --all")
    assert done.stderr == (
        "etoile: cast: Ana Ruiz (Vera): billing: main → guest\netoile: cast: Ana Ruiz (Old Vera): billing: + guest\n"
    )
    assert kept() == with_line_after('character = "Old Vera"', 'billing = "guest"').replace('"main"', '"guest"')


def test_all_without_words_changes_every_record() -> None:
    done = run("etoile set cast note=x --all")
    assert done.stderr.count("note: + x") == 3


def test_a_record_that_is_called_just_that_is_chosen_before_those_that_hold_the_words() -> None:
    run("etoile set cast 山田 name=Ana")
    done = run("etoile set cast ana note=x")
    assert done.stderr == "etoile: cast: Ana: note: + x\n"


ALIKE = """
[[crew]]
name = "Bo"
[[cast]]
name = "A"
[[cast]]
name = "A"
character = "Q"
[[cast]]
name = "Sato"
character = "s"
[[cast]]
name = "sato"
character = "t"
[[cast]]
name = "Satō"
character = "u"
[[seasons]]
number = 1
[[seasons]]
number = 10
premise = "1"
"""


@pytest.mark.parametrize("mistake", ["", "[[crew]]\nfoo = 1\n"], ids=["as it is", "with a mistake"])
@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("cast A", 'name = "A"\n[[cast]]'),
        ("cast a", 'name = "A"\n[[cast]]'),
        ("cast a q", 'character = "Q"'),
        ("cast Sato", 'character = "s"'),
        ("cast sato", 'character = "t"'),
        ("cast Satō", 'character = "u"'),
        ("seasons 1", "number = 1\n"),
        ("seasons 10", 'premise = "1"'),
    ],
)
def test_of_several_the_one_that_is_named_exactly_is_chosen(words: str, line: str, mistake: str, mine: Path) -> None:
    mine.write_text(f"{KEPT}{ALIKE}{mistake}", encoding="utf-8")
    run(f"etoile set {words} note=x" if "cast" in words else f"etoile set {words} title=x")
    before, _, after = kept().partition('note = "x"\n' if "cast" in words else 'title = "x"\n')
    assert before + after == f"{KEPT}{ALIKE}{mistake}"
    record = f"{before.rpartition('[[')[2]}{after.partition(']]')[0]}]]"
    assert line in record


@pytest.mark.parametrize("command", ["set cast nobody note=x", "remove cast nobody"])
def test_nothing_found_is_the_answer_no(command: str) -> None:
    done = run(f"etoile {command}", code=1)
    assert (done.stdout, done.stderr) == ("", 'etoile: nothing in cast matches "nobody"\n')


def test_what_no_list_holds_is_the_answer_no() -> None:
    done = run("etoile set show genres-=dance genres+=new", code=2)
    assert done.stderr == "etoile: error: genres is to be changed in several ways at once\n"
    done = run("etoile set show genres-=dance", code=1)
    assert done.stderr == 'etoile: genres does not hold "dance"\n'
    assert kept() == KEPT


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("cast", "nothing says what to change\nhint: etoile set cast WORDS... KEY=VALUE..."),
        ("cast ana", "nothing says what to change\nhint: etoile set cast WORDS... KEY=VALUE..."),
        ("show", "nothing says what to change\nhint: etoile set show KEY=VALUE..."),
        (
            "cast note=x",
            "nothing says which record is meant\nhint: name it by words that it holds, or give --all",
        ),
        (
            "show ana note=x",
            'there is only one show, so that no words choose it: "ana"\nhint: KEY=VALUE changes it',
        ),
        (
            "cast main note+=x",
            "note holds no list: += is for lists\nhint: note=VALUE gives it a value, note= takes it out",
        ),
        ("cast main ids=x", "ids holds a table: a key of it has to be named\nhint: ids.KEY=VALUE"),
        (
            "cast main 'note = x'",
            'not KEY=VALUE: "note = x"\nhint: no blanks belong around the =, so write note=x',
        ),
        (
            "cast main 'aliases += x'",
            'not KEY=VALUE: "aliases += x"\nhint: no blanks belong around the +=, so write aliases+=x',
        ),
        ("cast main note.x=y", "note holds no table: there is no note.x\nhint: note=VALUE"),
        ("cast main note=x note=y", "note is given twice, and holds one value"),
        ("cast main aliases=x aliases=", "aliases is to be changed in several ways at once"),
        ("cast main aliases+=", 'no value is given: "aliases+="\nhint: aliases= takes the key out'),
        (
            "cast main a.b.c=x",
            'not KEY=VALUE: "a.b.c=x"\nhint: a value with blanks has quotes: title="The Swap"',
        ),
        (
            "cast main nte=",
            (
                'no such key "nte" (did you mean "note"?)\nhint: the keys are name, sort_name, aliases, character, '
                "role, company, billing, profession, known_for, episodes, ids, sources, cites, note"
            ),
        ),
        (
            "cats main note=x",
            (
                'no section "cats" (did you mean "cast"?)\nhint: the sections are show, cast, creators, crew, '
                "companies, settings, seasons, episodes, availability, trailers, reception, awards, images, sources"
            ),
        ),
    ],
)
def test_wrong_usage_is_told_with_what_to_write(asked: str, told: str) -> None:
    done = run(f"etoile set {asked}", code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "show title=",
            'mine.toml:4:1: error[missing-key]: show: "title" is missing\n',
        ),
        (
            "cast main sources+=sight",
            (
                'mine.toml:13:20: error[unknown-source]: cast "Ana Ruiz": "sources", item 2: names "sight", and '
                "there is no such source\n"
            ),
        ),
        (
            "episodes one runtime=0 released=soon",
            (
                'mine.toml:29:12: error[wrong-type]: episode "One": "released" must be a date,'
                ' or a string like "2025-04" '
                'or "2025", found the string "soon"\n'
                'mine.toml:30:11: error[bad-value]: episode "One": "runtime" must be an integer from 1 to 99999, '
                "found the integer 0\n"
            ),
        ),
        (
            "cast 花 billing=star",
            (
                'mine.toml:23:11: error[bad-value]: cast "山田 花子": "billing" must be one of "main", "recurring", '
                '"guest", found the string "star" (did you mean "main"?)\n'
            ),
        ),
        (
            "episodes S01E01 'released=24 April 2025'",
            (
                'mine.toml:29:12: error[wrong-type]: episode "One": "released" must be a date, or a string like '
                '"2025-04" or "2025", found the string "24 April 2025" (write 2025-04-24)\n'
            ),
        ),
        (
            "show sources=nosuch",
            (
                'mine.toml:7:12: error[unknown-source]: show: "sources", item 1: names "nosuch", and there is no such '
                "source\n"
            ),
        ),
        (
            "show tile=x",
            'mine.toml:7:1: error[unknown-key]: show: no such key "tile" ("title" is there already)\n',
        ),
    ],
)
def test_what_would_break_the_catalogue_is_refused_at_its_place_in_the_file(asked: str, told: str) -> None:
    done = run(f"etoile set {asked}", code=4)
    what = "this error" if told.count("\n") == 1 else "these errors"
    assert (done.stdout, done.stderr) == ("", f"{told}hint: nothing was written: the change would bring {what}\n")
    assert kept() == KEPT


def test_errors_that_were_there_before_keep_nothing_from_being_changed(mine: Path) -> None:
    broken = KEPT.replace('sources = ["site"]', 'sources = ["gone"]')
    mine.write_text(broken, encoding="utf-8")
    done = run("etoile set show title='The Door'")
    assert done.stderr == "etoile: show: title: The Gate → The Door\n"
    assert kept() == broken.replace("The Gate", "The Door")


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_a_section_answers_to_each_of_its_names(section: Section) -> None:
    for name in (section.key, section.command, section.singular, *section.other_names, *section.tried_as):
        done = run(f"etoile set '{name.upper()}' zzz note=x", code=1)
        assert done.stderr.startswith(f"etoile: nothing in {section.command}")


def test_a_text_that_is_not_utf_8_is_refused() -> None:
    done = run_process("etoile set show title=\udcff", code=2)
    assert done.stderr == 'etoile: error: the value of title is not UTF-8: "title=\\udcff"\n'
    assert kept() == KEPT


@pytest.mark.parametrize("text", ["a\tb", "a\nb\n", '"""', "\x1b[31m", "[bold]x[/bold]", "\\u0041", "\u202e", "'"])
def test_any_text_is_kept_as_it_is_and_shown_safely(text: str) -> None:
    done = run(shlex.join(["etoile", "set", "show", f"note={text}"]))
    assert tomli.loads(kept())["show"]["note"] == text
    assert not set(done.stderr.removesuffix("\n")) & set("\x1b\n\t\u202e")


def test_an_id_that_others_name_changes_with_them_alone() -> None:
    done = run("etoile set sources site id=other", code=4)
    assert done.stderr.endswith(
        "hint: nothing was written: the change would bring these errors; what names the record has to change with it, "
        "which etoile edit can do\n"
    )
    assert kept() == KEPT


@pytest.mark.parametrize(
    ("asked", "gone"),
    [
        ("cast 花子 name=Hanako cites.name=", 'cites.name = ["site"]\n'),
        ("cast 花子 name=Hanako cites=", 'cites.name = ["site"]\n'),
        ("cast 花子 name=Hanako cites.name-=site", 'cites.name = ["site"]\n'),
    ],
)
def test_the_sources_of_a_value_may_go_in_the_same_command(asked: str, gone: str) -> None:
    run(f"etoile set {asked} -c mine.toml")
    assert kept() == KEPT.replace("山田 花子", "Hanako").replace(gone, "")


@pytest.mark.parametrize("more", ["cites.character=", "cites=", "cites.character-=site"])
def test_a_value_may_go_with_its_sources_in_one_command(more: str, mine: Path) -> None:
    mine.write_text(KEPT.replace("cites.name", "cites.character"), encoding="utf-8")
    done = run(f"etoile set cast 花子 character= {more} -c mine.toml")
    assert kept() == KEPT.replace('character = "花"\ncites.name = ["site"]\n', "")
    assert done.stderr == "etoile: cast: - 山田 花子 (花)\netoile: cast: + 山田 花子\n"


@pytest.mark.parametrize("asked", ["ids= ids.imdb=nm4", "ids.imdb=nm4 ids=", "ids= ids.imdb="])
def test_a_table_and_a_key_of_it_are_not_changed_in_one_command(asked: str) -> None:
    done = run(f"etoile set cast main {asked} -c mine.toml", code=2)
    assert (done.stderr, kept()) == ("etoile: error: ids is to be changed in several ways at once\n", KEPT)


def test_in_a_record_in_braces_one_key_of_a_table_may_come_while_another_goes(mine: Path) -> None:
    text = 'format = 1\ncast = [\n  { name = "Ana", ids.imdb = "nm0000001" },\n]\n[show]\ntitle = "T"\n'
    mine.write_text(text, encoding="utf-8")
    run("etoile set cast ana ids.imdb= ids.tvdb=4 -c mine.toml")
    assert kept() == text.replace('ids.imdb = "nm0000001"', 'ids.tvdb = "4"')

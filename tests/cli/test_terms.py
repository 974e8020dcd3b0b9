"""Terms on the command line: what each finds, and what is said of one that asks for what there is not."""

import subprocess
from pathlib import Path

import pytest

from etoile_cli.catalogue.reader import parse
from etoile_cli.listing.search import search
from etoile_cli.listing.views.found import found
from etoile_cli.text.styles import MARK
from tests.door import run
from tests.programs import required

CATALOGUE = """
format = 1

[show]
title = "Étoile"
premiere = "2025"
runtime = [52, 75]
countries = ["US"]
languages = ["en", "fr-CA"]
titles = { ko = "에투알", ja = "エトワール" }
ids = { imdb = "tt1" }

[[companies]]
id = "lbn"
name = "Le Ballet National"
country = "FR"
fictional = true

[[companies]]
id = "mbt"
name = "Metropolitan Ballet Theater"
kind = "story"
country = "US"
fictional = false

[[cast]]
name = "Lou de Laâge"
company = "lbn"
billing = "main"
episodes = ["S01", "S02E01-S02E13"]
known_for = ["The Innocents"]
sources = ["wtw"]
cites = { name = ["bww"] }

[[cast]]
name = "Luke Kirby"
company = "mbt"
billing = "recurring"
episodes = ["S01E07"]
note = "At 10:30 he leaves."

[[episodes]]
season = 1
number = 1
title = "One"
released = 2025-04-24
runtime = 52

[[episodes]]
season = 1
number = 2
through = 3
title = "Two"
released = "2025-05"
runtime = 110

[[episodes]]
season = 0
number = 1
title = "Special"
released = "2026"
follows = "S01E02"

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["worldwide"]
except = ["KR"]
checked = 2025-06-06

[[availability]]
service = "Canal"
offer = "rent"
regions = ["FR"]
checked = 2025-06-06

[[sources]]
id = "wtw"
title = "Guide"
publisher = "What to Watch"
url = "https://example.org/a?b=c:d"

[[sources]]
id = "bww"
title = "Trailer"
publisher = "BroadwayWorld"
url = "https://example.org/b"
"""


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "my.toml"
    path.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setenv("ETOILE_CATALOGUE", str(path))
    return path


LOU, LUKE, ONE, TWO, SPECIAL = "Lou de Laâge", "Luke Kirby", "S01E01", "S01E02", "S00E01"
PRIME, CANAL = "Prime Video", "Canal"


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("cast billing:main", [LOU]),
        ("cast billing:MAIN company:lbn", [LOU]),
        ("cast company:ballet", [LOU, LUKE]),
        ("cast 'company:le ballet national'", [LOU]),
        ("cast 'known for:innocents'", [LOU]),
        ("cast name:laage ballet", [LOU]),
        ("cast 'name:=luke kirby'", [LUKE]),
        ("cast name:=luke", []),
        ("cast 'known_for:=the innocents'", [LOU]),
        ("cast known_for:=innocents", []),
        ("cast not:has:note", [LOU]),
        ("cast not:kirby", [LOU]),
        ("cast not:S01E01", [LUKE]),
        ("cast not:10:30", [LOU]),
        ("cast not:https://example.org", [LOU, LUKE]),
        ("cast not:note:10:30", [LOU]),
        ("cast 'not:season 2'", [LUKE]),
        ("cast note:10:30", [LUKE]),
        ("cast 10:30", [LUKE]),
        ("cast company:", [LOU, LUKE]),
        ("cast episodes:S02E05", [LOU]),
        ("cast episodes:s02e5..s02e7", [LOU]),
        ("cast episode:S01E07", [LOU, LUKE]),
        ("cast episodes:S01E08..", [LOU]),
        ("cast episodes:..S01E07", [LOU, LUKE]),
        ("cast episodes:=S01E07", [LUKE]),
        ("cast not:episodes:S02", [LUKE]),
        ("cast source:bww", [LOU]),
        ("cast source:broadway", [LOU]),
        ("cast cites.name:bww", [LOU]),
        ("cast not:source:bww", [LUKE]),
        ("cast --billing main --company lbn", [LOU]),
        ("episodes released:2025-04", [ONE]),
        ("episodes released:2025-05-10", [TWO]),
        ("episodes released:2025", [ONE, TWO]),
        ("episodes released:2025-05..", [TWO, SPECIAL]),
        ("episodes released:..2025-05-01", [ONE, TWO]),
        ("episodes released:=2026", [SPECIAL]),
        ("episodes 'released:24 april 2025'", [ONE]),
        ("episodes 'released:May 2025..'", [TWO, SPECIAL]),
        ("episodes runtime:50..60", [ONE]),
        ("episodes 'runtime:110 minutes..'", [TWO]),
        ("episodes runtime:..52", [ONE]),
        ("episodes episode:S01E03", [TWO]),
        ("episodes episode:S01E02..", [TWO]),
        ("episodes season:specials", [SPECIAL]),
        ("episodes season:s01", [ONE, TWO]),
        ("episodes season:1..2", [ONE, TWO]),
        ("episodes follows:S01", [SPECIAL]),
        ("where-to-watch region:fr", [PRIME, CANAL]),
        ("where-to-watch regions:france service:prime", [PRIME]),
        ("where-to-watch regions:=fr", [CANAL]),
        ("where-to-watch regions:=worldwide", [PRIME]),
        ("where-to-watch regions:kr not:region:jp", []),
        ("where-to-watch not:kr", [PRIME, CANAL]),
        ("where-to-watch 'not:united states'", [CANAL]),
        ("where-to-watch except:korea", [PRIME]),
        ("where-to-watch france offer:rent", [CANAL]),
        ("companies country:france", ["lbn"]),
        ("companies country:us", ["mbt"]),
        ("companies country:united", ["mbt"]),
        ("companies fictional:no", ["mbt"]),
        ("companies not:fictional:yes", ["mbt"]),
        ("companies not:has:kind", ["lbn"]),
        ("sources url:c:d", ["wtw"]),
        ("sources cited:1", ["wtw", "bww"]),
        ("sources cited:2..", []),
    ],
)
def test_a_term_keeps_the_records_whose_key_holds_it(command: str, names: list[str]) -> None:
    done = run(f"etoile {command}", code=0 if names else 1)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == names


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("titles.ko:에투알", ["show\tÉtoile\ttitles: ko=에투알"]),
        ("ids.imdb:TT1", ["show\tÉtoile\tids: imdb=tt1"]),
        ("languages:french", ["show\tÉtoile\tlanguages: fr-CA"]),
        ("language:en", ["show\tÉtoile\tlanguages: en"]),
        ("runtime:60", ["show\tÉtoile\truntime: 52; 75"]),
        ("country:us", ["show\tÉtoile\tcountries: US", "companies\tMetropolitan Ballet Theater\tcountry: US"]),
        ("source:bww", [f"cast\t{LOU}\tcites: name=bww"]),
        ("section:cast has:note", [f"cast\t{LUKE}\tnote: At 10:30 he leaves."]),
        ("section:offers 'section:where to watch' fr", ["availability\tCanal\tregions: FR"]),
        ("episodes:S01E07 not:has:note", [f"cast\t{LOU}\tepisodes: S01; S02E01-S02E13"]),
        ("fictional:yes", ["companies\tLe Ballet National\tfictional: true"]),
        ("name:laage ballet", [f"cast\t{LOU}\tname: Lou de Laâge; company: lbn"]),
        ("cited:1 url:a?b", ["sources\tWhat to Watch: Guide\turl: https://example.org/a?b=c:d; cited: 1"]),
        # A record without the key does not hold the term, and does hold what is turned round.
        ("kirby not:released:2025", [f"cast\t{LUKE}\tname: Luke Kirby"]),
        ("bww not:section:sources", [f"cast\t{LOU}\tcites: name=bww"]),
        ("lou not:bww", []),
    ],
)
def test_search_asks_every_section_and_tells_where(words: str, printed: list[str]) -> None:
    done = run(f"etoile search {words}", code=0 if printed else 1)
    assert done.stdout.splitlines() == printed


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        ("cast billing:mian", 'billing takes main, recurring or guest, not "mian" (did you mean "main"?)', ""),
        (
            "episodes released:2025-13..",
            'released takes a date such as 2025-04-24, 2025-04 or 2025, not "2025-13"',
            "a range is 2025-04..2025-06, 2025-04.. or ..2025-06",
        ),
        (
            "episodes released:2025-02-30",
            'released takes a date such as 2025-04-24, 2025-04 or 2025, not "2025-02-30"',
            "a range is 2025-04..2025-06, 2025-04.. or ..2025-06",
        ),
        (
            "episodes released:2026..2025",
            'the range of released ends before it begins: "released:2026..2025"',
            "the other way round it is released:2025..2026",
        ),
        ("episodes runtime:abc..", 'runtime takes a number, not "abc"', "a range is 50..60, 50.. or ..60"),
        ("episodes number:1.5", 'number takes a number, not "1.5"', "a range is 1..10, 1.. or ..10"),
        (
            "episodes season:one",
            'season takes a season such as 2, S02 or specials, not "one"',
            "a range is 1..3, 1.. or ..3",
        ),
        (
            "cast episodes:pilot",
            'episodes takes an episode, a season or a run such as S01E07, S02 or S02E01-S02E13, not "pilot"',
            "a range is S02E03..S02E05, S02E03.. or ..S02E05",
        ),
        (
            "cast episodes:S02E05-S02E01",
            'episodes takes an episode, a season or a run such as S01E07, S02 or S02E01-S02E13, not "S02E05-S02E01"',
            "a range is S02E03..S02E05, S02E03.. or ..S02E05",
        ),
        ("companies fictional:maybe", 'fictional takes yes or no, not "maybe"', ""),
        (
            "companies country:frnace",
            'country takes a country, not "frnace" (did you mean "france"?)',
            "it is given by its name, or by its ISO 3166 code such as FR",
        ),
        ("cast company:=", "nothing says what company is to be", "not:has:company finds what has none"),
        (
            "cast has:ntoe",
            'no such key "ntoe" (did you mean "note"?)',
            (
                "the keys are name, sort_name, aliases, character, role, company, billing, profession, known_for, "
                "episodes, ids, sources, cites, note"
            ),
        ),
        ("search not:has:ntoe", 'no such key "ntoe" (did you mean "note"?)', ""),
        ("search has:title.ko", 'no such key "title.ko" (did you mean "titles.ko"?)', ""),
        ("search has:", 'no key stands behind "has:"', "such as has:note"),
        (
            "companies not:has:",
            'no key stands behind "has:"',
            "the keys are id, name, kind, city, country, fictional, sources, cites, note",
        ),
        ("search not:", 'nothing stands behind "not:"', "a word or a term does: not:dancer, not:has:note"),
        ("cast lou not:not:", 'nothing stands behind "not:"', "a word or a term does: not:dancer, not:has:note"),
        ("people not:", 'nothing stands behind "not:"', "a word or a term does: not:dancer, not:has:note"),
        ("where-to-watch not:", 'nothing stands behind "not:"', "a word or a term does: not:dancer, not:has:note"),
        ("search not:bilng:main", 'no such key "bilng" (did you mean "billing"?)', ""),
        ("search not:nokey:x", 'no such key "nokey"', ""),
        (
            "remove companies not:contry:fr",
            'no such key "contry" (did you mean "country"?)',
            "the keys are id, name, kind, city, country, fictional, sources, cites, note",
        ),
        (
            "search kind:scor",
            (
                "kind takes story, production or distribution; trailer, teaser or clip; score or review, "
                'not "scor" (did you mean "score"?)'
            ),
            "",
        ),
        (
            "search section:casst",
            'no section "casst" (did you mean "cast"?)',
            (
                "the sections are show, cast, creators, crew, companies, settings, seasons, episodes, availability, "
                "trailers, reception, awards, images, sources"
            ),
        ),
        ("remove cast billing:mian", 'billing takes main, recurring or guest, not "mian" (did you mean "main"?)', ""),
    ],
)
def test_a_value_that_a_key_can_not_have_is_wrong_usage(command: str, message: str, hint: str) -> None:
    done = run(f"etoile {command}", code=2)
    assert done.stdout == ""
    assert done.stderr == f"etoile: error: {message}\n" + (f"hint: {hint}\n" if hint else "")


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        (
            "cast bilng:main",
            'nothing in cast matches "bilng:main"',
            'no such key "bilng" (did you mean "billing:main"?)',
        ),
        (
            "cast not:kirby hsa:note",
            'nothing in cast matches "not:kirby" and "hsa:note"',
            'no such key "hsa" (did you mean "has:note"?)',
        ),
        (
            "cast kwnon-for:x",
            'nothing in cast matches "kwnon-for:x"',
            'no such key "kwnon-for" (did you mean "known_for:x"?)',
        ),
        ("search bilng:main", 'nothing matches "bilng:main"', 'no such key "bilng" (did you mean "billing:main"?)'),
        (
            "remove cast bilng:main",
            'nothing in cast matches "bilng:main"',
            'no such key "bilng" (did you mean "billing:main"?)',
        ),
        (
            "search title.ko:에투알알",
            'nothing matches "title.ko:에투알알"',
            'no such key "title.ko" (did you mean "titles.ko:에투알알"?)',
        ),
        (
            "search titles.:porto",
            'nothing matches "titles.:porto"',
            'no such key "titles." (did you mean "titles:porto"?)',
        ),
        ("search nokey:x", 'nothing matches "nokey:x"', 'no such key "nokey"'),
        (
            "companies lbn nokey:x",
            'nothing in companies matches "lbn" and "nokey:x"',
            'no such key "nokey"; the keys are id, name, kind, city, country, fictional, sources, cites, note',
        ),
        ("people rloe:x", 'nothing in people matches "rloe:x"', 'no such key "rloe" (did you mean "role:x"?)'),
        (
            "people country:fr",
            'nothing in people matches "country:fr"',
            (
                'no such key "country"; the keys are episodes, name, sort_name, aliases, professions, known_for, ids, '
                "parts, roles, awards, shows"
            ),
        ),
        ("cast not:has:name", 'nothing in cast matches "not:has:name"', ""),
        (
            "where-to-watch not:region:de not:region:fr",
            'nothing in where-to-watch matches "not:region:de" and "not:region:fr"',
            "",
        ),
        ("cast http://x", 'nothing in cast matches "http://x"', ""),
        ("cast 11:30", 'nothing in cast matches "11:30"', ""),
        ("cast billing:guest", 'nothing in cast matches "billing:guest"', ""),
        ("cast company:nonesuch", 'nothing in cast matches "company:nonesuch"', ""),
        ("cast --billing guest", 'nothing in cast matches billing "guest"', ""),
        ("where-to-watch not:france", 'nothing in where-to-watch matches not region "FR" (France)', ""),
        (
            "where-to-watch kr regions:fr",
            'nothing in where-to-watch matches "regions:fr" and region "KR" (South Korea)',
            "",
        ),
    ],
)
def test_where_nothing_matches_a_key_that_is_near_is_named(command: str, message: str, hint: str) -> None:
    done = run(f"etoile {command}", code=1)
    assert done.stdout == ""
    assert done.stderr == f"etoile: {message}\n" + (f"hint: {hint}\n" if hint else "")


def test_terms_choose_what_is_changed(catalogue: Path) -> None:
    assert run("etoile set cast company:=mbt billing=main").stderr == (
        "etoile: cast: Luke Kirby: billing: recurring → main\n"
    )
    assert run("etoile remove episodes released:2026..").stderr == "etoile: episodes: - S00E01 Special\n"
    done = run("etoile set cast billing:main note=x", code=2)
    assert done.stderr.splitlines()[0] == ("etoile: error: 2 records in cast match, and only one is to be changed:")
    assert (
        run("etoile set cast 'lou de laage' billing:main note=x").stderr == "etoile: cast: Lou de Laâge: note: + x\n"
    )
    assert parse(catalogue.read_bytes()).cast[0].note == "x"


@pytest.mark.usefixtures("catalogue")
def test_of_namesakes_the_one_is_chosen_that_is_called_as_the_words_besides_terms() -> None:
    run("etoile add cast name='Luke Kirby Junior' billing=recurring sources=wtw")
    done = run("etoile set cast billing:recurring 'luke kirby' role=x")
    assert done.stderr == "etoile: cast: Luke Kirby: role: + x\n"


@pytest.fixture
def unreadable(catalogue: Path) -> Path:
    text = CATALOGUE.replace('"recurring"', '"recuring"').replace("runtime = 110", 'runtime = "110"')
    catalogue.write_text(text, encoding="utf-8")
    return catalogue


@pytest.mark.usefixtures("unreadable")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("set cast billing:recuring role=x", 'cast: Luke Kirby: role: + "x"'),
        ("set cast not:billing:main role=x", 'cast: Luke Kirby: role: + "x"'),
        ("set cast not:has:note role=x", 'cast: Lou de Laâge: role: + "x"'),
        ("set cast not:kirby role=x", 'cast: Lou de Laâge: role: + "x"'),
        ("set cast company:=lbn role=x", 'cast: Lou de Laâge: role: + "x"'),
        ("set cast source:bww role=x", 'cast: Lou de Laâge: role: + "x"'),
        ("set cast cites.name:bww role=x", 'cast: Lou de Laâge: role: + "x"'),
        ("set episodes episode:S01E02 synopsis=x", 'episodes: S01E02 Two: synopsis: + "x"'),
        ("set episodes released:2025-04 synopsis=x", 'episodes: S01E01 One: synopsis: + "x"'),
        ("set companies fictional:no city=x", 'companies: Metropolitan Ballet Theater (mbt): city: + "x"'),
    ],
)
def test_a_catalogue_that_can_not_be_read_is_asked_for_what_is_written(command: str, told: str) -> None:
    done = run(f"etoile {command} --dry-run")
    assert told in done.stderr.replace("etoile: ", "").splitlines()


@pytest.mark.usefixtures("unreadable")
def test_no_range_is_compared_in_a_catalogue_that_can_not_be_read() -> None:
    done = run("etoile set episodes released:2025-05.. title=x", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        (
            "etoile: error: a range can't be compared in a catalogue that can't be read: \"released:2025-05..\"\n"
            "hint: words, key:text and has:key choose in it; etoile check tells what is wrong with it\n"
        ),
    )


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (["company:ballet"], ["Ballet"] * 2),
        (["company:lbn"], ["lbn"]),
        (["name:laage"], ["Laâge"]),
        (["name:laage", "innocents"], ["Laâge", "Innocents"]),
        (["runtime:60", "section:show"], ["52–75 minutes"]),
        (["episodes:S02E05"], ["S02E01–S02E13"]),
        (["episode:S01E01", "section:episodes"], ["S01E01"]),
        (["country:us", "section:show"], ["US"]),
        (["released:2025-05", "section:episodes"], ["2025-05"]),
        (["released:2025-05..", "section:episodes"], ["May 2025", "2026"]),
        (["has:note"], []),
        (["not:kirby", "section:cast"], []),
        # Under another key, the text of a term is no more than any other.
        (["billing:main", "not:has:role"], ["main"]),
    ],
)
def test_what_a_term_found_is_marked_under_its_key(words: list[str], marked: list[str]) -> None:
    lines = found(search(parse(CATALOGUE.encode()), words), words, 80)
    assert [text for line in lines for text, style in line if style == MARK] == marked


@pytest.mark.usefixtures("catalogue")
def test_a_table_shows_the_column_that_a_term_is_about() -> None:
    narrow = {"COLUMNS": "44"}
    assert "episodes" not in run("etoile cast name:lou -f table", env=narrow).stdout
    assert "episodes" in run("etoile cast episodes:S02E05 -f table", env=narrow).stdout


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("cast billing:main", "the catalogue records nothing under cast"),
        ("cast not:has:note", "the catalogue records nothing under cast"),
        ("search billing:main", 'nothing matches "billing:main"'),
    ],
)
def test_in_an_empty_section_nothing_is_found(command: str, message: str, minimal: str) -> None:
    done = run(f"etoile -c {minimal} {command}", code=1)
    assert (done.stdout, done.stderr) == ("", f"etoile: {message}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_term_without_blanks_needs_quotes(shell: str) -> None:
    terms = [
        "billing:main",
        "company:=lbn",
        "released:2025-04..2025-06",
        "runtime:..60",
        "not:has:ids.imdb",
        "a:=b..c",
    ]
    done = subprocess.run(
        [required(shell), "-c", f"printf '%s\\n' {' '.join(terms)}"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines() == terms

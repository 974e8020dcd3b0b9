"""What Kodi and Jellyfin find in the directory that `etoile export nfo` writes."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pytest
from hypothesis import given

from etoile_cli.catalogue.enumerations import Status, TrailerKind
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import (
    Catalogue,
    Trailer,
)
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Contributor, Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.export.nfo import nfo
from etoile_cli.export.slugs import slug
from etoile_cli.text.dates import PartialDate
from tests.controls import controls_in
from tests.door import CHECKOUT, run, run_process
from tests.export.libraries import (
    STATUS,
    Found,
    expected_episodes,
    expected_season,
    expected_show,
    jellyfin_episodes,
    jellyfin_writers,
    kodi_writers,
    read,
    read_episodes,
)
from tests.strategies import brief, catalogues

SHIPPED = "data/etoile.toml"
FULL = "tests/data/full.toml"
SEASONS = "tests/data/seasons.toml"
PATHS = [SHIPPED, FULL, SEASONS, "tests/data/hostile.toml", "tests/data/minimal.toml"]

# The characters that there are in XML 1.0 (section 2.2).
CHARACTERS = re.compile("[\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def about(text: str = "The Show", *, of_show: dict[str, Any] | None = None, **more: Any) -> Catalogue:
    return Catalogue(format=1, show=Show(title=text, **of_show or {}), **more)


def files(catalogue: Catalogue) -> dict[str, str]:
    return {name: "".join(f"{line}\n" for line in lines) for name, lines in nfo(catalogue).items()}


def show_file(catalogue: Catalogue) -> Found:
    return read(files(catalogue)["tvshow.nfo"])


def assert_as_expected(catalogue: Catalogue) -> None:
    of_show, *others = files(catalogue).values()
    of_seasons, of_episodes = others[: len(catalogue.seasons)], others[len(catalogue.seasons) :]
    found = read(of_show)
    assert found == expected_show(catalogue)
    assert list(map(read, of_seasons)) == [expected_season(each, catalogue) for each in catalogue.seasons]
    assert list(map(read_episodes, of_episodes)) == [expected_episodes(each, catalogue) for each in catalogue.episodes]


@pytest.mark.parametrize("path", PATHS)
def test_the_files_hold_what_the_catalogue_does(path: str) -> None:
    assert_as_expected(parse((CHECKOUT / path).read_bytes()))


@brief
@given(catalogues)
def test_the_files_hold_what_any_catalogue_does(catalogue: Catalogue) -> None:
    assert_as_expected(catalogue)


@brief
@given(catalogues)
def test_any_file_is_xml_of_its_kind(catalogue: Catalogue) -> None:
    for name, text in files(catalogue).items():
        assert CHARACTERS.fullmatch(text)
        assert controls_in(text) <= {"\n"}
        first, end, _ = text.partition("</episodedetails>\n")
        document = minidom.parseString(f"{first}{end}".encode())
        kinds = {"t": "tvshow", "S": "episodedetails"} | ({"S": "season"} if name.startswith("Season") else {})
        assert document.documentElement.tagName == kinds[name[0]]
        assert (document.version, document.encoding, document.standalone) == ("1.0", "UTF-8", True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("]]>", "]]>"),
        ("<a b='c'>&amp;</a> \"", "<a b='c'>&amp;</a> \""),
        ("a\r\n b\tc", "a b c"),
        ("\0\x1b\x7f\x9b\u202e", r"\u0000\u001b\u007f\u009b\u202e"),
        ("\ufffe\uffff", r"\ufffe\uffff"),
        ("\ufeff\ufdd0\U0001fffe\U0010ffff👩‍👩‍👧‍👦", "\ufeff\ufdd0\U0001fffe\U0010ffff👩‍👩‍👧‍👦"),
    ],
)
def test_a_text_is_read_as_it_is(text: str, shown: str) -> None:
    of_show = {"ids": {f"x{text}x": f"1{text}1"}, "genres": (text,), "premise": f"{text}\n\n{text}"}
    creators, cast = (Contributor(name=text),), (CastMember(name=text, character=text),)
    found = show_file(about(text, of_show=of_show, creators=creators, cast=cast))
    assert found.pop("uniqueid")[1:] == [(f"x{shown}x", f"1{shown}1", None)]
    assert found == {
        "title": [shown],
        "plot": [f"{shown}\n\n{shown}"],
        "genre": [shown],
        "credits": [shown],
        "actor": [(shown, shown)],
    }


def test_who_created_the_show_is_in_its_credits() -> None:
    names = ["Amy Sherman-Palladino", "Daniel Palladino", "Amy Sherman-Palladino", " "]
    text = files(about(creators=tuple(Contributor(name=name) for name in names)))["tvshow.nfo"]
    assert kodi_writers(text) == jellyfin_writers(text) == names[:2]


@pytest.mark.parametrize(
    ("premise", "plot"), [("A.\nB.\n\nC.", "A. B.\n\nC."), (None, "The logline."), (" ", "The logline.")]
)
def test_the_plot_is_the_premise_or_else_the_logline(premise: str | None, plot: str) -> None:
    assert show_file(about(of_show={"premise": premise, "logline": "The logline."}))["plot"] == [plot]


@pytest.mark.parametrize(("status", "word"), STATUS.items())
def test_a_status_is_said_in_a_word_that_jellyfin_knows(status: Status, word: str) -> None:
    assert show_file(about(of_show={"status": status}))["status"] == [word]


def test_what_is_known_of_a_day_is_the_year_that_libraries_read() -> None:
    released = PartialDate(2017, 5)
    catalogue = about(
        of_show={"premiere": PartialDate(2017), "ended": PartialDate(2021, 6)},
        episodes=(Episode(season=1, number=1, title="One", released=released),),
    )
    of_show, of_episode = map(read, files(catalogue).values())
    assert [of_show.get(name) for name in ("premiered", "year", "enddate")] == [None, ["2017"], None]
    assert [of_episode.get(name) for name in ("aired", "year")] == [None, ["2017"]]


def test_the_run_of_a_show_has_its_days_and_its_minutes() -> None:
    days = {"premiere": date(2017, 5, 2), "ended": date(2021, 12, 3), "runtime": Extent([60])}
    found = show_file(about(of_show=days))
    assert [found.get(name) for name in ("premiered", "year", "enddate", "runtime")] == [
        ["2017-05-02"],
        None,
        ["2021-12-03"],
        ["60"],
    ]
    assert "runtime" not in show_file(about(of_show={"runtime": Extent([52, 75])}))


YOUTUBE = "plugin://plugin.video.youtube/play/?video_id=abcdefg_-12"


@pytest.mark.parametrize(
    ("address", "kind", "found"),
    [
        ("https://www.youtube.com/watch?v=abcdefg_-12", "page", [YOUTUBE]),
        ("https://www.youtube.com/watch?v=abcdefg_-12", None, [YOUTUBE]),
        ("http://m.youtube.com/watch?list=v&v=abcdefg_-12&t=1s", "page", [YOUTUBE]),
        ("https://youtu.be/abcdefg_-12?si=x", "page", [YOUTUBE]),
        ("HTTPS://YouTube.com/watch?v=abcdefg_-12", "page", [YOUTUBE]),
        ("https://youtu.be/ééééééééééé", "page", []),
        ("https://www.youtube.com/watch?v=abcdefg_-12", "search", []),
        ("https://www.youtube.com/results?search_query=v=abcdefg_-12", "page", []),
        ("https://www.youtube.com/watch?v=abcdefg_-123", "page", []),
        ("https://example.org/https://youtu.be/abcdefg_-12", "page", []),
        ("https://youtu.be.example.org/abcdefg_-12", "page", []),
        ("javascript://youtu.be/abcdefg_-12", "page", []),
    ],
)
def test_a_trailer_is_a_video_that_the_add_ons_for_youtube_play(
    address: str, kind: str | None, found: list[str]
) -> None:
    trailer = Trailer(title="A", url=address, url_kind=kind)
    assert show_file(about(trailers=(trailer,))).get("trailer", []) == found


def test_there_is_one_trailer_as_kodi_reads_but_the_first() -> None:
    addresses = ("https://example.org/", "https://youtu.be/abcdefg_-12", "https://youtu.be/abcdefghijk")
    trailers = tuple(Trailer(title="A", url=address) for address in addresses)
    assert show_file(about(trailers=trailers))["trailer"] == [YOUTUBE]


def test_the_cast_keeps_its_order() -> None:
    of_show = ET.fromstring(files(parse((CHECKOUT / SHIPPED).read_bytes()))["tvshow.nfo"])
    assert [element.text for element in of_show.iterfind("actor/order")] == [str(number) for number in range(25)]


def test_who_has_no_name_is_no_actor() -> None:
    assert "actor" not in show_file(about(cast=(CastMember(name=" ", character="The Ghost"),)))


def test_who_plays_two_parts_is_one_actor_with_both() -> None:
    cast = (CastMember(name="A", character="B"), CastMember(name="C"), CastMember(name="A", character="D"))
    assert show_file(about(cast=cast))["actor"] == [("A", "B / D"), ("C", None)]


def test_a_clip_is_no_trailer() -> None:
    clip = Trailer(title="A", kind=TrailerKind.CLIP, url="https://youtu.be/abcdefg_-12")
    assert "trailer" not in show_file(about(trailers=(clip,)))


def test_a_part_is_once_in_the_file_of_an_episode() -> None:
    cast = (CastMember(name="A", episodes=("S01E01", "S01E01")),)
    episode = Episode(season=1, number=1, title="The Title")
    assert read(files(about(cast=cast, episodes=(episode,)))["S01E01.nfo"])["actor"] == [("A", None)]


def test_a_part_is_in_the_files_of_its_episodes() -> None:
    cast = (CastMember(name="A"), CastMember(name="B", episodes=("S01E02", "S02E01")), CastMember(name="C"))
    episodes = tuple(Episode(season=1, number=number, title="The Title") for number in (1, 2))
    first, second = list(files(about(cast=cast, episodes=episodes)).values())[1:]
    assert "actor" not in read(first)
    assert read(second)["actor"] == [("B", None)]


def test_an_episode_that_is_there_twice_has_two_files() -> None:
    episodes = tuple(Episode(season=1, number=2, title=title) for title in ("The First", "The Second"))
    written = files(about(episodes=episodes))
    assert [read(text)["title"] for text in written.values()] == [["The Show"], ["The First"], ["The Second"]]
    assert list(written) == ["tvshow.nfo", "S01E02.nfo", "S01E02 (2).nfo"]


@brief
@given(catalogues)
def test_names_of_files_are_safe_anywhere(catalogue: Catalogue) -> None:
    names = [*nfo(catalogue)]
    expected = ["tvshow", *(f"Season {each.number:02}" for each in catalogue.seasons)]
    expected += [rf"{each.code}(-E[0-9]{{2,}})*" for each in catalogue.episodes]
    assert len(names) == len(expected)
    for name, form in zip(names, expected, strict=True):
        assert re.fullmatch(rf"{form}( \([0-9]+\))?\.nfo", name)
    assert all(re.fullmatch("[A-Za-z0-9-.() ]+", name) for name in names)


def test_seasons_and_films_of_several_episodes_have_files_of_their_own() -> None:
    written = files(parse((CHECKOUT / SEASONS).read_bytes()))
    of_seasons = [f"Season {number:02}.nfo" for number in range(4)]
    of_episodes = ["S00E01.nfo", "S01E01-E02.nfo", "S01E03.nfo", "S02E01.nfo", "S02E02.nfo"]
    assert list(written) == ["tvshow.nfo", *of_seasons, *of_episodes]
    assert written["Season 01.nfo"] == SEASON
    assert written["S01E01-E02.nfo"] == FILM
    assert jellyfin_episodes(written["S01E01-E02.nfo"]) == (1, 2)
    assert jellyfin_episodes(written["S01E03.nfo"]) == (3, None)


def test_a_special_is_shown_before_the_episode_after_the_one_that_it_follows() -> None:
    written = files(parse((CHECKOUT / SEASONS).read_bytes()))
    found = read(written["S00E01.nfo"])
    # It follows the second half of a film of two episodes, S01E01 and S01E02.
    assert (found["displayseason"], found["displayepisode"]) == (["1"], ["3"])
    assert "displayseason" not in read(written["S01E03.nfo"])


def test_a_special_that_follows_a_special_is_shown_where_that_one_is() -> None:
    def special(number: int, follows: str | None, through: int | None = None) -> Episode:
        return Episode(season=0, number=number, through=through, title="E", follows=follows)

    specials = [special(1, "S02E07", 2), special(3, "S00E02"), special(4, "S00E03"), special(5, "S00E06")]
    specials += [special(6, "S00E05"), special(7, "S00E08"), special(8, None)]
    written = files(Catalogue(format=1, show=Show(title="S"), episodes=tuple(specials)))
    found = {name: read_episodes(text)[0] for name, text in written.items() if name.startswith("S00")}
    assert {name: (each.get("displayseason"), each.get("displayepisode")) for name, each in found.items()} == {
        "S00E01-E02.nfo": (["2"], ["8"]),
        "S00E03.nfo": (["2"], ["8"]),
        "S00E04.nfo": (["2"], ["8"]),
        # These two follow each other.
        "S00E05.nfo": (["0"], ["7"]),
        "S00E06.nfo": (["0"], ["6"]),
        "S00E07.nfo": (["0"], ["9"]),
        "S00E08.nfo": (None, None),
    }


def test_a_film_of_too_many_episodes_is_read_as_its_first() -> None:
    written = files(about(episodes=(Episode(season=1, number=1, through=99_999, title="A"),)))
    assert list(written) == ["tvshow.nfo", "S01E01.nfo"]
    assert len(read_episodes(written["S01E01.nfo"])) == 1


SEASON = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<season>
  <title>Beginnings</title>
  <seasonnumber>1</seasonnumber>
  <plot>A heist is planned.</plot>
  <premiered>2017-05-02</premiered>
  <actor>
    <name>In One Season</name>
    <order>0</order>
  </actor>
</season>
"""

FILM = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<episodedetails>
  <title>Pilot</title>
  <showtitle>The Long Return</showtitle>
  <season>1</season>
  <episode>1</episode>
  <plot>They meet.

They part.</plot>
  <aired>2017-05-02</aired>
</episodedetails>
<episodedetails>
  <title>Pilot</title>
  <showtitle>The Long Return</showtitle>
  <season>1</season>
  <episode>2</episode>
  <plot>They meet.

They part.</plot>
  <aired>2017-05-02</aired>
</episodedetails>
"""


def test_a_catalogue_with_a_title_alone_is_one_file(minimal: str, tmp_path: Path) -> None:
    assert exported(tmp_path, minimal) == {
        "tvshow.nfo": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<tvshow>\n"
        "  <title>Untitled</title>\n"
        f'  <uniqueid type="etoile" default="true">{slug("Untitled", None)}</uniqueid>\n'
        "</tvshow>\n"
    }


def exported(directory: Path, catalogue: str) -> dict[str, str]:
    """Return the files that the command writes, by their names."""
    run(f"etoile -c '{catalogue}' export nfo -o '{directory}'")
    return {path.name: path.read_bytes().decode() for path in sorted(directory.iterdir())}


def test_the_shipped_catalogue_is_ten_files(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    written = exported(tmp_path, str(CHECKOUT / SHIPPED))
    assert list(written) == [*(f"S01E0{number}.nfo" for number in range(1, 9)), "Season 01.nfo", "tvshow.nfo"]
    golden("tvshow.nfo", written["tvshow.nfo"])
    assert written["S01E03.nfo"] == EPISODE


EPISODE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<episodedetails>
  <title>The Fish</title>
  <showtitle>Étoile</showtitle>
  <season>1</season>
  <episode>3</episode>
  <aired>2025-04-24</aired>
  <studio>Prime Video</studio>
  <actor>
    <name>Patrick Page</name>
    <role>John</role>
    <order>0</order>
  </actor>
</episodedetails>
"""


def test_the_same_catalogue_gives_the_same_files_any_day_in_any_process(tmp_path: Path) -> None:
    whole = {}
    for seed in ("1", "2"):
        run_process(f"etoile -c '{CHECKOUT / FULL}' export nfo -o '{tmp_path / seed}'", env={"PYTHONHASHSEED": seed})
        whole[seed] = {path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()}
    run(f"etoile -c '{CHECKOUT / FULL}' export nfo -o '{tmp_path / '3'}'", env={"ETOILE_TODAY": "1999-01-01"})
    assert whole["1"] == whole["2"] == {path.name: path.read_bytes() for path in (tmp_path / "3").iterdir()}

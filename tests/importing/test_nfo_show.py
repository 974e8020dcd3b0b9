"""What is taken out of `tvshow.nfo` and `season.nfo`."""

from datetime import date

import pytest

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.nfo.format import NFO
from etoile_cli.importing.reading.file import File, Kind
from tests.importing.nfo_files import DAY, episode, left, samples, show_of, taken, taken_of, xml_file


def test_the_origin_is_the_files_of_the_show() -> None:
    origin = show_of("").origin
    assert origin is not None
    assert (origin.id, origin.title, origin.publisher, origin.url) == ("nfo", "nfo files of A", "", "")


def test_prose_is_left_out_and_counted_unless_it_is_wanted() -> None:
    intake = taken(samples("kodi"), texts=False)
    assert not {"logline", "premise"} & intake.show.keys()
    assert intake.texts_left.total() == 7


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("TV-MA", {"US": "TV-MA"}),
        ("Rated TV-Y7-FV", {"US": "TV-Y7-FV"}),
        ("US: TV-MA / DE:16 / DE:FSK 16", {"US": "TV-MA", "DE": "16"}),
        ("FR-12", {"FR": "12"}),
        ("GB-15", {"GB": "15"}),
        ("Germany:16", {"DE": "16"}),
        ("US:Rated R", {"US": "R"}),
        ("PG-13", None),
        ("NC-17", None),
        ("TV-MA-LSV", None),
        ("QQ-12", None),
        ("Not Rated", None),
    ],
)
def test_an_age_rating_counts_with_its_country(text: str, ratings: dict[str, str] | None) -> None:
    intake = show_of(f"<mpaa>{text}</mpaa>")
    assert intake.show.get("ratings") == ratings
    assert ratings or intake.left_out == [f'the age rating "{text}": says no country']


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Continuing", "running"),
        ("Returning Series", "running"),
        ("ended", "ended"),
        ("Canceled", "cancelled"),
        ("Cancelled", "cancelled"),
        ("In Production", "in-production"),
        ("Planned", None),
        ("Pilot", None),
        ("Unreleased", None),
    ],
)
def test_a_status_counts_if_it_says_where_the_show_stands(said: str, status: str | None) -> None:
    intake = show_of(f"<status>{said}</status>")
    assert intake.show.get("status") == status
    assert bool(intake.left_out) is (status is None)


@pytest.mark.parametrize(
    ("elements", "ids"),
    [
        ('<uniqueid type="etoile">a</uniqueid>', None),
        ('<uniqueid type="themoviedb">12</uniqueid>', {"tmdb": "12"}),
        ('<uniqueid type="tvdb">12</uniqueid><id>12</id>', {"tvdb": "12"}),
        ("<id>tt9000001</id>", {"imdb": "tt9000001"}),
        ('<id IMDB="tt9000001" TVDB="5">5</id>', {"imdb": "tt9000001", "tvdb": "5"}),
        ("<tvdbid>-1</tvdbid><imdb_id/>", None),
    ],
)
def test_ids_have_the_scheme_that_the_file_says(elements: str, ids: dict[str, str] | None) -> None:
    intake = show_of(elements)
    assert intake.show.get("ids") == ids
    assert intake.left_out == []


def test_an_id_without_a_scheme_and_a_second_one_of_a_scheme_are_told() -> None:
    intake = show_of('<id>77</id><uniqueid>78</uniqueid><uniqueid type="tvdb">5</uniqueid><tvdbid>6</tvdbid>')
    assert intake.show["ids"] == {"tvdb": "5"}
    assert intake.left_out == [
        'the id "6" of the show: another of "tvdb" comes before it',
        'the id "78" of the show: is of no database that is named',
        'the id "77" of the show: is of no database that is named',
    ]


def test_a_plot_that_repeats_the_tagline_is_no_premise() -> None:
    intake = show_of("<tagline>It begins.</tagline><plot> It\nbegins.</plot>")
    assert (intake.show["logline"], "premise" in intake.show) == ("It begins.", False)


def test_the_title_of_a_season_counts_if_it_says_more_than_the_number() -> None:
    named = ["Season 1", "season 02", "The Fog", "Specials", "Staffel 5", "Volume 6"]
    shows = "".join(f'<namedseason number="{number}">{title}</namedseason>' for number, title in enumerate(named, 1))
    assert show_of(shows).sections["seasons"] == [
        {"number": 3, "title": "The Fog"},
        {"number": 4, "title": "Specials"},
        {"number": 6, "title": "Volume 6"},
    ]


def test_a_title_of_a_season_that_its_own_file_contradicts_stays_in_the_tree() -> None:
    file = xml_file('<tvshow><title>A</title><namedseason number="1">X</namedseason></tvshow>')
    season = xml_file("<season><seasonnumber>1</seasonnumber><title>Y</title></season>")
    assert taken([file, season]).sections["seasons"] == [{"number": 1, "title": "Y"}]
    assert left([file]) == {"tvshow.namedseason[].@number": 1, "tvshow.namedseason[].#text": 1}


def test_files_of_no_show_are_refused() -> None:
    with pytest.raises(CatalogueError, match=r"^movie\.nfo: is about no show$"):
        taken([xml_file("<movie><title>A</title></movie>", "movie.nfo")])


def test_the_trailer_is_told() -> None:
    assert show_of("<trailer>plugin://x/?id=1</trailer>").left_out == ["the trailer: nfo files don't say its title"]


def test_the_same_show_may_be_there_twice() -> None:
    show = '<tvshow><title>A</title><uniqueid type="imdb">tt9000001</uniqueid></tvshow>'
    assert taken_of(show, show).show == {"title": "A", "ids": {"imdb": "tt9000001"}}


@pytest.mark.parametrize(
    "contents",
    [
        ["<tvshow><title>A</title></tvshow>", "<tvshow><title>B</title></tvshow>"],
        [
            '<tvshow><title>A</title><uniqueid type="imdb">tt9000001</uniqueid></tvshow>',
            '<tvshow><title>A</title><uniqueid type="imdb">tt9000002</uniqueid></tvshow>',
        ],
        [episode(1, 1, "<showtitle>A</showtitle>"), episode(1, 1, "<showtitle>B</showtitle>")],
        [
            "<tvshow><title>A</title></tvshow>",
            episode(1, 1, "<showtitle>A</showtitle>"),
            episode(1, 2, "<showtitle>B</showtitle>"),
        ],
    ],
)
def test_several_shows_are_refused(contents: list[str]) -> None:
    with pytest.raises(UsageError, match=r'^the files hold several shows: "A" and "[AB]"$') as caught:
        taken_of(*contents)
    assert caught.value.hint == "import one show at a time"


def test_the_episodes_say_the_title_of_a_show_that_has_no_file() -> None:
    intake = taken_of(*(episode(1, number, "<showtitle>The Show</showtitle>", str(number)) for number in (1, 2)))
    assert intake.show == {"title": "The Show"}


def test_without_any_title_the_show_has_none() -> None:
    intake = taken_of(episode(1, 1))
    assert intake.show == {}
    assert intake.origin is not None
    assert intake.origin.title == "nfo files"


def test_another_title_of_the_show_in_its_episodes_stays_in_the_tree() -> None:
    files = [
        xml_file("<tvshow><title>Étoile</title></tvshow>"),
        xml_file(episode(1, 1, "<showtitle>Star</showtitle>")),
    ]
    assert taken(files).show == {"title": "Étoile"}
    assert left(files) == {"episodedetails.showtitle[]": 1}


@pytest.mark.parametrize(
    ("content", "is_ours"),
    [
        ("<tvshow/>", True),
        ("<season/>", True),
        (episode(1, 1), True),
        ("<movie><title>A</title></movie>", False),
        ("https://example.org/", False),
    ],
)
def test_files_are_known_by_their_roots(content: str, is_ours: bool) -> None:
    assert NFO.recognises(xml_file(content)) is is_ours
    assert not NFO.recognises(File("x.json", Kind.JSON, {"tvshow": {}}, DAY))


@pytest.mark.parametrize("day", ["0001-01-01", "1601-01-01", "0000-00-00", ""])
def test_the_day_that_stands_for_none_is_none(day: str) -> None:
    intake = show_of(f"<premiered>{day}</premiered><year>2017</year>")
    assert (intake.show["premiere"], intake.left_out) == ("2017", [])


def test_a_year_that_contradicts_the_day_stays_in_the_tree() -> None:
    file = xml_file("<tvshow><title>A</title><premiered>2017-05-06</premiered><year>2018</year></tvshow>")
    assert taken([file]).show["premiere"] == date(2017, 5, 6)
    assert left([file]) == {"tvshow.year[]": 1}

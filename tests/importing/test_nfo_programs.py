"""What is taken out of the files that programs write, each as it writes them."""

from datetime import date

from tests.importing.nfo_files import left, samples, taken


def test_what_kodi_exports_is_taken_in() -> None:
    files = samples("kodi")
    intake = taken(files)
    assert intake.show == {
        "title": "The Lamplighters",
        "original_title": "Les Allumeurs",
        "premiere": date(2021, 3, 4),
        "status": "running",
        "networks": ["Canal Nord", "Harbour TV", "Channel Nine"],
        "genres": ["Drama", "Sci-Fi & Fantasy"],
        "themes": ["harbour"],
        "countries": ["FR", "SU"],
        "ratings": {"US": "TV-14"},
        "runtime": 48,
        "ids": {"imdb": "tt9000001", "tmdb": "9001", "tvdb": "9002"},
        "logline": "Somebody has to keep the light.",
        "premise": "Two sisters light the lamps of a harbour town.\n\nOne night, a lamp answers.",
    }
    assert intake.sections["creators"] == [{"name": "Odile Marchais"}, {"name": "Ben Acker"}]
    assert intake.sections["seasons"] == [{"number": 2, "title": "The Fog"}]
    assert [(each["season"], each["number"], each["title"]) for each in intake.sections["episodes"]] == [
        (0, 1, "Making Light"),
        (1, 1, "Dusk"),
        (1, 2, "Night"),
        (1, 3, "Dawn"),
        (2, 1, "The Long Fog"),
    ]
    assert intake.sections["episodes"][2] == {
        "season": 1,
        "number": 2,
        "title": "Night",
        "released": date(2021, 3, 11),
        "runtime": 48,
        "directors": ["Ben Acker"],
        "writers": ["Odile Marchais"],
        "ids": {"tvdb": "502"},
        "synopsis": "Night happens.",
    }
    assert "follows" not in intake.sections["episodes"][0]
    assert intake.sections["episodes"][4]["through"] == 2
    assert intake.sections["cast"] == [
        {"name": "Ines Volta", "character": "Marthe"},
        {"name": "Tom Quill", "character": "Old Rau"},
        {"name": "Tom Quill", "character": "The Keeper", "episodes": ["S01E02-S01E03"]},
        {"name": "Guy Passant", "character": "A sailor", "episodes": ["S01E02", "S02E01-S02E02"]},
    ]
    assert intake.left_out == [
        'the country "Ruritania": is not known',
        "the trailer: nfo files don't say its title",
        "the place of S00E01: which episode is the last of season 1 is not said",
        "the episodes of 1 part: no file of an episode lists them",
    ]
    assert left(files) == {
        "tvshow.ratings[].rating[].@name": 1,
        "tvshow.ratings[].rating[].@max": 1,
        "tvshow.ratings[].rating[].@default": 1,
        "tvshow.ratings[].rating[].value[]": 1,
        "tvshow.ratings[].rating[].votes[]": 1,
        "tvshow.season[]": 1,
        "tvshow.episode[]": 1,
        "tvshow.thumb[].@aspect": 2,
        "tvshow.thumb[].#text": 2,
        "tvshow.thumb[].@season": 1,
        "tvshow.thumb[].@type": 1,
        "tvshow.fanart[].thumb[].#text": 1,
        "tvshow.actor[].thumb[]": 1,
        "tvshow.resume[].position[]": 1,
        "tvshow.resume[].total[]": 1,
        "tvshow.dateadded[]": 1,
        "episodedetails.playcount[]": 5,
        "episodedetails.uniqueid[].@type": 1,
        "episodedetails.uniqueid[].@default": 1,
        "episodedetails.uniqueid[].#text": 1,
    }


def test_what_jellyfin_saves_is_taken_in() -> None:
    files = samples("jellyfin")
    intake = taken(files)
    assert intake.show == {
        "title": "Clockmaker Street",
        "premiere": date(2019, 9, 30),
        "ended": date(2020, 12, 1),
        "status": "ended",
        "networks": ["Kanal Eins"],
        "genres": ["Comedy"],
        "countries": ["DE"],
        "ratings": {"DE": "12"},
        "runtime": 30,
        "ids": {"imdb": "tt9000002", "tmdb": "9100", "tvdb": "9101"},
        "premise": "A quiet street & its clocks.",
    }
    assert intake.sections["cast"] == [
        {"name": "Lia Feder", "character": "Pendel", "ids": {"imdb": "nm9000001"}},
        {"name": "Otto Zahn", "character": "Herr Unruh", "ids": {"tmdb": "70001"}},
        {"name": "Mia Kurz", "character": "A buyer", "billing": "guest", "episodes": ["S01E01"]},
    ]
    assert intake.sections["seasons"] == [{"number": 1, "premiere": date(2019, 9, 30), "premise": "The first year."}]
    assert "creators" not in intake.sections
    assert [each.get("follows") for each in intake.sections["episodes"]] == [None, "S01E01", None, None, None]
    assert intake.sections["episodes"][3] == {
        "season": 1,
        "number": 1,
        "title": "Tick",
        "released": date(2019, 9, 30),
        "runtime": 29,
        "directors": ["Ann Regan"],
        "writers": ["Joel Stamm"],
        "ids": {"imdb": "tt9100001"},
        "synopsis": "Tick.",
    }
    assert intake.left_out == [
        "the place of S00E01: which episode is the last of season 1 is not said",
        "the place of S00E03: no episode comes before it",
        "the episodes of 1 part: other episodes list no actors at all",
    ]
    assert {path: number for path, number in left(files).items() if path.startswith("episodedetails")} == {
        "episodedetails.lockdata[]": 5
    }


def test_what_tinymediamanager_writes_is_taken_in() -> None:
    intake = taken(samples("tinymediamanager"))
    assert intake.show == {
        "title": "Salt & Iron",
        "original_title": "Sól i żelazo",
        "premiere": date(2018, 10, 5),
        "status": "cancelled",
        "networks": ["Wieczór TV"],
        "genres": ["Drama"],
        "themes": ["mining"],
        "countries": ["PL"],
        "ratings": {"US": "TV-MA", "DE": "16"},
        "runtime": 55,
        "ids": {"imdb": "tt9000003", "tmdb": "9200", "tvdb": "9201", "trakt": "9202"},
        "premise": "A mine, and who owns it.",
    }
    assert intake.sections["cast"] == [
        {"name": "Hanna Wilk", "character": "Zofia", "ids": {"tmdb": "70010"}},
        {"name": "Jan Sól", "ids": {"tmdb": "70011"}},
    ]
    assert intake.left_out == ["the trailer: nfo files don't say its title"]


def test_what_sonarr_writes_is_taken_in_with_an_address_behind_it() -> None:
    intake = taken(samples("sonarr"))
    assert intake.show == {
        "title": "Ninth Platform",
        "premiere": date(2023, 1, 9),
        "status": "running",
        "networks": ["BBC Nine"],
        "genres": ["Mystery"],
        "ratings": {"US": "TV-PG"},
        "ids": {"tvdb": "9301", "imdb": "tt9000004"},
        "premise": "Trains that are on no timetable.",
    }
    assert intake.sections["episodes"] == [
        {
            "season": 1,
            "number": 1,
            "title": "Departure",
            "released": date(2023, 1, 9),
            "ids": {"tvdb": "930101"},
            "synopsis": "A train leaves. Nobody saw it come.",
        }
    ]
    assert intake.left_out == []


def test_what_mediaelch_writes_is_taken_in_and_what_fits_no_key_is_told() -> None:
    intake = taken(samples("mediaelch"))
    assert intake.show == {
        "title": "Kestrel",
        "premiere": "2017",
        "networks": ["Hill TV"],
        "genres": ["Drama", "Family"],
        "themes": ["falconry"],
        "ids": {"tmdb": "9400", "imdb": "tt9000005"},
        "premise": "Éva trains birds – and people.",
    }
    assert intake.left_out == [
        'the status "Unreleased": says not exactly where the show stands',
        'the age rating "Rated R": says no country',
        'the length "1:02" of an episode: is no number of minutes',
        'the release of S01E01: "2017-02-30": is no date',
    ]

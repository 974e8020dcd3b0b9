"""Titles in other languages, ratings, ids of people, companies and awards in the exports."""

import json
from typing import Any

import pytest

from tests.door import run

SHOW = """\
format = 1
[show]
title = "Étoile"
also_known_as = ["The Star"]
original_title = "에투알"
titles = { ja = "エトワール", ar = "نجمة", fr = "Étoile", de = " " }
ratings = { FR = "12", US = "TV-MA" }
languages = ["ko"]
countries = ["SU", "CSHH", "XK"]
[[creators]]
name = "A"
ids = { imdb = "nm0000001", tmdb = "tt1" }
[[crew]]
name = "B"
roles = ["director"]
episodes = ["S01E01", "S02"]
[[companies]]
id = "mbt"
name = "MBT"
kind = "story"
[[companies]]
id = "dpdh"
name = "Dorothy Parker Drank Here"
kind = "production"
country = "US"
[[companies]]
id = "mgm"
name = "MGM"
kind = "distribution"
[[cast]]
name = "C"
ids = { wikidata = "Q1", own = "x" }
[[episodes]]
season = 1
number = 1
title = "The Swap"
titles = { ko = "교환" }
ids = { imdb = "tt0000002", tmdb = "34" }
[[availability]]
service = "Netflix"
offer = "subscription"
regions = ["worldwide"]
except = ["KR"]
checked = 2026-11-20
[[awards]]
award = "Emmys 2025"
recipients = ["D"]
result = "won"
"""


@pytest.fixture(scope="module")
def series() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("etoile -c - export jsonld", stdin=SHOW).stdout)
    return found


def test_titles_have_their_languages_in_json_ld(series: dict[str, Any]) -> None:
    assert series["alternateName"] == [
        "The Star",
        {"@language": "ko", "@value": "에투알"},
        {"@language": "ja", "@value": "エトワール"},
        {"@language": "ar", "@value": "نجمة"},
        {"@language": "fr", "@value": "Étoile"},
    ]
    [season] = series["containsSeason"]
    assert season["episode"][0]["alternateName"] == [{"@language": "ko", "@value": "교환"}]


def test_an_original_title_in_an_unknown_language_is_a_plain_text() -> None:
    show = 'format = 1\n[show]\ntitle = "A"\noriginal_title = "B"\nlanguages = ["fr", "en"]\n'
    assert json.loads(run("etoile -c - export jsonld", stdin=show).stdout)["alternateName"] == ["B"]


def test_json_ld_knows_ratings_companies_awards_and_regions_left_out(series: dict[str, Any]) -> None:
    assert series["contentRating"] == ["FR 12", "US TV-MA"]
    address = {"@type": "PostalAddress", "addressCountry": "US"}
    company = {"@type": "Organization", "name": "Dorothy Parker Drank Here", "address": address}
    assert series["productionCompany"] == [company]
    assert series["award"] == ["Emmys 2025, won (D)"]
    assert series["potentialAction"][0]["expectsAcceptanceOf"]["ineligibleRegion"] == ["KR"]
    assert [each["name"] for each in series["countryOfOrigin"]] == ["Soviet Union", "Czechoslovakia", "Kosovo"]


def test_people_and_episodes_are_the_same_as_elsewhere_in_json_ld(series: dict[str, Any]) -> None:
    [creator], [part] = series["creator"], series["actor"]
    assert creator["sameAs"] == ["https://www.imdb.com/name/nm0000001/"]
    assert [each["value"] for each in creator["identifier"]] == ["nm0000001"]
    assert part["actor"]["sameAs"] == ["https://www.wikidata.org/wiki/Q1"]
    assert [each["propertyID"] for each in part["actor"]["identifier"]] == ["Wikidata", "own"]
    episode = series["containsSeason"][0]["episode"][0]
    assert episode["sameAs"] == ["https://www.imdb.com/title/tt0000002/"]
    assert [each["value"] for each in episode["identifier"]] == ["tt0000002", "34"]
    [crew] = series["contributor"]
    assert crew["description"] == "in S01E01, Season 2"


def test_foreign_titles_carry_their_language_on_the_page() -> None:
    page = run("etoile -c - export html", stdin=SHOW).stdout
    assert '<h1 dir="auto" lang="fr"><span>Étoile</span></h1>' in page
    assert '<dd><span dir="auto" lang="ko">에투알</span></dd>' in page
    assert '<p class="original">originally <span dir="auto" lang="ko">에투알</span></p>' in page
    comma = '<span class="separator">,</span></span>'
    japanese = f'<span class="item">Japanese: <span dir="auto" lang="ja">エトワール</span>{comma}'
    arabic = f'<span class="item">Arabic: <span dir="auto" lang="ar">نجمة</span>{comma}'
    assert f'{japanese} {arabic} <span class="item">French: <span dir="auto"' in page
    assert '<dd>Korean: <span dir="auto" lang="ko">교환</span></dd>' in page
    ratings = [f'<span class="item">France: <span dir="auto">12</span>{comma}']
    ratings += ['<span class="item">United States: <span dir="auto">TV-MA</span></span>']
    assert f"<dd>{' '.join(ratings)}</dd>" in page
    headings = [page.index(f">{each}</span></h3>") for each in ("In the story", "Production", "Distribution")]
    assert headings == sorted(headings)
    assert '<a href="https://www.imdb.com/name/nm0000001/" dir="auto">IMDb nm0000001</a>' in page


def test_no_language_is_claimed_that_the_catalogue_does_not_state() -> None:
    page = run("etoile -c - export html", stdin='format = 1\n[show]\ntitle = "A"\noriginal_title = "B"\n').stdout
    assert page.count("lang=") == 1


def test_the_fact_sheet_names_languages_and_countries() -> None:
    lines = run("etoile -c - export md", stdin=SHOW).stdout.splitlines()
    assert "- **Original title:** 에투알" in lines
    assert "- **Titles:** Japanese: エトワール, Arabic: نجمة, French: Étoile" in lines
    assert "- **Ratings:** France: 12, United States: TV-MA" in lines
    assert "| B<br>Episodes: S01E01, Season 2 | director |" in lines


@pytest.mark.parametrize(
    ("ratings", "mpaa"),
    [
        ('FR = "12", US = "TV-MA"', "<mpaa>TV-MA</mpaa>"),
        ('FR = "12", DE = "16"', "<mpaa>FR-12</mpaa>"),
        ('FR = "12", US = " "', ""),
        ("", ""),
    ],
)
def test_libraries_get_one_rating(ratings: str, mpaa: str) -> None:
    show = f'format = 1\n[show]\ntitle = "A"\nratings = {{ {ratings} }}\n'
    lines = nfo_of(show)
    assert [line.strip() for line in lines if "mpaa" in line] == ([mpaa] if mpaa else [])


def test_libraries_get_the_original_title() -> None:
    assert "  <originaltitle>에투알</originaltitle>" in nfo_of(SHOW)


def nfo_of(show: str) -> list[str]:
    from etoile_cli.catalogue.reader import parse
    from etoile_cli.export.nfo import nfo

    return list(nfo(parse(show.encode()))["tvshow.nfo"])


def test_reference_managers_get_the_original_title() -> None:
    assert json.loads(run("etoile -c - export csl", stdin=SHOW).stdout)[0]["original-title"] == "에투알"


def test_the_summary_names_the_original_title_and_counts_awards() -> None:
    assert run("etoile -c - summary", stdin=SHOW).stdout.splitlines()[:2] == [
        "Étoile",
        "originally 에투알, also known as The Star",
    ]
    assert "Awards: 1 won" in run("etoile -c - summary", stdin=SHOW).stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("japanese", "titles: ja=エトワール"),
        ("エトワール", "titles: ja=エトワール"),
        ("'soviet union'", "countries: SU"),
        ("tv-ma", "ratings: US=TV-MA"),
        ("kosovo", "countries: XK"),
    ],
)
def test_a_search_finds_languages_and_countries_by_name_and_only_their_values(words: str, place: str) -> None:
    assert run(f"etoile -c - search {words}", stdin=SHOW).stdout == f"show\tÉtoile\t{place}\n"

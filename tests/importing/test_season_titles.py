"""Which titles of seasons only number them."""

import pytest

from etoile_cli.importing.intake.season_titles import own_title, season_number


@pytest.mark.parametrize(
    "title",
    [
        "Season 2", "SEASON 02", "season  2", "Series 2", "Season: 2", "2nd Season", "Staffel 2", "2. Staffel",
        "Saison 2", "2e saison", "2ème saison", "Temporada 2", "2ª Temporada", "Stagione 2", "Seizoen 2", "Säsong 2",
        "Sæson 2", "Sesong 2", "Kausi 2", "2. kausi", "Sezon 2", "2. Sezon", "Sezonul 2", "Sezóna 2", "2. série",
        "Řada 2", "2. évad", "Сезон 2", "2 сезон", "2-й сезон", "Σεζόν 2", "シーズン2", "シーズン 2", "第2シーズン",
        "第2期", "시즌 2", "시즌2", "2기", "第 2 季", "第2季", "第二季", "Musim 2", "Mùa 2", "ฤดูกาลที่ 2", "ฤดูกาล 2",
        "الموسم 2", "الموسم ٢", "עונה 2", "Þáttaröð 2",
    ],
)  # fmt: skip
def test_a_word_for_a_season_with_its_number_is_no_title(title: str) -> None:
    assert season_number(title) == 2
    assert own_title(2, title) == ""
    assert own_title(3, title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Odd Things 2", "Volume 4", "Book Two", "Part 2", "Chapter 2", "2", "Area 2", "2 Broke Seasons", "Season Two",
        "Season 2: The Fog", "Season 2b", "The Last Season", "Season", "Preseason 2", "第 2 部", "Season 2" * 99, "",
    ],
)  # fmt: skip
def test_whatever_else_has_a_number_is_a_title(title: str) -> None:
    assert season_number(title) is None
    assert [own_title(number, title) for number in (0, 2, 4)] == [title] * 3


@pytest.mark.parametrize(
    "title",
    ["Specials", "specials", "Extras", "Épisodes spéciaux", "Especiales", "Спецматериалы", "特別編", "Season 0"],
)
def test_the_word_for_specials_is_no_title_of_the_season_0(title: str) -> None:
    assert own_title(0, title) == ""
    assert own_title(1, title) == title

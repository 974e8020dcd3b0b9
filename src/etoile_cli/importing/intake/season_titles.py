"""Titles of seasons that say no more than their number, in the languages of the world: `Staffel 2`, `第 2 季`."""

import re
from collections.abc import Sequence
from functools import cache

from etoile_cli.text.folding import fold

# Words for a season of a show, not for parts of whatever else: `Volume 4` and `Part 2` are titles.
_SEASON = (
    "Season, Series, Staffel, Saison, Série, Temporada, Tempada, Stagione, Seizoen, Seisoen, Reeks, Säsong, Sæson, "
    "Sesong, Þáttaröð, Kausi, Tuotantokausi, Hooaeg, Sezona, Sezonas, Sezon, Sezonul, Sezóna, Řada, Séria, "
    "Évad, Denboraldia, Cyfres, Сезон, Сезона, Сезонът, Σεζόν, Κύκλος, Սեզոն, სეზონი, Mùa, Musim, Msimu, "
    "シーズン, 시즌, ฤดูกาล, ฤดูกาลที่, الموسم, موسم, فصل, עונה, सीज़न, सीजन, সিজন, சீசன், సీజన్"
)
_SPECIALS = (
    "Special, Specials, Special Episodes, Extras, Spezial, Épisodes spéciaux, Spéciaux, Especiales, "
    "Episodios especiales, Especiais, Episódios especiais, Especials, Speciali, Episodi speciali, Specialavsnitt, "
    "Specialafsnit, Spesialepisoder, Erikoisjaksot, Specjalne, Odcinki specjalne, Speciály, Špeciály, Specijali, "
    "Posebne epizode, Különkiadások, Különleges epizódok, Speciale, Episoade speciale, Özel Bölümler, Спецматериалы, "
    "Спецвыпуски, Спешъли, Специални, Специални епизоди, Спеціальні епізоди, Спеціальні випуски, Σπέσιαλ, "
    "Ειδικά επεισόδια, 特別編, スペシャル, 스페셜, 특별편, 特别篇, 特別篇, 特辑, Spesial, "
    "Tập đặc biệt, Đặc biệt, ตอนพิเศษ, حلقات خاصة, ספיישלים, ספיישל, פרקים מיוחדים"
)
# A longer title says more.
_LONGEST = 60
# `第二季` is written as often as `第 2 季`.
_CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_DIGITS = r"0*(\d{1,9})"
_ORDINAL = r"(?:\.|-?(?:st|nd|rd|th|re|er|ere|eme|e|a|o|и)\b\.?|:[ae]\b)?"


def _words(words: str) -> list[str]:
    """Return words in the form in which they are compared, the longest first."""
    return sorted({fold(word) for word in words.split(", ")}, key=lambda word: (-len(word), word))


@cache
def _forms() -> Sequence[re.Pattern[str]]:
    """Return the forms of the titles, compiled once one is looked at."""
    name = "|".join(map(re.escape, _words(_SEASON)))
    forms = (
        rf"(?:{name}) ?[#:.-]? ?{_DIGITS}\.?",
        rf"{_DIGITS}{_ORDINAL} ?(?:{name})",
        rf"(?:第|제)? ?{_DIGITS} ?(?:季|期|기)",
        rf"第 ?{_DIGITS} ?(?:{name})",
        rf"第 ?([{''.join(_CHINESE)}]) ?(?:季|期)",
    )
    return tuple(map(re.compile, forms))


@cache
def _of_specials() -> frozenset[str]:
    return frozenset(_words(_SPECIALS))


def season_number(title: str) -> int | None:
    """Return the number of a season whose title says nothing else; `None` if it says something else."""
    plain = fold(title) if len(title) <= _LONGEST else ""
    found = next(filter(None, (form.fullmatch(plain) for form in _forms())), None)
    if found is None:
        return None
    return _CHINESE.get(found[1]) or int(found[1])


def own_title(number: int, title: str) -> str:
    """Return the title of a season, empty if it only repeats the number, or calls the season 0 specials."""
    is_of_specials = number == 0 and fold(title[:_LONGEST]) in _of_specials()
    return "" if is_of_specials or season_number(title) == number else title

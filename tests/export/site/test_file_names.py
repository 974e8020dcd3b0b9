"""The names of pages as files: readable, each another on every file system, and never outside of their folder."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.export.site.file_names import file_names
from tests.strategies import texts, thorough


def named(*names: str) -> list[str]:
    return file_names([(name, "") for name in names], "shows", "show")


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Étoile", "shows/etoile.html"),
        ("The Bear (2022)", "shows/the-bear-2022.html"),
        ("Schitt’s Creek", "shows/schitts-creek.html"),
        ("M*A*S*H", "shows/m-a-s-h.html"),
        ("24", "shows/24.html"),
        ("東京ラブストーリー", "shows/東京ラブストーリー.html"),
        ("도깨비", "shows/도깨비.html"),
        ("सेक्रेड गेम्स", "shows/सेक्रेड-गेम्स.html"),
        ("שטיסל", "shows/שטיסל.html"),
        ("Kırmızı", "shows/kirmizi.html"),
        ("ℌ Ｗ ﬁ", "shows/h-w-fi.html"),
        ("../x", "shows/x.html"),
        ("/etc/passwd", "shows/etc-passwd.html"),
        ('a\\b:c|d?e<f>g*h"i\0j\nk%2fl#m', "shows/a-b-c-d-e-f-g-h-i-j-k-2fl-m.html"),
        (".hidden. ", "shows/hidden.html"),
        ("", "shows/show.html"),
        ("!!!", "shows/show.html"),
        ("\ufe0f\u200d\u2764", "shows/show.html"),
        ("\udcff", "shows/show.html"),
        ("W" * 100_000, f"shows/{'w' * 40}.html"),
        ("\U00020000" * 300, "shows/" + "\U00020000" * 40 + ".html"),
    ],
)
def test_a_title_gives_a_readable_name(title: str, file: str) -> None:
    assert named(title) == [file]


@pytest.mark.parametrize("reserved", ["index", "CON", "prn", "Aux", "NUL", "com1", "COM¹", "lpt9", "Conin$"])
def test_what_systems_and_servers_take_for_something_else_gets_digits(reserved: str) -> None:
    [file] = named(reserved)
    assert re.fullmatch(r"shows/[a-z0-9]+-[0-9a-f]{8}\.html", file)


# Written out: an address that people have kept must lead to the same show as long as the library has it.
def test_titles_that_a_file_system_could_take_for_one_get_digits_that_stay_the_same() -> None:
    assert named("Étoile", "Other", "Etoile") == [
        "shows/etoile-e5e06777.html",
        "shows/other.html",
        "shows/etoile-e1f9997e.html",
    ]
    assert named("Etoile", "Étoile") == ["shows/etoile-e1f9997e.html", "shows/etoile-e5e06777.html"]
    assert named("!", "?") == ["shows/show-7ddcfda1.html", "shows/show-ce773b87.html"]


def test_people_of_one_name_are_told_apart_by_what_is_known_of_them() -> None:
    smiths = [("John Smith", "imdb:nm1"), ("John Smith", "imdb:nm2")]
    files = file_names([*smiths, ("J", "")], "people", "person")
    assert len(set(files)) == 3
    assert [*file_names(smiths, "people", "person"), "people/j.html"] == files


names = st.lists(
    texts | st.sampled_from(["Étoile", "etoile", "ÉTOILE", "e\u0301toile", "ß", "SS", "ı", "I", "ﬁ"]), unique=True
)


@thorough
@given(names)
def test_no_file_system_takes_two_names_for_one(titles: list[str]) -> None:
    files = named(*titles)
    for fold in (str.casefold, str.upper, str.lower):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            assert len({unicodedata.normalize(form, fold(each)) for each in files}) == len(files)


@thorough
@given(names)
def test_a_name_is_one_that_every_system_allows_in_the_folder_and_nowhere_else(titles: list[str]) -> None:
    for each in named(*titles):
        folder, name = each.split("/")
        assert folder == "shows"
        assert not set(name) & set('<>:"/\\|?* \0')
        assert name[0] not in ".-"
        assert len(name.encode()) <= 255
        assert name == unicodedata.normalize("NFC", name)
        assert name.isprintable()


@thorough
@given(st.data(), names)
def test_the_order_of_the_shows_changes_no_name(data: st.DataObject, titles: list[str]) -> None:
    shuffled = data.draw(st.permutations(titles))
    assert dict(zip(titles, named(*titles), strict=True)) == dict(zip(shuffled, named(*shuffled), strict=True))

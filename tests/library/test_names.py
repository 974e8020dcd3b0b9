"""What the shows of a library are called: readable names, no two alike, and the same every time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.library.head import Head
from etoile_cli.library.names import unique_names
from etoile_cli.text.folding import fold
from tests.strategies import examples, texts

ALIKE = ["Dark", "dark", "Dârk", "Dark (2017)", "Dark (a.toml)", "Dark 2"]
LIKELY = st.sampled_from([*ALIKE, "", " ", "\u200b", "a.toml"])
heads = st.builds(Head, LIKELY | texts, st.sampled_from(["", "2017", "2018"]))
paths = st.sampled_from(["a.toml", "A.toml", "b/a.toml", "á.toml", "<stdin>", "\udcff.toml", "b\n.toml"]) | texts
libraries = st.lists(st.tuples(heads, paths), max_size=8, unique_by=lambda each: each[1])


def named(*shows: tuple[str, str, str]) -> list[str]:
    return unique_names([Head(title, year) for title, year, _ in shows], [path for *_, path in shows])


@examples(2_000)
@given(libraries)
def test_no_two_shows_have_one_name(library: list[tuple[Head, str]]) -> None:
    names = unique_names([head for head, _ in library], [path for _, path in library])
    assert len(names) == len(library)
    assert len(set(map(fold, names))) == len(names)
    for name in names:
        name.encode()  # a name that is printed as JSON


plain = st.lists(
    st.tuples(
        st.builds(Head, st.sampled_from(["Dark", "dark", "Bear", "El", "Él", "Fargo"]), st.sampled_from(["", "2017"])),
        st.integers(0, 99).map("{}.toml".format),
    ),
    max_size=6,
    unique_by=lambda each: each[1],
)


@examples(800)
@given(plain)
def test_a_title_that_no_other_show_has_is_the_name(library: list[tuple[Head, str]]) -> None:
    names = unique_names([head for head, _ in library], [path for _, path in library])
    titles = [fold(head.title) for head, _ in library]
    for (head, path), name in zip(library, names, strict=True):
        if titles.count(fold(head.title)) == 1:
            assert name == head.title
        else:
            assert name in {head.title, f"{head.title} (2017)", f"{head.title} ({path})"}


@pytest.mark.parametrize(
    ("shows", "names"),
    [
        ([("Dark", "2017", "a.toml"), ("Bear", "", "b.toml")], ["Dark", "Bear"]),
        ([("Dark", "2017", "a.toml"), ("DÂRK", "1998", "b.toml")], ["Dark (2017)", "DÂRK (1998)"]),
        ([("Dark", "2017", "a.toml"), ("Dark", "", "b.toml")], ["Dark (2017)", "Dark"]),
        ([("Dark", "2017", "x/a.toml"), ("Dark", "2017", "x/b.toml")], ["Dark (a.toml)", "Dark (b.toml)"]),
        ([("Dark", "", "x/a.toml"), ("Dark", "", "y/a.toml")], ["Dark (x/a.toml)", "Dark (y/a.toml)"]),
        ([("Dark", "", "a.toml"), ("Dark", "", "<stdin>")], ["Dark (a.toml)", "Dark (<stdin>)"]),
        ([("", "2017", "x/a.toml"), (" ", "", "x/b.toml")], ["x/a.toml", "x/b.toml"]),
        ([("\u200b", "2017", "x/a.toml")], ["x/a.toml"]),
        ([(" Dark\n", "", "a.toml")], ["Dark"]),
        ([("", "", "\udcff.toml"), ("", "", "\udcfe.toml")], ["\ufffd.toml", "\ufffd.toml 2"]),
        (
            [("Dark", "2017", "a.toml"), ("Dark", "2018", "b.toml"), ("Dark (2017)", "", "c.toml")],
            ["Dark (a.toml)", "Dark (2018)", "Dark (2017) (c.toml)"],
        ),
        (
            [("Dark", "", "a.toml"), ("Dark", "", "b.toml"), ("Dark (a.toml)", "", "c.toml")],
            ["Dark (a.toml)", "Dark (b.toml)", "Dark (a.toml) (c.toml)"],
        ),
    ],
)
def test_year_and_then_file_tell_shows_with_one_title_apart(
    shows: list[tuple[str, str, str]], names: list[str]
) -> None:
    assert named(*shows) == names


def test_a_title_that_is_longer_than_any_real_one_is_cut() -> None:
    (name,) = named(("x" * 10_000, "", "a.toml"))
    assert name == "x" * 199 + "…"


def test_very_many_shows_with_one_name_take_no_time() -> None:
    shows = [("", "", "\u200b" * (number + 1)) for number in range(3_000)]
    assert len(set(named(*shows))) == 3_000
    names = named(*[("Dark", "2017", f"{number}/a.toml") for number in range(20_000)])
    assert len(set(names)) == 20_000

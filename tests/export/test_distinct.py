import pytest

from etoile_cli.export.distinct import distinct


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], []),
        (["b", "a"], ["b", "a"]),
        (["a", "b", "a", "a"], ["a", "b", "a-2", "a-3"]),
        (["a", "a-2", "a"], ["a", "a-2", "a-3"]),
        (["a", "a", "a-2"], ["a", "a-3", "a-2"]),
        (["a-2", "a-2", "a", "a"], ["a-2", "a-2-2", "a", "a-3"]),
    ],
)
def test_no_two_names_are_alike_and_the_first_of_each_stays(names: list[str], expected: list[str]) -> None:
    assert distinct(names) == expected


def test_a_number_stands_as_the_form_says() -> None:
    assert distinct(["a", "a"], "{} ({})") == ["a", "a (2)"]

"""What is told of every code: its sentences, its examples, and that they are examples of it."""

import re
from datetime import date
from itertools import pairwise
from textwrap import indent

import pytest
from markdown_it import MarkdownIt

from etoile_cli.check.check import check
from etoile_cli.check.codes import FOUND_BY, UNSOURCED
from etoile_cli.check.problem import Code
from tests.door import CHECKOUT, TODAY, run

DAY = date.fromisoformat(TODAY)
WIDEST = 80
INDENT = "    "

UNKNOWN_COMPANY = """\
error[unknown-company]

A part names a company that is not recorded; or several do, and a company that no part names has almost the same id.

The company's name can't be shown, nor can its parts be found by it.

Wrong:

    format = 1

    [show]
    title = "Étoile"

    [[cast]]
    name = "Luke Kirby"
    company = "mbt"

Right:

    format = 1

    [show]
    title = "Étoile"

    [[companies]]
    id = "mbt"
    name = "Metropolitan Ballet Theater"

    [[cast]]
    name = "Luke Kirby"
    company = "mbt"
"""

every_code = pytest.mark.parametrize("code", FOUND_BY, ids=str)


def codes_in(example: str) -> set[Code]:
    return {problem.code for problem in check(example.encode(), "it.toml", DAY).problems}


@every_code
def test_sentences_begin_with_a_capital_and_end_with_a_full_stop(code: Code) -> None:
    for text in (code.means, code.why):
        assert re.fullmatch(r"[A-Z][^\n]*[^ .]\.", text)


@every_code
def test_the_wrong_example_has_the_problem_and_no_other(code: Code) -> None:
    assert codes_in(code.wrong) | {UNSOURCED} == {code, UNSOURCED}
    assert code in codes_in(code.wrong)


@every_code
def test_the_right_example_has_no_problem(code: Code) -> None:
    # Short as they are, the examples of other codes name no sources.
    assert codes_in(code.right) <= {UNSOURCED} - {code}


@every_code
def test_the_examples_are_whole_catalogues_to_copy(code: Code) -> None:
    for example in (code.wrong, code.right):
        assert example.startswith("format = ")
        assert example.endswith("\n")
        assert "\n\n\n" not in example
        assert max(map(len, example.splitlines())) <= WIDEST - len(INDENT)


def test_a_code_is_explained_with_a_wrong_and_a_right_example() -> None:
    done = run("etoile check --explain unknown-company")
    assert (done.stdout, done.stderr) == (UNKNOWN_COMPANY, "")


@every_code
def test_what_is_printed_holds_both_examples(code: Code) -> None:
    wrong, right = (indent(each, INDENT) for each in (code.wrong, code.right))
    head = "\n\n".join([f"{code.severity}[{code}]", code.means, code.why])
    assert run(f"etoile check --explain {code}").stdout == f"{head}\n\nWrong:\n\n{wrong}\nRight:\n\n{right}"


def test_the_reference_has_a_chapter_for_every_code_with_its_examples() -> None:
    tokens = MarkdownIt("commonmark").parse((CHECKOUT / "docs" / "problems.md").read_text(encoding="utf-8"))
    chapters: dict[str, list[str]] = {}
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h2":
            chapters[token.content] = []
        elif token.type == "fence":
            assert token.info == "toml"
            chapters[next(reversed(chapters))].append(token.content)
    assert chapters == {code.name: [code.wrong, code.right] for code in FOUND_BY}
    assert list(chapters) == [code.name for code in FOUND_BY]

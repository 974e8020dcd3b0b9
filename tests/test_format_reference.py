"""docs/format.md and docs/example.toml: every key has an example, and `check` accepts every example."""

import re
import sys
from datetime import date

import pytest
import tomli

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Show
from etoile_cli.check.check import check
from etoile_cli.check.codes import UNSOURCED
from tests.door import CHECKOUT, TODAY, run

sys.path.insert(0, str(CHECKOUT / "scripts"))
from reference import examples_by_section

DOCS = CHECKOUT / "docs"
FORMAT = (DOCS / "format.md").read_text(encoding="utf-8")
EXAMPLE = (DOCS / "example.toml").read_text(encoding="utf-8")
BY_HAND, _, WRITTEN = FORMAT.partition("<!-- What follows")

TYPES = {"show": Show, **RECORD_TYPES}
TOPICS = re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", BY_HAND, flags=re.MULTILINE | re.DOTALL)
TOML = re.compile(r"^```toml\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("section", TYPES)
def test_every_key_has_an_example(section: str) -> None:
    data = tomli.loads(examples_by_section(EXAMPLE)[section])[section]
    examples = data if isinstance(data, list) else [data]
    assert set(declarations(TYPES[section])) - {key for each in examples for key in each} == set()


def test_the_examples_are_a_catalogue_in_which_check_finds_nothing() -> None:
    done = run(f"etoile check --strict '{DOCS / 'example.toml'}'")
    assert (done.stdout, done.stderr) == ("", "etoile: no problems\n")


def test_they_are_shown_below_the_keys_of_their_sections() -> None:
    assert TOML.findall(WRITTEN) == [f"{examples_by_section(EXAMPLE)[section]}\n" for section in TYPES]


@pytest.mark.parametrize(("topic", "text"), TOPICS, ids=[topic for topic, _ in TOPICS])
def test_what_takes_more_to_explain_has_a_whole_catalogue_as_its_example(topic: str, text: str) -> None:
    [example] = TOML.findall(text)
    problems = check(example.encode(), topic, date.fromisoformat(TODAY)).problems
    assert [problem for problem in problems if problem.code is not UNSOURCED] == []


def test_the_topics_are_those_that_are_named_at_the_beginning() -> None:
    listed = re.findall(r"^- \[(.*)\]\(#(.*)\)$", BY_HAND, flags=re.MULTILINE)
    assert listed == [(topic, _anchor(topic)) for topic, _ in TOPICS]


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!http|#)[^)]+)\)", FORMAT))
def test_links_lead_to_files_that_exist(target: str) -> None:
    assert (DOCS / target).is_file()


def _anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")

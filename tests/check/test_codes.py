"""The declared codes: none is forgotten in the list, and each is as severe as it says."""

import inspect
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import tomli

import etoile_cli.check
import etoile_cli.check.rules
from etoile_cli.check import codes
from etoile_cli.check.check import check
from etoile_cli.check.codes import FOUND_BY, Rule, rules
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.reports.reference import reference_lines
from etoile_cli.check.rules import texts
from etoile_cli.check.rules.characters import CONTROL_CHARACTER
from etoile_cli.check.structure.examine import examine
from tests.check.test_explanations import DAY
from tests.check.test_invalid import CASES
from tests.cli.test_completion import offered
from tests.door import CHECKOUT, run

SOURCED = """\
format = 1

[show]
title = "Étoile"
sources = ["a"]

[[sources]]
id = "a"
title = "A source"
url = "https://example.org/"
"""


def modules() -> Iterator[ModuleType]:
    """Yield every module of the checker."""
    packages = pkgutil.walk_packages(etoile_cli.check.__path__, f"{etoile_cli.check.__name__}.")
    return (import_module(each.name) for each in packages)


@cache
def readable() -> list[Contents]:
    """Return what rules look at, of every wrong example and every invalid catalogue that is TOML."""
    texts = [code.wrong for code in FOUND_BY] + [case.read_bytes().decode(errors="replace") for case in CASES]
    found = []
    for text in texts:
        entries: list[Entry] = []
        with suppress(ValueError, RecursionError):
            list(examine(tomli.loads(text), entries))
        found.append(Contents(entries, DAY))
    return found


def written() -> set[object]:
    """Return every rule: a public generator function of `check.rules` that takes what rules look at."""
    return {each for module in modules() for each in vars(module).values() if is_rule(each)}


def is_rule(function: object) -> bool:
    if not inspect.isgeneratorfunction(function) or function.__name__.startswith("_"):
        return False
    is_of_rules = function.__module__.startswith(f"{etoile_cli.check.rules.__name__}.")
    return is_of_rules and not {Contents, "Contents"}.isdisjoint(inspect.get_annotations(function).values())


def documented() -> dict[str, str]:
    """Return how bad each code is by its name, as docs/problems.md says: its table is what is promised."""
    page = (CHECKOUT / "docs" / "problems.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| \[([a-z-]+)\]\(#\1\) \| (\w+) \|$", page, re.MULTILINE))


# What can be forgotten.


def test_every_code_that_is_declared_is_listed() -> None:
    declared = {each for module in modules() for each in vars(module).values() if isinstance(each, Code)}
    assert {str(each) for each in declared - {*FOUND_BY}} == set()
    assert {*FOUND_BY} == declared


def test_no_two_codes_have_one_name() -> None:
    names = [code.name for code in FOUND_BY]
    assert len({*names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_the_constant_of_a_code_has_its_name() -> None:
    for module in modules():
        for name, each in vars(module).items():
            assert not isinstance(each, Code) or name == each.name.upper().replace("-", "_")


def test_every_rule_that_is_written_is_listed() -> None:
    assert {str(each) for each in written() ^ {*rules()}} == set()


@pytest.mark.parametrize("annotation", [Contents, "Contents"])
def test_a_rule_is_recognised_whatever_it_is_said_to_yield(
    annotation: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_found(records: object) -> Iterable[Finding]:
        assert records
        yield from ()

    monkeypatch.setattr(nothing_found, "__module__", texts.__name__)
    assert not is_rule(nothing_found)
    nothing_found.__annotations__["records"] = annotation
    assert is_rule(nothing_found)
    monkeypatch.setattr(texts, "nothing_found", nothing_found, raising=False)
    assert nothing_found in written() - {*rules()}


def test_a_code_that_a_rule_finds_and_nothing_lists_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = {code: found_by for code, found_by in FOUND_BY.items() if code is not CONTROL_CHARACTER}
    monkeypatch.setattr(codes, "FOUND_BY", listed)
    content = b'format = 1\n[show]\ntitle = "\\u0007"\n'
    with pytest.raises(TypeError, match=r"^no line in check/codes\.py lists control-character$"):
        check(content, "it.toml", DAY)


def test_each_rule_is_applied_once_and_in_the_order_of_the_codes_that_it_finds() -> None:
    assert len({*rules()}) == len(rules())
    firsts = [next(code for code, found_by in FOUND_BY.items() if rule in found_by) for rule in rules()]
    assert firsts == sorted(firsts, key=[*FOUND_BY].index)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.__name__)
def test_a_rule_finds_the_codes_that_it_is_listed_for_and_no_others(rule: Rule) -> None:
    found = {str(finding.code) for contents in readable() for finding in rule(contents)}
    assert found == {str(code) for code, found_by in FOUND_BY.items() if rule in found_by}


# How bad each is.


def test_every_code_says_how_bad_it_is() -> None:
    assert {code.name: str(code.severity) for code in FOUND_BY} == documented()
    assert {*documented().values()} == {*Severity}


def test_a_code_without_a_severity_can_not_be_declared() -> None:
    with pytest.raises(TypeError, match=r"^Missing required argument 'severity'$"):
        Code("new-kind", means="It is new.", why="It is.", wrong="", right="")  # type: ignore[call-arg]


@pytest.mark.parametrize("at_end", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("severity", Severity)
def test_a_new_code_is_as_bad_as_it_says_wherever_it_is_listed(
    severity: Severity, at_end: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Code("new-kind", severity, means="It is new.", why="It is.", wrong="a = 1\n", right="b = 1\n")

    def rule(contents: Contents) -> Iterator[Finding]:
        yield from (Finding(new, (*entry.path, "title"), "is new") for entry in contents.entries[:1])

    listed = {**FOUND_BY, new: [rule]} if at_end else {new: [rule], **FOUND_BY}
    for code in reversed([*FOUND_BY]):  # they come back the other way round
        monkeypatch.delitem(FOUND_BY, code)
    for code, found_by in listed.items():
        monkeypatch.setitem(FOUND_BY, code, found_by)
    monkeypatch.chdir(tmp_path)
    Path("it.toml").write_text(SOURCED, encoding="utf-8")
    failed = int(severity is Severity.ERROR)

    done = run("etoile check it.toml", code=failed)
    assert done.stdout == f"it.toml:4:9: {severity}[new-kind]: show: is new\n"
    assert done.stderr == f"etoile: 1 {severity}\n"
    assert run("etoile check it.toml --strict", code=1).stdout == done.stdout
    document = json.loads(run("etoile check it.toml --json", code=failed).stdout)
    assert (document["errors"], document["warnings"]) == ((1, 0) if failed else (0, 1))
    assert (document["problems"][0]["code"], document["problems"][0]["severity"]) == ("new-kind", severity)
    assert run("etoile check it.toml -f github", code=failed).stdout == (
        f"::{severity} file=it.toml,line=4,endLine=4,col=9,endColumn=17,title=new-kind::show: is new\n"
    )
    assert run("etoile check --explain new-kind").stdout == (
        f"{severity}[new-kind]\n\nIt is new.\n\nIt is.\n\nWrong:\n\n    a = 1\n\nRight:\n\n    b = 1\n"
    )
    assert offered("etoile check --explain new-") == ["new-kind"]
    assert f"| [new-kind](#new-kind) | {severity} |" in [*reference_lines()]

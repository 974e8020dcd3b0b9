import pytest

from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.recovery.recovery import recover
from etoile_cli.check.toml_adapter import CatalogueDeclarations, as_finding
from tests.check.slips import DECLARED, HEADERS, SLIPS, Slip

BEFORE = "format = 1\n\n[show] # É\n"
AFTER = {
    "at the end of the file": "",
    "before a line end": "\n",
    "before another pair": "\nseasons_ = 2\n[[crew]]\nname = 'x'\n",
}

every_slip = pytest.mark.parametrize("slip", [*SLIPS, *DECLARED, *HEADERS], ids=lambda slip: ascii(slip.text[:30]))


def findings(text: str) -> list[Finding]:
    return list(map(as_finding, recover(text, CatalogueDeclarations(), 10_000).faults))


def place(text: str, finding: Finding) -> tuple[str, int]:
    """Return what is marked in a text, and where it begins."""
    assert finding.span is not None
    begin, end = finding.span
    return text[begin:end], begin


@every_slip
@pytest.mark.parametrize("after", AFTER.values(), ids=AFTER)
def test_a_slip_is_told_at_its_place_with_what_to_do(slip: Slip, after: str) -> None:
    text = f"{BEFORE}{slip.text}{after}"
    (finding,) = findings(text)
    assert isinstance(finding.hint, Hint)
    assert (finding.message, finding.hint.words, finding.code) == (slip.told, slip.hint, slip.code)
    begin, end = slip.wrong
    assert place(text, finding) == (slip.text[begin:end], len(BEFORE) + begin)


@pytest.mark.parametrize(
    ("array", "wrong"),
    [
        ("[“a”, b, 2025-02-30, 'c', None]", ["“a”", "b", "2025-02-30", "None"]),
        ("[\n  a, # x\n  'b',\n  c,\n]", ["a", "c"]),
    ],
)
def test_every_wrong_item_of_an_array_is_told(array: str, wrong: list[str]) -> None:
    text = f"{BEFORE}genres = {array}\n"
    assert [place(text, finding)[0] for finding in findings(text)] == wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"note = {'x' * 200}", f"{'x' * 60}… is not a value"),
        (f'note = "x" {"y" * 200}', f"unexpected {'y' * 60}… after the value"),
        (f"{'x' * 200}: 1", 'expected "=" after the key, found ":"'),
    ],
)
def test_a_long_slip_is_cut_in_messages(text: str, message: str) -> None:
    (finding,) = findings(text)
    assert finding.message.split(": ", 1)[1] == message
    assert len(f"{finding.message}{finding.hint}") < 300

"""Tables of an array whose header is missing, or has a name of its own: `[fruits.apple]` for `[[fruits]]`."""

from collections.abc import Iterable

from etoile_cli.check.toml.advice.array_headers import records_begin
from etoile_cli.check.toml.advice.declarations import Declaration, Declarations
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import propose
from etoile_cli.check.toml.lenient.document import LenientDocument
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.check.toml.recovery.headers import single_brackets
from etoile_cli.check.toml.recovery.unreadable import has_value
from etoile_cli.check.toml.scanner import Span, key_names

# For a longer record it is not guessed which array it belongs to.
_MOST_PAIRS = 100
# One key that is there twice is a slip; a record without a header repeats more keys.
_MOST_REPEATED = 1


def array_of_headerless(document: LenientDocument, table: Table, pair: Span, declarations: Declarations) -> str:
    """Return the array whose next table seems to begin, without a header, at a pair whose key is taken; else empty.

    All keys from there on must be declared for the tables of that array and include the required ones, and several of
    them must be taken.
    """
    pairs = [each for each in document.pairs_of(table) if each >= pair]
    names = _names(document, pairs)
    before = _names(document, (each for each in document.pairs_of(table) if each < pair))
    if len(pairs) > _MOST_PAIRS or len(names & before) <= _MOST_REPEATED:
        return ""
    own = table.path[0] if table.path else ""
    declared = {array: _table_of(array, declarations) for array in declarations.arrays}
    fitting = [array for array, each in declared.items() if each and _required(each) <= names <= each.keys.keys()]
    return str(own) if own in fitting else fitting[0] if len(fitting) == 1 else ""


def named_tables(document: LenientDocument, path: Path, header: Span, declarations: Declarations) -> list[Fault]:
    """Return a fault for each named header, `[fruits.apple]`, in the way of an array's first table, `[[fruits]]`.

    The list is empty if something else is in the way.
    """
    array = str(path[0])
    if len(path) != 2 or array not in declarations.arrays:
        return []
    before = (each for each in document.tables if each.header and each.header < header)
    named = (each for each in before if each.path and _is_named(each.path, array))
    return [_named_table(document, array, each, declarations) for each in named]


def _is_named(path: Path, array: str) -> bool:
    match path:
        case (name, str()) | (name, str(), int()):
            return name == array
        case _:
            return False


def _named_table(document: LenientDocument, array: str, table: Table, declarations: Declarations) -> Fault:
    declared = _table_of(array, declarations)
    required = _required(declared) if declared else set()
    is_whole = required <= _names(document, document.pairs_of(table))
    hint = propose(f"[[{array}]]") if is_whole else records_begin(array)
    return single_brackets(array, table.header or table.body, hint)


def _table_of(array: str, declarations: Declarations) -> Declaration | None:
    declared = declarations.at((array,))
    return declared and declared.item


def _required(declared: Declaration) -> set[str]:
    return {name for name, each in declared.keys.items() if each.required}


def _names(document: LenientDocument, pairs: Iterable[Span]) -> set[str]:
    return {key_names(document.text, pair)[0][0] for pair in pairs if has_value(document.text, pair)}

"""The headers of a text that is not TOML: broken ones, and lines that only look like one."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from etoile_cli.check.toml.advice.declarations import Declarations, headers
from etoile_cli.check.toml.lenient.words import one_word
from etoile_cli.check.toml.outline import Header
from etoile_cli.check.toml.scanner import BARE_KEY, KEY, Span, is_header, is_toml, key_names

_ONLY_WORD = re.compile(one_word(r"\w++"))
# A bracket, a colon, the bullet of a list or a no-break space beside the word.
_MARKED = re.compile(r"[^\n]*[\[\]{}<>:]|[-*\u00a0]")
# A pair after a bracket; `[[fru=its]]` is more likely a header.
_BRACKET_AND_PAIR = re.compile(rf"\[\[?[ \t]*{KEY}[ \t]*=(?![^\s\"'\[]*\]+\Z)")
# A header after up to three characters that are no key.
_HEADER_AFTER_CHARACTERS = re.compile(r"(?![\w-]+[ \t]*=)[^\s\[]{1,3}[ \t]*\[\[?[ \t]*(\w+)[ \t]*\]\]?")
_FIRST_WORD = re.compile(BARE_KEY)


def resembled_header(text: str, statement: Span, known: Collection[str]) -> str:
    """Return the known name in a line that looks like a header with missing or wrong brackets; empty if it doesn't.

    Such a line is what is left of a header in a list, a quotation or another format, or after a wrong space.
    """
    word = _ONLY_WORD.fullmatch(text, *statement)
    if word is None or not _MARKED.match(text, *statement):
        word = _HEADER_AFTER_CHARACTERS.fullmatch(text, *statement)
    return word[1] if word and word[1] in known else ""


class LenientHeaders:
    """The headers of a text that is not TOML, and the lines that were meant as headers, in their order.

    The header of an array of tables is recognised by its name, whatever its brackets are.
    """

    def __init__(self, text: str, spans: Sequence[Span], declarations: Declarations) -> None:
        self._text = text
        self._statements = spans
        self._declarations = declarations
        self._known = headers(declarations)

    def __iter__(self) -> Iterator[Header]:
        """Yield each header."""
        within: Sequence[str] | None = []
        taken = _Keys(self._text)
        last = 0
        followers = chain(islice(self._statements, 1, None), [(len(self._text),) * 2])
        for statement, follower in zip(self._statements, followers, strict=False):
            names = self._names(statement, last)
            if names is None and not is_header(self._text, statement):
                is_apart = self._text.count("\n", last, statement[0]) > 1
                names = self._word_as_header(statement, follower, within, taken, is_apart=is_apart)
            last = statement[1] - 1
            if names is None:
                taken.add(statement)
                continue
            within, taken = names or None, _Keys(self._text)
            yield Header(statement, names, self._is_array_of_tables(statement, names))

    def _names(self, statement: Span, last: int) -> list[str] | None:
        """Return the names in a header, no names if it may mean any table; `None` if the statement is no header."""
        if is_header(self._text, statement):
            is_array = self._text[last] == "=" and _is_indented_array(self._text, statement)
            is_value = is_array or _BRACKET_AND_PAIR.match(self._text[slice(*statement)])
            return None if is_value else _names_in(self._text, statement, self._known)
        name = resembled_header(self._text, statement, self._known)
        return [name] if name else None

    def _word_as_header(
        self, statement: Span, follower: Span, within: Sequence[str] | None, taken: "_Keys", *, is_apart: bool
    ) -> list[str] | None:
        """Return the name of the table or array that a word on a line of its own begins; `None` if it begins none.

        The next pair must have a key of that table. Besides, an empty line must be before the word (`is_apart`), or
        the current table can't take that key. `within` are the names in the header of the current table, `None` if
        they are unknown; `taken` are its keys so far.
        """
        word = _ONLY_WORD.fullmatch(self._text, *statement)
        name = self._declarations.meant(word[1]) if word else ""
        if not name or (key := _first_name(self._text, follower)) not in self._keys_of(name):
            return None
        if within is None or is_apart or key in taken.names():
            return [name]
        around = self._keys_around(within)
        return None if key in around else [name]

    def _keys_around(self, names: Sequence[str]) -> Collection[str]:
        """Return the declared keys of a table at the top or, without names, of the top itself; else none."""
        if not names:
            return self._declarations.keys
        return self._keys_of(self._declarations.meant(names[0])) if len(names) == 1 else ()

    def _keys_of(self, name: str) -> Collection[str]:
        declared = self._declarations.at((name,)) if name else None
        record = declared and (declared.item or declared)
        return record.keys if record else ()

    def _is_array_of_tables(self, statement: Span, names: Sequence[str]) -> bool:
        if len(names) == 1:
            meant = names[0] if names[0] in self._known else self._declarations.meant(names[0])
            if meant in self._known:
                return meant in self._declarations.arrays
        return self._text.startswith("[[", statement[0])


class _Keys:
    """The keys of a table, read from its pairs only when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: set[str] = set()
        self._pairs: list[Span] = []

    def add(self, pair: Span) -> None:
        """Add one more pair."""
        self._pairs.append(pair)

    def names(self) -> Collection[str]:
        """Return the first name of each key."""
        self._names.update(_first_name(self._text, pair) for pair in self._pairs)
        self._pairs.clear()
        return self._names


def _first_name(text: str, statement: Span) -> str:
    """Return the first name in the key of a pair; empty if the statement is a header, or there is none."""
    is_pair = statement[0] < len(text) and not is_header(text, statement)
    return next((name for name, _ in key_names(text, statement)), "") if is_pair else ""


def _is_indented_array(text: str, statement: Span) -> bool:
    """Return whether a statement is an array of strings, as below `colours =`, and no header: it is indented."""
    return text.startswith(('["', "['"), statement[0]) and text[statement[0] - 1] in " \t"


def _names_in(text: str, statement: Span, known: Collection[str]) -> list[str]:
    """Return the names in a header; no names if it is broken and does not begin with a known name."""
    if is_toml(text[slice(*statement)]):
        return [name for name, _ in key_names(text, statement)]
    word = _FIRST_WORD.search(text, *statement)
    if word and text.startswith(".", word.end()) and not text.startswith("]", word.end() + 1):
        return []  # a table within the record before it; the rest of its name is unreadable
    return [word.group()] if word and word.group() in known else []

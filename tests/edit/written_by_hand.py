"""Catalogues as people write them by hand, in every way that TOML has, with the owner of each line.

A line belongs to a key of a record, or to a record or a section as a whole. What is changed in one may touch no line
that belongs to another.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import tomli_w

from etoile_cli.edit.toml.written_values import key_text, scalar_text

Owner = tuple[Any, ...]

TEXTS = [
    *("", "a", "Luke Kirby", "Étoile", 'say "no"', "it's", "back\\slash", "a # b", "[[cast]]", "# [[cast]]", "x = 1"),
    *(
        "two\nlines",
        "\n",
        " leading",
        "trailing ",
        "tab\there",
        "エトワール",
        "e\u0301",
        "\u202e",
        "\U0001f57a",
        "nul\0",
    ),
    *('"""', "'''", "ends with \\", "a" * 150, "word " * 40, "paragraph one\n\nparagraph two is longer " + "x " * 60),
    *("\r\n", "\x7f", "{ a = 1 }", "]", ",", "é" * 3, "true", "2025-04-24"),
]
VALUES = [*TEXTS, 0, 1, -7, 99_999, True, False, 1.5, date(2025, 4, 24), date(1, 1, 1)]
TABLES = {"ids": ("imdb", "tmdb", "x y", "a.b"), "titles": ("fr", "pt-BR"), "cites": ("name", "title")}
KEYS = {
    "show": ("title", "premiere", "status", "genres", "themes", "note", "titles", "ids", "cites", "sources"),
    "cast": ("name", "character", "role", "billing", "episodes", "note", "ids", "cites", "sources", "unknown key"),
    "crew": ("name", "roles", "known_for", "sources", "note"),
    "episodes": ("season", "number", "title", "writers", "titles", "ids", "note"),
    "sources": ("id", "title", "url", "authors", "note"),
}
LISTS = {"genres", "themes", "sources", "episodes", "roles", "known_for", "writers", "authors"}


def value_for(rnd: random.Random, key: str) -> Any:
    """Return a value of the kind that a key holds: a list, a table, or anything else."""
    if key in TABLES:
        inner = rnd.sample(TABLES[key], rnd.randint(1, len(TABLES[key])))
        return {name: _list(rnd) if key == "cites" else rnd.choice(TEXTS) for name in inner}
    return _list(rnd) if key in LISTS else rnd.choice(VALUES)


def _list(rnd: random.Random) -> list[Any]:
    return [rnd.choice(VALUES) for _ in range(rnd.randint(0, 4))]


def record_for(rnd: random.Random, section: str) -> dict[str, Any]:
    """Return a record with some of the keys of a section."""
    keys = rnd.sample(KEYS[section], rnd.randint(1, min(5, len(KEYS[section]))))
    return {key: value_for(rnd, key) for key in keys}


class Written(NamedTuple):
    """A catalogue: its bytes, its data, and its lines with their ends, each with its owner."""

    content: bytes
    data: dict[str, Any]
    lines: Sequence[tuple[str, Owner]]


class _Hand:
    """Writes one catalogue, in habits that change from record to record."""

    def __init__(self, rnd: random.Random) -> None:
        self._rnd = rnd
        self._comments = 0

    def _comment(self, *texts: str) -> str:
        self._comments += 1
        text = self._rnd.choice([*texts, "x = [", "[[cast]]x", "é", '"""'])
        return f"# {text} {self._comments}"

    def scalar(self, value: Any) -> str:
        """Return a value in one of the ways to write it."""
        ways: list[Callable[[str], str]] = [scalar_text]
        if isinstance(value, str):
            ways.append(lambda text: tomli_w.dumps({"x": text}).removeprefix("x = ").removesuffix("\n"))
            if "'" not in value and value.isprintable():
                ways += [lambda text: f"'{text}'", lambda text: f"'''{text}'''", lambda text: f"'''\n{text}'''"]
            if "\r" not in value:
                ways.append(self._multiline)
        elif isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            ways += [hex, lambda number: f"+{number}"]
        return self._rnd.choice(ways)(value)

    def _multiline(self, text: str) -> str:
        inner = scalar_text(f"\n{text}").removeprefix('"""\n\n').removesuffix('"""')
        if self._rnd.random() < 0.5 and "\n" not in text and "  " not in text and not text.startswith(" "):
            words = inner.split(" ")
            half = len(words) // 2
            folded = " ".join(words[:half]) + (" \\\n    " if half > 0 else "") + " ".join(words[half:])
            return f'"""\\\n    {folded}\\\n    """'
        return f'"""\n{inner}"""'

    def value(self, value: Any, *, may_break: bool = True) -> str:
        """Return a value, a list or a table in one of the ways to write it."""
        rnd = self._rnd
        if isinstance(value, Mapping):
            pairs = [
                f"{'.'.join(map(key_text, names))}{rnd.choice([' = ', '='])}{self.value(each, may_break=False)}"
                for names, each in self._pairs(value)
            ]
            blank = rnd.choice(["", " "])
            return f"{{{blank}{rnd.choice([', ', ',']).join(pairs)}{blank}}}" if pairs else "{}"
        if not isinstance(value, list):
            return self.scalar(value)
        items = [self.scalar(each) for each in value]
        way = rnd.randint(0, 7 if may_break else 2)
        if way <= 1 or not items:
            empty = rnd.choice(["[]", "[ ]", f"[ {self._comment()}\n]" if may_break else "[]"])
            return f"[{', '.join(items)}]" if items else empty
        if way == 2:
            return f"[ {','.join(items)}, ]"
        if way == 3:
            return "[\n" + "".join(f"    {item}, {self._comment()}\n" for item in items) + "]"
        if way == 4:
            return "[\n" + ",\n".join(f"  {item}" for item in items) + f"\n  {self._comment()}\n  ]"
        if way == 5:
            return "[ " + "\n, ".join(items) + " ]"
        if way == 6:
            return "[\n    " + "\n  , ".join(items) + "\n]"
        return "[\n    " + ", ".join(items) + ",\n]"

    def _pairs(self, table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Yield the pairs of a table in braces; those of a table in it perhaps in dotted keys."""
        for name, each in table.items():
            if isinstance(each, Mapping) and self._rnd.random() < 0.5:
                yield from (((name, inner), value) for inner, value in each.items())
            else:
                yield (name,), each

    def pair(self, names: Sequence[str], value: Any, width: int = 0) -> str:
        """Return a key with its value, and perhaps a comment behind it."""
        dot = self._rnd.choice([".", ".", " . "])
        key = dot.join(key_text(name) for name in names)
        equals = f"{key:{width}} = " if width else key + self._rnd.choice([" = ", "=", " =", "\t=\t"])
        behind = f" {self._comment()}" if self._rnd.random() < 0.2 else ""
        return f"{equals}{self.value(value)}{behind}"

    def table(self, owner: Owner, record: Mapping[str, Any], names: Sequence[str] = ()) -> Iterator[tuple[str, Owner]]:
        """Yield the lines of the pairs of a table, those within it after them, each piece with its owner."""
        rnd = self._rnd
        indent = rnd.choice(["", "", "  ", "\t"])
        width = rnd.choice([0, 0, 14])
        headed = []
        for key, value in record.items():
            path = (*names, key)
            if isinstance(value, Mapping) and rnd.random() < 0.6:
                if rnd.random() < 0.5 and names:
                    headed.append((key, value))
                    continue
                for name, each in value.items():
                    yield f"{indent}{self.pair((key, name), each, width)}\n", (*owner, key)
                continue
            if rnd.random() < 0.2:
                yield f"{indent}{self._comment('about ' + '.'.join(path))}\n", (*owner, key)
            yield f"{indent}{self.pair((key,), value, width)}\n", (*owner, key)
            if rnd.random() < 0.1:
                yield "\n", owner
        for key, value in headed:
            header = ".".join(key_text(name) for name in (*names, key))
            yield f"{rnd.choice(['', chr(10)])}[{header}]\n", (*owner, key)
            for name, each in value.items():
                yield f"{self.pair((name,), each)}\n", (*owner, key)


def written(rnd: random.Random) -> Written:
    """Return a catalogue in ways to write it that are drawn at random."""
    hand = _Hand(rnd)
    data: dict[str, Any] = {"format": 1}
    top: list[tuple[str, Owner]] = [("format = 1\n", ("format",))]
    blocks: list[list[tuple[str, Owner]]] = []
    for section in KEYS:
        if section == "show":
            data["show"] = record_for(rnd, "show")
            way = rnd.randint(0, 3)
            if way == 0:
                top.append((f"show = {hand.value(data['show'])}\n", ("show",)))
            elif way == 1:
                top += [(f"{hand.pair(('show', key), value)}\n", ("show", key)) for key, value in data["show"].items()]
            else:
                blocks.append([("[show]\n", ("show",)), *hand.table(("show",), data["show"], ("show",))])
            continue
        records = [record_for(rnd, section) for _ in range(rnd.randint(0, 4))]
        if not records:
            continue
        data[section] = records
        if rnd.random() < 0.2:
            items = [{"items": record} for record in records]
            inner = ", ".join(hand.value(each["items"], may_break=False) for each in items)
            top.append((f"{section} = [{inner}]\n", (section,)))
            continue
        header = rnd.choice([f"[[{section}]]", f"[[ {section} ]]", f'[["{section}"]]', f"[[{section}]] # head"])
        for number, record in enumerate(records):
            owner = (section, number)
            above = [(f"{hand._comment('about this one')}\n", owner)] if rnd.random() < 0.3 else []
            blocks.append([*above, (f"{header}\n", owner), *hand.table(owner, record, (section,))])
    if rnd.random() < 0.3:
        blocks = _interleaved(rnd, blocks)
    return _joined(rnd, data, top, blocks)


def _interleaved(rnd: random.Random, blocks: list[list[tuple[str, Owner]]]) -> list[list[tuple[str, Owner]]]:
    """Return blocks in another order, in which those of one section keep theirs."""
    by_section: dict[Any, list[list[tuple[str, Owner]]]] = {}
    for block in blocks:
        by_section.setdefault(block[-1][1][0], []).append(block)
    order = [section for section, each in by_section.items() for _ in each]
    rnd.shuffle(order)
    return [by_section[section].pop(0) for section in order]


def _joined(
    rnd: random.Random, data: dict[str, Any], top: list[tuple[str, Owner]], blocks: list[list[tuple[str, Owner]]]
) -> Written:
    gap = rnd.choice(["", "\n", "\n", "\n\n"])
    pieces = [*top]
    for block in blocks:
        banner = f"# ---- {block[-1][1][0]} ----\n\n" if rnd.random() < 0.2 else ""
        pieces += [(gap, ("gap",)), (banner, ("banner",)), *block]
    line_end = rnd.choice(["\n", "\n", "\r\n"])
    text = "".join(piece for piece, _ in pieces)
    lines = [(f"{line}{line_end}", owner) for piece, owner in pieces for line in piece.split("\n")[:-1]]
    whole = text.replace("\n", line_end)
    if rnd.random() < 0.2:
        whole = whole.removesuffix(line_end)
        lines[-1] = (lines[-1][0].removesuffix(line_end), lines[-1][1])
    mark = "\ufeff" if rnd.random() < 0.1 else ""
    return Written(f"{mark}{whole}".encode(), data, lines)

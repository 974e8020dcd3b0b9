"""What means something to TOML, to the format, to a decoder, or to our own code: what a file is spoilt with."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1] / "src"

FRAGMENTS = [
    *("\"'[]{}=,.#\\:-+_0\n\r\t \x00\x0b\x1b\x7f\x85\x9b\u2028\u202e\ufeff"),
    *('"""', "'''", "[[", "]]", "\r\n", "\\u202e", "\\uD800", "true", "True", "nan", "2025-02-30", "1_0", "0x"),
    *("[show]\n", "[[show]]\n", "[cast]\n", "[[cast]]\n", "[cast.x]\n", "[[cast.x]]\n", "[show.ids]\n", "[]\n", "[\n"),
    *(
        "[show]\n[show]\n",
        "[a]\n[a.b]\n[a]\n",
        "x = 1\n" * 3,
        "[[cast]]\n[cast]\n",
        "[[cast]]\n[cast.ids]\n[cast.ids]\n",
    ),
    *("cast = 3\n", "cast = [{ name = 3 }, {}]\n", "show = []\n", "show.ids.x = 1\n", "format = 2\n", "x = { y = [\n"),
    *(
        "titles = { jp = 1, x = [] }\n",
        "[show.titles]\npt_BR = 'x'\n",
        "ratings.UK = '15'\n",
        "except = ['SU', 'XK']\n",
    ),
    *(
        "[[seasons]]\nnumber = 1\nepisodes = 2\n",
        "[[episodes]]\nseason = 1\nnumber = 1\nthrough = 99999\n",
        "[[episodes]]\nseason = 0\nnumber = 1\nfollows = 'S00E01'\n",
        "absolute = 1\nabsolut = 0\n",
        "episodes = ['S01', 'S01E01-S99999E99999', 'S02E02-S01E01', '1x01', 'S00']\n",
        "[[cast]]\nname = 'É'\nepisodes = 'S01–S02'\n",
    ),
    *(
        "[cast.cites]\nname = ['a', 'a']\nepisodes = ['S01']\n",
        "cites = { title = [], x.y = ['a'], cites = ['a'], '' = 1 }\n",
        "cites = ['a']\n",
        "[[sources]]\nid = 'a'\nauthor = 'A'\narchived = 'x'\n",
        "[[reception]]\nkind = 'award'\nverdict = 'won'\n",
        "regions = ['worldwide']\nexcept = ['KR']\n",
        "authors = 'A and B'\n",
        "seasons = 2\n",
    ),
    *(
        "[[awards]]\nresult = true\n",
        "recipients = ['É', 'E']\n",
        "ids = { imdb = 'nm0000001' }\n",
        "kind = 'story'\n",
    ),
    *("themes = [1, 1, [1], {}, true]\n", "ids = { imdb = [1], x.y = 1 }\n", "sources = [[], [[]], 1]\n", "}\n]\n)\n"),
    *("title = \n", "= 'x'\n", "title 'x'\n", "title = 'x\n", 'title = """x\n', "- a: b\n", "a\n" * 3, '{"a": 1}\n'),
    *(
        f"seasons = 0x{'f' * 4000}\n",
        "name = ",
        '\nname = "x"\n',
        "url = 'ftp:'\n",
        "checked = 9999-12-31\n",
        "premiere = 2025-04\n",
        'ended = "2025-04"\n',
        'premiere = "2025"\n',
        "runtime = [52, 75]\n",
        "é = 1\n",
        "a b = 1\n",
        "# x",
        "é́",
        "¸",
        "a" + "\u0301\u0323" * 40,
        "[" * 60,
        "x." * 60,
    ),
]
"""Beginnings, ends and slips; a value that no record takes; headers again and again; marks without an end."""

# An escape that a regular expression reads, where Python doesn't.
_ESCAPE = re.compile(
    "|".join(rf"\\{kind}([0-9a-fA-F]{{{digits}}})" for kind, digits in (("x", 2), ("u", 4), ("U", 8)))
)


def _characters_in_code() -> Iterator[str]:
    """Yield what the strings of our own code name beyond ASCII, the ends of ranges too, and the controls."""
    for file in sorted(_SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from node.value
                yield from (chr(int(found[found.lastindex or 0], 16)) for found in _ESCAPE.finditer(node.value))


def _is_special(character: str) -> bool:
    is_surrogate = "\ud800" <= character <= "\udfff"
    return not is_surrogate and not (character.isascii() and character.isprintable())


SPECIAL = "".join(sorted(set(filter(_is_special, _characters_in_code()))))
"""Every character that our code treats specially, whatever that is: U+FFFD, blanks, quotes and controls among them."""

NO_UTF_8 = [
    *(b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xc0\x80", b"\xe2\x80", b"\xa0", b"\x9b31m", b"\xf4\x90\x80\x80"),
    *(b"\xed\xa0\x80", b"\xed\xb2\x9b"),
]
"""Bytes that are none; the last two are lone surrogates, as an encoder writes them that doesn't mind."""

HOSTILE_BYTES = [*(each.encode() for each in (*FRAGMENTS, *SPECIAL)), *NO_UTF_8]
"""All of that as bytes."""

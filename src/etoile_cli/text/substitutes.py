"""What stands in for a character that a stream's encoding lacks: as wide, so that what is drawn keeps its shape.

Encode with `errors=SUBSTITUTE`.
"""

import codecs

from etoile_cli.text.folding import fold
from etoile_cli.text.widths import text_width

SUBSTITUTE = "etoile-substitute"

# An ellipsis is one dot, since three would move what stands behind it.
_ALIKE = {
    each: sign
    for sign, alike in {
        "-": "─·•−⁃‧→",
        "|": "│",
        "+": "╭╮╰╯",
        "*": "✦★☆",
        "'": "‚‛‹›′ʹʻʼʽˈ´`",
        '"': "„‟″",
        ".": "…",
        "x": "×",
        "/": "⁄∕",
        "v": "✓✔",
    }.items()
    for each in alike
}


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Return what stands in for the first character that can't be encoded, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _alike(error.object[error.start]), error.start + 1


def _alike(character: str) -> str:
    from unicodedata import category

    columns = text_width(character)
    kind = category(character)
    if columns == 0 or kind == "Cf":
        return ""
    if kind == "Zs":
        return " " * columns
    if kind == "Pd":
        return "-" * columns
    if sign := _ALIKE.get(character):
        return sign
    letter = fold(character)
    # A ligature gives its first letter; of ½ or Ⅳ, a part would be another number.
    if letter.isascii() and letter and (len(letter) == 1 or kind.startswith("L")):
        plain = letter[0].upper() if character.isupper() else letter[0]
        return plain.ljust(columns)
    return "?" * columns


codecs.register_error(SUBSTITUTE, _substitute)

"""Texts in encodings that lack some of their characters.

Each missing character is replaced by others that take as many columns, so that tables and cards keep their shape.
"""

import codecs

SUBSTITUTE = "etoile-substitute"
"""The error handler for `str.encode` that replaces missing characters."""

# An ellipsis becomes one dot: three would move the text after it.
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


def encode(text: str, encoding: str) -> bytes:
    """Return a text in an encoding, missing characters replaced."""
    if not encoding.lower().startswith("utf"):
        from etoile_cli.text.normal_forms import normalized

        # In NFC, most letters are one character with their accents, and so are replaced as one.
        text = normalized("NFC", text)
    return text.encode(encoding, errors=SUBSTITUTE)


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Return the replacement of the first character that can't be encoded, and the position to go on from."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _alike(error.object[error.start]), error.start + 1


def _alike(character: str) -> str:
    from unicodedata import category

    from etoile_cli.text.folding import fold
    from etoile_cli.text.widths import text_width

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
    # A ligature is replaced by its first letter; the first character of ½ or Ⅳ would be another number.
    if letter.isascii() and letter and (len(letter) == 1 or kind.startswith("L")):
        plain = letter[0].upper() if character.isupper() else letter[0]
        return plain.ljust(columns)
    return "?" * columns


codecs.register_error(SUBSTITUTE, _substitute)

"""Help pages: Typer's layout, but no wider than the terminal, and with columns and examples."""

import re
from collections.abc import Sequence
from typing import Literal

# Typer has a Click of its own, without a public name for this.
from typer._click.formatting import HelpFormatter

from etoile_cli.system.output import width as width_of_terminal

# In a narrower terminal, the help of an option is below the option and not beside it.
_WIDE = 58
# The least width of Typer's own formatter.
_LEAST = 50

# A word of a command line, with the blanks inside quotes.
_WORD = r"""(?:[^\s"']|"[^"]*"|'[^']*')+"""


class Formatter(HelpFormatter):
    """Typer's formatter, for terminals of 40 columns and more."""

    def __init__(
        self,
        indent_increment: int = 2,
        width: int | None = None,
        max_width: int | None = None,
        *,
        is_colored: bool = False,
    ) -> None:
        columns = width_of_terminal() - 2
        super().__init__(indent_increment, width or (columns if columns < _LEAST else None), max_width)
        self._is_colored = is_colored

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage of a command: its arguments in short."""
        super().write_usage(prog, args, f"{self._styled(prefix or 'Usage:', 'LABEL')} ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list of options, columns or examples."""
        self.write(f"{' ' * self.current_indent}{self._styled(f'{heading}:', 'LABEL')}\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms with their texts beside them or, in a narrow terminal, below them."""
        shown = [(self._styled(term, "STRONG"), text) for term, text in rows]
        super().write_dl(shown, col_max if self.width >= _WIDE else col_spacing, col_spacing)

    def _styled(self, text: str, style: Literal["LABEL", "STRONG"]) -> str:
        """Return a text in one of our styles, which are imported only if there is colour."""
        if not self._is_colored:
            return text
        from etoile_cli.text import styles

        return styles.drawn([(text, getattr(styles, style))], colored=True)


def write_columns(command: str, formatter: HelpFormatter) -> None:
    """Write the columns of the section that a command lists, if it lists one."""
    from etoile_cli.listing.columns import columns_of, section_of

    if section := section_of(command):
        with formatter.section("Columns"):
            formatter.write_text(", ".join(columns_of(section)))


def write_keys(command: str, words: Sequence[str], formatter: HelpFormatter) -> None:
    """Write the keys of the section that a command line names, or how to see them."""
    from etoile_cli.cli.keys_told import keys_told, section_among

    section = section_among(words, or_show=command == "set")
    with formatter.section(f"Keys of {section}" if section else "Keys"):
        if section:
            formatter.write_dl(list(keys_told(section)))
        else:
            formatter.write_text(f"etoile {command} SECTION --help lists those of a section, and what they take.")


def write_examples(examples: Sequence[str], formatter: HelpFormatter) -> None:
    """Write examples: command lines that can be copied."""
    with formatter.section("Examples"):
        for example in examples:
            formatter.write("".join(f"{line}\n" for line in command_lines(example, width_of_terminal())))


def command_lines(example: str, width: int) -> list[str]:
    """Return a command line broken to fit a width; a shell joins the lines, as all but the last end in a backslash."""
    [first, *words] = re.findall(_WORD, example)
    lines = [f"  {first}"]
    for left, word in zip(range(len(words), 0, -1), words, strict=True):
        # Any word but the last needs room for a blank and a backslash after it.
        if len(lines[-1]) + len(word) + (1 if left == 1 else 3) <= width:
            lines[-1] += f" {word}"
        else:
            lines[-1] += " \\"
            lines.append(f"      {word}")
    return lines

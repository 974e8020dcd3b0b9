"""Draw the pictures of README.md from the real commands: `python scripts/pictures.py`."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT  # Rich hands out no public name for it
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).resolve().parents[1] / "docs"
PICTURES = {
    "summary": ("etoile summary", 84, "--format table"),
    "cast": ("etoile cast", 100, "--format table"),
    "check": ("etoile check my.toml", 100, "--excerpt"),
}
TODAY = "2026-11-22"

_STAGE = TerminalTheme(
    (27, 23, 36),
    (233, 227, 236),
    [
        *((27, 23, 36), (220, 100, 110), (130, 180, 130), (215, 180, 110)),
        *((120, 150, 220), (232, 142, 178), (120, 190, 200), (233, 227, 236)),
    ],
)

# Without the fonts that Rich's own template loads from elsewhere: whoever looks at a picture makes no request.
_TEMPLATE = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "'Fira Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
)


def picture(command: str, width: int, options: str) -> str:
    """Return what a command prints on a terminal, as an SVG as wide as the terminal.

    `options` make it print the same where there is no terminal.
    """
    recorder = Console(
        record=True, width=width, height=25, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    recorder.print(Text(f"$ {command}", style="dim"))
    recorder.print(Text.from_ansi(_printed(command, width, options)), soft_wrap=True)
    name = re.sub(r"\W+", "-", command)
    return recorder.export_svg(title="", theme=_STAGE, code_format=_TEMPLATE, unique_id=name)


def _printed(command: str, width: int, options: str) -> str:
    """Return what a command prints, coloured, in a terminal of that width."""
    settings = {"COLUMNS": str(width), "ETOILE_TODAY": TODAY, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    arguments = [*command.split()[1:], *options.split(), "--color", "always"]
    return subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-m", "etoile_cli", *arguments],
        env=os.environ | settings,
        cwd=DOCS,
        check=False,
        capture_output=True,
        encoding="utf-8",
    ).stdout


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (DOCS / f"{name}.svg").write_text(picture(*arguments), encoding="utf-8")
        print(f"docs/{name}.svg")

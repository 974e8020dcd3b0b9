"""Directories with a few invented catalogues, written by tests into the current directory."""

from pathlib import Path

SHOW = 'format = 1\n[show]\ntitle = "{title}"\n'
PART = '[[cast]]\nname = "{name}"\n'
COMPANY = '[[companies]]\nid = "{id}"\nname = "{name}"\nkind = "story"\n'
BROKEN = "format = 1\n[show]\ntitle = Dark\n"
TOLD = '{}:3:9: error[syntax]: show: "title": Dark is not a value (text must be in quotes: "Dark")'


def write(name: str, *parts: str, title: str = "", more: str = "") -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    cast = "".join(PART.format(name=part) for part in parts)
    file.write_text(SHOW.format(title=title or file.stem.title()) + cast + more, encoding="utf-8")


def three() -> None:
    write("shows/bear.toml", "Ana Ruiz", "Jonas Lind")
    write("shows/dark.toml", "Jonas Lind", more='[[seasons]]\nnumber = 1\ntitle = "One"\n')
    write("shows/ferry.toml")

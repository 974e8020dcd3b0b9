"""Floor B: floor A, and the cast of a catalogue read with tomli and printed as one plain Rich table."""

import tomli
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()

COLUMNS = ("name", "character", "role", "company")


@app.command()
def cast(file: str) -> None:
    """Print the cast of a catalogue."""
    with open(file, "rb") as catalogue:
        parts = tomli.load(catalogue)["cast"]
    table = Table(*COLUMNS)
    for part in parts:
        table.add_row(*(part.get(column, "") for column in COLUMNS))
    Console().print(table)


@app.command()
def two() -> None:
    """Print two."""
    print("two")

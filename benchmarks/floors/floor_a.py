"""Floor A: what Typer costs by itself, with two commands that print a constant."""

import typer

app = typer.Typer()


@app.command()
def one() -> None:
    """Print one."""
    print("one")


@app.command()
def two() -> None:
    """Print two."""
    print("two")

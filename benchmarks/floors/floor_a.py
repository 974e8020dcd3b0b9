"""Floor A: what Typer costs by itself, with two commands that print a constant."""

import gc

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


def without_collector() -> None:
    """Run the same program without garbage collection, as etoile runs."""
    gc.disable()
    try:
        app()
    finally:
        gc.freeze()

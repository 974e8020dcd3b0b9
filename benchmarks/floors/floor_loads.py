"""The floor of everything that reads a catalogue: what `tomli.loads` takes for the same file, and nothing else."""

import gc
import sys

import tomli


def main() -> None:
    """Read the TOML file that the command line names."""
    with open(sys.argv[1], encoding="utf-8") as file:
        tomli.loads(file.read())


def without_collector() -> None:
    """Do the same without garbage collection, as etoile does."""
    gc.disable()
    main()
    gc.freeze()

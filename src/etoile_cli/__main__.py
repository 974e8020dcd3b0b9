"""The entry point: `etoile` and `python -m etoile_cli`."""

import sys


def main() -> None:
    """Run the program and exit with its code; an interrupt while it is still being imported exits 130."""
    try:
        from etoile_cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    app(prog_name="etoile")


if __name__ == "__main__":
    main()

"""The entry point: `etoile` and `python -m etoile_cli`."""

import sys


def main() -> None:
    """Run the program and exit with its code; an interrupt while it is still being made exits 130."""
    try:
        from etoile_cli.app import app

        app(prog_name="etoile")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

"""The entry point: `etoile` and `python -m etoile_cli`."""

import gc
import sys
from signal import SIG_DFL, SIG_IGN, SIGINT, default_int_handler, getsignal, signal

# An interrupt before `main` can hear it ends the program without a word, as it ends any other.
if getsignal(SIGINT) is default_int_handler:
    signal(SIGINT, SIG_DFL)


def main() -> None:
    """Run the program and exit with its code; an interrupt while it is still being made exits 130."""
    # A program that prints and ends has next to nothing for the garbage collector to find, and pays for its looking:
    # while modules are imported and records read, and once more for everything when Python shuts down.
    gc.disable()
    try:
        if getsignal(SIGINT) is SIG_DFL:
            signal(SIGINT, default_int_handler)
        from etoile_cli.app import app

        app(prog_name="etoile")
    except KeyboardInterrupt:
        sys.exit(130)
    except RuntimeError as error:
        # Before 3.12, Python tells an interrupt while a class is made as an error of the class.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.exit(130)
    finally:
        # All is said: an interrupt from here on would only make Python tell of its own end.
        signal(SIGINT, SIG_IGN)
        gc.freeze()


if __name__ == "__main__":
    main()

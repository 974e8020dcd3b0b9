"""The entry point: `etoile` and `python -m etoile_cli`."""

# First of all, and from a built-in module: an interrupt may come while `signal` is imported.
from _signal import SIG_DFL, SIG_IGN, SIGINT, default_int_handler, getsignal, raise_signal, signal  # type: ignore[import-not-found]

# Until `main` handles interrupts, one ends the program without a message, as it ends programs that handle none.
if getsignal(SIGINT) is default_int_handler:
    signal(SIGINT, SIG_DFL)

import gc
import sys


def main() -> None:
    """Run the program and exit with its code; 130 after an interrupt."""
    # The garbage collector takes time, while modules are imported and records are read and again when Python shuts
    # down, and finds almost nothing in a program that prints and ends.
    gc.disable()
    sys.unraisablehook = _end_if_interrupted
    try:
        try:
            if getsignal(SIGINT) == SIG_DFL:
                signal(SIGINT, default_int_handler)
            from etoile_cli.cli.app import app

            app(prog_name="etoile")
        finally:
            # Everything is printed: an interrupt from now on would only make Python print how it was interrupted.
            signal(SIGINT, SIG_IGN)
            gc.freeze()
    except KeyboardInterrupt:
        sys.exit(130)
    except RuntimeError as error:
        # Before 3.12, Python turns an interrupt in the creation of a class into a RuntimeError.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.exit(130)


def _end_if_interrupted(unraisable: "sys.UnraisableHookArgs") -> None:
    """End the program at an interrupt that Python can't raise, such as in a callback during an import."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        signal(SIGINT, SIG_DFL)
        raise_signal(SIGINT)
    sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    main()

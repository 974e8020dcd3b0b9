"""The entry point: `etoile` and `python -m etoile_cli`."""

# First of all, and from what Python has at hand: to import `signal` takes a while in which an interrupt may come.
from _signal import SIG_DFL, SIG_IGN, SIGINT, default_int_handler, getsignal, raise_signal, signal  # type: ignore[import-not-found]

# An interrupt before `main` can hear it ends the program without a word, as it ends any other.
if getsignal(SIGINT) is default_int_handler:
    signal(SIGINT, SIG_DFL)

import gc
import sys


def main() -> None:
    """Run the program and exit with its code; an interrupt while it is still being made exits 130."""
    # A program that prints and ends has next to nothing for the garbage collector to find, and pays for its looking:
    # while modules are imported and records read, and once more for everything when Python shuts down.
    gc.disable()
    sys.unraisablehook = _unheard
    try:
        try:
            if getsignal(SIGINT) == SIG_DFL:
                signal(SIGINT, default_int_handler)
            from etoile_cli.cli.app import app

            app(prog_name="etoile")
        finally:
            # All is said: an interrupt from here on would only make Python tell of its own end.
            signal(SIGINT, SIG_IGN)
            gc.freeze()
    except KeyboardInterrupt:
        sys.exit(130)
    except RuntimeError as error:
        # Before 3.12, Python tells an interrupt while a class is made as an error of the class.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.exit(130)


def _unheard(what: "sys.UnraisableHookArgs") -> None:
    """End at an interrupt that came where Python can't raise it, in what importing a module calls back, say."""
    if issubclass(what.exc_type, KeyboardInterrupt):
        signal(SIGINT, SIG_DFL)
        raise_signal(SIGINT)
    sys.__unraisablehook__(what)


if __name__ == "__main__":
    main()

"""The names of pages as files: readable, each another one on every file system, the same from one time to the next.

A name has the letters and digits of a title, of any script, as Unicode composes them (NFC). Two that a file system
could take for one, because it folds case or normal forms, are told apart by digits of a hash of the titles, which
depend on neither the order nor the number of the shows.
"""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from etoile_cli.export.distinct import distinct
from etoile_cli.export.slugs import slug_of
from etoile_cli.text.invisible import INVISIBLE
from etoile_cli.text.normal_forms import normalized

_DIGITS = 8
# Windows takes these for devices, with any ending; web servers show the index of a folder for the folder.
_RESERVED = re.compile(r"index|con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9]")


def file_names(given: Sequence[tuple[str, str]], folder: str, nameless: str) -> list[str]:
    """Return a file in a folder for each pair of a name and of what tells it from others of the same name.

    `nameless` is what that is called whose name has neither letters nor digits.
    """
    plain = [file_slug(name) or nameless for name, _ in given]
    times = Counter(plain)
    told = [
        f"{each}-{_digits(*pair)}" if times[each] > 1 or _RESERVED.fullmatch(each) else each
        for each, pair in zip(plain, given, strict=True)
    ]
    return [f"{folder}/{each}.html" for each in distinct(told)]


def file_slug(name: str) -> str:
    """Return a name in letters and digits that folding case, or taking another normal form, tells from all others."""
    while (slug := slug_of(re.sub(INVISIBLE, "", normalized("NFKD", name)).upper().casefold())) != name:
        name = slug
    return slug


def _digits(*texts: str) -> str:
    return sha256("\n".join(texts).encode(errors="replace")).hexdigest()[:_DIGITS]

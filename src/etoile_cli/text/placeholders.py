"""Words and signs that people write for something that isn't known."""

import re

# Nothing but zeros and signs, or a word for nothing.
_NOTHING = r"(?i)[\W_0]*|-1|n/?a|nil|none|null|tb[ad]|todo|unknown"


def is_placeholder(text: str) -> bool:
    """Return whether a text only says that something isn't known: `0`, `-`, `n/a`."""
    return bool(re.fullmatch(_NOTHING, text))

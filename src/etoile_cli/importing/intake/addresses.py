"""Addresses that lead to the same page, however they are written."""

import re

_YOUTUBE = re.compile(
    r"(?i:https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#\s]*&)?v=|(?:embed|shorts|live|v)/)|"
    r"youtu\.be/))([A-Za-z0-9_-]{11})(?![\w-])"
)


def comparable(address: str) -> str:
    """Return an address without what makes no difference in practice: how it is fetched, a slash at its end.

    A video of YouTube has one, whichever of its addresses is given.
    """
    if video := video_of(address):
        return f"youtube:{video}"
    return re.sub(r"(?i)^https?://(?:www\.)?|/$", "", address.strip())


def video_of(address: str) -> str:
    """Return the id of the video of YouTube that an address leads to; empty if it leads to none."""
    found = _YOUTUBE.match(address.strip())
    return found[1] if found else ""

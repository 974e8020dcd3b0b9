"""Where the pages of a site are, and how they link to each other: every address is one in the site's directory."""

from urllib.parse import quote

SHOWS, PEOPLE = "shows", "people"
"""The folders of the pages of shows and of people."""

INDEX = "index.html"
"""The index of the shows; likewise that of people, where they are many."""
INDEX_OF_PEOPLE = f"{PEOPLE}/{INDEX}"

ROOT = "../"
"""The way from a page in a folder to the directory."""

ALL_SHOWS = ("All shows", INDEX)
"""The way back to the index: its text, and its address."""


def address_of(file: str) -> str:
    """Return the address of a file, percent-encoded."""
    return quote(file)

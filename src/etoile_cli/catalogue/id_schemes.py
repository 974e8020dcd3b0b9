"""The schemes of ids in other databases: their forms for shows, people and episodes, and the addresses of their pages.

A scheme is listed here if the address of a page can be made from the id alone, without the title, or if two schemes
would be taken for one otherwise. Ids of other schemes are shown, but don't link anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from etoile_cli.catalogue.vocabulary import IdKind


class Scheme(Struct, frozen=True):
    """A scheme of ids: its key in catalogues, its name, a pattern for ids, an example, the address of an id's page.

    `meant_by` are patterns for texts that people write in place of an id, such as an address; their group captures
    what `template` completes to an id. In `address` and `template`, `{}` marks where the id or the captured text goes;
    the address is empty if no page can be found by the id alone.
    """

    key: str
    name: str
    form: str
    example: str
    address: str
    meant_by: tuple[str, ...]
    template: str = "{}"


_NUMBER = r"[1-9][0-9]*"
_SLUG = r"[a-z0-9]+(?:[_-][a-z0-9]+)*"
_EIDR = r"(?:[0-9A-F]{4}-){5}[0-9A-Z]"


def _imdb(letters: str, folder: str, example: str) -> Scheme:
    return Scheme(
        "imdb",
        "IMDb",
        rf"{letters}(?!0+$)[0-9]{{7,}}",
        example,
        f"https://www.imdb.com/{folder}/{{}}/",
        (rf"\b{letters}([0-9]{{7,}})\b", r"^([0-9]{7,8})$"),
        f"{letters}{{}}",
    )


def _numbered(key: str, name: str, address: str, in_address: str) -> Scheme:
    """Return a scheme of plain numbers; `in_address` is what comes before the number in the address of its page."""
    prefixed = rf"^(?:{key}[:/-]+)?0*({_NUMBER})$"
    meant_by = (rf"\b{in_address}/0*({_NUMBER})\b", prefixed) if in_address else (prefixed,)
    return Scheme(key, name, _NUMBER, "12345", address, meant_by)


def _of_any_kind() -> Iterator[Scheme]:
    yield Scheme(
        "wikidata",
        "Wikidata",
        rf"Q{_NUMBER}",
        "Q12345",
        "https://www.wikidata.org/wiki/{}",
        (rf"\bQ({_NUMBER})\b", rf"^({_NUMBER})$"),
        "Q{}",
    )


def _eidr() -> Scheme:
    return Scheme(
        "eidr",
        "EIDR",
        rf"10\.5240/{_EIDR}",
        "10.5240/0123-4567-89AB-CDEF-0123-Z",
        "https://doi.org/{}",
        (rf"\b10\.5240[/:]({_EIDR})(?![\w-])", rf"^({_EIDR})$"),
        "10.5240/{}",
    )


def _of_shows() -> Iterator[Scheme]:
    yield _imdb("tt", "title", "tt0123456")
    yield Scheme(
        "tmdb",
        "TMDB",
        _NUMBER,
        "12345",
        "https://www.themoviedb.org/tv/{}",
        (rf"\btv/0*({_NUMBER})\b", rf"^(?:tmdb[:/-]+)?0*({_NUMBER})(?:-[a-z].*)?$"),
    )
    yield Scheme(
        "tvdb",
        "TheTVDB",
        _NUMBER,
        "12345",
        "https://www.thetvdb.com/dereferrer/series/{}",
        (
            # `/series/24` without `dereferrer` holds no id: it is the page of the show called 24.
            rf"\bdereferrer/series/0*({_NUMBER})\b",
            rf"[?&](?:series)?id=0*({_NUMBER})\b",
            rf"^(?:tvdb[:/-]+)?0*({_NUMBER})$",
        ),
    )
    yield _numbered("tvmaze", "TVmaze", "https://www.tvmaze.com/shows/{}", "shows")
    yield Scheme(
        "rottentomatoes",
        "Rotten Tomatoes",
        _SLUG,
        "the_show",
        "https://www.rottentomatoes.com/tv/{}",
        (rf"\brottentomatoes\.com/tv/({_SLUG})(?:[/?#]|$)", rf"^(?:tv/)?({_SLUG})$"),
    )
    yield _eidr()
    yield from _of_any_kind()


def _of_people() -> Iterator[Scheme]:
    yield _imdb("nm", "name", "nm0123456")
    yield Scheme(
        "tmdb",
        "TMDB",
        _NUMBER,
        "12345",
        "https://www.themoviedb.org/person/{}",
        (rf"\bperson/0*({_NUMBER})\b", rf"^(?:tmdb[:/-]+)?0*({_NUMBER})(?:-[a-z].*)?$"),
    )
    yield _numbered("tvdb", "TheTVDB", "https://www.thetvdb.com/people/{}", "people")
    yield _numbered("tvmaze", "TVmaze", "https://www.tvmaze.com/people/{}", "people")
    yield from _of_any_kind()


def _of_episodes() -> Iterator[Scheme]:
    yield _imdb("tt", "title", "tt0123456")
    # Its page is found by the show, the season and the number alone.
    yield _numbered("tmdb", "TMDB", "", "")
    # `/episodes/12` follows the name of the show in the address, `dereferrer/episode/12` doesn't.
    yield _numbered("tvdb", "TheTVDB", "https://www.thetvdb.com/dereferrer/episode/{}", "episodes?")
    yield _numbered("tvmaze", "TVmaze", "https://www.tvmaze.com/episodes/{}", "episodes")
    yield _eidr()
    yield from _of_any_kind()


def _by_key(schemes: Iterable[Scheme]) -> Mapping[str, Scheme]:
    return {scheme.key: scheme for scheme in schemes}


SCHEMES: Mapping[IdKind, Mapping[str, Scheme]] = {
    "show": _by_key(_of_shows()),
    "person": _by_key(_of_people()),
    "episode": _by_key(_of_episodes()),
}
"""The known schemes by what their ids identify, and by their keys in catalogues."""

"""Values as people read them, in pieces that are safe to print and may be links."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.enumerations import LEADS_TO
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.schemes import page_of
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.export.marks import Mark
from etoile_cli.text.addresses import link, site
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.values import readable, show
from etoile_cli.wording.codes import except_text
from etoile_cli.wording.values import between, pair_of, reading, readings


class Piece(Struct, frozen=True):
    """A piece of a value: its text, the web address that it links to, and the date in ISO 8601 if it is one.

    `marks` are those of the sources that state just the value that ends with it. `language` is the BCP 47 tag of the
    text, if that is known; `before` is a label in English, to print before it.
    """

    text: str
    link: str = ""
    day: str = ""
    marks: tuple[Mark, ...] = ()
    language: str = ""
    before: str = ""


def marked(pieces: tuple[Piece, ...], marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a value with marks behind the last."""
    return (*pieces[:-1], replace(pieces[-1], marks=marks)) if pieces and marks else pieces


def pieces_of(declared: Declared, value: Any, references: References, kind: str | None = None) -> tuple[Piece, ...]:
    """Return the pieces of a value that is as declared, none if it is absent or empty.

    `kind` is what the addresses in it lead to, as a key of `LEADS_TO`.
    """
    if value is None:
        return ()
    if isinstance(value, str) and not declared.is_address:
        text = reading(declared, value, references)
        return (Piece(text),) if text else ()
    if isinstance(value, date | PartialDate):
        return (Piece(readable(value), day=value.isoformat()),)
    if isinstance(value, tuple) and not isinstance(value, Extent) and not (item := declared.each).runs:
        return tuple([piece for each in value for piece in pieces_of(item, each, references, kind)])
    if declared.is_address:
        return pieces_of_address(value, kind)
    if isinstance(value, dict):
        return tuple(
            piece for key, each in value.items() for piece in _pieces_of_pair(declared, key, each, references)
        )
    return tuple(map(Piece, readings(declared, value, references)))


def without(pieces: tuple[Piece, ...], left_out: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a value and what is left out of it: `worldwide except South Korea`."""
    if not pieces or not left_out:
        return pieces
    *most, last = pieces
    return *most, replace(last, text=except_text(last.text, [piece.text for piece in left_out]))


def _pieces_of_pair(declared: Declared, key: str, value: Any, references: References) -> tuple[Piece, ...]:
    """Return the pieces of a pair of a table, each after the name of the key; a language is that of its value."""
    name, text = pair_of(declared, key, value, references)
    if declared.held.is_other_id:
        return (piece_of_id(declared.held, key, value, f"{name} {text}"),)
    is_language = declared.name is not None and declared.name.standard is Standard.LANGUAGE
    is_text = declared.held.is_exact and isinstance(value, str)
    language, before = key if is_language and is_text else "", f"{name}{between(declared)}"
    pieces = pieces_of(declared.held, value, references)
    return tuple(replace(piece, before=before, language=language) for piece in pieces)


def piece_of_id(declared: Declared, scheme: str, id_: str, text: str) -> Piece:
    """Return a text about an id elsewhere, which leads to the page of the id if that is known."""
    return Piece(show(text), (declared.id_kind and page_of(declared.id_kind, scheme, id_)) or "")


def pieces_of_copy(address: str, called: str) -> tuple[Piece, ...]:
    """Return the address of a copy as a link whose text is what the copy is called."""
    target = link(address)
    return (Piece(called, target),) if target else tuple(Piece(text) for text in (show(address), called) if text)


def pieces_of_address(address: str, kind: str | None, *, spelt: bool = False) -> tuple[Piece, ...]:
    """Return an address as a link whose text is its site or, if it is `spelt`, the address itself.

    `kind` says what it leads to, as a key of `LEADS_TO`. An address that can't be a link is plain text.
    """
    words = (LEADS_TO.get(kind) or show(kind)) if kind else ""
    target = link(address)
    if target is None:
        return tuple(Piece(text) for text in (show(address), words) if text)
    text = show(address) if spelt else site(address)
    return (Piece(f"{words} at {text}" if words else text, target),)

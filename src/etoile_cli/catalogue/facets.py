"""What the type of a key declares about its values beyond their form: the entries of `Meta.extra`, as attributes."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.catalogue.vocabulary import (
    ADDRESS,
    AGES,
    BEGINS,
    CALLED,
    CITATION,
    CITES,
    COPIES,
    DATES,
    DONE,
    ENDS,
    FOLLOWS,
    HYPHENATED,
    IDENTIFIES,
    IN_LANGUAGE,
    KIND_OF,
    LABEL,
    LEFT_OUT_OF,
    OF_PERSON,
    OFFERED,
    ONE,
    OTHER_ID,
    PERSON,
    REFERS_TO,
    REMARK,
    RUNS,
    SORTS,
    STANDARD,
    UNIT,
    WORDS,
    IdKind,
    Standard,
)


class Facets:
    """How people read the values of a key, and how they relate to other records; empty or false if not declared."""

    def __init__(self, extra: Mapping[str, Any]) -> None:
        # Plain attributes: every value of every record that is printed asks for some of them.
        self._relate(extra)
        self._name(extra)
        self._identify(extra)
        self.is_hyphenated = HYPHENATED in extra
        """Whether it has hyphens where people write blanks."""
        self.is_address = ADDRESS in extra
        """Whether it is an address of the web."""
        self.person: str = extra.get(PERSON, "")
        """Whether it is the `name` of a person, or one of `other` names."""
        self.is_of_person = OF_PERSON in extra
        """Whether it is known of the person that the record is about, whatever that person does on the show."""
        self.ages = AGES in extra
        """Whether it is a day of which people want to know how long ago it was."""
        self.ends = ENDS in extra
        """Whether it is the last day of what the record describes."""
        self.done = DONE in extra
        """Whether it is a day on which something was done, so that it can't lie in the future."""
        self.is_remark = REMARK in extra
        """Whether it says what a reader should know, and is no fact by itself."""
        self.runs = RUNS in extra
        """Whether a list of them reads as the shortest one that says the same."""
        self.offered = OFFERED in extra
        """Whether TAB offers its words, besides those of the record's name."""
        self.is_exact = not (
            self.standard
            or self.refers_to
            or self.kind_of
            or self.unit
            or self.words
            or self.is_other_id
            or self.is_hyphenated
        )
        """Whether people read its texts and numbers as they are, without another name or a unit."""

    def _name(self, extra: Mapping[str, Any]) -> None:
        """Set the attributes that say what people call the key and its values."""
        self.label: str = extra.get(LABEL, "")
        """What people call the key, if not by its own words."""
        self.one: str = extra.get(ONE, "")
        """What people call a single item of the list, if not by the name of the list."""
        self.called: str = extra.get(CALLED, "")
        """What messages call its values, where that says more than their type."""
        self.unit: str = extra.get(UNIT, "")
        """What its number counts, in the singular."""
        self.words: Mapping[Any, str] = extra.get(WORDS, {})
        """What people read for its values; that of `...` is for all others, `{}` in it for the value."""

    def _relate(self, extra: Mapping[str, Any]) -> None:
        """Set the attributes that name other keys of the record."""
        self.copies: str = extra.get(COPIES, "")
        """The key of an address; what it leads to is a copy of what that one leads to."""
        self.kind_of: str = extra.get(KIND_OF, "")
        """The key of an address; it says what that address leads to."""
        self.in_language: str = extra.get(IN_LANGUAGE, "")
        """The attribute of the record that holds the BCP 47 tag of its language."""
        self.follows: str = extra.get(FOLLOWS, "")
        """The key of the day that it must not come before."""
        self.dates: str = extra.get(DATES, "")
        """The key whose value has held since this day."""
        self.begins: str = extra.get(BEGINS, "")
        """The key that holds the last of several numbers, of which it is the first."""
        self.sorts: str = extra.get(SORTS, "")
        """The key whose values are sorted by these."""
        self.left_out_of: str = extra.get(LEFT_OUT_OF, "")
        """The key from whose value these are left out."""

    def _identify(self, extra: Mapping[str, Any]) -> None:
        """Set the attributes that say what its codes and ids are those of."""
        self.standard: Standard | None = extra.get(STANDARD)
        """The standard that lists the codes that it holds."""
        self.refers_to: str = extra.get(REFERS_TO, "")
        """The section whose ids or codes it holds."""
        self.is_citation = CITATION in extra
        """Whether it holds the ids of the sources that state the record."""
        self.cites = CITES in extra
        """Whether it holds the ids of the sources that state single values, by the keys of those."""
        self.identifies = IDENTIFIES in extra
        """Whether it is the id by which other records refer to this one."""
        self.id_kind: IdKind | None = extra.get(OTHER_ID)
        """What its id in another database identifies; its key names the scheme."""
        self.is_other_id = self.id_kind is not None
        """Whether it is an id in another database."""

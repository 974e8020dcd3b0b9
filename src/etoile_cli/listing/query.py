"""What a search looks for, and what of a record it searches: its keys, and the episodes that some of them name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.spans import BEFORE_ALL, Span
from etoile_cli.listing.held_episodes import episodes_among, joined_seasons, run_with
from etoile_cli.listing.searched import searched
from etoile_cli.text.folding import fold

if TYPE_CHECKING:  # imported only where a word is a term
    from etoile_cli.listing.terms.matching import Conditions

_EPISODES = "episodes"
# So many texts of codes are kept.
_MOST_READ = 1_000


class Key(Struct, frozen=True):
    """What is searched in a record: a key or a derived column.

    `attribute` holds what programs read, `read` what people read; `declared` is the declaration of the value or, if
    that is a list, of the items; `plain` says that people read the value or the items as they are. `code` is the
    attribute that holds the code of the record itself, if it is an episode or a season and this is how people know it.
    """

    name: str
    attribute: str
    read: str
    declared: Declared
    plain: bool
    code: str = ""

    @property
    def numbers(self) -> bool:
        """Whether it holds codes of episodes, or numbers of seasons: words that name episodes mean these."""
        return bool(self.code or self.declared.refers_to == _EPISODES or self.declared.words)

    def codes(self, record: Record, wanted: Span) -> Sequence[str]:
        """Return the codes of the episodes that a record names here; a single one counts only if one is wanted.

        What follows an episode of a season is not in the season.
        """
        value = getattr(record, self.code or self.attribute) if self.code or not self.declared.words else None
        if isinstance(value, tuple):
            return value
        is_one = self.code or wanted.first[1] != BEFORE_ALL
        return [value] if value and is_one else ()


class Query(Struct, frozen=True):
    """What is looked for: folded words, and the episodes that some of them name; and what terms ask.

    `terms` is `None` if no word asks a key, `absent` has a query for each word that is not to be there.
    """

    words: Sequence[str]
    episodes: Mapping[str, Span]
    references: References
    terms: "Conditions | None" = None
    absent: "Sequence[Query]" = ()
    # Each query has its own, filled as it asks.
    _read: dict[tuple[Declared, str], Sequence[str]] = {}

    @property
    def asks_nothing(self) -> bool:
        """Whether every record answers it."""
        return not (any(self.words) or self.terms or self.absent)

    def first_in(self, text: str, key: Key) -> str | None:
        """Return the first of the words that is in a text of a key."""
        folded = fold(text)
        return next((word for word in self.letters(key) if word in folded), None)

    def texts_read(self, key: Key, value: str) -> Sequence[str]:
        """Return the texts of a code or an id in which words are looked for: of most, many records have the same."""
        place = key.declared, value
        if (texts := self._read.get(place)) is None:
            texts = [each.text for each in searched(key.declared, value, self.references)]
            if len(self._read) < _MOST_READ:
                self._read[place] = texts
        return texts

    def letters(self, key: Key) -> Iterable[str]:
        """Return the words of which the letters are looked for in a key."""
        return [word for word in self.words if word not in self.episodes] if key.numbers else self.words

    def runs(self, record: Record, key: Key) -> Iterator[tuple[str, str]]:
        """Yield the words whose episodes a record names under a key, each with the run that holds them."""
        if not (key.numbers and self.episodes):
            return
        for word in self.words:
            wanted = self.episodes.get(word)
            codes = key.codes(record, wanted) if wanted else ()
            if wanted and codes and (run := run_with(wanted, codes, self.references.numbering)):
                yield word, run


def query_of(
    words: Sequence[str], catalogue: Catalogue, types: Sequence[type[Record]], *, of_sections: bool = False
) -> Query:
    """Return what words look for in the records of some types of a catalogue; of all its sections, or of one.

    Raises UsageError if a term asks for a key that there is not, or gives one a value that it can't have.
    """
    if not any(":" in word for word in words):
        return _query_of_words(words, References(catalogue))
    from etoile_cli.listing.terms.grammar import parted
    from etoile_cli.listing.terms.matching import Conditions
    from etoile_cli.listing.terms.near import refuse_unknown
    from etoile_cli.listing.terms.places import SECTION, Keys

    known = Keys(types, *([SECTION] if of_sections else []))
    terms, plain = parted(words, known)
    refuse_unknown(words, known)
    query = _query_of_words(plain, References(catalogue))
    asked = [term for term in terms if term.key]
    return replace(
        query,
        terms=Conditions(asked, types, catalogue, query.references) if asked else None,
        absent=[_query_of_words([term.text], query.references) for term in terms if not term.key],
    )


def _query_of_words(words: Sequence[str], references: References) -> Query:
    folded = [fold(word) for word in words]
    if any(word.startswith("season") for word in folded):
        folded = list(joined_seasons(folded, references.numbering))
    return Query(folded, episodes_among(folded), references)


@cache
def keys_of(record_type: type[Record]) -> Sequence[Key]:
    """Return what is searched in the records of a type: everything but the ids of sources."""
    known = {name: declared.each for name, declared in declarations(record_type).items()}
    codes = record_type.codes
    keys = [
        Key(name, name, name, each, each.is_text and each.is_exact, codes.get(name, ""))
        for name, each in known.items()
        if not each.held.is_citation and name not in record_type.searched
    ]
    derived = (
        Key(name, each.attribute, each.read or each.attribute, Declared(str), plain=True, code=codes.get(name, ""))
        for name, each in record_type.derived.items()
    )
    objects = (Key(name, name, read, Declared(str), plain=True) for name, read in record_type.searched.items() if read)
    return [*keys, *derived, *objects]

"""Languages: their BCP 47 tags and English names, and finding the tag for a text.

The tags are those of IANA's registry in the package language-tags, the names those of Unicode's CLDR, else of the
registry. All are loaded when first needed. A name says no more than its tag: CLDR's likely subtags, which would make
`arb` "Arabic (Egypt)", are not used.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from etoile_cli.catalogue.countries import country_name, iso_codes

# The codes of countries that people take for their languages, where these codes are no languages.
_OF_COUNTRIES = {
    "al": "sq",
    "by": "be",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "il": "he",
    "ir": "fa",
    "jp": "ja",
    "kr": "ko",
    "rs": "sr",
    "tw": "zh-TW",
    "ua": "uk",
    "vn": "vi",
}

# A text of more letters is looked up among the names of languages; a shorter one is a code.
_LONGEST_CODE = 3

# The languages of two letters, ISO 639-1, all registered; a test holds them against the registry, whose data take
# a tenth of the time of a check to load.
_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io "
    "is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn "
    "mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se "
    "sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo "
    "wa wo xh yi yo za zh zu"
)
_OF_TWO_LETTERS = frozenset(_ISO_639_1.split())


def is_language(tag: str) -> bool:
    """Return whether a tag is a valid BCP 47 tag of registered subtags."""
    language, hyphen, region = tag.partition("-")
    if language in _OF_TWO_LETTERS and (not hyphen or region in iso_codes()):
        return True
    from language_tags import tags

    found = tags.tag(tag)
    # A script that a language is usually written in, as in en-Latn, is superfluous but not wrong.
    return all(error.code == found.ERR_SUPPRESS_SCRIPT for error in found.errors)


@cache
def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, `Mandarin Chinese (Traditional)`, or the tag itself if it has none.

    Subtags are distinguished by their length (RFC 5646, section 2.2): a script has four letters, a region two letters
    or three digits. Those after a single letter are private or an extension, and are shown as they are.
    """
    first, *others = tag.split("-")
    if others and len(others[0]) == 3 and _registered("extlang", others[0]):
        # An extended language is named without the language that it extends: zh-yue is yue.
        first, *others = others
    complete = _registered_tag(tag) if _may_be_registered(first, others) else ""
    language = complete or _primary_name(first)
    more = ", ".join(_further_names(others)) if language and not complete else ""
    return f"{language} ({more})" if more else language or tag


def similar_language(text: str) -> str:
    """Return the tag that was probably meant in place of a text; empty if that is unclear.

    The text may be the tag with an underscore, one with outdated or unregistered subtags, or the name of a language.
    """
    from language_tags import tags

    text = text.strip().replace("_", "-")
    current = _with_current_subtags(text)
    if is_language(current):
        return str(tags.tag(current).format)
    tag = tags.tag(text)
    preferred = tag.preferred or (len(tag.subtags) == 1 and tag.subtags[0].preferred)
    if preferred:
        return str(preferred.format)
    if len(text) <= _LONGEST_CODE:
        return _OF_COUNTRIES.get(text.lower(), "")
    return _languages_by_name().get(text.casefold(), "")


def is_sure(text: str) -> bool:
    """Return whether a text surely means the tag that `similar_language` returns: not so the code of a country."""
    return len(text.strip()) > _LONGEST_CODE or text.strip().lower() not in _OF_COUNTRIES


def _primary_name(subtag: str) -> str:
    return _english("languages", subtag.lower()) or _registered("language", subtag)


def _further_names(subtags: Sequence[str]) -> Iterator[str]:
    """Yield the names of the subtags after the language."""
    for position, subtag in enumerate(subtags):
        if len(subtag) == 1:
            yield "-".join(subtags[position:])
            return
        if len(subtag) == 4 and subtag.isalpha():
            yield _english("scripts", subtag.title()) or _registered("script", subtag) or subtag
        elif len(subtag) == 2 or (len(subtag) == 3 and subtag.isdigit()):
            yield country_name(subtag.upper())
        else:
            yield _registered("variant", subtag) or subtag


def _english(kind: str, code: str) -> str:
    from etoile_cli.catalogue.cldr import english_names

    return english_names(kind).get(code, "")


def _may_be_registered(first: str, others: Sequence[str]) -> bool:
    """Return whether the registry may hold a whole tag, not only its subtags: `art-lojban`, `zh-min-nan`, `sgn-GB`."""
    if first.lower() == "sgn":
        return bool(others)
    alphabetic = [len(each) for each in others if each.isalpha()]
    return 3 in alphabetic or max(alphabetic, default=0) > 4 or alphabetic.count(2) > 1


def _registered(kind: str, subtag: str) -> str:
    """Return the registry's name of a subtag of a kind; empty if there is none."""
    if len(subtag) < 2:
        return ""
    from language_tags import tags

    found = next((each for each in tags.subtags(subtag) if each.type == kind), None)
    return str(found.description[0]) if found else ""


def _registered_tag(tag: str) -> str:
    """Return the registry's name of a whole tag; empty if it holds only the subtags."""
    from language_tags import tags

    return str(next(iter(tags.tag(tag).descriptions), ""))


@cache
def _languages_by_name() -> dict[str, str]:
    """Return the registry's language subtags by their names; searching the registry instead takes 3 ms a name."""
    from language_tags import data

    languages: dict[str, str] = {}
    for record in data.get("registry"):
        if record["Type"] == "language":
            for name in record["Description"]:
                languages.setdefault(name.casefold(), record["Subtag"])
    return languages


def _with_current_subtags(tag: str) -> str:
    """Return a tag with outdated and three-letter subtags replaced: `fr` for `fra`, `en-GB` for `en-UK`."""
    from babel.core import get_global

    language, *others = tag.split("-")
    languages, territories = get_global("language_aliases"), get_global("territory_aliases")
    return "-".join(
        [
            languages.get(language.lower(), language),
            *(territories.get(each.upper(), [each])[0] for each in others),
        ]
    )

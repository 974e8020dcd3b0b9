"""Titles in other languages, of shows and of episodes, by TMDB's translations."""

from collections import Counter

from etoile_cli.catalogue.languages import is_language
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.taking import put_table, quoted, take_title
from etoile_cli.importing.reading.tree import Node, drop, table, tables, take_text

# By TMDB's own list of languages, where these are no codes of ISO 639-1.
_OWN_CODES = {"cn": "yue"}
_NO_LANGUAGE = "xx"


def tag_of(code: str | None) -> str | None:
    """Return the BCP 47 tag of a language of TMDB; empty if it says that there is none, `None` if it is not known."""
    if not code or code == _NO_LANGUAGE:
        return ""
    tag = _OWN_CODES.get(code, code)
    return tag if is_language(tag) else None


def take_titles(intake: Intake, node: Node, record: Record) -> None:
    """Take the titles in other languages into a record.

    A language has its country only if TMDB lists it for several.
    """
    entries = tables(node, "translations", "translations")
    languages = [take_text(each, "iso_639_1") for each in entries]
    countries = Counter(languages)
    titles: dict[str, str] = {}
    for entry, language in zip(entries, languages, strict=True):
        title, country = take_title(table(entry, "data"), "name"), take_text(entry, "iso_3166_1")
        drop(entry, "name", "english_name")
        if not title:
            continue
        tag = tag_of(language)
        if tag and countries[language] > 1 and country:
            tag = f"{tag}-{country}"
        if not tag or not is_language(tag):
            intake.leave_out(f"title {quoted(title)}", f"the language {quoted(language or '')} is not known")
        elif titles.setdefault(tag, title) != title:
            intake.leave_out(f"title {quoted(title)} in {tag}", f"is {quoted(titles[tag])} as well")
    put_table(intake, record, "titles", titles, "title")

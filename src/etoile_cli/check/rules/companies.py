"""Companies that made the show: none of them is in the story, and no character works for one."""

from collections.abc import Iterator

from etoile_cli.catalogue.enumerations import CompanyKind
from etoile_cli.catalogue.records import CastMember, Company
from etoile_cli.check.contents import Contents
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.advice.quoting import quote

_BEHIND = (CompanyKind.PRODUCTION, CompanyKind.DISTRIBUTION)


def companies_behind_the_show(contents: Contents) -> Iterator[Finding]:
    """Yield the companies that made the show and exist only in the story, and the parts in a company that made it."""
    behind: dict[str, str] = {}
    for entry in contents.of(Company):
        if (kind := entry.values.get("kind")) in _BEHIND:
            if id_ := entry.values.get("id"):
                behind[id_] = kind
            if entry.values.get("fictional") is True:
                hint = Hint(f'a company of the story has kind = "{CompanyKind.STORY}"')
                message = f'"fictional" is true, and "kind" is "{kind}"'
                yield Finding(CONTRADICTION, (*entry.path, "fictional"), message, hint)
    for entry in contents.of(CastMember):
        if kind := behind.get(entry.values.get("company") or "", ""):
            message = f'"company" names {quote(entry.values["company"])}, whose "kind" is "{kind}"'
            hint = Hint("name the company that the character belongs to")
            yield Finding(CONTRADICTION, (*entry.path, "company"), message, hint)

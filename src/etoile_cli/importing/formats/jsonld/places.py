"""The companies that made a show, and the places where it is set and was filmed."""

from collections.abc import Iterator
from typing import Any

from etoile_cli.catalogue.enumerations import CompanyKind, SettingUse
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.readings import countries, text, text_of
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.made_ids import MadeIds

_USES = {"contentLocation": SettingUse.STORY, "locationCreated": SettingUse.FILMING}


class Places:
    """The companies and the places, each once, though several pages may have them."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._ids = MadeIds("company")
        self._companies: set[str] = set()
        self._uses: dict[str, tuple[Record, dict[str, None]]] = {}

    def put(self, show: Thing) -> None:
        """Put the companies and the places that a thing names."""
        for company in self._located(show, "productionCompany"):
            if (key := str(company)) not in self._companies:
                self._companies.add(key)
                made = {"id": self._ids.made(company["name"]), "kind": CompanyKind.PRODUCTION.value}
                self._intake.add("companies", made | company)
        for key, use in _USES.items():
            for place in self._located(show, key):
                self._uses.setdefault(str(place), (place, {}))[1][use.value] = None

    def put_settings(self) -> None:
        """Put the places into their section, once all uses of each are known."""
        for place, uses in self._uses.values():
            self._intake.add("settings", place | {"uses": list(uses)})

    def _located(self, show: Thing, key: str) -> Iterator[Record]:
        """Take what has a name and may have an address; people stay."""

        def made(value: Any) -> Record | None:
            located = show.thing(value)
            if located is None:
                name = text_of(value)
                return {"name": name} if name else None
            if "Person" in located.types or not (name := text(located, "name")):
                return None
            return {"name": name} | self._address(located)

        return iter(show.take(key, made))

    def _address(self, located: Thing) -> Record:
        found: Record = {}
        for address in located.things("address"):
            self._intake.put(found, "city", text(address, "addressLocality"))
            self._intake.put(found, "country", next(iter(countries(address, self._intake, "addressCountry")), ""))
        return found

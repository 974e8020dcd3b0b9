"""Who made a show, as others list it: a person with a role each time."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.importing.intake.intake import Intake, Record


class Contributors:
    """The records of a section, a person once, with all roles."""

    def __init__(self, intake: Intake, section: str) -> None:
        self._intake = intake
        self._section = section
        self._records: dict[tuple[str, str], Record] = {}
        self._roles: dict[tuple[str, str], dict[str, None]] = {}

    def has(self, person: Mapping[str, Any], role: str) -> bool:
        """Return whether a person is there in a role."""
        return role in self._roles.get(_key(person), {})

    def add(self, person: Mapping[str, Any], role: str = "") -> None:
        """Add a person, by the values that tell who it is, in a role."""
        key = _key(person)
        if key not in self._records:
            self._records[key] = self._intake.add(self._section, person)
            self._roles[key] = {}
        if role:
            self._roles[key][role] = None

    def put_roles(self) -> None:
        """Give each person all roles, once all are added."""
        for key, record in self._records.items():
            self._intake.put(record, "roles", list(self._roles[key]))


def _key(person: Mapping[str, Any]) -> tuple[str, str]:
    return person["name"], next(iter(person.get("ids", {}).values()), "")

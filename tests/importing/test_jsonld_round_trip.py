"""What `export jsonld` writes comes back."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from etoile_cli.catalogue.countries import is_country
from etoile_cli.catalogue.enumerations import CompanyKind, SettingUse, TrailerKind
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.errors import EtoileError
from etoile_cli.export.addresses import page
from etoile_cli.export.jsonld import jsonld
from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.intake.texts import one_line, unescaped
from etoile_cli.importing.intake.values import is_known_scheme
from etoile_cli.importing.reading.file import File, Kind
from etoile_cli.importing.reading.json_ import json_tree
from etoile_cli.importing.reading.tree import untaken
from etoile_cli.text.dates import PartialDate
from tests.door import CHECKOUT
from tests.importing.documents import DAY, is_made_valid
from tests.importing.folded import once
from tests.strategies import brief, catalogues


def again(catalogue: Catalogue) -> Intake:
    """Return what is taken in of the JSON-LD of a catalogue."""
    tree = json_tree("".join(jsonld(catalogue)).encode(), "x")
    intake = Intake(DAY, texts=True)
    JSONLD.take_in([File("x", Kind.JSON, tree, DAY)], intake)
    return intake


def plain(text: str | None) -> str:
    return one_line(unescaped(text or ""))


def listed(items: Any) -> list[str]:
    return once(filter(None, map(plain, items)))


def dated(value: Any) -> Any:
    return value.isoformat() if isinstance(value, PartialDate) else value


def present(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def known(ids: Mapping[str, str]) -> dict[str, str]:
    """Return the ids in schemes that are known: others are called whatever somebody called them."""
    return {scheme: id_ for scheme, id_ in ids.items() if is_known_scheme("show", scheme)}


def show_again(catalogue: Catalogue) -> dict[str, Any]:
    """Return the keys of the show that come back."""
    show = catalogue.show
    is_one = show.runtime is not None and show.runtime[0] == show.runtime[-1]
    return present(
        title=plain(show.title),
        premiere=dated(show.premiere),
        ended=dated(show.ended),
        status=show.status and show.status.value,
        runtime=show.runtime[0] if show.runtime and is_one else None,
        networks=listed(show.networks),
        countries=list(dict.fromkeys(each for each in show.countries if is_country(each))),
        logline=plain(show.logline),
        premise=plain(show.premise),
        ids=known(valid_ids("show", show.ids)),
    )


def test_what_is_exported_of_the_shipped_catalogue_comes_back() -> None:
    catalogue = parse((CHECKOUT / "data" / "etoile.toml").read_bytes())
    intake = again(catalogue)
    assert is_made_valid(intake)
    expected = show_again(catalogue) | present(
        also_known_as=list(catalogue.show.also_known_as),
        titles=dict(catalogue.show.titles),
        seasons=1,
        genres=list(catalogue.show.genres),
        languages=list(catalogue.show.languages),
        themes=list(catalogue.show.themes),
    )
    assert intake.show | {"premise": plain(intake.show["premise"])} == expected
    for section, keys in {
        "creators": ("name", "aliases", "roles", "episodes", "ids"),
        "crew": ("name", "aliases", "roles", "episodes", "ids"),
        "cast": ("name", "aliases", "character", "role", "profession", "episodes", "ids"),
        "seasons": ("number", "title", "premiere", "finale", "episodes", "premise"),
        "episodes": (
            *("season", "number", "through", "title", "titles", "released", "runtime"),
            *("directors", "writers", "synopsis", "ids"),
        ),
    }.items():
        assert intake.sections[section] == [
            present(**{key: _of_toml(getattr(record, key)) for key in keys}) for record in getattr(catalogue, section)
        ]
    places = [each for each in catalogue.settings if each.uses]
    keys = ("name", "city", "country")
    assert sorted((each["name"], *sorted(each["uses"])) for each in intake.sections["settings"]) == sorted(
        (each.name, *sorted(each.uses)) for each in places
    )
    assert {tuple(each.get(key) for key in keys) for each in intake.sections["settings"]} == {
        tuple(getattr(each, key) for key in keys) for each in places
    }
    assert [each["name"] for each in intake.sections["companies"]] == [
        each.name for each in catalogue.companies if each.kind is CompanyKind.PRODUCTION and not each.fictional
    ]
    assert [_offer(each) for each in intake.sections["availability"]] == [
        present(
            service=each.service,
            offer=each.offer.value,
            regions=list(each.regions),
            url=page(each),
            since=dated(each.since),
            until=dated(each.until),
        )
        | ({"except": list(each.except_)} if each.except_ else {})
        for each in catalogue.availability
    ]
    assert [each["verdict"] for each in intake.sections["reception"]] == [each.verdict for each in catalogue.reception]


def _offer(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in {"checked", "url_kind"}}


def _of_toml(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dated(value)


@brief
@given(catalogues)
def test_what_is_exported_of_any_catalogue_comes_back(catalogue: Catalogue) -> None:
    if not plain(catalogue.show.title):
        with pytest.raises(EtoileError):
            again(catalogue)
        return
    intake = again(catalogue)
    keys = show_again(catalogue)
    found = {key: value for key, value in intake.show.items() if key in keys}
    if "ids" in found:
        found["ids"] = known(found["ids"])
    for key in ("logline", "premise"):
        if key in found:
            found[key] = plain(found[key])
    assert found == keys
    assert is_made_valid(intake)
    assert [each["name"] for each in intake.sections.get("cast", [])] == list_of_parts(catalogue)
    videos = {page(each) for each in catalogue.trailers if page(each) and each.kind is not TrailerKind.CLIP}
    assert {each["url"] for each in intake.sections.get("trailers", [])} <= {plain(each) for each in videos}
    uses = {use for each in catalogue.settings for use in each.uses if plain(each.name)}
    assert {use for each in intake.sections.get("settings", []) for use in each["uses"]} == set(map(str, uses)) & set(
        SettingUse
    )


def list_of_parts(catalogue: Catalogue) -> list[str]:
    parts = dict.fromkeys((plain(each.name), plain(each.character)) for each in catalogue.cast)
    return [name for name, _ in parts if name]


def test_what_is_exported_leaves_nothing_unread_but_what_has_no_key() -> None:
    catalogue = parse((CHECKOUT / "data" / "etoile.toml").read_bytes())
    tree = json.loads("".join(jsonld(catalogue)))
    JSONLD.take_in([File("x", Kind.JSON, tree, DAY)], Intake(DAY, texts=True))
    assert {path.partition("[")[0] for path in untaken(tree)} == {"citation"}

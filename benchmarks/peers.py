"""Other programs on the same rows: each in an environment of its own, with a library that holds the same cast."""

import csv
import json
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from environments import install, variables, versions
from measure import Case, Samples, WrongOutputError, alternate, ratio, verify
from startup import CATALOGUE, NAMES

Part = Mapping[str, Any]

COLUMNS = ("name", "character", "role", "company")


@dataclass(frozen=True)
class Peer:
    """A program: what to install for it (nothing: it is there or isn't), what it reads, and how that is made.

    `prepare` returns the command to measure. `rival`: it keeps catalogues in Python, and etoile is to be faster.
    """

    program: str
    package: str
    reads: str
    prepare: Callable[[Path, Path, Sequence[Part]], Case]
    rival: bool = False


def cast() -> list[Part]:
    """Return the cast of the catalogue that ships."""
    parts: list[Part] = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["cast"]
    return parts


@dataclass(frozen=True)
class Prepared:
    """A program that is installed, with the command to measure and its version, if that is known."""

    peer: Peer
    case: Case
    version: str


def prepare(folder: Path) -> list[Prepared]:
    """Install every peer, make what it reads and see that it prints the cast; what can't be had is left out."""
    homes = folder / "peers"
    homes.mkdir()
    prepared = list(_installed(homes))
    for each in prepared:
        verify(each.case)
    return prepared


def _installed(folder: Path) -> Iterator[Prepared]:
    parts = cast()
    for peer in PEERS:
        home = folder / peer.program
        home.mkdir()
        if peer.package:
            print(f"installing {peer.package}", flush=True)
            programs = install(home / "env", peer.package)
            version = f"{peer.package} {versions(programs, peer.package)[peer.package]}"
        elif found := shutil.which(peer.program):
            programs, version = Path(found).parent, ""
        else:
            print(f"not installed, and so not measured: {peer.program}", flush=True)
            continue
        yield Prepared(peer, peer.prepare(programs, home, parts), version)


def measure(programs: Path, prepared: Sequence[Prepared], runs: int) -> list[dict[str, object]]:
    """Return a row a program, etoile first."""
    own = Case("etoile cast -f tsv", (str(programs / "etoile"), "cast", "-f", "tsv"), NAMES)
    rivals = [each.case.name for each in prepared if each.peer.rival]
    reads = {each.case.name: f"{each.peer.reads} ({each.version})".replace(" ()", "") for each in prepared}
    return _rows(alternate([own, *(each.case for each in prepared)], runs), reads, rivals)


def _rows(samples: Mapping[str, Samples], reads: Mapping[str, str], rivals: Sequence[str]) -> list[dict[str, object]]:
    """Return a row a program: its milliseconds and how they stand to those of etoile, which is first."""
    first = next(iter(samples.values()))
    made = []
    for name, taken in samples.items():
        times = ratio(taken.seconds, first.seconds)
        row: dict[str, object] = {"case": name, "ms": [1000 * each for each in quantiles(taken.seconds)]}
        row |= {"ratio": times, "reads": reads.get(name, "the catalogue, TOML")}
        made.append(row | ({"met": times > 1} if name in rivals else {}))
    return made


def _case(name: str, parts: Sequence[Part], *command: str | Path, **settings: str) -> Case:
    names = [part["name"] for part in parts]
    return Case(name, tuple(map(str, command)), names, variables=settings)


def _tomlq(programs: Path, _: Path, parts: Sequence[Part]) -> Case:
    return _case("tomlq", parts, programs / "tomlq", "-r", _JQ, CATALOGUE)


def _rich(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    table = home / "cast.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        rows.writeheader()
        rows.writerows(parts)
    return _case("rich cast.csv", parts, programs / "rich", "--width", "200", table)


def _sqlite(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    rows = home / "cast.json"
    rows.write_text(json.dumps([{key: part.get(key) for key in COLUMNS} for part in parts]), encoding="utf-8")
    _run(programs / "sqlite-utils", "insert", home / "cast.db", "cast", rows)
    return _case("sqlite-utils rows -t", parts, programs / "sqlite-utils", "rows", home / "cast.db", "cast", "-t")


def _papis(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    for number, part in enumerate(parts):
        document = home / "library" / str(number)
        document.mkdir(parents=True)
        known = {"title": part.get("character", ""), "author": part["name"], "papis_id": f"{number:032x}"}
        document.joinpath("info.yaml").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    settings = home / "config" / "papis"
    settings.mkdir(parents=True)
    settings.joinpath("config").write_text(f"[settings]\ndefault-library = cast\n[cast]\ndir = {home / 'library'}\n")
    told = "--format", "{doc[author]}\t{doc[title]}"
    homes = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache"), "HOME": str(home)}
    return _case("papis list", parts, programs / "papis", "list", "--all", *told, **homes)


def _khard(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    cards = home / "cards"
    cards.mkdir()
    for number, part in enumerate(parts):
        *first, last = part["name"].split()
        card = ("BEGIN:VCARD", "VERSION:3.0", f"UID:{number}", f"FN:{part['name']}", f"N:{last};{' '.join(first)};;;")
        text = "\r\n".join([*card, f"ROLE:{part.get('role', '')}".replace(",", "\\,"), "END:VCARD", ""])
        cards.joinpath(f"{number}.vcf").write_text(text, encoding="utf-8", newline="")
    settings = home / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[cast]]\npath = {cards}\n[general]\ndefault_action = list\n")
    return _case("khard list", parts, programs / "khard", "-c", settings, "list", HOME=str(home))


def _beet(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    rows = home / "cast.json"
    rows.write_text(json.dumps(parts, default=str), encoding="utf-8")
    settings = home / "config.yaml"
    settings.write_text(f"library: {home / 'library.db'}\ndirectory: {home}\nplugins: []\n")
    _run(programs / "python", "-c", _FILL_BEETS, home / "library.db", rows)
    told = "-f", "$artist\t$title"
    return _case("beet ls", parts, programs / "beet", "-c", settings, "ls", *told, BEETSDIR=str(home), HOME=str(home))


def _taplo(programs: Path, _: Path, parts: Sequence[Part]) -> Case:
    return _case("taplo get", parts, programs / "taplo", "get", "-f", CATALOGUE, "cast.*.name")


def _jq(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    rows = home / "cast.json"
    rows.write_text(json.dumps({"cast": parts}, default=str), encoding="utf-8")
    return _case("jq", parts, programs / "jq", "-r", _JQ, rows)


def _recsel(programs: Path, home: Path, parts: Sequence[Part]) -> Case:
    records = home / "cast.rec"
    records.write_text(
        "\n".join("".join(f"{key}: {part[key]}\n" for key in COLUMNS if key in part) for part in parts),
        encoding="utf-8",
    )
    return _case("recsel", parts, programs / "recsel", "-p", ",".join(COLUMNS), records)


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        command, env=variables(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise WrongOutputError(f"{command[0]}: exit code {done.returncode}\n{done.stderr}")


_JQ = ".cast[] | [.name, .character, .role, .company] | @tsv"
_FILL_BEETS = """
import json, sys
from beets.library import Item, Library
library = Library(sys.argv[1])
for part in json.load(open(sys.argv[2], encoding="utf-8")):
    library.add(Item(artist=part["name"], title=part.get("character", ""), path=b""))
"""

PEERS = (
    Peer("papis", "papis", "17 documents, a YAML file each, and its cache", _papis, rival=True),
    Peer("khard", "khard", "17 vCards, a file each", _khard, rival=True),
    Peer("sqlite-utils", "sqlite-utils", "a SQLite table", _sqlite, rival=True),
    Peer("beet", "beets", "a SQLite library of 17 items", _beet, rival=True),
    Peer("tomlq", "yq", "the catalogue, TOML", _tomlq),
    Peer("rich", "rich-cli", "a CSV file", _rich),
    Peer("taplo", "taplo", "the catalogue, TOML", _taplo),
    Peer("jq", "", "a JSON file", _jq),
    Peer("recsel", "", "a recfile", _recsel),
)

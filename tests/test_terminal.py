"""What a terminal shows: every command within its width, nothing cut off, colour and links as asked, nothing raw."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

import pytest

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, Trailer
from etoile_cli.catalogue.reader import Location, read
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.check.check import check
from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.check.reports.line import lines
from etoile_cli.compare.wording import change_lines
from etoile_cli.listing.cells import Cells
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.columns import Match
from etoile_cli.listing.formats import Format
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.search import search
from etoile_cli.listing.show_entry import entry_of
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import Person, joined
from etoile_cli.people.wording import awards_of, parts_of, roles_of
from etoile_cli.text.values import in_words, paragraphs, readable_date, show, show_all
from etoile_cli.wording.offers import offer_checked, offer_terms, open_offers
from etoile_cli.wording.trailers import trailer_to_show
from tests.door import CHECKOUT, TODAY, Run, run, run_process, run_terminal, screen
from tests.processes import COMMANDS, NAMES, formats_of, run_all, run_all_in_terminal, with_options
from tests.thoroughness import breadth
from tests.widths import columns as columns_of

CATALOGUES = {
    "shipped": CHECKOUT / "data" / "etoile.toml",
    "minimal": CHECKOUT / "tests" / "data" / "minimal.toml",
    "hostile": CHECKOUT / "tests" / "data" / "hostile.toml",
    "scripts": CHECKOUT / "tests" / "data" / "scripts.toml",
}
WIDTHS = breadth((40, 60, 80, 120), (40, 80))

# What these print is for programs, or one long word: a line is as long as it has to be.
UNDRAWN = ("etoile export", "etoile get", "etoile path", "etoile schema")
DRAWN = [command for command in COMMANDS if not command.startswith(UNDRAWN)]
SECTION_OF = {name: name for name in RECORD_TYPES} | {"where-to-watch": "availability"}
LISTINGS = [f"etoile {name}" for name in NAMES if name in SECTION_OF]
# What these show is no table, unless columns are asked for, and where a terminal has links, no addresses.
LISTS = ("etoile where-to-watch", "etoile sources")

STYLE = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;([^;]*);([^\x1b]*)\x1b\\")
# C0 but for the newline, DEL, C1, the bidirectional controls, the line separators.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
RULE = re.compile("─+")
# Thai, Khmer, Chinese, Japanese.
UNSPACED = "[\u0e00-\u0e7f\u1780-\u17ff\u3000-\u9fff\uff00-\uffef]"
ADDRESS = re.compile(r"[a-z]+:\S+")
# A line of the file, and the marks below it.
EXCERPT = re.compile(r" [0-9 ]* │ ")


def trailer_shown(catalogue: Catalogue) -> list[Trailer]:
    """Return the trailer that is shown where there is room for one, if there is any."""
    trailer = trailer_to_show(catalogue)
    return [trailer] if trailer else []


def _plain(received: str) -> str:
    """Return what a terminal received without the styles and links, which it doesn't show."""
    return LINK.sub("", STYLE.sub("", received))


def _squeezed(text: str) -> str:
    """Return a text without white space and the card's frame, so that what line breaks parted is whole again."""
    return re.sub(r"[\s│]", "", normalize("NFC", text))


@dataclass(frozen=True)
class Drawing:
    """What a command drew in a terminal."""

    command: str
    catalogue: str
    width: int
    received: str

    def lines(self) -> list[str]:
        return [line for line in _plain(self.received).splitlines() if not line.startswith("etoile: ")]

    def texts(self) -> list[str]:
        path = CATALOGUES[self.catalogue]
        if self.command == "etoile check":
            return lines([check(path.read_bytes(), str(path), date.fromisoformat(TODAY))])
        if self.command.startswith("etoile diff"):
            return list(
                change_lines(read(Location(str(CATALOGUES["shipped"]), "option")), read(Location(str(path), "option")))
            )
        return _shown_by(self.command, read(Location(str(path), "option")), self._left_out())

    def _left_out(self) -> list[str]:
        """Return the columns that a table without room for them leaves out, heading and all."""
        section = SECTION_OF.get(self.command.removeprefix("etoile "), "")
        shown = self.lines()
        is_table = section and len(shown) > 1 and RULE.fullmatch(shown[1])
        extra = SECTIONS[section].if_any if is_table else ()
        return [column for column in extra if in_words(column) not in re.split(" {2,}", shown[0])]


EVERY_SCREEN = [(name, width) for name in CATALOGUES for width in WIDTHS]
SCREENS = breadth(EVERY_SCREEN, [each for each in EVERY_SCREEN if each[0] in {"shipped", "hostile"} or each[1] == 40])


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def drawings(request: pytest.FixtureRequest) -> list[Drawing]:
    """Return what every command draws of a catalogue in a terminal of some width."""
    name, width = request.param
    commands = [*DRAWN, *(f"{command} --columns all" for command in LISTINGS), "etoile trailer --all"]
    given = [with_options(command, f"-c {CATALOGUES[name]}") for command in commands]
    ran = run_all_in_terminal(given, width=width)
    assert [done.code for done in ran] == [_code(command, name) for command in commands]
    return [Drawing(command, name, width, done.stdout) for command, done in zip(commands, ran, strict=True)]


def _code(command: str, catalogue: str) -> int:
    # The minimal catalogue has no trailer, the hostile one is full of errors; the answer to that is no. All but the
    # shipped one differ from that.
    name = command.split()[1]
    is_different = name == "diff" and catalogue != "shipped"
    return int(is_different or name == {"minimal": "trailer", "hostile": "check"}.get(catalogue))


def test_every_command_fits_the_terminal(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        # A trailer's address is one piece to copy: the terminal wraps it.
        drawn = [line for line in drawing.lines() if "trailer" not in drawing.command or not ADDRESS.match(line)]
        assert [line for line in drawn if columns_of(line) > drawing.width] == [], drawing.command


def test_no_command_cuts_anything_off(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        shown, texts = drawing.lines(), drawing.texts()
        assert _missing(texts, shown) == [], drawing.command
        # In an excerpt a search writes it itself, and of a long line of the file only a part is shown.
        others = [line for line in shown if not (drawing.command == "etoile check" and EXCERPT.match(line))]
        assert "".join(others).count("…") == "".join(texts).count("…"), drawing.command


def test_links_lead_to_web_pages_and_say_where(drawings: list[Drawing]) -> None:
    linked = set()
    for drawing in drawings:
        for address, text in _links(drawing.received):
            linked.add(drawing.command)
            assert re.fullmatch(r"(?i)https?://[ -~]+", address), drawing.command
            # On the card and in lists a name or a title leads to a page; everywhere else an address stands as it is,
            # once or, where several records have the same, as often.
            assert not text.replace(address, "") or drawing.command in ("etoile summary", *LISTS), drawing.command
    if drawings[0].catalogue == "shipped":
        assert {"etoile summary", "etoile trailer", "etoile where-to-watch", "etoile sources"} <= linked


def test_every_address_that_is_not_shown_is_a_link(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        if drawing.command not in ("etoile summary", *LISTS):
            continue
        catalogue = read(Location(str(CATALOGUES[drawing.catalogue]), "option"))
        records = {
            "etoile summary": [*open_offers(catalogue.availability), *trailer_shown(catalogue)],
            "etoile where-to-watch": catalogue.availability,
            "etoile sources": catalogue.sources,
        }[drawing.command]
        linked = {address for address, _ in _links(drawing.received)}
        shown = _squeezed("".join(drawing.lines()))
        addresses = [each.url for each in records if each.url]
        assert [each for each in addresses if (each in linked) == (_squeezed(each) in shown)] == [], drawing.command


def _links(received: str) -> list[tuple[str, str]]:
    """Return each link's address and text, the parts of one that lines or styles break brought together."""
    texts: dict[tuple[str, str], str] = {}
    pieces = LINK.split(STYLE.sub("", received))
    for key, address, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if address:
            texts[key, address] = texts.get((key, address), "") + text
    return [(address, text) for (_, address), text in texts.items()]


def _shown_by(command: str, catalogue: Catalogue, left_out: Collection[str]) -> list[str]:
    """Return the texts that a command shows of a catalogue, whatever the layout but for columns that it leaves out."""
    name = command.split()[1]
    match name:
        case "summary":
            return _summary(catalogue)
        case "trailer":
            trailers = catalogue.trailers if "--all" in command else trailer_shown(catalogue)
            return show_all(text for each in trailers for text in (each.title, each.url))
        case "search":
            return _found(search(catalogue, ["e"]))
        case "shows":
            entry = entry_of(Holding(catalogue.show.title, "", catalogue))
            more = entry.genres if "--columns" in command else ()
            return show_all([entry.show, entry.years_read, ", ".join(entry.networks), ", ".join(more)])
        case "people":
            return _people(joined(credits_of("x", catalogue)))
        case "sources" if command in LISTS:
            dates = [readable_date(each.published) for each in catalogue.sources if each.published]
            return [*show_all(text for each in catalogue.sources for text in (each.id, each.heading)), *dates]
        case "where-to-watch" if command in LISTS:
            today = date.fromisoformat(TODAY)
            told = (
                (each.service, offer_terms(each, today), offer_checked(each, today)) for each in catalogue.availability
            )
            return show_all(text for texts in told for text in texts)
    section = SECTION_OF[name]
    columns = ["all"] if "--columns" in command else None
    return _listing(section, columns, catalogue, left_out)


def _found(matches: Sequence[Match]) -> list[str]:
    """Return what a search shows: the names, and the places that are more than a part of them."""
    texts = [show(match.name) for match in matches]
    for match in matches:
        places = (place.partition(":") for place in match.match)
        told = ((key.replace("_", " "), show(text)) for key, _, text in places)
        texts += [f"{key}{text}" for key, text in told if text not in show(match.name)]
    return texts


def _people(people: Sequence[Person]) -> list[str]:
    """Return what a list of people shows: the names, what they do, and what is told of that."""
    texts = [show(person.name) for person in people]
    for person in people:
        did = [each for of in (parts_of, roles_of, awards_of) for each in of(person.credits)]
        texts += [text for each in did for text in (each.what, *each.about)]
    return texts


def _summary(catalogue: Catalogue) -> list[str]:
    about = catalogue.show
    return [
        *show_all([about.title, about.logline or "", *about.networks, *about.genres, *about.themes]),
        *paragraphs(about.premise or ""),
        *show_all(each.name for each in catalogue.creators),
        *show_all(each.name for each in catalogue.cast if each.billing is Billing.MAIN),
        *show_all(each.service for each in open_offers(catalogue.availability)),
        *show_all(each.title for each in trailer_shown(catalogue)),
    ]


def _listing(
    section: str, columns: Sequence[str] | None, catalogue: Catalogue, left_out: Collection[str]
) -> list[str]:
    chosen = [each for each in choose_columns(section, columns, Format.TABLE) if each.name not in left_out]
    listing = Listing(getattr(catalogue, section), chosen, date.fromisoformat(TODAY), catalogue=catalogue)
    readers = list(map(Cells(listing).reader, chosen))
    return [text for row in listing.rows() for read, value in zip(readers, row, strict=True) if (text := read(value))]


def _words(text: str) -> list[str]:
    return re.findall(rf"{UNSPACED}|\S+?(?={UNSPACED}|\s|$)", normalize("NFC", text))


def _missing(texts: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return the texts, or words of them, that the lines don't show as often as they should."""
    if any(map(RULE.fullmatch, lines)):
        # Columns stand side by side, but never break a word; where a script has no blanks, only letters are known.
        wanted = Counter(word for text in texts for word in _words(text))
        return list(wanted - Counter(word for line in lines for word in _words(line)))
    shown = _squeezed("".join(lines)).casefold()
    wanted = Counter(_squeezed(text).casefold() for text in texts)
    return [text for text, number in wanted.items() if shown.count(text) < number]


@pytest.mark.parametrize(
    ("width", "fitting"),
    [
        (59, {"seasons", "episodes"}),
        (48, {"seasons", "episodes"}),
        (47, {"episodes"}),
        (36, {"episodes"}),
        (35, set()),
    ],
)
def test_below_60_columns_records_are_stacked_unless_nothing_has_to_wrap(width: int, fitting: set[str]) -> None:
    ran = dict(zip(LISTINGS, run_all_in_terminal(LISTINGS, width=width), strict=True))
    assert {command for command, done in ran.items() if _rules(done)} == {f"etoile {name}" for name in fitting}


def test_one_rule_stands_under_the_headings_of_columns() -> None:
    tables = [command for command in LISTINGS if command not in LISTS]
    for command, done in zip(tables, run_all_in_terminal(tables, width=300), strict=True):
        assert _rules(done) == [1], command


def _rules(done: Run) -> list[int]:
    return [number for number, line in enumerate(_plain(done.stdout).splitlines()) if RULE.fullmatch(line)]


ELLIS = {
    44: """\
name         roles
────────────────────────────────────────────
Scott Ellis  co-executive producer, director
""",
    43: """\
Scott Ellis
  roles: co-executive producer, director
""",
}


@pytest.mark.parametrize("width", ELLIS)
def test_columns_stand_side_by_side_where_they_fit(width: int) -> None:
    assert _plain(run_terminal("etoile crew ellis", width=width).stdout) == ELLIS[width]


@pytest.mark.parametrize(
    ("name", "command", "width"),
    [
        *(("summary", "etoile summary", width) for width in (40, 60, 80, 120)),
        *(("cast", "etoile cast", width) for width in (40, 80, 120)),
        *(("where-to-watch", "etoile where-to-watch", width) for width in (40, 80, 100)),
        *(("trailer", "etoile trailer", width) for width in (40, 80)),
        *(("search", "etoile search 'gilmore girls'", width) for width in (40, 80, 100)),
        *(("sources", "etoile sources review", width) for width in (40, 80)),
    ],
)
def test_screens(name: str, command: str, width: int, golden: Callable[[str, str], None]) -> None:
    shown = screen(run_terminal(command, width=width).stdout, width)
    golden(f"screen-{name}-{width}", "".join(f"{line}\n" for line in shown))


COLORS = ("", "--color auto", "--color always", "--color never")


def _wants_color(option: str, env: dict[str, str], *, terminal: bool) -> bool:
    if option in ("--color always", "--color never"):
        return option == "--color always"
    if env.get("NO_COLOR"):
        return False
    return env["FORCE_COLOR"] == "1" if env.get("FORCE_COLOR") else terminal


@pytest.mark.parametrize("no_color", breadth([None, "", "1"], [None, "1"]))
@pytest.mark.parametrize("force_color", breadth([None, "", "0", "1"], [None, "1"]))
def test_color_is_what_was_asked_for(no_color: str | None, force_color: str | None) -> None:
    given = {"NO_COLOR": no_color, "FORCE_COLOR": force_color}
    env = {name: value for name, value in given.items() if value is not None}
    commands = [f"etoile trailer -f table {option}" for option in COLORS]
    for option, done in zip(COLORS, run_all_in_terminal(commands, width=80, env=env), strict=True):
        assert ("\x1b" in done.stdout) == _wants_color(option, env, terminal=True), option
        piped = run(f"etoile trailer -f table {option}", env={"COLUMNS": "80", **env})
        assert ("\x1b" in piped.stdout) == _wants_color(option, env, terminal=False), option
        assert _plain(done.stdout) == _plain(piped.stdout)


@pytest.mark.parametrize(
    ("options", "env"),
    [
        ("--color never", {"FORCE_COLOR": "1"}),
        ("", {"NO_COLOR": "1"}),
        ("", {"FORCE_COLOR": "0"}),
        ("", {"TERM": "dumb"}),
    ],
)
def test_without_color_there_is_no_escape_at_all(options: str, env: dict[str, str]) -> None:
    commands = [f"{command} {options}" for command in COMMANDS]
    plain = run_all_in_terminal(commands, width=80, env=env)
    assert [command for command, done in zip(commands, plain, strict=True) if "\x1b" in done.stdout] == []


SAID = ["etoile --help", "etoile cast --help", "etoile cast --nonesuch", "etoile -c nowhere.toml cast"]
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_help_and_errors_are_coloured_as_everything_else_is() -> None:
    plain = run_all_in_terminal([f"{command} --color never" for command in SAID], width=80)
    assert [each for each in plain if "\x1b" in each.stdout] == []
    for options, env in (("", {}), (" --color=Always", {"NO_COLOR": "1"}), ("", {"FORCE_COLOR": "1", "TERM": "dumb"})):
        coloured = run_all_in_terminal([f"{command}{options}" for command in SAID], width=80, env=env)
        assert [ESCAPES.sub("", each.stdout) for each in coloured] == [each.stdout for each in plain]
        assert all("\x1b" in each.stdout for each in coloured)
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}):
        assert run_all_in_terminal(SAID, width=80, env=env) == plain


def test_labels_have_the_colours_of_check() -> None:
    (done,) = run_all_in_terminal(["etoile -c nowhere.toml cast"], width=80)
    assert done.stdout == (
        "etoile: \x1b[1;31merror:\x1b[0m nowhere.toml: no such file\n"
        "\x1b[2mhint:\x1b[0m give a catalogue with --catalogue or ETOILE_CATALOGUE\n"
    )
    (help_,) = run_all_in_terminal(["etoile path --help"], width=80)
    assert "\x1b[35mOptions:\x1b[0m\n  \x1b[1m-f, --format FORMAT\x1b[0m" in help_.stdout


def test_in_a_pipe_help_and_errors_have_no_colour() -> None:
    for command in SAID:
        done = run_process(command, code=0 if "help" in command else 3 if "nowhere" in command else 2)
        assert "\x1b" not in done.stdout + done.stderr


def _hostile(command: str, options: str) -> str:
    whole = "--columns all" if command in LISTINGS else ""
    return with_options(command, f"-c {CATALOGUES['hostile']} {options} {whole}")


def test_nothing_in_the_data_reaches_a_terminal_raw() -> None:
    plain, colored, linked = (
        run_all_in_terminal([_hostile(command, f"--color {when}") for command in DRAWN], width=80, env={"TERM": term})
        for when, term in (("never", "xterm-256color"), ("always", "linux"), ("always", "xterm-256color"))
    )
    for command, *all_done in zip(DRAWN, plain, colored, linked, strict=True):
        for done in all_done:
            told = (command, done.code, RAW.findall(_plain(done.stdout)))
            assert told == (command, _code(command, "hostile"), [])
    # Colour adds styles and changes nothing else; it is for links that addresses go.
    assert [_plain(done.stdout) for done in colored] == [done.stdout for done in plain]


def test_machine_formats_have_no_color_and_nothing_raw() -> None:
    walked = [
        (command, format_)
        for command in COMMANDS
        for format_ in formats_of(command)
        if format_ not in {Format.TABLE, ReportFormat.TEXT}
    ]
    commands = [_hostile(command, f"-f {format_} --color always") for command, format_ in walked]
    ran = run_all_in_terminal(commands, width=80, env={"FORCE_COLOR": "1"})
    for (command, format_), done in zip(walked, ran, strict=True):
        received = done.stdout.replace("\t", "") if format_ is Format.TSV else done.stdout
        told = (command, format_, done.code, RAW.findall(received))
        assert told == (command, format_, _code(command, "hostile"), [])


@pytest.mark.parametrize("command", [command for command in COMMANDS if not formats_of(command)])
def test_documents_have_no_color_and_nothing_raw(command: str) -> None:
    done = run_terminal(_hostile(command, "--color always"), width=80, env={"FORCE_COLOR": "1"})
    assert RAW.findall(done.stdout) == []


def test_nothing_in_a_message_reaches_a_terminal_raw(hostile: str) -> None:
    given = [
        "etoile cast '\x1b[2J\u202e'",
        "etoile '\x1b[2J'",
        "etoile cast '--\x1b[2J'",
        "etoile cast --columns '\x1b[2J'",
        "etoile -c '\x1b[2J' cast",
        f"etoile -c {hostile} cast --company '\x1b[2J'",
        "etoile where-to-watch --region '\x1b[2J'",
        f"etoile -c {hostile} trailer",
        "etoile check '\x1b[2J\u202e'",
        "etoile check --explain '\x1b[2J'",
        "etoile check --today '\x1b[2J'",
    ]
    for command, done in zip(given, run_all(given), strict=True):
        assert RAW.findall(done.stderr) == [], command
    for command, done in zip(given, run_all_in_terminal(given, width=80), strict=True):
        assert RAW.findall(_plain(done.stdout)) == [], command


def test_a_stacked_record_without_its_first_value_is_headed_by_the_next() -> None:
    done = run_terminal("etoile cast peck --columns character,billing,profession", width=40)
    assert _plain(done.stdout) == "principal dancer, New York City Ballet\n"


def test_errors_wrap_at_words_and_programs_get_them_in_one_line() -> None:
    command = "etoile cast --columns nonesuch"
    assert screen(run_terminal(command, width=40, code=2).stdout, 40) == [
        'etoile: error: no such column "nonesuch"',
        "hint: the columns are name, sort_name,",
        "  aliases, character, role, company,",
        "  billing, profession, known_for,",
        "  episodes, ids, sources, cites, note",
    ]
    assert len(run_process(command, code=2).stderr.splitlines()) == 2

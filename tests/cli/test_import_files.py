"""What `etoile import` reads, and what it says of what it can't read or do."""

from pathlib import Path

import pytest
import tomli

from tests.cli.harbour import EPISODE, lay, lay_all
from tests.door import run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with the files."""
    monkeypatch.chdir(tmp_path)
    lay_all(tmp_path)
    return tmp_path


class TestWrongUse:
    """What can't be done is told in one line, with the exit code of its kind."""

    @pytest.mark.parametrize(
        ("command", "code", "message"),
        [
            (
                "etoile import",
                2,
                (
                    "etoile: error: nothing says what to import\n"
                    "hint: name nfo files, a directory of them, or what was saved of TVmaze, TMDB or a page\n"
                ),
            ),
            ("etoile import nowhere.json", 3, "etoile: error: nowhere.json: no such file\n"),
            (
                "etoile import media -o a.toml --into b.toml",
                2,
                "etoile: error: --into changes a catalogue, --output is about a new one\nhint: give one of them\n",
            ),
            (
                "etoile import media --dry-run",
                2,
                "etoile: error: --dry-run is about a catalogue that is there\nhint: name it with --into\n",
            ),
            (
                "etoile import media --force",
                2,
                "etoile: error: --force replaces a file\nhint: name one with --output\n",
            ),
            (
                "etoile import - -",
                2,
                (
                    "etoile: error: standard input can be read only once\n"
                    "hint: give - once, and the other files by name\n"
                ),
            ),
            (
                "etoile import media --accessed yesterday",
                2,
                'etoile: error: --accessed must be a date like 2025-04-24, found "yesterday"\n',
            ),
            (
                "etoile import media tvmaze.json",
                2,
                (
                    "etoile: error: the files are of several formats: nfo and tvmaze\n"
                    "hint: import one of them, then the other with --into\n"
                ),
            ),
            (
                "etoile import media --from tmdb",
                3,
                "etoile: error: media/Season 1/S01E01.nfo: can't be tmdb: this is XML\n",
            ),
            (
                "etoile import tvmaze.json --from tmdb",
                3,
                (
                    "etoile: error: tvmaze.json: tells of no show\n"
                    "hint: name the file of the show itself as well, from /3/tv/…\n"
                ),
            ),
            (
                "etoile import media --into nowhere.toml",
                3,
                "etoile: error: nowhere.toml: no such file\nhint: -o FILE begins a catalogue\n",
            ),
            (
                "etoile import media --into media",
                2,
                "etoile: error: --into changes one catalogue, and this is a directory\nhint: name a file in it\n",
            ),
            (
                "etoile import media --into -",
                2,
                (
                    "etoile: error: --into changes a file, and standard input is none\n"
                    "hint: name the file of a catalogue\n"
                ),
            ),
            (
                "etoile -c some.toml import media",
                2,
                (
                    "etoile: error: --catalogue names what is read\n"
                    "hint: --into FILE brings the import into a catalogue that is there\n"
                ),
            ),
        ],
    )
    def test_it_is_told(self, command: str, code: int, message: str) -> None:
        done = run(command, code=code, env={"ETOILE_TODAY": "2026-11-22"})
        assert (done.stdout, done.stderr) == ("", message)

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "is empty"),
            (b"hello", "is neither XML nor JSON nor a page"),
            (b"\x89PNG\r\n", "is neither XML nor JSON nor a page"),
            (b'{"a": 1}', "is about no show, or of no format that is imported"),
            (b'{"status_message": "Not here."}', 'is no show: the answer is "Not here."'),
            (b'{"results": []}', "is a search"),
            (b'{"a": ', "ends too early"),
            (b"<tvshow><title>A</tvshow>", "is not XML here"),
            (b"<movie><title>A</title></movie>", "is about no show, or of no format that is imported"),
            (b"<!DOCTYPE a [<!ENTITY b 'c'>]><tvshow/>", "has a document type"),
            (b"<html><body>A page</body></html>", "has no JSON-LD"),
            (b"[" * 100_000, "is nested too deeply"),
        ],
    )
    def test_what_is_no_show_is_told_with_its_name(self, content: bytes, message: str) -> None:
        lay("file", content)
        done = run("etoile import file", code=3)
        assert done.stdout == ""
        assert done.stderr.startswith("etoile: error: file:")
        assert message in " ".join(done.stderr.split())


class TestDirectories:
    """Of a directory, the nfo files are read, and nothing else."""

    def test_a_broken_file_is_told_and_the_others_are_imported(self) -> None:
        lay("media/Season 1/S01E02.nfo", b"<episodedetails><title>Second")
        done = run("etoile import media -o harbour.toml", code=3)
        assert "etoile: error: media/Season 1/S01E02.nfo:1:" in done.stderr
        assert run("etoile -c harbour.toml get episodes.title").stdout == "First\n"

    def test_what_is_about_something_else_is_passed_over(self) -> None:
        lay("media/film.nfo", b"<movie><title>A film</title></movie>")
        lay("media/scene.nfo", b"\xdb\xdb A group presents")
        lay("media/notes.txt", b"notes")
        done = run("etoile import media")
        assert "etoile: passed over 2 nfo files about something else than a show\n" in done.stderr

    def test_a_film_that_names_a_show_is_passed_over_and_told_in_full_on_request(self) -> None:
        lay("media/film.nfo", b"<movie><title>A film</title><tvshowlink>Harbour</tvshowlink></movie>")
        done = run("etoile import media --report")
        assert "etoile: passed over 1 nfo file about something else than a show: media/film.nfo\n" in done.stderr

    def test_a_link_to_a_directory_whose_name_only_begins_the_same_leads_out(self) -> None:
        Path("media-of-others").mkdir()
        lay("media-of-others/S01E02.nfo", EPISODE.replace(b"<episode>1", b"<episode>2"))
        Path("media/S01E02.nfo").symlink_to("../media-of-others/S01E02.nfo")
        assert "1 link leading out of the directory" in run("etoile import media").stderr

    def test_what_is_hidden_is_left_out(self) -> None:
        lay("media/.hidden.nfo", EPISODE)
        Path("media/.actors").mkdir()
        lay("media/.actors/a.nfo", EPISODE)
        assert tomli.loads(run("etoile import media").stdout)["episodes"][0]["title"] == "First"
        assert "left out: 1 text" in run("etoile import media").stderr

    def test_links_out_of_it_are_not_followed(self) -> None:
        lay("elsewhere.nfo", EPISODE.replace(b"<episode>1", b"<episode>2"))
        Path("media/S01E02.nfo").symlink_to("../elsewhere.nfo")
        Path("far").mkdir()
        lay("far/S01E03.nfo", EPISODE.replace(b"<episode>1", b"<episode>3"))
        Path("media/far").symlink_to("../far")
        done = run("etoile import media -o harbour.toml")
        assert "etoile: 1 link leading out of the directory: not followed\n" in done.stderr
        assert run("etoile -c harbour.toml get episodes.title").stdout == "First\n"

    def test_a_link_within_it_is_the_file_once(self) -> None:
        Path("media/again.nfo").symlink_to("Season 1/S01E01.nfo")
        run("etoile import media -o harbour.toml")
        assert run("etoile -c harbour.toml get episodes.title").stdout == "First\n"

    def test_one_without_nfo_files_is_told(self) -> None:
        Path("empty").mkdir()
        done = run("etoile import empty", code=3)
        assert done.stderr == (
            "etoile: error: empty: no nfo file is in this directory\n"
            "hint: of a directory, the files *.nfo are read; name others one by one\n"
        )

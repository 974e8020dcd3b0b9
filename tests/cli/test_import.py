"""`etoile import`: a new catalogue of what others keep."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli

from tests.cli.harbour import DATA, TVMAZE, lay_all
from tests.door import run, run_process

BEGUN = """\
etoile: imported: the show, cast 1, episodes 1
etoile: left out: 1 text that somebody wrote (premise 1); --with-texts takes them
etoile: no key for 1 value; --report lists them
etoile: wrote harbour.toml; to go on with it:
  export ETOILE_CATALOGUE="$PWD"/harbour.toml
  etoile check
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with the files."""
    monkeypatch.chdir(tmp_path)
    lay_all(tmp_path)
    return tmp_path


class TestBeginning:
    """A new catalogue."""

    def test_a_directory_of_nfo_files_becomes_a_catalogue_without_problems(self, here: Path) -> None:
        done = run("etoile import media -o harbour.toml")
        assert (done.stdout, done.stderr) == ("", BEGUN)
        assert run("etoile check harbour.toml").stderr == "etoile: no problems\n"
        assert tomli.loads((here / "harbour.toml").read_text(encoding="utf-8")) == {
            "format": 1,
            "show": {
                "title": "Harbour",
                "premiere": datetime(2020, 1, 2, tzinfo=UTC).date(),
                "genres": ["Drama"],
                "ids": {"tvdb": "12345678"},
                "sources": ["nfo"],
            },
            "cast": [{"name": "Ana Ruiz", "character": "Vera", "sources": ["nfo"]}],
            "episodes": [
                {
                    "season": 1,
                    "number": 1,
                    "title": "First",
                    "released": datetime(2020, 1, 2, tzinfo=UTC).date(),
                    "sources": ["nfo"],
                }
            ],
            "sources": [
                {
                    "id": "nfo",
                    "title": "nfo files of Harbour",
                    "accessed": datetime(2026, 10, 1, tzinfo=UTC).date(),
                }
            ],
        }

    def test_without_a_file_it_is_printed_and_what_is_said_is_not_part_of_it(self, here: Path) -> None:
        run("etoile import media -o harbour.toml")
        done = run("etoile import media")
        assert done.stdout == (here / "harbour.toml").read_text(encoding="utf-8")
        assert done.stderr == "".join(BEGUN.splitlines(keepends=True)[:3])

    def test_standard_input_is_imported_too(self) -> None:
        done = run("etoile import - --accessed 2026-11-01", stdin=TVMAZE)
        show = tomli.loads(done.stdout)
        assert show["show"]["title"] == "Harbour"
        assert show["sources"] == [
            {
                "id": "tvmaze",
                "title": "Harbour",
                "publisher": "TVmaze",
                "url": "https://www.tvmaze.com/shows/99/harbour",
                "accessed": datetime(2026, 11, 1, tzinfo=UTC).date(),
            }
        ]

    def test_texts_come_only_when_asked_for(self) -> None:
        assert "premise" not in run("etoile import media").stdout
        done = run("etoile import media --with-texts")
        assert 'premise = "Ships come, and go."\n' in done.stdout
        assert "texts" not in done.stderr

    def test_the_report_lists_every_value_without_a_key(self) -> None:
        done = run("etoile import media --report")
        assert done.stderr.endswith('etoile: no key for tvshow.dateadded: "2026-01-01"\n')

    def test_a_file_that_is_there_is_replaced_only_on_request(self, here: Path) -> None:
        (here / "harbour.toml").write_text("mine", encoding="utf-8")
        done = run("etoile import media -o harbour.toml", code=4)
        assert done.stderr == (
            "etoile: error: harbour.toml: already exists\n"
            "hint: --force replaces it, --into brings what is new into it\n"
        )
        assert (here / "harbour.toml").read_text(encoding="utf-8") == "mine"
        run("etoile import media -o harbour.toml --force")
        assert run("etoile -c harbour.toml get show.title").stdout == "Harbour\n"

    @pytest.mark.parametrize("name", ["jellyfin", "kodi", "mediaelch", "sonarr", "tinymediamanager"])
    def test_a_page_is_made_of_what_each_program_writes(self, name: str, here: Path) -> None:
        run(f"etoile import {DATA}/nfo/{name} --with-texts -o show.toml")
        assert run("etoile check show.toml").stderr == "etoile: no problems\n"
        run("etoile -c show.toml export html -o show.html")
        assert "<h1" in (here / "show.html").read_text(encoding="utf-8")

    def test_a_page_is_imported_by_its_json_ld_and_what_is_broken_in_it_is_told(self) -> None:
        block = '<script type="application/ld+json">{}</script>'
        series = '{"@type": "TVSeries", "name": "Harbour &amp; Sons"}'
        page = f"<!doctype html><html><head>{block.format(series)}{block.format('{')}</head></html>"
        done = run("etoile import -", stdin=page)
        assert tomli.loads(done.stdout)["show"] == {"title": "Harbour & Sons", "sources": ["jsonld"]}
        assert done.stderr == (
            "etoile: imported: the show\netoile: passed over 1 block of JSON-LD in a page that can't be read\n"
        )


def test_listing_a_catalogue_loads_nothing_of_importing() -> None:
    done = run_process("etoile cast", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "etoile_cli.catalogue.model" in done.stderr
    assert "etoile_cli.importing" not in done.stderr

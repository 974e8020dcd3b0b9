"""`etoile import --into`: what is new comes into a catalogue that is there."""

import json
from pathlib import Path

import pytest

from tests.cli.harbour import DATA, TVMAZE, lay, lay_all
from tests.door import run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with the files."""
    monkeypatch.chdir(tmp_path)
    lay_all(tmp_path)
    return tmp_path


class TestBringingIn:
    """What is new comes into a catalogue that is there."""

    @pytest.fixture(autouse=True)
    def begun(self) -> None:
        """Begin a catalogue with the files of the media library."""
        run("etoile import media -o harbour.toml")

    def test_what_was_missing_is_filled_and_what_differs_is_told(self, here: Path) -> None:
        done = run("etoile import tvmaze.json --into harbour.toml")
        assert done.stdout == ""
        assert (
            done.stderr
            == """\
etoile: show: genres: + Thriller
etoile: show: languages: + English
etoile: show: ids: tvmaze: + 99
etoile: cast: Ana Ruiz: ids: tvmaze: + 1
etoile: cast: + Jo Ek (Nils)
etoile: sources: + TVmaze: Harbour (tvmaze)
etoile: show: premiere: 2020-01-02 is kept, tvmaze has 2020-01-03
etoile: cast: Ana Ruiz (Vera): character: "Vera" is kept, tvmaze has "Vera Holm"
"""
        )
        assert run("etoile check harbour.toml").stderr == "etoile: no problems\n"
        assert 'name = "Ana Ruiz"\ncharacter = "Vera"\n' in (here / "harbour.toml").read_text(encoding="utf-8")

    def test_a_second_time_nothing_changes(self, here: Path) -> None:
        run("etoile import tvmaze.json --into harbour.toml")
        before = (here / "harbour.toml").read_bytes()
        done = run("etoile import tvmaze.json --into harbour.toml")
        assert done.stderr.startswith("etoile: nothing to change\n")
        assert (here / "harbour.toml").read_bytes() == before

    def test_what_was_imported_brings_nothing_into_its_own_catalogue(self, here: Path) -> None:
        before = (here / "harbour.toml").read_bytes()
        done = run("etoile import media --into harbour.toml")
        assert done.stderr.startswith("etoile: nothing to change\n")
        assert (here / "harbour.toml").read_bytes() == before

    def test_a_dry_run_shows_a_diff_that_patch_takes(self, here: Path) -> None:
        before = (here / "harbour.toml").read_bytes()
        done = run("etoile import tvmaze.json --into harbour.toml --dry-run")
        assert done.stdout.startswith("--- harbour.toml\n+++ harbour.toml\n@@ ")
        assert (here / "harbour.toml").read_bytes() == before

    def test_the_import_wins_where_it_is_preferred(self) -> None:
        done = run("etoile import tvmaze.json --into harbour.toml --prefer imported")
        assert "is kept" not in done.stderr
        assert run("etoile -c harbour.toml get show.premiere").stdout == "2020-01-03\n"
        assert run("etoile -c harbour.toml get show.cites.premiere").stdout == "tvmaze\n"

    def test_what_is_replaced_is_told_first_and_everything_on_request(self) -> None:
        people = [{"person": {"name": f"Actor {each}"}, "character": {"name": "A part"}} for each in range(30)]
        more = json.loads(TVMAZE)
        more["_embedded"]["cast"] += people
        lay("tvmaze.json", json.dumps(more).encode())
        asked = "etoile import tvmaze.json --into harbour.toml --prefer imported --dry-run"
        told = run(asked).stderr.splitlines()
        assert told[:2] == [
            "etoile: show: premiere: 2020-01-02 → 2020-01-03",
            "etoile: cast: Ana Ruiz: character: Vera → Vera Holm",
        ]
        assert "etoile: and 18 more; --report lists them" in told
        assert "etoile: cast: + Actor 29 (A part)" in run(f"{asked} --report").stderr.splitlines()

    def test_a_new_section_has_its_heading_where_the_others_have_theirs(self, here: Path) -> None:
        more = json.loads(TVMAZE)
        more["_embedded"]["crew"] = [{"type": "Director", "person": {"name": "Mia Lund"}}]
        lay("tvmaze.json", json.dumps(more).encode())
        run("etoile import tvmaze.json --into harbour.toml")
        text = (here / "harbour.toml").read_text(encoding="utf-8")
        assert '\n\n# Crew: who else made it.\n[[crew]]\nname = "Mia Lund"\n' in text
        assert text.count("# Cast: ") == 1
        (here / "bare.toml").write_text('format = 1\n\n[show]\ntitle = "Harbour"\n', encoding="utf-8")
        run("etoile import tvmaze.json --into bare.toml")
        assert "#" not in (here / "bare.toml").read_text(encoding="utf-8")

    def test_another_show_is_refused(self, here: Path) -> None:
        before = (here / "harbour.toml").read_bytes()
        done = run(f"etoile import {DATA}/nfo/kodi --into harbour.toml", code=2)
        assert done.stderr == (
            'etoile: error: this import is about "The Lamplighters", the catalogue about "Harbour"\n'
            "hint: if they are one show, say so first: etoile set show 'also_known_as+=The Lamplighters' -c FILE\n"
        )
        assert (here / "harbour.toml").read_bytes() == before

    def test_comments_and_spelling_stay(self, here: Path) -> None:
        text = (here / "harbour.toml").read_text(encoding="utf-8")
        mine = text.replace('title = "First"', "title = 'First' # the first")
        (here / "harbour.toml").write_text(mine, encoding="utf-8")
        run("etoile import tvmaze.json --into harbour.toml")
        assert "title = 'First' # the first\n" in (here / "harbour.toml").read_text(encoding="utf-8")

"""That a key is right everywhere by its declared type alone: in formats, exports, search, order, TAB and `check`."""

import subprocess
import sys
from collections.abc import Callable

from tests.door import CHECKOUT, PATIENCE, environment

COMMANDS = (
    "etoile cast -c $WIDENED --columns all -f tsv --header",
    "etoile cast -c $WIDENED --columns all -f csv",
    "etoile cast -c $WIDENED -f jsonl",
    "etoile cast -c $WIDENED --columns all -f md",
    "COLUMNS=40 etoile cast -c $WIDENED --columns all -f table",
    "etoile cast -c $WIDENED --columns shoes,solo_length,homepage,seen -f table",
    "etoile cast -c $WIDENED --columns name,homepage -f table --color always",
    "etoile cast -c $WIDENED --columns rehearsals,scenes,fees",
    "etoile settings -c $WIDENED -f table --columns all",
    "etoile settings -c $WIDENED --sort city,name --columns city",
    "etoile sources -c $WIDENED -f csv",
    "etoile summary -c $WIDENED -f tsv",
    "etoile summary -c $WIDENED -f md",
    "etoile cast france -c $WIDENED --columns name",
    "etoile cast japanese -c $WIDENED --columns name",
    "etoile search エトワール -c $WIDENED -f table",
    "etoile search japan -c $WIDENED -f table",
    "etoile search archive -c $WIDENED -f table",
    "etoile search york -c $WIDENED -f table",
    "etoile search italian -c $WIDENED",
    "etoile search theater -c $WIDENED -f table",
    'etoile search "april 1990" -c $WIDENED -f md',
    "etoile search playbill -c $WIDENED",
    "etoile search laage.example -c $WIDENED",
    "etoile search trakt -c $WIDENED -f table",
    "etoile cast -c $WIDENED --sort stage_name --columns stage_name",
    "etoile cast -c $WIDENED --sort standing --columns name,standing",
    "etoile cast -c $WIDENED --sort=-rehearsals,scenes,fees,called_in --columns name,rehearsals",
    "etoile cast -c $WIDENED --sort=-solo_length --columns name,solo_length",
    "etoile cast -c $WIDENED --columns homepge",
    "etoile get cast.homepage -c $WIDENED",
    "etoile get cast[laage].solos[0] -c $WIDENED",
    "etoile get cast[0].solo_length --json -c $WIDENED",
    "etoile get show.advice.worldwide -c $WIDENED",
    "etoile get show.renewed -c $WIDENED",
    "etoile export html -c $WIDENED",
    "etoile export md -c $WIDENED",
    "etoile export toml -c $WIDENED",
    "etoile check $WIDENED",
    "etoile check $MISTAKEN",
    "TAB etoile cast -c $WIDENED --columns ho",
    "TAB etoile cast -c $WIDENED --columns name,st",
    "TAB etoile cast -c $WIDENED --sort so",
    "TAB etoile get -c $WIDENED cast.solo",
    "TAB etoile get -c $WIDENED show.advice.",
    "TAB etoile cast -c $WIDENED éto",
    "TAB etoile cast -c $WIDENED nev",
    "TAB etoile cast -c $WIDENED min",
    "TAB etoile cast -c $WIDENED theat",
    "etoile cast -c $WIDENED --sort=-height,curtain --columns name,height,curtain",
)


def test_a_key_that_nobody_knows_reads_as_its_type_says(golden: Callable[[str, str], None]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.catalogue.widened"],
        input="\n".join(COMMANDS),
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=CHECKOUT,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    golden("declared-keys", done.stdout)

"""`etoile schema`: the JSON Schema of catalogues."""

from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color, write


def schema(
    catalogue: CatalogueFile = None,  # noqa: ARG001 accepted everywhere; the schema is that of all catalogues
    color: ColorWhen = Color.AUTO,  # noqa: ARG001 accepted everywhere; a schema has no colour
) -> None:
    """Print the JSON Schema of a catalogue, for editors."""
    from etoile_cli.catalogue.schema import schema as schema_of_format
    from etoile_cli.text.json_ import json_text

    write([json_text(schema_of_format())])
    if __doc__ is None:
        say("what describes tables is missing: PYTHONOPTIMIZE=2 and -OO leave it out")

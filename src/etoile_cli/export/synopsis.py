"""What a show is about, for formats that have one place for it."""

from etoile_cli.catalogue.records import Show
from etoile_cli.text.values import paragraphs


def synopsis(show: Show) -> list[str]:
    """Return the paragraphs of the premise, or of the logline where there is no premise."""
    return paragraphs(show.premise or "") or paragraphs(show.logline or "")

"""Series of books: which of them claim one number."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import Finding, Severity
from guidepub.model import Catalog
from guidepub.trade.channels import place_of


def shared_numbers(catalog: Catalog) -> Iterator[Finding]:
    """Yield where two guides have the same number in the series of an imprint and a language.

    A translation may have that of its original.
    """
    known: dict[tuple[str, int, str, str], str] = {}
    for guide in catalog.values():
        series = guide.trade.series
        if series is None or series.number is None:
            continue
        place = (series.title, series.number, guide.language, catalog.imprint_of(guide).id)
        first = known.setdefault(place, guide.title)
        if first != guide.title:
            message = (
                f"“{guide.title}” is number {series.number} of “{series.title}”, like “{first}”."
            )
            remedy = "Give one of them another number: trade: {series: {title: …, number: …}}."
            yield Finding(place_of(guide), "O004", message, remedy, Severity.WARNING)

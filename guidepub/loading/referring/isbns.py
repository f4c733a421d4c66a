"""Checks of ISBNs against each other and against the assigned ranges.

An ISBN belongs to one form of one publication: the printed book and the EPUB have each their own
(ISO 2108:2017, 4.1 and 5.2), and so has each imprint's edition.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.loading.beside.isbn_ledger import read_ledger
from guidepub.loading.formats.documents import Document
from guidepub.model import Catalog, Guide, IsbnLedger, format_isbn, is_in_a_range
from guidepub.model.selling.isbns import LEDGER_OF_ISBNS


def range_findings(guide: Guide, document: Document) -> Iterator[Finding]:
    """Yield a warning for each ISBN of a range that no agency has given out, as far as is known."""
    for path, isbn in guide.stated_isbns.items():
        if not is_in_a_range(isbn):
            message = f"“{isbn}” is not in any range of ISBNs that is known to be assigned."
            remedy = "Check it against the agency’s letter. It is printed without hyphens."
            place = document.place(path)
            yield Finding(place, "D052", message, remedy, Severity.WARNING)


def twin_findings(
    guide: Guide, document: Document, owners: MutableMapping[str, Place]
) -> Iterator[Finding]:
    """Yield a finding for each ISBN of a guide that is in `owners`, and add the others to it."""
    for path, isbn in guide.stated_isbns.items():
        place = document.place(path)
        first = owners.setdefault(isbn, place)
        if first is not place:
            message = f"The ISBN {format_isbn(isbn)} is used at {first} as well."
            remedy = "Give each guide, and each of its editions, an ISBN of its own."
            yield Finding(place, "D051", message, remedy)


def ledger_findings(guide: Guide, catalog: Catalog, document: Document) -> Iterator[Finding]:
    """Yield a finding for each ISBN of a guide that the ledger has given to something else."""
    for path, isbn in guide.stated_isbns.items():
        owner = catalog.ledger.owner_of(isbn)
        if owner is None or (owner.guide == guide.slug and owner.product in _names(path, catalog)):
            continue
        where = Place(str((catalog.root or Path()) / LEDGER_OF_ISBNS), owner.line)
        message = (
            f"The ISBN {format_isbn(isbn)} was assigned to “{owner.product}” of “{owner.guide}”"
            f" at {where}."
        )
        remedy = "Use another one: guidepub isbn assign finds the next free one."
        yield Finding(document.place(path), "D051", message, remedy)


def _names(path: tuple[str, ...], catalog: Catalog) -> set[str]:
    """Return by which names the ledger may know what a guide states an ISBN of."""
    if path[0] == "products":
        return {path[2]}
    edition = path[1]
    first = next((p.name for p in catalog.products if p.edition == edition), edition)
    return {edition, first}


def ledger_of(root: Path, document: Document) -> IsbnLedger:
    """Return a catalogue's ledger of ISBNs, or an empty one after reporting its faults."""
    try:
        return read_ledger(root)
    except InputError as error:
        document.findings += error.findings
        return IsbnLedger()

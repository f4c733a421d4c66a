"""ISBNs held against each other and against the ranges that are assigned.

An ISBN belongs to one form of one publication: the printed book and the EPUB have each their own
(ISO 2108:2017, 4.1 and 5.2), and so has each imprint's edition.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from guidepub.findings import Finding, Place, Severity
from guidepub.loading.documents import Document
from guidepub.model import Guide, format_isbn, is_in_a_range


def range_findings(guide: Guide, document: Document) -> Iterator[Finding]:
    """Yield a warning for each ISBN of a range that no agency has given out, as far as is known."""
    for path, isbn in guide.stated_isbns.items():
        if not is_in_a_range(isbn):
            message = f"“{isbn}” lies in no range of ISBNs that is known to be assigned."
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
            message = f"The ISBN {format_isbn(isbn)} stands at {first} too."
            remedy = "Give each guide, and each of its editions, an ISBN of its own."
            yield Finding(place, "D051", message, remedy)

"""Whether holder, years and ISBN of a finished file agree: text, metadata and catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from stdnum import isbn as stdnum_isbn

from guidepub.checks.legal.verdicts.sightings import Examination
from guidepub.findings import Finding, Place, Severity
from guidepub.model import Catalog, Guide, Imprint, format_isbn
from guidepub.words.wording import solid

_YEAR = re.compile(r"\d{4}")


def rights_findings(
    file: Path, examination: Examination, edition: str, catalog: Catalog, guide: Guide | None
) -> Iterator[Finding]:
    """Yield where a file's text states other rights than its metadata or the catalogue."""
    place = Place(str(file))
    mark = examination.mark
    by = next((each for each in catalog.all_imprints if mark and each.id == mark.imprint), None)
    yield from _holder(place, examination, catalog, by)
    yield from _years(place, examination, guide)
    if guide is not None and by is not None:
        # The file names its product; the catalogue has the ISBN of that product.
        made = next((p for p in catalog.products if mark and p.name == mark.product), None)
        seller = catalog.as_product(made) if made else catalog
        guide = seller.published_by(guide, by)
    yield from _isbns(place, examination, edition, guide)


def _name(holder: str) -> str:
    """Return a holder's name for comparison, without the full stop that a wording may end in."""
    return solid(holder).removesuffix(".")


def _printed(examination: Examination, name: str) -> list[str]:
    values = (sighting.values.get(name) for sighting in examination.sightings)
    return list(dict.fromkeys(value for value in values if value))


def _holder(
    place: Place, examination: Examination, catalog: Catalog, by: Imprint | None
) -> Iterator[Finding]:
    stated = examination.holder
    known = {_name(imprint.holder) for imprint in catalog.all_imprints}
    own = by.holder if by else ""
    for printed in _printed(examination, "holder"):
        if stated and _name(printed) != _name(stated):
            message = f"The text names “{printed}” as holder, but the metadata “{stated}”."
            yield Finding(place, "L008", message, "Build the book again.")
        elif own and _name(printed) != _name(own):
            message = f"The text names “{printed}” as holder, but the catalogue “{own}”."
            yield Finding(place, "L008", message, "Build the book again.")
        elif not own and _name(printed) not in known:
            message = f"The text names “{printed}” as holder, who is not in the catalogue."
            remedy = "Check who owns the book."
            yield Finding(place, "L008", message, remedy, Severity.WARNING)


def _years(place: Place, examination: Examination, guide: Guide | None) -> Iterator[Finding]:
    stated = examination.mark.years if examination.mark else ""
    if not stated and examination.rights:
        stated = "–".join(_YEAR.findall(examination.rights)[:2])
    last = str(guide.published.year) if guide and guide.published else ""
    for printed in _printed(examination, "years"):
        if stated and _YEAR.findall(printed) != _YEAR.findall(stated):
            message = f"The text says {printed}, but the metadata {stated}."
            yield Finding(place, "L007", message, "Build the book again.")
        elif last and _YEAR.findall(printed)[-1:] != [last]:
            message = f"The text says {printed}, but the guide was published in {last}."
            yield Finding(place, "L007", message, "Build the book again.")


def _isbns(
    place: Place, examination: Examination, edition: str, guide: Guide | None
) -> Iterator[Finding]:
    printed = examination.printed_isbns
    for isbn in (*printed, *examination.stated_isbns):
        if not stdnum_isbn.is_valid(isbn):
            message = f"The ISBN {isbn} has a wrong check digit."
            yield Finding(place, "L009", message, "Check it against the agency’s letter.")
    for isbn in examination.stated_isbns:
        if printed and isbn not in printed:
            message = f"The metadata has the ISBN {_shown(isbn)}, but the text has another one."
            yield Finding(place, "L009", message, "Build the book again.")
    if guide is None:
        return
    own = {guide.isbn.print, guide.isbn.epub} - {None}
    for isbn in printed:
        if stdnum_isbn.is_valid(isbn) and isbn not in own:
            message = f"The text has the ISBN {_shown(isbn)}, which does not belong to the guide."
            yield Finding(place, "L009", message, "Build the book again.")
    expected = {"epub": guide.isbn.epub, "web": None}.get(edition, guide.isbn.print)
    for isbn in examination.stated_isbns:
        if expected and isbn != expected and edition != "pdf":
            message = f"The metadata has the ISBN {_shown(isbn)}, but that of this edition is {_shown(expected)}."
            yield Finding(place, "L009", message, "Build the book again.")


def _shown(isbn: str) -> str:
    return format_isbn(isbn) if stdnum_isbn.is_valid(isbn) else isbn

"""PDF/X-1a:2001 (ISO 15930-1), for printers that take nothing newer.

It is PDF 1.3: nothing is transparent, and no objects are packed into a stream. Colours are inks
already, fonts are embedded, and annotations are left out as for PDF/X-4.
"""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

from guidepub.findings import Finding, Place, RenderError
from guidepub.pdf.engine.weasyprint import Pdf

_NEW, _OLD = b"PDF/X-1a:2003", b"PDF/X-1a:2001"
_OPAQUE = {"ca": 1, "CA": 1, "BM": "/Normal", "SMask": "/None"}


def make_flat(pdf: Pdf, place: Place) -> None:
    """Make PDF/X-1a:2001 of what WeasyPrint wrote as PDF/X-1a:2003.

    Transparency groups are left out: without transparency they change nothing.

    Raises:
        RenderError: something is transparent (R006).
    """
    if any(_is_transparent(holder) for holder in _dictionaries(pdf)):
        message = "A picture or a drawing is transparent, which PDF/X-1a does not allow."
        remedy = "Save it without transparency, or choose a printer that accepts PDF/X-4."
        raise RenderError([Finding(place, "R006", message, remedy)])
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.extra.pop("Group", None)
            if item.extra.get("Subtype") == "/XML":
                item.stream = [part.replace(_NEW, _OLD) for part in item.stream]
        elif isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page":
            item.pop("Group", None)
    pdf.info["GTS_PDFXVersion"] = pydyf.String("PDF/X-1:2001")
    pdf.info["GTS_PDFXConformance"] = pydyf.String("PDF/X-1a:2001")
    pdf.version = "1.3"


def _is_transparent(holder: dict[str, object]) -> bool:
    """Return whether a picture has a soft mask, or a graphics state is not opaque."""
    return any(key in holder and holder[key] != value for key, value in _OPAQUE.items())


def _dictionaries(pdf: pydyf.PDF) -> Iterator[dict[str, object]]:
    """Yield all dictionaries of a PDF, also those inside others."""
    left: list[object] = [
        item.extra if isinstance(item, pydyf.Stream) else item for item in pdf.objects
    ]
    while left:
        found = left.pop()
        if isinstance(found, dict):
            yield found
            left += found.values()
        elif isinstance(found, list):
            left += found

"""Colours of a PDF for the screen: each must say how it looks (PDF/A-2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from guidepub.checks.painted.marks import Page
from guidepub.checks.painted.reading import gathered
from guidepub.checks.pdf_rules.press import is_cmyk, metadata_bytes
from guidepub.findings import Finding, Severity

_ARCHIVAL = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*[1-4]")
_INTENTS = 16


def light_findings(file: Path, pdf: pikepdf.Pdf, pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield where a file for a screen is painted in inks without a profile.

    ISO 19005-2, 6.2.4.3: DeviceCMYK needs an output intent in CMYK, or a DefaultCMYK colour
    space. A file that does not say it is PDF/A is only warned of.
    """
    if _names_inks(pdf):
        return
    bare = [
        page.number
        for page in pages
        if not _has_default(page)
        and any(mark.seen and any(colour.bare for colour in mark.colours) for mark in page.marks)
    ]
    message = "Something is painted in process inks, but the file does not define their appearance."
    remedy = "Convert it to sRGB: each screen shows inks differently."
    archival = bool(_ARCHIVAL.search(metadata_bytes(pdf)))
    severity = Severity.ERROR if archival else Severity.WARNING
    yield from gathered(file, bare, "P044", message, remedy, severity)


def _names_inks(pdf: pikepdf.Pdf) -> bool:
    intents = pdf.Root.get("/OutputIntents")
    listed = list(intents)[:_INTENTS] if isinstance(intents, pikepdf.Array) else []
    return any(isinstance(intent, pikepdf.Dictionary) and is_cmyk(intent) for intent in listed)


def _has_default(page: Page) -> bool:
    resources = page.object.get("/Resources")
    spaces = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    return isinstance(spaces, pikepdf.Dictionary) and "/DefaultCMYK" in spaces

"""Whether a file is accessible as it claims to be, as far as the file itself denies it.

Only a person who has evaluated the file can say that a claim is true; that it is
false is certain where a finding shows what the standard forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pikepdf

from guidepub.checks.documents.archives import XHTML, Package
from guidepub.checks.pdf_rules.press import metadata_bytes
from guidepub.findings import Finding, Place

# Claims of an EPUB: in the words of EPUB Accessibility 1.1, or by the address of 1.0.
_CONFORMS = "dcterms:conformsTo"
_CLAIM = re.compile(r"EPUB[ -]Accessibility|\bWCAG\b|idpf\.org/epub/a11y/|w3\.org/TR/WCAG", re.I)
# Findings that deny conformance, with the criterion of WCAG 2 or the section of EPUB Accessibility.
_EPUB_EVIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "E010": "it has no table of contents (WCAG 2.4.5)",
        "E014": "a picture has no text alternative (WCAG 1.1.1)",
        "E018": "a page of its page list leads nowhere (EPUB Accessibility 1.1, 3.4.1)",
        "E019": "its page list is out of order (EPUB Accessibility 1.1, 3.4.1)",
        "E021": "required metadata is missing (EPUB Accessibility 1.1, 2.2)",
        "E022": "its accessibility metadata is wrong (EPUB Accessibility 1.1, 2)",
    }
)
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_UNIVERSAL = re.compile(rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*([12])")
# PDF Declarations (PDF Association, 2023) of WCAG: declarations#wcag22AA.
_DECLARED = re.compile(rb"pdfa\.org/declarations/?#(wcag2\d?A{1,3})", re.I)
PDF_EVIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "P020": "it is not tagged",
        "P021": "it does not state its language",
        "P022": "its title is not shown",
        "P024": "a figure has no text alternative",
        "P026": "a table has no header cells",
        "P027": "headers do not say for which cells they are",
        "P028": "a link does not say where it leads",
        "P029": "a link is not part of the structure",
        "P032": "content is neither tagged nor decoration",
        "P033": "a list contains something that is not an item",
        "P034": "an item of a list holds more than a label and a body",
        "P035": "a table contains something that is not part of one",
        "P037": "a page has no structure of its own",
    }
)
"""Findings on a PDF that deny that it is PDF/UA, and why."""

# WCAG has no rule for these: they are rules of PDF/UA alone.
_UNIVERSAL_ALONE = frozenset({"P032", "P033", "P034", "P035", "P037"})
_REMEDY = (
    "Fix the faults, or remove the claim: only someone who has evaluated the file may make it."
)


def epub_claims(package: Package, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each claim of an EPUB that the findings on it, or its documents, deny (E024)."""
    claims = [v for n, v in package.properties if n == _CONFORMS and _CLAIM.search(v)]
    if not claims:
        return
    codes = {finding.code for finding in findings}
    denied = [why for code, why in _EPUB_EVIDENCE.items() if code in codes]
    denied += _document_reasons(package)
    if denied:
        for claim in dict.fromkeys(claims):
            message = f"The metadata claims “{claim[:120]}”, but the book denies it: "
            yield Finding(
                package.place(package.name), "E024", f"{message}{', '.join(denied)}.", _REMEDY
            )


def _document_reasons(package: Package) -> Iterator[str]:
    for name, document in sorted(package.documents.items()):
        if not (document.get("lang") or document.get(_XML_LANGUAGE) or "").strip():
            yield f"{name} does not state its language (WCAG 3.1.1)"
            break
    for name, document in sorted(package.documents.items()):
        if not (document.findtext(f"{XHTML}head/{XHTML}title") or "").strip():
            yield f"{name} has no title (WCAG 2.4.2)"
            break


def pdf_claims(file: Path, pdf: pikepdf.Pdf, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each claim of a PDF that the findings on it, or its version, deny (P036)."""
    metadata = metadata_bytes(pdf)
    codes = {finding.code for finding in findings}
    denied = {code: why for code, why in PDF_EVIDENCE.items() if code in codes}
    if universal := _UNIVERSAL.search(metadata):
        reasons = list(denied.values())
        if universal[1] == b"2" and pdf.pdf_version.startswith("1."):
            reasons.append(f"it is PDF {pdf.pdf_version}, not 2.0")
        yield from _denied(file, f"PDF/UA-{universal[1].decode()}", reasons)
    if declared := _DECLARED.search(metadata):
        reasons = [why for code, why in denied.items() if code not in _UNIVERSAL_ALONE]
        yield from _denied(file, declared[1].decode(), reasons)


def claims_universal_access(pdf: pikepdf.Pdf) -> bool:
    """Return whether a PDF says that it is PDF/UA."""
    return _UNIVERSAL.search(metadata_bytes(pdf)) is not None


def _denied(file: Path, claim: str, reasons: list[str]) -> Iterator[Finding]:
    if reasons:
        message = f"The file claims {claim}, but contradicts it: {', '.join(reasons)}."
        yield Finding(Place(str(file)), "P036", message, _REMEDY)

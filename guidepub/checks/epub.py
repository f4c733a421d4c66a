"""All checks on one EPUB that need no outside validator (EPUB 3.3)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from PIL import Image

from guidepub.checks.claimed.claims import claim_findings
from guidepub.checks.claimed.conformance import epub_claims
from guidepub.checks.documents.archives import Package, TooLargeError, read_entry, read_package
from guidepub.checks.documents.navigation import link_findings, navigation_findings
from guidepub.checks.documents.outlines import skipped_levels, unnamed_pictures
from guidepub.findings import Finding, Place, Severity

COVER_PIXELS = 1600
"""The longer side of a cover that stores ask for at least."""

COVER_BYTES = 10 * 1024 * 1024

_UNREADABLE = (OSError, ValueError, Image.DecompressionBombError)
_OPEN_ENTRIES = ("mimetype", "META-INF/")


def epub_findings(file: Path) -> list[Finding]:
    """Return the findings on an EPUB."""
    package, findings = read_package(file)
    if package is None:
        return findings
    findings += _manifest(package)
    findings += navigation_findings(package)
    findings += link_findings(package)
    for name, document in sorted(package.documents.items()):
        findings += _headings(package, name, document)
        findings += _pictures(package, name, document)
    findings += _inks(package)
    findings += _cover(package)
    findings += claim_findings(package)
    findings += epub_claims(package, findings)
    return findings


def _manifest(package: Package) -> Iterator[Finding]:
    """EPUB 3.3, 5.6.1 and 3.6: the manifest lists all resources, and they are in the archive."""
    listed = {item.name for item in package.items}
    for item in package.items:
        if item.name and item.name not in package.entries:
            message = f"The manifest lists {item.name}, which is not in the archive."
            place = Place(f"{package.file}!/{package.name}", item.line)
            yield Finding(place, "E004", message, "Add the file, or remove it from the manifest.")
    for name in sorted(package.entries - listed - {package.name}):
        if not name.startswith(_OPEN_ENTRIES):
            message = "The file is in the archive, but the manifest does not list it."
            yield Finding(package.place(name), "E005", message, "List it, or remove it.")


def _headings(package: Package, name: str, document: etree._Element) -> Iterator[Finding]:
    for element, level, before in skipped_levels(document):
        message = f"A heading of level {level} follows one of level {before}."
        place = package.place(name, element)
        yield Finding(place, "E013", message, "Go down one level at a time.")


def _pictures(package: Package, name: str, document: etree._Element) -> Iterator[Finding]:
    for element in unnamed_pictures(document):
        message = "A picture has no text alternative."
        if ("schema:accessibilityFeature", "alternativeText") in package.properties:
            message = "A picture has no text alternative, although the metadata says that all do."
        remedy = 'Describe it in alt; use alt="" if it is decoration.'
        yield Finding(package.place(name, element), "E014", message, remedy)


def _inks(package: Package) -> Iterator[Finding]:
    """Reading systems show CMYK each in its own way: upside down, or not at all."""
    for item in package.items:
        if item.media_type != "image/jpeg" or item.name not in package.entries:
            continue
        try:
            # Only the head is read: no picture is unpacked.
            with (
                zipfile.ZipFile(package.file) as archive,
                archive.open(item.name) as stream,
                Image.open(stream, formats=("JPEG",)) as image,
            ):
                mode = image.mode
        except (*_UNREADABLE, zipfile.BadZipFile, zlib.error):
            # EPUBCheck reports pictures that cannot be read.
            continue
        if mode == "CMYK":
            message = "The picture is in CMYK, which few reading systems show correctly."
            yield Finding(package.place(item.name), "E023", message, "Convert it to sRGB.")


def _cover(package: Package) -> Iterator[Finding]:
    """EPUB 3.3, D.6.1 (`cover-image`), and what stores ask of it."""
    item = next((item for item in package.items if "cover-image" in item.properties), None)
    if item is None:
        message = "The book has no cover image."
        remedy = "Give one item of the manifest the property cover-image."
        yield Finding(package.place(package.name), "E015", message, remedy, Severity.WARNING)
        return
    if item.name not in package.entries or item.media_type == "image/svg+xml":
        return
    place = package.place(item.name)
    try:
        with zipfile.ZipFile(package.file) as archive:
            data = read_entry(archive, item.name, COVER_BYTES)
        # Only the head is read: no picture is unpacked.
        with Image.open(io.BytesIO(data)) as image:
            longer = max(image.size)
    except TooLargeError:
        message = f"The cover image is larger than {COVER_BYTES // 1024**2} MiB."
        yield Finding(place, "E017", message, "Stores refuse it: compress it further.")
        return
    except _UNREADABLE:
        yield Finding(place, "E008", "The cover image cannot be read.", "Create it again.")
        return
    if longer < COVER_PIXELS:
        message = f"The cover image has {longer} pixels on its longer side."
        remedy = f"Stores require at least {COVER_PIXELS}; 2,560 by 1,600 is best."
        yield Finding(place, "E016", message, remedy)

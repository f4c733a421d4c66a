"""Whether an EPUB's accessibility metadata are there and true (EPUB Accessibility 1.1, 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from lxml import etree

from guidepub.checks.documents.archives import OPS_TYPE, XHTML, Package
from guidepub.checks.documents.outlines import SVG
from guidepub.findings import Finding, Place

REQUIRED = (
    "schema:accessMode",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
)
"""Metadata that each book must have (EPUB Accessibility 1.1, 2.2)."""

_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_BREAKS = frozenset({"pagebreak", "doc-pagebreak"})


def claim_findings(package: Package) -> Iterator[Finding]:
    """Yield what the metadata lack, and what they claim although the book lacks it.

    Pictures without a text alternative are reported at their own places.
    """
    place = package.place(package.name)
    names = {name for name, _ in package.properties}
    if lacking := [name for name in REQUIRED if name not in names]:
        message = f"The metadata lacks {', '.join(lacking)}."
        remedy = "State what readers need to know before they buy (EPUB Accessibility 1.1, 2.2)."
        yield Finding(place, "E021", message, remedy)
    for name, value in package.properties:
        is_true = _TESTS.get((name, value))
        if is_true is not None and not is_true(package):
            message = f"The metadata claims {value}, which the book does not have."
            yield Finding(place, "E022", message, "Remove the claim, or make it true.")
    yield from _hazards(package, place)
    shows = ("schema:accessMode", "visual")
    if "schema:accessMode" in names and shows not in package.properties and _has_pictures(package):
        message = "The metadata does not say that the book has pictures."
        yield Finding(place, "E022", message, "Add the accessMode “visual”.")


def _hazards(package: Package, place: Place) -> Iterator[Finding]:
    """Yield where two statements on hazards exclude each other."""
    claimed = {value for name, value in package.properties if name == "schema:accessibilityHazard"}
    pairs = [(each, f"no{each[0].upper()}{each[1:]}Hazard") for each in _HAZARDS]
    for one, other in (*pairs, *(("none", each) for each in _HAZARDS)):
        if one in claimed and other in claimed:
            message = (
                f"The metadata claims the hazards {one} and {other}, which exclude each other."
            )
            yield Finding(place, "E022", message, "Remove the wrong one.")


def _has_long_descriptions(package: Package) -> bool:
    return _has_element(package, lambda e: e.get("longdesc") or e.get("aria-details"))


def _has_page_list(package: Package) -> bool:
    return _has_element(package, lambda e: "page-list" in e.get(OPS_TYPE, "").split())


def _has_page_breaks(package: Package) -> bool:
    def breaks(element: etree._Element) -> bool:
        kinds = f"{element.get(OPS_TYPE, '')} {element.get('role', '')}".split()
        return not _BREAKS.isdisjoint(kinds)

    return _has_element(package, breaks)


def _has_contents(package: Package) -> bool:
    return package.navigation() is not None


def _has_math(package: Package) -> bool:
    return _has_element(package, lambda e: e.tag == _MATH)


def _has_pictures(package: Package) -> bool:
    return _has_element(package, lambda e: e.tag in (f"{XHTML}img", f"{SVG}svg"))


def _has_index(package: Package) -> bool:
    return _has_element(package, lambda e: "index" in f"{e.get(OPS_TYPE, '')} {e.get('role', '')}")


def _has_element(package: Package, test: Callable[[etree._Element], object]) -> bool:
    return any(test(e) for d in package.documents.values() for e in d.iter(etree.Element))


def _has_sound(package: Package) -> bool:
    # Media overlays play sound that no document names.
    if any(item.media_type.startswith(_SOUNDING) for item in package.items):
        return True
    return _has_element(package, lambda e: e.tag in (f"{XHTML}audio", f"{XHTML}video"))


def _has_overlays(package: Package) -> bool:
    return any(item.media_type == "application/smil+xml" for item in package.items)


def _has_headings(package: Package) -> bool:
    tags = {f"{XHTML}h{level}" for level in range(1, 7)}
    return _has_element(package, lambda e: e.tag in tags or e.get("role") == "heading")


def _flows(package: Package) -> bool:
    return ("rendition:layout", "pre-paginated") not in package.properties


_SOUND_FEATURES = (
    "audioDescription",
    "captions",
    "closedCaptions",
    "openCaptions",
    "signLanguage",
    "transcript",
)
_SOUNDING = ("audio/", "video/", "application/smil+xml")
_HAZARDS = ("flashing", "motionSimulation", "sound")
_FEATURE = "schema:accessibilityFeature"
_TESTS: MappingProxyType[tuple[str, str], Callable[[Package], bool]] = MappingProxyType(
    {
        (_FEATURE, "longDescription"): _has_long_descriptions,
        (_FEATURE, "longDescriptions"): _has_long_descriptions,
        (_FEATURE, "pageNavigation"): _has_page_list,
        (_FEATURE, "printPageNumbers"): _has_page_breaks,
        (_FEATURE, "pageBreakMarkers"): _has_page_breaks,
        (_FEATURE, "tableOfContents"): _has_contents,
        (_FEATURE, "MathML"): _has_math,
        (_FEATURE, "index"): _has_index,
        (_FEATURE, "describedMath"): _has_math,
        (_FEATURE, "structuralNavigation"): _has_headings,
        (_FEATURE, "displayTransformability"): _flows,
        (_FEATURE, "synchronizedAudioText"): _has_overlays,
        **{(_FEATURE, name): _has_sound for name in _SOUND_FEATURES},
        ("schema:accessMode", "auditory"): _has_sound,
        ("schema:accessMode", "visual"): _has_pictures,
    }
)

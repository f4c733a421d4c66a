"""Why the words of an EPUB document's elements cannot be seen, or may not be.

What is certain is kept apart from doubts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lxml import etree

from guidepub.checks.legal.in_documents.cascade import Cascade, root_of
from guidepub.checks.legal.in_documents.doubts import Doubts
from guidepub.checks.legal.in_documents.sheets import declarations_of
from guidepub.checks.legal.in_documents.shown import Style, faintest, is_too_large
from guidepub.checks.legal.in_documents.typefaces import Faces
from guidepub.checks.legal.wordings.sight import Problem
from guidepub.themes.stylesheets.colours import blended, contrast

# Every combination of these states of a reader is tried.
_MOST_CONDITIONS = 4


class DocumentLook:
    """A document with its stylesheets, and the faces of the book that it is in."""

    def __init__(self, name: str, document: etree._Element, sheets: Cascade, faces: Faces) -> None:
        self._name, self._document, self._sheets, self._faces = name, document, sheets, faces
        self._root = root_of(document)
        self._doubts: Doubts | None = None

    def problems(
        self, element: etree._Element, min_size: float, min_contrast: float
    ) -> list[Problem]:
        """Return why no reader can see an element's own text."""
        return list(_problems(self._style(element, ()), self._name, min_size, min_contrast))

    def doubts(
        self, element: etree._Element, min_size: float, min_contrast: float
    ) -> list[Problem]:
        """Return why it is uncertain whether an element's own text is seen."""
        reasons = self._reasons(element, min_size, min_contrast)
        return [Problem(self._name, "doubtful", reason) for reason in reasons][:1]

    def face_doubts(self, letters: str) -> list[str]:
        """Return why the faces that the document embeds may not show some letters."""
        elements = self._document.iter(etree.Element)
        inline = [d for each in elements for d in declarations_of(each.get("style", ""))]
        return list(self._faces.doubts(self._sheets.sheets, inline, letters))

    def _reasons(
        self, element: etree._Element, min_size: float, min_contrast: float
    ) -> Iterator[str]:
        if self._doubts is None:
            self._doubts = Doubts(self._document, self._sheets, self._root)
        if reason := self._doubts.about(element):
            yield reason
        conditions = self._doubts.conditions(element)
        if len(conditions) > _MOST_CONDITIONS:
            yield f"{len(conditions)} conditions of styles"
            return
        afloat = self._doubts.is_afloat(element)
        for count in range(len(conditions) + 1):
            for chosen in combinations(conditions, count):
                style = self._style(element, chosen)
                under = f" under {', '.join(chosen)}" if chosen else ""
                if afloat and style.paper != Style().paper:
                    yield f"what floats off its ground{under}"
                if is_too_large(style):
                    yield f"{style.size:.0f} pt{under}"
                if chosen:
                    for problem in _problems(style, self._name, min_size, min_contrast):
                        yield f"{problem}{under}"

    def _style(self, element: etree._Element, holding: tuple[str, ...]) -> Style:
        return self._sheets.style(element, self._root, holding)


def _problems(style: Style, where: str, min_size: float, min_contrast: float) -> Iterator[Problem]:
    if style.hidden or not style.visible:
        yield Problem(where, "hidden", style.hidden or "visibility: hidden")
        return
    if style.size < min_size - 0.05:
        yield Problem(where, "small", f"{style.size:.1f} pt, at least {min_size:g}")
        return
    paper = tuple(255 * part for part in style.paper[:3])
    *colour, alpha = faintest(style)
    ink = blended(tuple(255 * part for part in colour), paper, alpha)
    ratio = contrast(ink, paper)
    if ratio < min_contrast - 0.05:
        yield Problem(where, "faint", f"contrast {ratio:.1f}, at least {min_contrast:g}")

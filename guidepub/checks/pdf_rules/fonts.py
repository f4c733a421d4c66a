"""Fonts: embedded, cut down to what is used, with a meaning for each glyph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.checks.painted.faces import FontObject
from guidepub.checks.painted.marks import Page, Type
from guidepub.checks.painted.reading import gathered
from guidepub.findings import Finding, Severity


def font_findings(file: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield the faults of the fonts that the text of the pages uses.

    ISO 15930-7 and ISO 14289-1, 7.21.4.1: all fonts embedded, with each glyph that is shown;
    ISO 14289-1, 7.21.7 and 7.21.8: a Unicode value for each character, no `.notdef` shown.
    """
    used: dict[str, list[tuple[int, FontObject]]] = {}
    missing: list[int] = []
    for page in pages:
        for mark in page.marks:
            if not isinstance(mark, Type) or mark.face is None:
                continue
            used.setdefault(mark.face.name, []).append((page.number, mark.face))
            if not mark.face.missing.isdisjoint(mark.codes):
                missing.append(page.number)
    for name, places in sorted(used.items()):
        faces = {number: face for number, face in places if not face.type3}
        loose = [number for number, face in faces.items() if not face.embedded]
        message = f"The font {name} is not embedded."
        yield from gathered(file, loose, "P010", message, "Embed all fonts when making the file.")
        whole = [n for n, face in faces.items() if face.embedded and not face.subset]
        message = f"The font {name} is embedded without subsetting."
        remedy = "Embed only the glyphs that are used."
        yield from gathered(file, whole, "P011", message, remedy, Severity.WARNING)
        mute = [number for number, face in places if not face.unicode]
        message = f"The font {name} does not map its glyphs to characters."
        remedy = "Add a ToUnicode table, so that text can be searched, copied and read aloud."
        yield from gathered(file, mute, "P013", message, remedy)
    message = "A character has no glyph in its font: a box or nothing is shown."
    remedy = "Use a font that has the character, or another character."
    yield from gathered(file, missing, "P012", message, remedy)

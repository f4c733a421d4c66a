"""The fonts of a PDF, as far as checks need them: what is embedded, and how wide glyphs are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pikepdf

_SUBSET = re.compile(r"^/[A-Z]{6}\+")
_GLYPHS = 1 << 16


@dataclass(frozen=True, slots=True)
class FontObject:
    """One font object. `widths` are in thousandths of the type size, by code."""

    name: str
    composite: bool
    type3: bool
    embedded: bool
    subset: bool
    unicode: bool
    widths: dict[int, float] = field(compare=False)
    default_width: float
    missing: frozenset[int] = field(compare=False)
    """The codes that show the glyph for a character that the font lacks."""

    def codes(self, text: bytes) -> list[int]:
        """Return the character codes of a shown string.

        Composite fonts are taken to use two bytes a character, as Identity-H does.
        """
        if not self.composite:
            return list(text)
        return [text[i] << 8 | text[i + 1] for i in range(0, len(text) - 1, 2)]

    def width(self, code: int) -> float:
        """Return how far a glyph moves the pen, in parts of the type size."""
        return self.widths.get(code, self.default_width) / 1000


def face_of(font: pikepdf.Object) -> FontObject:
    """Return the parts of a font dictionary that checks need (ISO 32000-1, 9.5 to 9.8)."""
    kind = str(font.get("/Subtype", ""))
    composite, type3 = kind == "/Type0", kind == "/Type3"
    inner = font.DescendantFonts[0] if composite else font
    name = str(font.get("/BaseFont", font.get("/Name", "/?")))
    descriptor = inner.get("/FontDescriptor")
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    embedded = descriptor is not None and any(key in descriptor for key in files)
    widths = _composite_widths(inner) if composite else _simple_widths(inner, type3)
    default = float(inner.get("/DW", 1000)) if composite else 0.0
    if not composite and not widths:
        # One of the fourteen standard fonts; half an em is near enough for a place.
        default = 500.0
    return FontObject(
        name.removeprefix("/"),
        composite,
        type3,
        embedded,
        bool(_SUBSET.match(name)),
        "/ToUnicode" in font or _is_latin(font, composite, type3),
        widths,
        default,
        _missing(font, inner, composite),
    )


def _is_latin(font: pikepdf.Object, composite: bool, type3: bool) -> bool:
    """Return whether codes have a meaning without a ToUnicode table (ISO 32000-1, 9.10.2)."""
    if composite or type3:
        return False
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        return True
    return encoding is not None and str(encoding) in (
        "/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding",
    )  # fmt: skip


def _simple_widths(font: pikepdf.Object, type3: bool) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    # Type 3 glyphs have a space of their own, as a rule a thousand units too.
    scale = 1000 * abs(float(font.get("/FontMatrix", [0.001])[0])) if type3 else 1
    listed = list(font.get("/Widths", []))[:256]
    return {first + number: float(width) * scale for number, width in enumerate(listed)}


def _composite_widths(font: pikepdf.Object) -> dict[int, float]:
    """Read the widths of a CIDFont: `c [w1 w2 …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    listed = list(font.get("/W", []))
    place = 0
    while place + 1 < len(listed) and len(widths) < _GLYPHS:
        first, second = int(listed[place]), listed[place + 1]
        if isinstance(second, pikepdf.Array):
            widths |= {first + number: float(width) for number, width in enumerate(list(second))}
            place += 2
        elif place + 2 < len(listed):
            last = min(int(second), first + _GLYPHS)
            widths |= dict.fromkeys(range(first, last + 1), float(listed[place + 2]))
            place += 3
        else:
            break
    return widths


def _missing(font: pikepdf.Object, inner: pikepdf.Object, composite: bool) -> frozenset[int]:
    """Return the codes for glyph 0, which is `.notdef` in every font (ISO 32000-1, 9.7.4.2)."""
    if composite:
        table = inner.get("/CIDToGIDMap")
        if isinstance(table, pikepdf.Stream):
            glyphs = table.read_bytes()[: 2 * _GLYPHS]
            pairs = range(0, len(glyphs) - 1, 2)
            return frozenset(i // 2 for i in pairs if not glyphs[i] and not glyphs[i + 1])
        return frozenset({0})
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return frozenset()
    missing, code = set(), 0
    for item in list(encoding.get("/Differences", []))[:1024]:
        if isinstance(item, pikepdf.Name):
            if str(item) == "/.notdef":
                missing.add(code)
            code += 1
        else:
            code = int(item)
    return frozenset(missing)

"""Whether the faces that an EPUB embeds draw the letters of a text at all."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont

from guidepub.checks.archives import TooLargeError, read_entry, resolved
from guidepub.checks.legal.sheets import Declaration, Sheet, declarations_of

_LARGEST = 32 * 1024 * 1024
# Descriptors that change no letter's size or place.
_HARMLESS = frozenset(
    {"font-display", "font-family", "font-stretch", "font-style", "font-variant", "font-weight",
     "panose-1", "src", "unicode-range"}
)  # fmt: skip


def face_doubts(
    archive: zipfile.ZipFile, sheets: Sequence[Sheet], inline: Sequence[Declaration], letters: str
) -> Iterator[str]:
    """Yield why the embedded faces that sheets or own styles name may not show some letters."""
    named = {name for sheet in sheets for rule in sheet.rules for name in _names(rule.declarations)}
    named |= set(_names(inline))
    wanted = frozenset(filter(str.isalnum, letters))
    for sheet in sheets:
        for rule in sheet.at_rules:
            if rule.lower_at_keyword == "font-face":
                own = declarations_of(rule.content or ())
                family = next(iter(_names(own)), "")
                if family in named:
                    yield from _of_face(archive, sheet.name, family, own, wanted)


def _of_face(
    archive: zipfile.ZipFile,
    sheet: str,
    family: str,
    descriptors: Sequence[Declaration],
    wanted: frozenset[str],
) -> Iterator[str]:
    for descriptor in descriptors:
        if descriptor.name not in _HARMLESS:
            yield f"the face “{family}” ({descriptor} in {sheet})"
        elif descriptor.name == "src":
            for address in _addresses(descriptor.value):
                target = resolved(sheet, address)
                # A face that is not in the book gives way to another.
                if target is not None and target[0] in archive.NameToInfo:
                    yield from _of_file(archive, target[0], family, wanted)


def _of_file(
    archive: zipfile.ZipFile, name: str, family: str, wanted: frozenset[str]
) -> Iterator[str]:
    try:
        blank = _blank_letters(read_entry(archive, name, _LARGEST), wanted)
    except (TooLargeError, OSError, RuntimeError, zipfile.BadZipFile):
        blank = None
    if blank is None:
        yield f"the face “{family}”, which cannot be read ({name})"
    elif blank:
        yield f"the face “{family}”, which draws nothing for {' '.join(sorted(blank)[:8])} ({name})"


@functools.lru_cache(maxsize=64)
def _blank_letters(data: bytes, wanted: frozenset[str]) -> frozenset[str] | None:
    """Return the letters that a face has and draws nothing for, or `None` if it is unreadable."""
    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        known, glyphs = font.getBestCmap() or {}, font.getGlyphSet()
        return frozenset(
            letter
            for letter in wanted
            if ord(letter) in known and _is_blank(glyphs, known[ord(letter)])
        )
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it raise
        return None


def _is_blank(glyphs: Any, name: str) -> bool:
    pen = ControlBoundsPen(glyphs)
    glyphs[name].draw(pen)
    bounds = pen.bounds
    return bounds is None or bounds[0] >= bounds[2] or bounds[1] >= bounds[3]


def _names(declarations: Sequence[Declaration]) -> Iterator[str]:
    """Yield the families that declarations name, in small letters."""
    for declaration in declarations:
        if declaration.name not in ("font", "font-family"):
            continue
        words: list[str] = []
        for token in (*declaration.value, None):
            if token is not None and token.type == "string":
                yield token.value.casefold()
            elif token is not None and token.type == "ident":
                words.append(token.value.casefold())
                yield token.value.casefold()
            elif words:
                yield " ".join(words)
                words = []


def _addresses(value: Sequence[Any]) -> Iterator[str]:
    for token in value:
        if token.type == "url":
            yield token.value
        elif token.type == "function" and token.lower_name == "url":
            yield from (each.value for each in token.arguments if each.type == "string")

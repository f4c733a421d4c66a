"""Doubts whether the faces that an EPUB embeds draw the letters of a text at all."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont
from tinycss2.ast import Node

from guidepub.checks.documents.archives import TooLargeError, read_entry, resolved
from guidepub.checks.legal.in_documents.harmless import has_letters
from guidepub.checks.legal.in_documents.sheets import Declaration, ParsedSheet, declarations_of
from guidepub.themes.stylesheets.addresses import address_of

_LARGEST = 32 * 1024 * 1024
# Descriptors that change no letter's size or place.
_HARMLESS = frozenset(
    {"font-display", "font-family", "font-stretch", "font-style", "font-variant", "font-weight",
     "panose-1", "src", "unicode-range"}
)  # fmt: skip


class Faces:
    """The faces of one archive, each read once. The archive is opened when first needed."""

    def __init__(self, archive: Path | io.BytesIO) -> None:
        self._archive = archive
        self._read: dict[str, _Face | None] = {}

    def doubts(
        self, sheets: Sequence[ParsedSheet], inline: Sequence[Declaration], letters: str
    ) -> Iterator[str]:
        """Yield why the faces that sheets or own styles name may not show some letters."""
        rules = (rule for sheet in sheets for rule in sheet.rules)
        named = {name for rule in rules for name in _names(rule.declarations)}
        named |= set(_names(inline))
        wanted = frozenset(filter(str.isalnum, letters))
        for sheet in sheets:
            for at_rule in sheet.at_rules:
                if at_rule.lower_at_keyword == "font-face":
                    own = declarations_of(at_rule.content or ())
                    family = next(iter(_names(own)), "")
                    if family in named:
                        yield from self._rule_doubts(sheet.name, family, own, wanted)

    def _rule_doubts(
        self,
        sheet: str,
        family: str,
        descriptors: Sequence[Declaration],
        wanted: frozenset[str],
    ) -> Iterator[str]:
        for descriptor in descriptors:
            if descriptor.name not in _HARMLESS:
                yield f"the face “{family}” ({descriptor} in {sheet})"
            elif descriptor.name == "src":
                for token in descriptor.value:
                    yield from self._source_doubts(sheet, family, token, wanted)

    def _source_doubts(
        self, sheet: str, family: str, token: Node, wanted: frozenset[str]
    ) -> Iterator[str]:
        address = address_of(token, "font")
        if address is not None:
            target = resolved(sheet, address)
            if target is None:
                yield f"the face “{family}”, which is not in the book ({address[:80]})"
            else:
                yield from self._file_doubts(target[0], family, wanted)
        elif token.type == "function" and not has_letters(token.arguments):
            yield f"the face “{family}”, which may draw pictures for letters (in {sheet})"

    def _file_doubts(self, name: str, family: str, wanted: frozenset[str]) -> Iterator[str]:
        try:
            if name not in self._read:
                with zipfile.ZipFile(self._archive) as archive:
                    self._read[name] = _face(read_entry(archive, name, _LARGEST))
        except KeyError:
            # A face that is not in the book gives way to another.
            return
        except (TooLargeError, OSError, RuntimeError, zipfile.BadZipFile):
            self._read[name] = None
        face = self._read[name]
        blank = None if face is None else face.blank(wanted)
        if blank is None:
            yield f"the face “{family}”, which cannot be read ({name})"
        elif blank:
            shown = " ".join(sorted(blank)[:8])
            yield f"the face “{family}”, which draws nothing for {shown} ({name})"


class _Face:
    """A face, with the letters that it draws as nothing, as far as they were asked for."""

    def __init__(self, data: bytes) -> None:
        font = TTFont(io.BytesIO(data), lazy=True)
        self._names = font.getBestCmap() or {}
        self._glyphs: Any = font.getGlyphSet()
        self._known: dict[str, bool] = {}

    def blank(self, wanted: frozenset[str]) -> frozenset[str] | None:
        """Return the letters that it has but does not draw, or None if it is damaged."""
        try:
            for letter in wanted - self._known.keys():
                self._known[letter] = self._is_blank(letter)
        except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it raise
            return None
        return frozenset(letter for letter in wanted if self._known[letter])

    def _is_blank(self, letter: str) -> bool:
        if ord(letter) not in self._names:
            return False
        pen = ControlBoundsPen(self._glyphs)
        self._glyphs[self._names[ord(letter)]].draw(pen)
        bounds = pen.bounds
        return bounds is None or bounds[0] >= bounds[2] or bounds[1] >= bounds[3]


@functools.lru_cache(maxsize=16)
def _face(data: bytes) -> _Face | None:
    """Return a face, or None if it is unreadable. Books of one publisher share theirs."""
    try:
        return _Face(data)
    except Exception:  # noqa: BLE001 - as above
        return None


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

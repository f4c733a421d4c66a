"""Reads the footnotes of RTF, whose words striprtf drops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.original import Grid, Original, OriginalBlock
from guidepub.importing.rtf.groups import end_of_group

# Private-use characters (Unicode, section 23.5), which no text uses.
_OPEN, _CLOSE = "\ue010", "\ue011"
_MARK = re.compile(f"{_OPEN}([0-9]{{1,5}}){_CLOSE}")
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
# The parts that set the encoding: the first control words, and the font table.
_HEADER = re.compile(r"\s*\{(\\rtf\d?(?:\\[a-z]+-?\d*\s?){0,40})")
_FONTS = re.compile(r"\{\\fonttbl(?![a-z])")
# The superscript number that calls a note.
_CALL = re.compile(r"\{[^{}]{0,80}\\super(?![a-z])[^{}]{0,80}\}\s*\Z")
# How far from the beginning the font table may begin, in characters.
_FAR = 4000
# How far before its note a call may be, in characters.
_NEAR = 200
_NUMBER = re.compile(r"(?<=[{}\s\w])\s{0,8}\{[^{}]{0,80}\\super(?![a-z])[^{}]{0,80}\}")


def without_notes(source: str) -> tuple[str, tuple[str, ...]]:
    """Return rich text with marks in place of its notes, and the content of each note."""
    kept: list[str] = []
    notes: list[str] = []
    done = 0
    while found := _NOTE.search(source, done):
        end = end_of_group(source, found.end())
        before = source[done : found.start()]
        kept += [before[:-_NEAR], _CALL.sub("", before[-_NEAR:])]
        kept.append(rf"\u{ord(_OPEN)}?{len(notes) + 1}\u{ord(_CLOSE)}?")
        notes.append(_NUMBER.sub("", source[found.end() : end - 1], count=1))
        done = end
    return "".join([*kept, source[done:]]), tuple(notes)


def with_header(source: str, parts: Iterable[str]) -> tuple[str, ...]:
    """Return parts of rich text as documents with the header of the whole."""
    header = _HEADER.match(source)
    fonts = _FONTS.search(source, 0, _FAR)
    begin = header[1] if header else r"\rtf1\ansi"
    table = source[fonts.start() : end_of_group(source, fonts.end())] if fonts else ""
    return tuple(f"{{{begin}{table} {part}}}" for part in parts)


def with_notes(original: Original, notes: tuple[str, ...]) -> Original:
    """Return an original with calls of notes in place of marks; notes are plain words."""
    if not notes:
        return original
    by_number = {str(n): escaped(spaced(note)) for n, note in enumerate(notes, 1)}
    return replace(
        original,
        blocks=tuple(_called(block, by_number) for block in original.blocks),
        shown="\n".join([_MARK.sub("", original.shown), *notes]),
        title=_MARK.sub("", original.title),
        notes={f"n{n}": text for n, text in by_number.items()},
    )


def _called(block: OriginalBlock, notes: Mapping[str, str]) -> OriginalBlock:
    def call(match: re.Match[str]) -> str:
        return f"[^n{match[1]}]" if match[1] in notes else ""

    def grid_of(grid: Grid) -> Grid:
        words = tuple(tuple(_MARK.sub("", cell) for cell in row) for row in grid.words)
        cells = tuple(tuple(_MARK.sub(call, cell) for cell in row) for row in grid.cells)
        return replace(grid, words=words, cells=cells)

    return replace(
        block,
        text=_MARK.sub("", block.text),
        markdown=_MARK.sub(call, block.markdown),
        grid=grid_of(block.grid) if block.grid else None,
    )

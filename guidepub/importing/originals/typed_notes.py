"""Links typed notes such as “1. Bureau of Labor Statistics” to their marks (“$33,160¹”).

Pages, word processors and scans have such notes without links. They become footnotes only if every
mark has a note, and every note a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidepub.figures.numbers import RAISED
from guidepub.importing.originals.original import Aside, Original, OriginalBlock

_PLAIN = {high: sign for sign, high in RAISED.items() if sign.isdigit()}
_HIGH = f"[{''.join(_PLAIN)}]{{1,2}}"
_NUMBER = rf"\^\((?P<bracketed>[1-9]\d?)\)|(?P<high>{_HIGH})|\s?\\?\[(?P<low>[1-9]\d?)\\?\]|(?P<star>\\?\*{{1,2}}|[†‡])"
# A mark after a word, a figure or punctuation. After a short word it is an exponent: “40 m²”.
_CALL = re.compile(rf"(?<=[^\W_]|[.,;:!?%)\]”»\"'’])(?:{_NUMBER})(?!\w|\()")
_EXPONENT = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}|(?<![\d.,])10)$")
_NOTE = re.compile(rf"\s*(?:{_NUMBER}|(?P<listed>[1-9]\d?)\\?[.)])\)?\s*(?=[^\W\d_]|[“\"«(<\[*])")
_HEADING = re.compile(
    r"(?:foot|end)?notes?(?: (?:and|&) (?:sources|references))?|references?|sources?|notas?(?: al pie)?|fuentes?|referencias?"
    r"|notes?(?: et références| de bas de page)?|références?|anmerkung(?:en)?|fu(?:ß|ss)noten?|quellen?|einzelnachweise?|nachweise"
    r"|fontes?|referências?|notas? de rodapé",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?P<listed>[1-9]\d?)\. (?=\S)")
_PROSE = ("paragraph", "list", "quote")
_MOST = 99
# How many characters before a raised mark are read, to tell a short word from a longer one.
_LONGEST_UNIT = 6
_IN_TABLE = "in a table"


@dataclass(frozen=True, slots=True)
class _TypedNote:
    """A note: its mark, its Markdown, and the index of its block."""

    sign: str
    markdown: str
    at: int
    is_listed: bool = False


def with_linked_notes(original: Original) -> Original:
    """Return an original with its typed notes as footnotes that its text calls."""
    blocks = original.blocks
    found = _last_notes(blocks)
    signs = {note.sign for note in found}
    first = min((note.at for note in found), default=0)
    calls = [sign for block in blocks[:first] for sign in _called_in(block)]
    is_counted = all(str(n + 1) in signs for n in range(sum(map(str.isdigit, signs))))
    if not signs or signs != set(calls) or len(signs) < len(found) or not is_counted:
        return original
    labels = {sign: _label(n, sign) for n, sign in enumerate(sorted(signs))}
    if not original.notes.keys().isdisjoint(labels.values()):
        return original
    gone = {note.at for note in found}
    above = blocks[first - 1] if first else None
    if above is not None and above.kind == "heading" and _is_heading_of_notes(above):
        gone.add(first - 1)
        signs.add(above.text)
    kept = (
        _with_calls(block, labels) if at < first else block
        for at, block in enumerate(blocks)
        if at not in gone
    )
    notes = {labels[note.sign]: note.markdown for note in found}
    made = Aside(" ".join([*calls, *signs]), 0, "left out", "the marks of notes")
    return replace(
        original,
        blocks=tuple(kept),
        notes={**original.notes, **notes},
        asides=(*original.asides, made),
    )


def _label(number: int, sign: str) -> str:
    return sign if sign.isdigit() else f"sign-{number + 1}"


def _last_notes(blocks: Sequence[OriginalBlock]) -> list[_TypedNote]:
    """Return the notes in the last consecutive blocks of notes."""
    found: list[_TypedNote] = []
    for at in range(len(blocks) - 1, -1, -1):
        read = list(_notes_of(blocks[at], at))
        if read:
            found = [*read, *found]
        elif found:
            break
    return found if len(found) <= _MOST and not _may_be_list(found, blocks) else []


def _may_be_list(notes: Sequence[_TypedNote], blocks: Sequence[OriginalBlock]) -> bool:
    """Return whether notes with plain numbers may be an ordinary list, by the block above them."""
    if not any(note.is_listed for note in notes):
        return False
    above = blocks[notes[0].at - 1] if notes[0].at else None
    if above is not None and above.kind == "heading":
        return not _is_heading_of_notes(above)
    return len(notes) < 2 or above is None or above.text.rstrip().endswith(":")


def _notes_of(block: OriginalBlock, at: int) -> Iterator[_TypedNote]:
    """Yield the notes in a block, or nothing if it has anything else."""
    if block.kind == "paragraph" and (match := _NOTE.match(block.markdown)):
        is_listed = match["listed"] is not None
        yield _TypedNote(_sign(match), block.markdown[match.end() :], at, is_listed)
    elif block.kind == "list":
        lines = block.markdown.split("\n")
        items = [_ITEM.match(line) for line in lines]
        if all(items):
            for line, match in zip(lines, items, strict=True):
                if match:
                    yield _TypedNote(match["listed"], line[match.end() :], at, is_listed=True)


def _is_heading_of_notes(block: OriginalBlock) -> bool:
    return _HEADING.fullmatch(block.text.strip(" :")) is not None


def _sign(match: re.Match[str]) -> str:
    """Return the mark of a note or of its call in plain characters."""
    found = match.groupdict()
    high = "".join(_PLAIN[each] for each in found["high"] or "")
    star = (found["star"] or "").replace("\\", "")
    return high or found["bracketed"] or found["low"] or star or found.get("listed") or ""


def _called_in(block: OriginalBlock) -> Iterator[str]:
    """Yield the note marks in a block; those in a table are for its own notes, and marked as such."""
    if block.kind in _PROSE:
        yield from (_sign(match) for match in _calls(block.markdown))
    elif block.grid and any(any(_calls(cell)) for row in block.grid.cells for cell in row):
        yield _IN_TABLE


def _calls(markdown: str) -> Iterator[re.Match[str]]:
    return (
        match
        for match in _CALL.finditer(markdown)
        if not _is_exponent(match)
        and not (match["star"] and "*" in match["star"] and "\\" not in match["star"])
    )


def _is_exponent(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - _LONGEST_UNIT, 0) : match.start()]
    return match["high"] is not None and _EXPONENT.search(before) is not None


def _with_calls(block: OriginalBlock, labels: Mapping[str, str]) -> OriginalBlock:
    """Return a block in which marks are calls of notes; its plain words have no marks."""
    if block.kind not in _PROSE:
        return block
    markdown = _replaced(block.markdown, labels, _calls(block.markdown))
    signs = (match for match in _CALL.finditer(block.text) if not _is_exponent(match))
    return replace(block, text=_replaced(block.text, {}, signs), markdown=markdown)


def _replaced(text: str, labels: Mapping[str, str], signs: Iterator[re.Match[str]]) -> str:
    """Return a text with calls instead of marks; marks without a label are removed."""
    made, start = [], 0
    for match in signs:
        label = labels.get(_sign(match))
        made += [text[start : match.start()], f"[^{label}]" if label else ""]
        start = match.end()
    return "".join([*made, text[start:]])

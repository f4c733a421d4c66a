"""Reads rich text (RTF) as blocks, by way of the plain text from striprtf."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside, Original
from guidepub.importing.originals.refusals import lacking_library, refusal
from guidepub.importing.originals.spoken_language import likely_language
from guidepub.importing.pages.generated_pages import without_lines
from guidepub.importing.plain.headings_by_position import STOP
from guidepub.importing.plain.reader import read_text
from guidepub.importing.rtf.boxes import with_boxes
from guidepub.importing.rtf.notes import with_header, with_notes, without_notes
from guidepub.importing.rtf.superscripts import with_superscripts
from guidepub.importing.rtf.unprinted import Unprinted, without_unprinted
from guidepub.words.characters import FORBIDDEN

_SIGN = b"{\\rtf"
_ITEM = re.compile(r"\s*(?:[•·▪◦–-]|\d{1,3}[.)])\s")
# A row of a table, and the number of spaces between its columns.
_ROW = re.compile(r"[^|]{1,400}\|(?:[^|]{0,400}\|)+")
_APART = 4
# A cell whose paragraph ends before the cell, as Pandoc writes them.
_CELL_END = re.compile(r"\\par(?![a-z])\s{0,4}(\}?\s{0,4}\\cell(?![a-z]))")
_INFO = re.compile(r"\\(title|author|subject|keywords)\b\s?([^{}]{1,400})\}")
_YEAR = re.compile(r"\\creatim\\yr(\d{4})")
# The encoding of bytes above 127 by the first words; Word states the Macintosh's as a code page.
_CHARACTERS = re.compile(r"\s*\{\\rtf\d{0,2}\s?(?:\\adeflang\d+)?\\(mac|pca?)(?![a-z])")
_ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_MAC_PAGE = "\\ansicpg10000"
_UNPRINTED = {
    "hidden": "Hidden text was left out",
    "deleted": "Text that is marked as deleted was left out",
    "struck out": "Text that is struck out was left out",
    "comment": "A comment was left out",
}
_HEAD = 20_000
# How many lines of a text that was wrapped by hand continue on the next one, and their proportion.
_FEWEST_GO_ON, _MANY_GO_ON = 3, 0.4
_MOST_REPORTED = 12


def read_rtf(data: bytes, path: str, citations: Citations, language: str) -> Original:
    """Return the blocks of rich text; headings are recognised as in plain text.

    Raises:
        InputError: it is not rich text, damaged, contains no text (I001, I002, I004), or striprtf
            is not installed (I005).
    """
    if not data.lstrip().startswith(_SIGN):
        message = "The file is not rich text (RTF)."
        raise refusal(path, "I001", message, "Save it as .rtf or .docx.")
    source = data.decode("latin-1")
    plain = _plain_reader(path, _encoding(source))
    source, left_out = _as_printed(source.replace(_MAC_PAGE, "", 1))
    source = _CELL_END.sub(r"\1", source.replace("{\\pntext", "{\\listtext"))
    source, notes = without_notes(source)
    try:
        parts = (with_superscripts(source), *with_header(source, map(with_superscripts, notes)))
        words, *called = (FORBIDDEN.sub("", plain(each)) for each in parts)
        unprinted = map(plain, with_header(source, (each.source for each in left_out)))
        unshown = list(_asides(left_out, unprinted))
        info = dict(_INFO.findall(source[:_HEAD]))
        values = (plain(each).strip() for each in with_header(source, info.values()))
        about = dict(zip(info, values, strict=True))
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        message = "The rich text cannot be read to its end."
        raise refusal(path, "I004", message, "Save it again.") from error
    if not words.strip():
        raise refusal(path, "I002", "The file contains no text.")
    year = _YEAR.search(source[:_HEAD])
    read = read_text(_parted(words), path, citations, likely_language(words, language))
    read = with_notes(without_lines(read), tuple(called))
    found = {"author": about.get("author", ""), "tags": about.get("keywords", ""),
             "date": year[1] if year else ""}  # fmt: skip
    return replace(
        read,
        title=read.title or about.get("title", ""),
        about={name: value for name, value in found.items() if value},
        findings=(*read.findings, *_findings(unshown, path)),
        asides=(*read.asides, *unshown),
    )


def _as_printed(source: str) -> tuple[str, tuple[Unprinted, ...]]:
    """Return rich text with exactly what it prints, and what was left out."""
    shown, first = without_unprinted(source)
    shown, others = without_unprinted(with_boxes(shown))
    return shown, (*first, *others)


def _encoding(source: str) -> str:
    r"""Return the encoding of bytes for which neither `\ansicpg` nor a font states one."""
    header = _CHARACTERS.match(source)
    return _ENCODINGS[header[1]] if header else "cp1252"


def _plain_reader(path: str, encoding: str) -> Callable[[str], str]:
    """Return a function that extracts the plain text of rich text.

    Raises:
        InputError: striprtf is not installed (I005).
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise lacking_library(path, "rich text") from error
    plain: Callable[[str], str] = partial(rtf_to_text, encoding=encoding, errors="replace")
    return plain


def _asides(left_out: Sequence[Unprinted], plain: Iterable[str]) -> Iterator[Aside]:
    for each, words in zip(left_out, plain, strict=True):
        if shown := spaced(words):
            yield Aside(shown, 0, "left out", each.kind)


def _findings(unshown: Sequence[Aside], path: str) -> Iterator[Finding]:
    for aside in unshown[:_MOST_REPORTED]:
        message = f"{_UNPRINTED[aside.reason]}: “{aside.text[:80]}”."
        remedy = "Make it visible in Word first if it belongs to the guide."
        yield Finding(Place(path), "I053", message, remedy, Severity.WARNING)


def _parted(words: str) -> str:
    """Return text with each line as a paragraph, but lists and table rows together.

    In text that was wrapped by hand, paragraphs are already separated by empty lines.
    """
    if _is_ended_by_hand(words):
        return words
    lines = [line.rstrip() for line in words.split("\n") if line.strip()]
    parts: list[str] = []
    for is_row, group in groupby(lines, key=lambda line: _ROW.fullmatch(line) is not None):
        if is_row:
            parts.append("\n" + "\n".join(_in_columns(list(group))) + "\n")
            continue
        for above, line in pairwise(["", *group]):
            together = bool(_ITEM.match(above) and _ITEM.match(line))
            parts.append(line if together or not parts else f"\n{line}")
    return "\n".join(parts)


def _is_ended_by_hand(words: str) -> bool:
    """Return whether many lines continue on the next one, as in text that was wrapped by hand."""
    lines = [line.strip() for line in words.split("\n")]
    pairs = [(above, below) for above, below in pairwise(lines) if above and below]
    goes_on = [above for above, below in pairs if below[0].islower() and not STOP.search(above)]
    return "" in lines and len(goes_on) >= max(_FEWEST_GO_ON, _MANY_GO_ON * len(pairs))


def _in_columns(rows: Sequence[str]) -> Iterator[str]:
    """Yield the rows of a table, whose cells striprtf ends with a bar, in aligned columns."""
    cells = [[spaced(cell) for cell in row.rstrip("|").split("|")] for row in rows]
    most = max(map(len, cells))
    padded = [row + [""] * (most - len(row)) for row in cells]
    widths = [max(map(len, column)) + _APART for column in zip(*padded, strict=True)]
    for row in padded:
        yield "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

"""Rich text (RTF) to blocks, by way of its plain words, which striprtf knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside, Original
from guidepub.importing.originals.refusals import lacking_library, refusal
from guidepub.importing.pages.made_pages import without_lines
from guidepub.importing.plain.reader import read_text
from guidepub.importing.rtf.hidden import without_hidden
from guidepub.importing.rtf.notes import with_header, with_notes, without_notes
from guidepub.importing.rtf.raised import with_raised
from guidepub.words.characters import FORBIDDEN

_SIGN = b"{\\rtf"
_ITEM = re.compile(r"\s*(?:[•·▪◦–-]|\d{1,3}[.)])\s")
# A row of a table, and by how many spaces its columns are set apart.
_ROW = re.compile(r"[^|]{1,400}\|(?:[^|]{0,400}\|)+")
_APART = 4
# A cell whose paragraph ends before it does, as Pandoc writes them.
_CELL_END = re.compile(r"\\par(?![a-z])\s{0,4}(\}?\s{0,4}\\cell(?![a-z]))")
_INFO = re.compile(r"\\(title|author|subject|keywords)\b\s?([^{}]{1,400})\}")
_YEAR = re.compile(r"\\creatim\\yr(\d{4})")
_HEAD = 20_000
_MOST_TOLD = 12


def read_rtf(data: bytes, path: str, citations: Citations, language: str) -> Original:
    """Return the blocks of rich text; headings are known by how they look, as in plain text.

    Raises:
        InputError: it is none, broken, holds no text (I001, I002, I004), or striprtf is not
            installed (I005).
    """
    plain = _plain_reader(path)
    if not data.lstrip().startswith(_SIGN):
        message = "The file is no rich text (RTF)."
        raise refusal(path, "I001", message, "Save it as .rtf or .docx.")
    source, hidden = without_hidden(data.decode("latin-1"))
    source = _CELL_END.sub(r"\1", source.replace("{\\pntext", "{\\listtext"))
    source, notes = without_notes(source)
    try:
        parts = (with_raised(source), *with_header(source, map(with_raised, notes)))
        words, *called = (FORBIDDEN.sub("", plain(each)) for each in parts)
        unshown = [spaced(plain(each)) for each in with_header(source, hidden)]
        info = dict(_INFO.findall(source[:_HEAD]))
        said = (plain(each).strip() for each in with_header(source, info.values()))
        about = dict(zip(info, said, strict=True))
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        message = "The rich text cannot be read to its end."
        raise refusal(path, "I004", message, "Save it anew.") from error
    if not words.strip():
        raise refusal(path, "I002", "The file holds no text.")
    year = _YEAR.search(source[:_HEAD])
    read = read_text(_parted(words), path, citations, language)
    read = with_notes(without_lines(read), tuple(called))
    found = {"author": about.get("author", ""), "tags": about.get("keywords", ""),
             "date": year[1] if year else ""}  # fmt: skip
    return replace(
        read,
        title=read.title or about.get("title", ""),
        about={name: value for name, value in found.items() if value},
        findings=(*read.findings, *_hidden_findings(unshown, path)),
        asides=(*read.asides, *(Aside(part, 0, "left out", "hidden") for part in unshown if part)),
    )


def _plain_reader(path: str) -> Callable[[str], str]:
    """Return a function from rich text to its plain words.

    Raises:
        InputError: striprtf is not installed (I005).
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise lacking_library(path, "rich text") from error
    plain: Callable[[str], str] = partial(rtf_to_text, errors="replace")
    return plain


def _hidden_findings(hidden: Sequence[str], path: str) -> Iterator[Finding]:
    for words in [words for words in hidden if words][:_MOST_TOLD]:
        message = f"Hidden text was left out: “{words[:80]}”."
        remedy = "Show it in Word first if it belongs to the guide."
        yield Finding(Place(path), "I053", message, remedy, Severity.WARNING)


def _parted(words: str) -> str:
    """Return words in which each line is a paragraph; lists and rows of tables stay together."""
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


def _in_columns(rows: Sequence[str]) -> Iterator[str]:
    """Yield the rows of a table, whose cells striprtf ends with a bar, set below each other."""
    cells = [[spaced(cell) for cell in row.rstrip("|").split("|")] for row in rows]
    most = max(map(len, cells))
    padded = [row + [""] * (most - len(row)) for row in cells]
    widths = [max(map(len, column)) + _APART for column in zip(*padded, strict=True)]
    for row in padded:
        yield "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

"""Typesetting in figures: `python -m benchmarks.typesetting [FOLDER]`.

Builds a folder's guides, by default the samples, as PDFs for reading, and measures on the finished
pages what an eye sees first:

- wide lines: of full lines of running text, the part whose spaces between words are wider than
  half an em;
- ladders: of lines of running text, the part that is the third or more in a row to end in a hyphen;
- holes: of pages of the body, the part whose text ends above 62 % of the text block.
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks.catalogue import SAMPLES
from guidepub import assemble, load, render

_WIDE = 0.5
_HOLE = 0.62
_LADDER = 3
# Points by which a mark stands above its line at most.
_RAISED = 6
# How PDFium tells, of a character and in a text, of a hyphen that the line's end alone asks for.
_HYPHENS = frozenset("\x02\ufffe")


class _Letter(NamedTuple):
    left: float
    right: float
    base: float
    size: float
    sign: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its edges and baseline in points, its type's size, its widest space in ems."""

    left: float
    right: float
    base: float
    size: float
    widest: float
    text: str


@dataclass(slots=True)
class Figures:
    """What was counted, over all pages."""

    full: int = 0
    wide: int = 0
    lines: int = 0
    ladders: int = 0
    pages: int = 0
    holes: int = 0

    def add(self, other: Figures) -> None:
        """Add what was counted in another book."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def __str__(self) -> str:
        return (
            f"wide lines {_share(self.wide, self.full)}, ladders {_share(self.ladders, self.lines)}, "
            f"holes {_share(self.holes, self.pages)}"
        )


def main() -> None:
    """Measure a folder's guides in the themes that are shipped."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.typesetting", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--themes", default="classic,school", help="with commas between")
    options = parser.parse_args()
    for theme in options.themes.split(","):
        total = Figures()
        catalog = load(options.folder)
        settings = catalog.defaults.model_copy(update={"theme": theme})
        catalog = catalog.model_copy(update={"defaults": settings})
        for slug, guide in catalog.items():
            own = Figures()
            measure(render(assemble(guide, catalog), "screen"), own)
            print(f"{theme} {slug} ({guide.language}): {own}")
            total.add(own)
        print(f"{theme}, all: {total}\n")


def measure(data: bytes, figures: Figures) -> None:
    """Add what a PDF for reading shows to the figures."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    pages = [list(lines_of(document[number])) for number in range(len(document))]
    body = [lines for number, lines in enumerate(pages) if _is_body(document, number) and lines]
    sizes = Counter(line.size for lines in body for line in lines for _ in line.text)
    if not sizes:
        return
    size = sizes.most_common(1)[0][0]
    running = [[line for line in lines if line.size == size] for lines in body]
    lefts, rights = (_edges(running, name) for name in ("left", "right"))
    top = max(line.base for lines in running for line in lines)
    bottom = min(line.base for lines in running for line in lines)
    for lines, ours in zip(body, running, strict=True):
        text = [line for line in ours if round(line.left) in lefts]
        figures.pages += 1
        # Folios and running heads stand outside of the text block.
        end = min((line.base for line in lines if bottom <= line.base <= top), default=top)
        figures.holes += (top - end) / (top - bottom) < _HOLE
        figures.lines += len(text)
        full = [line for line in text if round(line.right) in rights and " " in line.text]
        figures.full += len(full)
        figures.wide += sum(line.widest > _WIDE for line in full)
        row = 0
        for line in text:
            row = row + 1 if line.text.endswith("-") else 0
            figures.ladders += row >= _LADDER


def _edges(pages: list[list[Line]], name: str) -> frozenset[int]:
    """Return where many lines begin or end, in whole points: left and right pages have their own."""
    found = Counter(round(getattr(line, name)) for lines in pages for line in lines)
    return frozenset(edge for edge, count in found.items() if count > sum(found.values()) / 12)


def lines_of(page: pypdfium2.PdfPage) -> Iterator[Line]:
    """Yield the lines of a page from its top, the words of each from the left."""
    letters = list(_letters(page))
    rows: dict[float, list[_Letter]] = {}
    for letter in letters:
        rows.setdefault(round(letter.base), []).append(letter)
    for base in sorted(rows, reverse=True):
        # Raised marks of notes and sources stand in the line of their words.
        above = (rows.get(base + step, ()) for step in range(1, _RAISED))
        row = rows[base]
        size = max(letter.size for letter in row)
        row += [letter for each in above for letter in each if letter.size < size * 0.8]
        row.sort()
        sizes = Counter(letter.size for letter in row)
        size = sizes.most_common(1)[0][0]
        gaps = [(after.left - before.right) / size for before, after in pairwise(row)]
        text = "".join(
            letter.sign + (" " if gap > 0.12 else "")
            for letter, gap in zip(row, [*gaps, 0.0], strict=True)
        )
        yield Line(row[0].left, row[-1].right, base, size, max(gaps, default=0.0), text)


def _letters(page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    words = page.get_textpage()
    for index in range(words.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(words.raw, index))
        if sign.isspace():
            continue
        left, _, right, _ = words.get_charbox(index, loose=True)
        x, y = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(words.raw, index, x, y)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(words.raw, index, matrix)
        size = round(pdfium.FPDFText_GetFontSize(words.raw, index) * abs(matrix.a), 1)
        yield _Letter(left, right, y.value, size, "-" if sign in _HYPHENS else sign)


def _is_body(document: pypdfium2.PdfDocument, number: int) -> bool:
    return str(document.get_page_label(number)).isdigit()


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} of {whole}" if whole else "none"


if __name__ == "__main__":
    main()

"""`python -m tools.traced_numbers CATALOG FILE...`: where each number of finished books is from.

Numbers, in digits or as words from two up, are taken out of PDFs and EPUBs with the words around
them. Each is from a cell of a table, which the file names and the table still has; or stated by
the guide; or part of the template's, the catalogue's or guidepub's own words. Marks of sources,
page numbers and ordinals of lists are left out. The tool prints each number that is none of these,
and each file that no guide of the catalogue made, and its exit code is then 1.

A number is recognised with its neighbours: it and three words beside it, or a whole line of the
definition, must stand together in what the definition says. The same number elsewhere is no match.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from guidepub import assemble, load
from guidepub.checks.text.holding import marks_of
from guidepub.checks.text.sources import opened, source_of
from guidepub.findings import InputError
from guidepub.loading.templated.rows import read_row
from guidepub.loading.templated.spots import MadeLine
from guidepub.model import Book, Catalog, Edition, Guide, Mark, medium_of
from guidepub.model.tables.lineage import digest_of
from guidepub.phrases import phrases
from guidepub.tables import typed_table

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion"
).split()
_TOKEN = re.compile(r"[0-9]+(?:[.,/:-][0-9]+)*(?:st|nd|rd|th)?|[^\W\d_]+")
_FACT = re.compile(r"\{fact\}`([a-z0-9_]+)`")
_CITED = re.compile(r"\[@[^\]]*\]")
_MARK = re.compile(r"\[[0-9]+(?:[,–-] ?[0-9]+)*\]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ORDINAL = re.compile(r"[0-9]+\.")
# A word that is divided between two pages has the second one's number behind it.
_FOLIO = re.compile(r"\ufffe(?=[0-9]+(?:\s|$))")
_LEADERS = re.compile(r"(?:[\s.]*\.)?\s+[0-9]+$")
_FOLDED = str.maketrans("‐‑–—−", "-----", "\u00ad\ufffe\u200b")
_FAULTS = ("untraced", "cells not found", "files of no guide")
# As many words in a row are taken for one place.
_ENOUGH = 4


class Token(NamedTuple):
    """A word or a number, and where it is from."""

    text: str
    origin: str = "own words"


class Found(NamedTuple):
    """A number of a file: its unit, the words around it, and where it is from, or empty."""

    unit: str
    words: str
    origin: str


def main() -> int:
    """Trace the numbers of files; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("catalog", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    choice = parser.parse_args()
    catalog = load(choice.catalog)
    sums: Counter[str] = Counter()
    for file, mark in marks_of(choice.files).items():
        if mark.guide not in catalog:
            sums["files of no guide"] += 1
            print(f"{file}: no guide of the catalogue made this file")
            continue
        for fault in lost_cells(mark, catalog):
            sums["cells not found"] += 1
            print(f"{file}: {fault}")
        for found in numbers_of(file, mark, catalog):
            sums[found.origin or "untraced"] += 1
            if not found.origin:
                print(f"{file}: {found.unit}: {found.words}")
    counts = ", ".join(f"{count:,} {origin}" for origin, count in sorted(sums.items()))
    print(f"Numbers in {len(choice.files)} files: {counts or 'none'}.")
    return 1 if any(sums[fault] for fault in _FAULTS) else 0


def lost_cells(mark: Mark, catalog: Catalog) -> Iterator[str]:
    """Yield the cells that a file names and the catalogue's tables do not have, as messages."""
    for figure in mark.figures:
        cell = figure.lineage
        if cell.table.name not in catalog.data:
            yield f"there is no table “{cell.table.name}”"
            continue
        table = typed_table(catalog, cell.table.name)
        rows = table.find(cell.key)
        rows = table.where(cell.where, rows) if cell.where and rows else rows
        texts = [row.texts[cell.column] for row in rows] if cell.column else []
        is_there = len(rows) == 1 and texts == [cell.text]
        if cell.rows is not None:
            is_there = len(rows) == cell.rows and cell.digest in ("", digest_of(texts))
        if not is_there:
            yield f"the table “{cell.table.name}” has no such cell as that of “{figure.printed}”"


def numbers_of(file: Path, mark: Mark, catalog: Catalog) -> list[Found]:
    """Return the numbers of a file with where they are from."""
    guide = catalog[mark.guide]
    book = assemble(guide, catalog)
    pieces = [*_prose(guide, catalog, mark), *_beside(guide, book, mark)]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for position, token in enumerate(piece):
            if _is_number(token.text):
                places[token.text].append((number, position))
    tokens = list(_tokens_of(file, {guide.title, *(leaf.title for leaf in book.leaves)}))
    texts = [text for text, _ in tokens]
    found = []
    for at, (text, unit) in enumerate(tokens):
        if _is_number(text):
            near = " ".join(texts[max(at - 4, 0) : at + 5])
            spots = ((pieces[number], position) for number, position in places[text])
            origins = {piece[spot].origin for piece, spot in spots if _fits(piece, spot, texts, at)}
            # What is from a cell in one place and own words in the same words in another is either.
            found.append(Found(unit, near, min(origins, default="")))
    return found


def _fits(piece: Sequence[Token], spot: int, texts: Sequence[str], at: int) -> bool:
    """Return whether the words around a number are those of a piece."""
    before = after = 0
    while before < min(spot, at) and piece[spot - before - 1].text == texts[at - before - 1]:
        before += 1
    most = min(len(piece) - spot, len(texts) - at) - 1
    while after < most and piece[spot + after + 1].text == texts[at + after + 1]:
        after += 1
    return before + after + 1 >= min(_ENOUGH, len(piece))


def _tokens_of(file: Path, titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words and numbers of a file with their units, without marks and page numbers."""
    known = {tuple(_texts(title)) for title in titles}
    edition: Edition = "screen" if medium_of(file) == "pdf" else "epub"
    with opened(edition, file) as read:
        source = source_of(read, edition)
        units = [
            (name, unit, source.label(number))
            for number, (name, unit) in enumerate(
                zip(read.text.names, read.text.units, strict=True)
            )
        ]
    for name, unit, label in units:
        is_behind = False
        for line in _MARK.sub(" ", _FOLIO.sub("\n", unit).translate(_FOLDED)).split("\n"):
            entry = _LEADERS.sub("", line)
            words = tuple(_texts(entry if tuple(_texts(entry)) in known else line))
            if label and words[:1] == (label.lower(),) and words[1:] in known:
                continue
            if _is_number_of_page(line.strip(), label, name):
                is_behind = True
            elif not (is_behind and words in known):
                # Behind a page's number stands what runs through the pages.
                yield from ((text, name) for text in words)
                is_behind = False


def _is_number_of_page(line: str, label: str | None, unit: str) -> bool:
    """Return whether a line is the number of its page, one of a list of pages, or of an item."""
    if label is None:
        return line.isdigit() and unit.endswith("/contents.xhtml")
    return line == label or bool(_ORDINAL.fullmatch(line))


def _texts(text: str) -> list[str]:
    return [match.lower() for match in _TOKEN.findall(text.translate(_FOLDED))]


def _is_number(text: str) -> bool:
    return text[0].isdigit() or text in _WORDS


def _prose(guide: Guide, catalog: Catalog, mark: Mark) -> Iterator[list[Token]]:
    """Yield the lines of a guide's sections, each part of them with where it is from."""
    known = {figure.printed for figure in mark.figures}
    lists = {figure.lineage.column for figure in mark.figures if figure.lineage.digest}
    made: Mapping[int, Sequence[MadeLine]] = {}
    if guide.row is not None and guide.origin is not None:
        _, document = read_row(guide.origin, catalog)
        made = {
            int(path[1]): [line for line in lines if isinstance(line, MadeLine)]
            for path, lines in document.made.items()
            if path[2] == "body"
        }
    for index, section in enumerate(guide.sections):
        for line in made.get(index) or [MadeLine(text, ()) for text in section.body.split("\n")]:
            parts = list(_parts(line, known, lists))
            yield [token for part, origin in parts for token in _words(part, origin, guide, mark)]


def _parts(line: MadeLine, known: set[str], lists: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line: the template's words, and values with whether a cell is known."""
    traced = {
        value.words: any(value.words in known or read.field in lists for read in value.reads)
        for value in line.values
    }
    spots = line.spots or ()
    ends = [spot.begin - 1 for spot in spots[1:]] + [len(line.text)]
    if not spots:
        yield line.text, "own words"
    for spot, end in zip(spots, ends, strict=True):
        text = _ESCAPE.sub(r"\1", line.text[spot.begin - 1 : end])
        has_cell = traced.get(text)
        origin = "own words" if has_cell is None else "cells" if has_cell else ""
        yield text, origin


def _words(text: str, origin: str, guide: Guide, mark: Mark) -> Iterator[Token]:
    """Yield the words of a text, with the figures of facts in it."""
    pieces = _FACT.split(_CITED.sub(" ", _ESCAPE.sub(r"\1", text)))
    for index, piece in enumerate(pieces):
        if index % 2:
            yield from _words_of_fact(piece, guide, mark)
        else:
            yield from (Token(each, origin) for each in _texts(piece))


def _words_of_fact(key: str, guide: Guide, mark: Mark) -> Iterator[Token]:
    printed = _printed(key, guide, mark)
    fact = guide.facts.get(key)
    is_stated = fact is not None and fact.lineage is None
    origin = "stated by the guide" if is_stated else "cells" if printed else ""
    yield from (Token(each, origin) for each in _texts(printed))


def _printed(key: str, guide: Guide, mark: Mark) -> str:
    figures = [figure for figure in mark.figures if figure.fact == key]
    return figures[0].printed if figures else str(guide.facts[key].value)


def _beside(guide: Guide, book: Book, mark: Mark) -> Iterator[list[Token]]:
    """Yield the words around the prose: figures at a glance, titles, notices, sources."""
    labels = phrases(guide.language)
    for key, fact in guide.facts.items():
        label = fact.label or labels.get("facts", key) or key.replace("_", " ")
        when = "-".join(str(year) for year in fact.period or (fact.as_of,) if year)
        yield [*_own(label), *_words_of_fact(key, guide, mark), *_own(when)]
        if source := guide.sources.get(fact.source or ""):
            # The line of sources below a drawing.
            yield _own(f"{source.title} {when}")
    yield _own(f"{guide.edition} {book.published.year}")
    sections = [leaf for leaf in book.leaves if leaf.kind == "section"]
    for number, leaf in enumerate(sections, 1):
        yield _own(f"{number} {leaf.title}")
    for leaf in book.leaves:
        if leaf.text is None:
            continue
        passages = [
            *leaf.text.passages,
            *(each for note in leaf.text.notes for each in note.passages),
        ]
        for passage in passages:
            if leaf.kind != "section" or passage.kind == "label":
                yield _own(f"{passage.number} {passage.text}")
    if not guide.row_figures:
        # Of a guide that no template makes these are the bars of charts.
        for figure in mark.figures:
            yield [Token(each, "cells") for each in _texts(figure.printed) if not figure.fact]


def _own(text: str) -> list[Token]:
    return [*map(Token, _texts(text))]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except InputError as error:
        sys.exit("\n".join(map(str, error.findings)))

"""Reads a PDF with a text layer as blocks: paragraphs, headings, lists and tables, by layout."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside, Original
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.refusals import refusal
from guidepub.importing.originals.spoken_language import likely_language
from guidepub.importing.pages.generated_pages import read_generated
from guidepub.importing.pdf.blocks import (
    BULLET,
    NUMBER,
    PageLayout,
    PaperBlock,
    joined,
)
from guidepub.importing.pdf.columns import columns_of
from guidepub.importing.pdf.contents import with_contents
from guidepub.importing.pdf.letters import PaperText, read_pages
from guidepub.importing.pdf.lines import lines_of
from guidepub.importing.pdf.margins import margins_of
from guidepub.importing.plain.divided_words import LineJoiner

_NO_TITLE = re.compile(
    r"untitled|microsoft|\.(?:docx?|pdf|indd|qxd|rtf|odt|pages|html?)\b|^\W*$", re.I
)
_ENUMERATOR = re.compile(rf"{NUMBER.pattern}|\(?(?:\d{{1,2}}|[a-z])[.)]$")
# The largest proportion of unknown letters in a file that is read.
_UNREADABLE = 0.2
_SCANNED = 24
_OCR = "Run text recognition (OCR) first, and import its result."


def read_pdf(data: bytes, path: str, citations: Citations, language: str) -> Original:
    """Return the blocks of a PDF and its metadata. `language` is its likely language.

    Raises:
        InputError: it is not a PDF, too large, or has no text layer (I001 to I004).
    """
    text = read_pages(data, path)
    findings = list(_unread(text, path))
    margins = margins_of([lines_of(page.number, page.runs) for page in text.pages])
    columns = [
        column
        for page, margin in zip(text.pages, margins, strict=True)
        for column in columns_of(page, margin)
    ]
    lines = [line for column in columns for line in column.lines]
    words = "\n".join(line.text for line in lines)
    joiner = LineJoiner(words, text.language or likely_language(words, language))
    layout = PageLayout(lines)
    blocks = list(joined(with_contents(layout.blocks(columns)), joiner))
    title = layout.title(blocks)
    page = "".join(_html([b for b in blocks if b.kind != "contents"], joiner, title))
    read = read_generated(page, path, citations)
    left = [
        Aside(spaced(line.text), 0, "furniture", f"the head or foot of page {line.page}")
        for margin in margins
        for line in margin
    ]
    left += [
        Aside(spaced(line.text), 0, "furniture", "the table of contents")
        for block in blocks
        if block.kind == "contents"
        for line in block.lines
    ]
    left += [
        Aside(spaced(words), 0, "left out", f"{where} page {page.number}")
        for page in text.pages
        for where, several in (("beyond the edges of", page.beyond), ("hidden on", page.hidden))
        for words in several
    ]
    metadata_title = text.about.get("Title", "")
    return replace(
        read,
        shown=_words_shown(text, blocks),
        title=read.title or ("" if _NO_TITLE.search(metadata_title) else metadata_title),
        language=language_tag(text.language),
        about=_about(text),
        asides=(*read.asides, *left),
        findings=(*findings, *read.findings, *joiner.findings(path)),
    )


def _unread(text: PaperText, path: str) -> Iterator[Finding]:
    """Yield findings on parts of a PDF without readable letters.

    Raises:
        InputError: no part has readable letters (I002).
    """
    bare = [page.number for page in text.pages if not page.runs]
    if text.letters <= _SCANNED and len(bare) >= len(text.pages) - 1:
        message = "The PDF has no text: its pages are pictures."
        raise refusal(path, "I002", message, _OCR)
    if text.unknown > _UNREADABLE * (text.letters + text.unknown):
        message = "The PDF does not say which letters its fonts show."
        raise refusal(path, "I002", message, _OCR)
    if text.unknown:
        message = f"Letters that the PDF does not identify were left out: {text.unknown}."
        remedy = "Check whether letters are missing."
        yield Finding(Place(path), "I007", message, remedy, Severity.WARNING)
    scanned = [page.number for page in text.pages if not page.runs and page.pictures]
    if scanned:
        message = f"Pages without text were left out: {_numbers(scanned)}."
        yield Finding(Place(path), "I056", message, _OCR, Severity.WARNING)
    for where, pages in (
        ("beyond the edges of pages", [page.number for page in text.pages if page.beyond]),
        ("in hidden layers", [page.number for page in text.pages if page.hidden]),
    ):
        if pages:
            message = f"Words {where} were left out, on pages {_numbers(pages)}."
            remedy = (
                "See the report, and make them visible in the file if they belong to the guide."
            )
            yield Finding(Place(path), "I053", message, remedy, Severity.WARNING)
    pictures = sum(page.pictures for page in text.pages if page.runs)
    if pictures:
        message = f"Pictures in the PDF were not imported: {pictures}."
        remedy = "Put their files next to the guide, and write ![what it shows](file)."
        yield Finding(Place(path), "I050", message, remedy, Severity.WARNING)


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")


def _words_shown(text: PaperText, blocks: Sequence[PaperBlock]) -> str:
    """Return the words of all pages as they were read, without the numbers of list items."""
    numbered = {
        (line.page, line.cells[0].left, line.foot)
        for block in blocks
        for line in block.lines[: block.kind == "number"]
    }
    return " \n".join(
        _ENUMERATOR.sub("", run.text, count=1)
        if (page.number, run.left, run.foot) in numbered
        else run.text
        for page in text.pages
        for run in page.runs
    )


def _about(text: PaperText) -> dict[str, object]:
    """Return the metadata of a PDF in the form of front matter."""
    date = re.match(r"D:(\d{4})", text.about.get("CreationDate", ""))
    about = {
        "author": text.about.get("Author", ""),
        "date": date[1] if date else "",
        "description": text.about.get("Subject", ""),
        "tags": text.about.get("Keywords", "").replace(";", ","),
    }
    return {name: value for name, value in about.items() if value}


def _html(
    blocks: Sequence[PaperBlock], joiner: LineJoiner, title: PaperBlock | None
) -> Iterator[str]:
    is_open = ""
    for block in blocks:
        wanted = {"bullet": "ul", "number": "ol"}.get(block.kind, "")
        if is_open != wanted:
            yield f"</{is_open}>" * bool(is_open) + f"<{wanted}>" * bool(wanted)
            is_open = wanted
        if block.kind == "row":
            yield _table(block)
            continue
        words = joiner.joined([line.text for line in block.lines])
        if block is title:
            yield f'<h1 class="guide-title">{html.escape(words)}</h1>'
        elif block.kind == "heading":
            level = block.level + (title is None or block.level == 1)
            yield f"<h{level}>{html.escape(words)}</h{level}>"
        elif block.kind == "bullet":
            yield f"<li>{html.escape(BULLET.sub('', words, count=1))}</li>"
        elif block.kind == "number":
            yield _numbered(words)
        else:
            yield f"<p>{html.escape(words)}</p>"
    if is_open:
        yield f"</{is_open}>"


def _numbered(words: str) -> str:
    number = NUMBER.match(words)
    value = f' value="{number[1]}"' if number and number[1].isdigit() else ""
    return f"<li{value}>{html.escape(NUMBER.sub('', words, count=1))}</li>"


def _table(block: PaperBlock) -> str:
    rows = (
        "".join(f"<td>{html.escape(cell.text)}</td>" for cell in line.cells) for line in block.lines
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"

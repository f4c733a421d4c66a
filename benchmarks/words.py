"""A book's words as plain Markdown and as Typst, for the rivals that start from those.

Made by pandoc from the XHTML that guidepub itself uses, so that all set the same words.
Charts, which guidepub draws into the text, become picture files.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml import etree

from benchmarks.commands import Command, output_of
from guidepub.model import Book

MARKDOWN = "book.md"
TYPST = "book.typ"
READER = "markdown-implicit_figures"
"""The Markdown that pandoc reads: a picture is a picture, with its alternative."""

_SVG = "{http://www.w3.org/2000/svg}svg"
_EPUB = "http://www.idpf.org/2007/ops"
# Words that no guide holds; they stand for notes, which pandoc's reader of HTML does not know.
_CALL, _NOTE, _END = "NOTECALL", "NOTETEXT", "NOTEEND"

_PLAIN = (
    "markdown-raw_html-raw_attribute-native_divs-fenced_divs-native_spans-bracketed_spans"
    "-header_attributes-link_attributes-smart"
)

TEMPLATE = Path(__file__).with_name("book.template.typ")
"""The page, the faces and the headings for Typst, as a template for pandoc."""

_PICTURE = re.compile(r'image\("([^"]*)"\)')


def write_words(book: Book, folder: Path, pandoc: str) -> None:
    """Write a book's words to `book.md` and `book.typ` in a folder that has its pictures."""
    html = folder / "words.html"
    html.write_text(_plain_html(book, folder), "utf-8")
    markdown = _convert(pandoc, html, "html-native_divs-native_spans", _PLAIN)
    head = ["---", f"title: {book.guide.title}", f"lang: {book.language}", "---", "", ""]
    (folder / MARKDOWN).write_text("\n".join(head) + with_notes(markdown), "utf-8")
    typst = _convert(pandoc, folder / MARKDOWN, READER, "typst", "-s", f"--template={TEMPLATE}")
    alternatives = iter(_alternatives(html.read_text("utf-8")))
    described = _PICTURE.sub(lambda match: f'image("{match[1]}", alt: {next(alternatives)})', typst)
    (folder / TYPST).write_text(described, "utf-8")


def _alternatives(html: str) -> list[str]:
    """Return what stands for each picture, quoted: PDF/UA asks for it, and pandoc drops it."""
    pictures = etree.HTML(html).iter("img")
    return [json.dumps(picture.get("alt"), ensure_ascii=False) for picture in pictures]


def _convert(pandoc: str, source: Path, reader: str, writer: str, *options: str) -> str:
    command = [pandoc, "-f", reader, "-t", writer, "--wrap=none", *options, source.name]
    return output_of(Command(tuple(command), source.parent))


def _plain_html(book: Book, folder: Path) -> str:
    """Return the leaves but cover and contents, with pictures for charts and marks for notes."""
    body = etree.Element("body", nsmap={"epub": _EPUB})
    for leaf in book.leaves:
        if leaf.kind not in ("cover", "title-page", "contents"):
            body.append(etree.fromstring(f'<body xmlns:epub="{_EPUB}">{leaf.xhtml}</body>')[0])
    for number, drawing in enumerate(list(body.iter(_SVG)), 1):
        _replace(drawing, _picture(drawing, folder, f"chart-{number}.svg"))
    _mark_notes(body)
    for link in body.iter("a"):
        if (link.get("href") or "").partition("#")[0] in ("", *_names(book)):
            # Where it leads has another name, or none, in what others make of the words.
            link.tag = "span"
    return '<!DOCTYPE html><html><meta charset="utf-8">' + etree.tostring(
        body, encoding="unicode", method="html"
    )


def _mark_notes(body: etree._Element) -> None:
    """Put words in the place of a note's call and of its number, for `with_notes` to find."""
    notes = [note for note in body.iter("aside") if note.get("class") == "footnote"]
    numbers = {note.get("id"): number for number, note in enumerate(notes, 1)}
    for link in list(body.iter("a")):
        number = numbers.get((link.get("href") or "").removeprefix("#"))
        if number and link.get("class") == "noteref":
            _replace(link, _text(f"{_CALL}{number}{_END}"))
        elif link.get("class") == "backlink":
            _replace(link, _text(""))
    for note, number in zip(notes, numbers.values(), strict=True):
        label = note.find("*[@class='note-number']")
        if label is not None:
            note.remove(label)
        note[0].text = f"{_NOTE}{number}{_END}{note[0].text or ''}"


def _names(book: Book) -> list[str]:
    return [leaf.file_name for leaf in book.leaves]


def _picture(drawing: etree._Element, folder: Path, name: str) -> etree._Element:
    (folder / name).write_bytes(etree.tostring(drawing, with_tail=False))
    title = drawing.findtext("{http://www.w3.org/2000/svg}desc") or "A chart."
    return etree.Element("img", {"src": name, "alt": title})


def _text(text: str) -> etree._Element:
    span = etree.Element("span")
    span.text = text
    return span


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    assert parent is not None
    new.tail = old.tail
    parent.replace(old, new)


def with_notes(markdown: str) -> str:
    """Write notes the way Markdown does."""
    calls = re.sub(f"{_CALL}(\\d+){_END}", r"[^\1]", markdown)
    return re.sub(f"{_NOTE}(\\d+){_END}", r"[^\1]: ", calls)

"""What must be true of the pages of every book, asked of a finished PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from finished import Pdf, folded

from guidepub.model import Book
from guidepub.pdf.leaves.sequences import sequences
from guidepub.phrases import phrases


def contents_faults(pdf: Pdf, book: Book) -> Iterator[str]:
    """Yield each line of the contents that names another page than its leaf begins on."""
    contents = next(leaf for leaf in book.leaves if leaf.kind == "contents")
    text = " ".join(folded(pdf.text(page)) for page in pdf.leaf_pages(contents.title))
    for leaf in book.leaves:
        if not leaf.in_contents:
            continue
        begins = pdf.label(pdf.leaf_pages(leaf.title)[0])
        line = re.search(rf"{re.escape(folded(leaf.title))}[ .]+(\d+)", text)
        if line is None or line[1] != begins:
            yield f"{leaf.title} begins on {begins}; the contents say {line and line[0]!r}"


def label_faults(pdf: Pdf, book: Book) -> Iterator[str]:
    """Yield each page whose number is not its place.

    The cover is called so and its endpaper has no name, the front matter counts i, ii, iii, the body from 1. Empty
    pages are left out of what is read on a screen, but are counted.
    """
    first = next(leaf for leaf in book.leaves if leaf.part == "bodymatter")
    body = pdf.leaf_pages(first.title)[0]
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
    counted = numerals[: numerals.index(pdf.label(body - 1)) + 1]
    front = [pdf.label(page) for page in range(2, body)]
    cover = phrases(book.language)["cover"]
    expected = [cover, "", *(label for label in counted if label in front)]
    expected += [str(page - body + 1) for page in range(body, len(pdf))]
    for page, wanted in enumerate(expected):
        if pdf.label(page) != wanted:
            yield f"page {page} bears {pdf.label(page)!r} instead of {wanted!r}"


def head_faults(pdf: Pdf, book: Book) -> Iterator[str]:
    """Yield each page whose running head is wrong.

    A right page names the first section that begins on it, or the one that goes on there, a left
    page the guide; openings, empty pages and all that stands before the body have none.
    """
    first = next(leaf for leaf in book.leaves if leaf.in_contents)
    begin = pdf.leaf_pages(first.title)[0]
    for page in range(begin):
        if pdf.head(page):
            yield f"page {page} is front matter, yet has the head {pdf.head(page)!r}"
    titles = {leaf.id: leaf.title for leaf in book.leaves if leaf.in_contents}
    begins = {title: pdf.leaf_pages(title)[0] for title in titles.values()}
    openings = {begins[titles[run[0].id]] for run in sequences(book) if run[0].id in titles}
    section = ""
    for page in range(begin, len(pdf)):
        begun = [title for title, first_page in begins.items() if first_page == page]
        label, head = pdf.label(page), pdf.head(page)
        wanted = [*begun, section][0] if int(label) % 2 else book.guide.title
        section = [section, *begun][-1]
        if page in openings:
            if head:
                yield f"“{section}” opens with the head {head!r}"
            continue
        # Small capitals are read back as letters of either case.
        read = head.casefold()
        right = folded(wanted).casefold() in read and label in read.split()
        if bool(folded(pdf.text(page))) != right:
            yield f"page {label} of “{section}” has the head {head!r}"


def bookmark_faults(pdf: Pdf, book: Book) -> Iterator[str]:
    """Yield each bookmark of the first level that is not a leaf's title, and each one missing."""
    wanted = [leaf.title for leaf in book.leaves if leaf.kind == "contents"]
    wanted += [leaf.title for leaf in book.leaves if leaf.in_contents]
    found = [mark.title for mark in pdf.bookmarks() if mark.level == 0]
    front = [leaf.title for leaf in book.leaves if leaf.id == "front-notices"]
    if found != front + wanted:
        yield f"the bookmarks are {found}, not {front + wanted}"
    for leaf in book.leaves:
        if leaf.in_contents and folded(leaf.title) not in folded(
            pdf.text(pdf.leaf_pages(leaf.title)[0])
        ):
            yield f"the bookmark “{leaf.title}” leads to a page without that title"


def font_faults(pdf: Pdf) -> Iterator[str]:
    """Yield each font that is not embedded, or is none of the theme's."""
    seen = set()
    for page in pdf.document:
        for item in page.get_objects():
            if item.type != 1:  # FPDF_PAGEOBJ_TEXT
                continue
            font = item.get_font()
            name = font.get_base_name()
            if name in seen:
                continue
            seen.add(name)
            if not font.is_embedded:
                yield f"{name} is not embedded"
            if "Source-Serif" not in name.replace(" ", "-"):
                yield f"{name} is no font of the theme"
    if not seen:
        yield "there is no text"


def printed_pages(pdf: Pdf) -> Iterator[tuple[str, str, str]]:
    """Yield the words of each link whose words end in a page's number, that number, and the page's.

    Such are entries of contents and lists, and references in English with the number of a page.
    """
    for page in range(len(pdf)):
        for words, target in pdf.links_inside(page):
            if printed := re.search(r"(?:[Pp]age|[ .])\s(\d+)$", words):
                yield words, printed[1], pdf.label(target)

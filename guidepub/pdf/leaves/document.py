"""A book's leaves to the one HTML document that WeasyPrint lays out.

The leaves' XHTML is taken as it is, except where pages differ from screens:
notes go to the place that calls them, and links between leaves become links between pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from lxml import etree

from guidepub.files.dates import midnight
from guidepub.model import Book, Leaf
from guidepub.pdf.leaves.breaking import loosen_long_words
from guidepub.pdf.leaves.headings import balance_headings, name_headings
from guidepub.pdf.leaves.indexed import PageOf, number_places
from guidepub.pdf.leaves.lead_ins import mark_lead_ins
from guidepub.pdf.leaves.mirroring import mirror_leaf
from guidepub.pdf.leaves.notes import move_notes
from guidepub.pdf.leaves.preliminaries import mark_references, preliminary_files
from guidepub.pdf.leaves.ranges import hold_ranges
from guidepub.pdf.leaves.running import longest_head, name_running_heads, verso_titles
from guidepub.pdf.leaves.sequences import classes_of
from guidepub.pdf.leaves.spaces import part_spaces
from guidepub.themes.leaves import add_class, blocks

Fit = Literal["tight", "loose", "compact", "hyphenated", "dense", "parted"]
"""How a leaf is set that would else end with a few lines on a page of their own: tight or loose.

How a table is set that would else be wider than the page's text: compact, then with words
hyphenated, then dense, which is smaller still.
"""

_EPUB = "http://www.idpf.org/2007/ops"
_SVG = "{http://www.w3.org/2000/svg}"
_BLOCK = "--block-"
_TABLE = f"{_BLOCK}table-"
_FACT = "--fact-"
# Parts of a list item that are in lines of their own.
_ITEM_BLOCKS = frozenset(
    {"blockquote", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"}
    | {"h2", "h3", "h4", "h5", "h6", "aside"}
)
# Letters of a cell that fill three lines wherever it stands.
_LONG_CELL = 300
_MARKS = frozenset({"citation", "noteref"})
# Digits of a list's numbers for which the stylesheets leave room; in ems, what more ones take.
_FEW_DIGITS = 2
_DIGIT, _AFTER_NUMBER = 0.53, 0.65
ENDPAPER = {"class": "leaf endpaper"}
"""The attributes of the page after the cover."""


def end_of(leaf: str) -> str:
    """Return the name of the place where a leaf ends, given its id."""
    return f"{leaf}-end"


def book_html(
    book: Book,
    fits: Mapping[str, Fit] | None = None,
    only: Collection[str] = (),
    overruns: Mapping[str, int] | None = None,
    page_of: PageOf = lambda _name: 0,
) -> str:
    """Return the whole book as one XHTML document.

    `fits` says which leaves, by id, are to be set a few lines shorter or longer, and which
    tables, by their names in the layout, smaller. `only` takes some leaves alone, by their ids,
    set as they are in the whole. `overruns` says how many pages leaves have behind
    their text, for notes that go on there. `page_of` returns the pages that an index prints.
    """
    fits, overruns = fits or {}, overruns or {}
    body = etree.Element("body", nsmap={"epub": _EPUB})
    file_names = {leaf.file_name: leaf.id for leaf in book.leaves}
    classes, longest, versos = classes_of(book), longest_head(book), verso_titles(book)
    roman = preliminary_files(book) if book.has_matter else frozenset()
    for leaf in book.leaves:
        if only and leaf.id not in only:
            continue
        element = leaf_element(leaf.xhtml)
        short_title = book.guide.short_title if leaf.kind == "title-page" else None
        name_running_heads(element, longest, short_title, versos.get(leaf.id, ""))
        _name_blocks(leaf, element)
        _fit_tables(leaf, element, fits)
        for name in (*classes[leaf.id], *([fits[leaf.id]] if leaf.id in fits else ())):
            add_class(element, name)
        if leaf.kind == "index":
            number_places(element, page_of, roman, book.theme.digits)
        _fit_for_paper(element)
        mark_references(element, roman)
        if book.theme.script:
            mirror_leaf(element)
        _link_pages(element, file_names)
        etree.SubElement(element, "div", {"id": end_of(leaf.id)})
        for _ in range(overruns.get(leaf.id, 0)):
            etree.SubElement(element, "div", {"class": "overrun"})
        body.append(element)
        if leaf.kind == "cover":
            body.append(etree.Element("div", ENDPAPER))
    return document(book, body)


def _name_blocks(leaf: Leaf, element: etree._Element) -> None:
    """Name what a layout is asked for: blocks for the EPUB's page list, and traced facts."""
    for number, block in enumerate(blocks(element)):
        block.set("id", block_name(leaf.id, number, block))
    for number, figure in enumerate(facts_of(element)):
        figure.set("id", fact_name(leaf.id, number))


def _fit_tables(leaf: Leaf, element: etree._Element, fits: Mapping[str, Fit]) -> None:
    """Name a leaf's tables for the layout, and set those otherwise that are to be."""
    for number, table in enumerate(element.iter("table")):
        name = f"{leaf.id}{_TABLE}{number}"
        table.set("id", name)
        for key in (name, rows_of(name)):
            if key in fits:
                add_class(table, fits[key])
        if rows_of(name) in fits:
            for row in table.iter("tr"):
                if any(len("".join(map(str, cell.itertext()))) > _LONG_CELL for cell in row):
                    add_class(row, "long")


def rows_of(table: str) -> str:
    """Return the name for the fit of a table's rows, as opposed to that of the table."""
    return f"{table}-rows"


def number_of_table(name: str) -> int:
    """Return the index, from 0, of the table in its leaf that a name of the layout means."""
    return int(name.rpartition(_TABLE)[2])


def block_name(leaf: str, number: int, block: etree._Element) -> str:
    """Return the id that a leaf's block has in the layout."""
    return block.get("id") or f"{leaf}{_BLOCK}{number}"


def fact_name(leaf: str, number: int) -> str:
    """Return the id that a leaf's traced fact has in the layout."""
    return f"{leaf}{_FACT}{number}"


def facts_of(leaf: etree._Element) -> list[etree._Element]:
    """Return the elements of a traced leaf that print its facts, in the order of the text."""
    return [each for each in leaf.iter(etree.Element) if each.get("data-fact")]


def is_block_name(name: str) -> bool:
    """Return whether an id is one that only the layout gives."""
    return _BLOCK in name or _FACT in name


def document(book: Book, body: etree._Element) -> str:
    """Return a body with the head that all of a book's documents have, as well-formed XML."""
    if book.theme.script:
        # The root is not: to WeasyPrint a recto is a right page then as well.
        body.set("dir", "rtl")
    html = etree.Element("html", {"lang": book.language})
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "title").text = book.guide.title
    for name, content in _metadata(book):
        etree.SubElement(head, "meta", {"name": name, "content": content})
    html.append(body)
    return etree.tostring(html, encoding="unicode")


def _metadata(book: Book) -> Iterator[tuple[str, str]]:
    stamp = midnight(book.published).strftime("%Y-%m-%dT%H:%M:%SZ")
    for person in book.guide.authors:
        yield "author", person.name
    if book.guide.description:
        yield "description", book.guide.description
    if book.guide.tags:
        yield "keywords", ", ".join(book.guide.tags)
    yield "generator", "guidepub"
    # Dated by the edition, not the clock: the same input makes the same file.
    yield "dcterms.created", stamp
    yield "dcterms.modified", stamp


def _fit_for_paper(element: etree._Element) -> None:
    """Change what a page does otherwise than a screen."""
    name_headings(element)
    _leave_pages_alone(element)
    move_notes(element)
    _number_lists(element)
    _group_terms(element)
    _describe_drawings(element)
    hold_ranges(element)
    _keep_last_words(element)
    mark_lead_ins(element)
    balance_headings(element)
    loosen_long_words(element)
    part_spaces(element)
    _gather_items(element)


def _leave_pages_alone(element: etree._Element) -> None:
    """Take out the words that give way to the number of a page (see `styles`)."""
    for link in element.iter("a"):
        if link.get("data-page") == "alone":
            link.text = None


def leaf_element(xhtml: str) -> etree._Element:
    """Return a leaf's XHTML as an element."""
    wrapper = etree.fromstring(f'<body xmlns:epub="{_EPUB}">{xhtml}</body>')
    return wrapper[0]


def _link_pages(element: etree._Element, file_names: dict[str, str]) -> None:
    for anchor in element.iter("a"):
        name, mark, fragment = (anchor.get("href") or "").partition("#")
        if name in file_names:
            anchor.set("href", f"#{fragment if mark else file_names[name]}")


def _keep_last_words(element: etree._Element) -> None:
    """Mark the last word of each paragraph, which must not be hyphenated onto a line alone.

    The space before it is marked with it: WeasyPrint breaks a line too early where the
    text before an element ends in a space for which the line has no more room.
    """
    for paragraph in element.iter("p", "li", "dd"):
        marks = 0
        while marks < len(paragraph) and _is_mark(paragraph[-1 - marks]):
            marks += 1
        # Marks, and a stop after them, belong to the word before them.
        after = list(paragraph)[len(paragraph) - marks :]
        last = paragraph[-1 - marks] if marks < len(paragraph) else None
        text = (paragraph.text if last is None else last.tail) or ""
        words = text.rstrip()
        before, space, word = words.rpartition(" ")
        if not space or not word or "-" in word:
            continue
        span = etree.SubElement(paragraph, "span", {"class": "last-word"})
        span.text = space + word + text[len(words) :]
        span.extend(after)
        if last is None:
            paragraph.text = before
        else:
            last.tail = before


def _is_mark(element: etree._Element) -> bool:
    """Return whether an element is a citation or a note's call with at most a stop after it."""
    return element.get("class") in _MARKS and len(element.tail or "") <= 2


def _number_lists(element: etree._Element) -> None:
    """Let lists begin with their own number, and give long numbers room.

    HTML's attribute `start` is not a style for WeasyPrint (HTML, 4.4.5; CSS Lists 3, 4.6).
    """
    for numbered in element.iter("ol"):
        start = int(numbered.get("start") or 1)
        rules = [numbered.get("style", "").rstrip("; ")]
        if start != 1:
            rules.append(f"counter-reset: list-item {start - 1}")
        digits = len(str(start + len(numbered.findall("li")) - 1))
        parent = numbered.getparent()
        if digits > _FEW_DIGITS and (parent is None or parent.tag != "nav"):
            rules.append(f"padding-left: {digits * _DIGIT + _AFTER_NUMBER:.2f}em")
        if style := "; ".join(filter(None, rules)):
            numbered.set("style", style)


def _group_terms(element: etree._Element) -> None:
    """Put each term and its one meaning in a group, as the tagged structure needs them."""
    for term in list(element.iter("dt")):
        parent, meaning = term.getparent(), term.getnext()
        if parent is None or parent.tag != "dl" or meaning is None or meaning.tag != "dd":
            continue
        after = meaning.getnext()
        before = term.getprevious()
        if (after is not None and after.tag == "dd") or (before is not None and before.tag == "dt"):
            continue
        group = etree.Element("div")
        term.addprevious(group)
        group.extend([term, meaning])


def _gather_items(element: etree._Element) -> None:
    """Put all blocks of a list's item into one, which the tagged structure makes its body.

    A list in an item would else be tagged after that item, whatever follows it there.
    """
    for item in element.iter("li"):
        if not any(child.tag in _ITEM_BLOCKS for child in item):
            continue
        body = etree.Element("div")
        body.text, item.text = item.text, None
        body.extend(list(item))
        item.append(body)


def _describe_drawings(element: etree._Element) -> None:
    """Let a drawing's title describe it: that is what becomes the alternative in a PDF."""
    for drawing in element.iter(f"{_SVG}svg"):
        title, description = drawing.find(f"{_SVG}title"), drawing.find(f"{_SVG}desc")
        if title is not None and description is not None:
            title.text = description.text

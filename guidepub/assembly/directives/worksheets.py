"""Worksheets: a directive's lists and tables as boxes to tick, lines and cells to write in.

What is to be filled in is an empty element with an id and, in `data-field`, the words by which a
reader who hears the page knows it. Paper shows its outline; `pdf.tags.forms` and `web.forms` make
fields of it, which find it by `themes.blanks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_uppercase

from lxml import etree

from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive, typeset
from guidepub.themes.blanks import FIELD, HTML, TICK
from guidepub.themes.leaves import add_class, body_of, words_of, xhtml_in
from guidepub.words.manuscript import Passage

_LINES = 2
# Lines of one field: more than that may not fit below each other in large print.
_MOST_LINES = 10
_BLANK = "blank"
# Lines of text as high as which are rows, items, paragraphs, and lines to write on.
_HEIGHTS = {"tr": 2, "li": 2, "p": 2, "div": 1}


class Worksheet:
    """The body of one worksheet, made fillable. `name` begins the ids of its fields."""

    def __init__(
        self,
        directive: Directive,
        name: str,
        title: str,
        questions: Sequence[str],
        context: BookContext,
    ) -> None:
        """`title` is its title in plain words; `questions` are rows in addition to those of its body."""
        self._options, self._name, self._title = directive.options, name, title
        self._questions, self._context = questions, context
        self._columns = _columns(directive, context)
        self._lines = int(self._options.get("lines", _LINES))
        self._more_rows = int(self._options.get("rows", 0))
        self._count = 0
        self._has_table = False
        self.height = 0
        """How high it is, in lines of text, once it is made."""

    def xhtml(self, body: str) -> str:
        """Return the body's XHTML with what is to be filled in."""
        root = body_of(body)
        for table in list(root.iter(f"{HTML}table")):
            self._fill_table(table)
        for block in list(root.iterchildren(f"{HTML}ul", f"{HTML}ol")):
            if block.tag == f"{HTML}ol":
                self._make_timeline(block)
            else:
                self._fill_list(block)
        if not self._has_table and (self._questions or self._more_rows):
            root.append(self._table(()))
        elif "lines" in self._options and not self._count:
            root.extend(self._room(self._title))
        heights = ((root.iter(f"{HTML}{tag}"), high) for tag, high in _HEIGHTS.items())
        self.height = sum(high * sum(1 for _ in found) for found, high in heights)
        return xhtml_in(root)

    def text(self) -> Iterator[Passage]:
        """Yield what it prints in addition to the directive's title and body."""
        words = (*self._columns, *self._questions)
        return (Passage("line", text, drawn=True) for text in words)

    def _field(self, tag: str, label: str, kind: str) -> etree._Element:
        self._count += 1
        own = {"class": kind, "id": f"{self._name}-{self._count}", FIELD: label}
        return etree.Element(f"{HTML}{tag}", own)

    def _room(self, label: str) -> Iterator[etree._Element]:
        """Yield lines to write on, in fields that are not too high for a page."""
        for first in range(0, self._lines, _MOST_LINES):
            own = f"{label} ({first // _MOST_LINES + 1})" if first else label
            field = self._field("div", own, f"{_BLANK} lines")
            for _ in range(min(_MOST_LINES, self._lines - first)):
                etree.SubElement(field, f"{HTML}div", {"class": "ruled"})
            yield field

    def _fill_list(self, block: etree._Element) -> None:
        """Make boxes, rows or questions of a list's items."""
        for is_tick, run in groupby(list(block), key=_is_tick):
            items = list(run)
            if not is_tick and (self._columns or self._more_rows):
                block.addprevious(self._table(items))
                continue
            kind = "ticks" if is_tick else "questions"
            part = etree.Element(f"{HTML}ul", {"class": kind})
            part.extend(items)
            block.addprevious(part)
            for item in items:
                self._ask(item, is_tick)
        parent = block.getparent()
        assert parent is not None
        parent.remove(block)

    def _ask(self, item: etree._Element, is_tick: bool) -> None:
        """Put a box before the words of an item, or lines after them."""
        label = words_of(item)
        if not is_tick:
            item.extend(self._room(label))
            return
        first = item.find(f"{HTML}p")
        asked = item if first is None else first
        words = etree.Element(f"{HTML}span", {"class": "asked"})
        words.text, asked.text = (asked.text or "").lstrip(), None
        words.extend(list(asked))
        asked.extend([self._field("span", label, TICK), words])

    def _make_timeline(self, block: etree._Element) -> None:
        add_class(block, "timeline")
        for item in block:
            item.extend(self._room(words_of(item)))

    def _fill_table(self, table: etree._Element) -> None:
        """Make fields of a table's empty cells, and add the empty rows that are asked for."""
        self._has_table = True
        heads = [words_of(cell) for cell in table.iterfind(f"{HTML}thead/{HTML}tr/{HTML}th")]
        rows = table.find(f"{HTML}tbody")
        assert rows is not None
        for _ in range(self._more_rows):
            row = etree.SubElement(rows, f"{HTML}tr")
            row.extend(etree.Element(f"{HTML}td") for _ in heads)
        for number, row in enumerate(rows, 1):
            name = words_of(row[0]) or self._context.phrases.filled("blank_row", number=number)
            if words_of(row[0]):
                row[0].set("role", "rowheader")
            for cell, head in zip(row, heads, strict=True):
                if not words_of(cell):
                    field = self._field("td", _label(name, head), _BLANK)
                    cell.attrib.update(field.attrib)

    def _table(self, items: Iterable[etree._Element]) -> etree._Element:
        """Return a table with a row for each item; the first one has the box's questions, too."""
        questions = () if self._has_table else self._questions
        self._has_table = True
        rows = [*map(_question, questions), *items]
        table = etree.Element(f"{HTML}table", {"class": f"columns-{max(1, len(self._columns))}"})
        if self._columns:
            head = etree.SubElement(etree.SubElement(table, f"{HTML}thead"), f"{HTML}tr")
            if rows:
                etree.SubElement(head, f"{HTML}td")
            for column in self._columns:
                etree.SubElement(head, f"{HTML}th", {"scope": "col"}).text = column
        body = etree.SubElement(table, f"{HTML}tbody")
        body.extend(self._row(item) for item in rows)
        for number in range(len(rows) + 1, len(rows) + 1 + self._more_rows):
            body.append(self._empty_row(number, labelled=bool(rows)))
        return table

    def _row(self, item: etree._Element) -> etree._Element:
        """Return a row with an item's words as its head."""
        name = words_of(item)
        row = etree.Element(f"{HTML}tr")
        item.tag = f"{HTML}th"
        item.set("scope", "row")
        item.tail = None
        row.append(item)
        row.extend(self._field("td", _label(name, c), _BLANK) for c in self._columns or ("",))
        return row

    def _empty_row(self, number: int, labelled: bool) -> etree._Element:
        row = etree.Element(f"{HTML}tr")
        name = self._context.phrases.filled("blank_row", number=number)
        columns = (*(("",) if labelled else ()), *(self._columns or ("",)))
        row.extend(self._field("td", _label(name, column), _BLANK) for column in columns)
        return row


def listed_in(body: str) -> list[str]:
    """Return the words of the items of a box's lists, without marks of notes and sources."""
    return [words_of(item) for item in body_of(body).iter(f"{HTML}li")]


def _columns(directive: Directive, context: BookContext) -> tuple[str, ...]:
    written = directive.options.get("columns", "")
    if written.isdigit():
        return tuple(ascii_uppercase[: int(written)])
    titles = (typeset(title.strip(), context.phrases.typography) for title in written.split("|"))
    return tuple(title for title in titles if title)


def _is_tick(item: etree._Element) -> bool:
    return item.get("class") == "tick"


def _question(words: str) -> etree._Element:
    item = etree.Element(f"{HTML}li")
    item.text = words
    return item


def _label(row: str, column: str) -> str:
    """Return how a cell is called to who does not see its row and column."""
    return f"{row} – {column}" if row and column else row or column

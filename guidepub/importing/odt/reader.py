"""Reads an OpenDocument text (LibreOffice, Google Docs) as blocks, by way of HTML."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.odt.parts import OpenText, attribute, local, opened_text
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside, Fate, Original
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.picture_files import archive_picture_reader
from guidepub.importing.pages.bylines import MARKED
from guidepub.importing.pages.generated_pages import GeneratedNotes, read_generated

_DEEPEST = 120
# The most repetitions of a cell or a row; no table of a book needs more.
_MOST_REPEATED = 40
_LEFT_OUT = {
    "annotation": "a comment",
    "tracked-changes": "marked as deleted",
    "table-of-content": "the table of contents",
}
_NOTHING = frozenset({"annotation-end", "forms", "sequence-decls", "soft-page-break", "title", "desc", "variable-decls", "user-field-decls", "bookmark", "event-listeners"})  # fmt: skip
_MOST_REPORTED = 12


def read_odt(data: bytes, path: str, citations: Citations) -> Original:
    """Return the blocks of an OpenDocument text, and its metadata.

    Raises:
        InputError: it is not one, too large, damaged, or contains no text (I001 to I004).
    """
    opened = opened_text(data, path)
    page = _OpenPage(opened)
    body = next(opened.content.iter("{*}text"))
    made = page.inner(body, 0)
    read = read_generated(f"{made}{page.notes.listed()}", path, citations)
    left = [aside for aside in page.asides if aside.fate == "left out"]
    findings = [
        Finding(
            Place(path), "I053", f"{aside.reason.capitalize()}, and left out: “{aside.text[:120]}”.",
            "Make it visible first if it belongs to the guide.", Severity.WARNING,
        )
        for aside in left[:_MOST_REPORTED]
    ]  # fmt: skip
    return replace(
        read,
        title=read.title or str(opened.about.get("title", "")),
        language=language_tag(str(opened.about.get("language", ""))),
        about={**opened.about, **read.about},
        picture_of=archive_picture_reader(opened.archive),
        asides=(*read.asides, *page.asides),
        findings=(*read.findings, *findings),
    )


class _OpenPage:
    """Converts a text's elements to HTML. `asides` are what its printed pages do not show."""

    def __init__(self, opened: OpenText) -> None:
        self._opened = opened
        self.notes = GeneratedNotes()
        self.asides: list[Aside] = []
        self._makers: dict[str, Callable[[etree._Element, int], str]] = {
            "h": self._heading, "p": self._paragraph, "span": self._span, "a": self._link,
            "list": self._list, "note": self._note, "table": self._table, "image": self._image,
            "line-break": lambda _e, _d: "<br>", "tab": lambda _e, _d: " ",
            "s": lambda _e, _d: " ",
        }  # fmt: skip

    def inner(self, element: etree._Element, depth: int) -> str:
        """Return the HTML of an element's content."""
        parts = [html.escape(element.text or "", quote=False)]
        for child in element:
            parts.append(self._element(child, depth + 1))
            parts.append(html.escape(child.tail or "", quote=False))
        return "".join(parts)

    def _element(self, element: etree._Element, depth: int) -> str:
        name = local(element)
        if not name or name in _NOTHING:
            return ""
        if reason := "hidden" if self._is_hidden(element) else _LEFT_OUT.get(name, ""):
            words = spaced(" ".join(str(part) for part in element.itertext()))
            fate: Fate = "furniture" if name == "table-of-content" else "left out"
            self.asides += [Aside(words, 0, fate, reason)] if words else []
            return ""
        if depth > _DEEPEST:
            return html.escape("".join(str(part) for part in element.itertext()), quote=False)
        make = self._makers.get(name)
        return make(element, depth) if make else self.inner(element, depth)

    def _is_hidden(self, element: etree._Element) -> bool:
        """Return whether the printed pages do not show an element.

        Of a conditional field or section, only `is-hidden` says that it is not shown.
        """
        name = local(element)
        if name in ("hidden-text", "hidden-paragraph") or (
            name == "section" and attribute(element, "display") == "condition"
        ):
            return attribute(element, "is-hidden") == "true"
        if name == "section":
            return attribute(element, "display") == "none"
        if name not in ("h", "p", "span"):
            return False
        # A field in a paragraph may hide the whole paragraph.
        fields = element.iterchildren("{*}hidden-paragraph") if name != "span" else ()
        by_style = self._opened.hides(attribute(element, "style-name"))
        return by_style or any(map(self._is_hidden, fields))

    def _heading(self, element: etree._Element, depth: int) -> str:
        level = attribute(element, "outline-level")
        tag = f"h{min(int(level), 6)}" if level.isdigit() and 0 < len(level) < 3 else "h2"
        return f"<{tag}>{self.inner(element, depth)}</{tag}>"

    def _paragraph(self, element: etree._Element, depth: int) -> str:
        inner = self.inner(element, depth)
        name = attribute(element, "style-name")
        style = self._opened.usual_style(name)
        if style == "Title":
            return f'<h1 class="guide-title">{inner}</h1>'
        if style.lower() in MARKED:
            return f'<p class="{style.lower()}">{inner}</p>'
        if style in ("Quotations", "Quote"):
            return f"<blockquote><p>{inner}</p></blockquote>"
        if style in ("Caption", "Illustration", "Figure", "Drawing", "Table"):
            return f'<p class="caption">{inner}</p>'
        return f"<p>{_marked(inner, self._opened.marks(name))}</p>"

    def _span(self, element: etree._Element, depth: int) -> str:
        return _marked(
            self.inner(element, depth), self._opened.marks(attribute(element, "style-name"))
        )

    def _link(self, element: etree._Element, depth: int) -> str:
        return (
            f'<a href="{html.escape(attribute(element, "href"))}">{self.inner(element, depth)}</a>'
        )

    def _list(self, element: etree._Element, depth: int) -> str:
        style = attribute(element, "style-name")
        above = element.iterancestors("{*}list")
        style = style or next((s for e in above if (s := attribute(e, "style-name"))), "")
        tag = "ol" if style in self._opened.numbered else "ul"
        items = []
        for item in element:
            start = attribute(item, "start-value")
            value = f' value="{start}"' if start.isdigit() and tag == "ol" else ""
            items.append(f"<li{value}>{self.inner(item, depth + 1)}</li>")
        return f"<{tag}>{''.join(items)}</{tag}>"

    def _note(self, element: etree._Element, depth: int) -> str:
        body = next((part for part in element if local(part) == "note-body"), None)
        number = self.notes.begin()
        if body is not None:
            self.notes.write(number, self.inner(body, depth))
        return self.notes.call(number)

    def _table(self, element: etree._Element, depth: int) -> str:
        rows = []
        for row in element.iter("{*}table-row"):
            if next(row.iterancestors("{*}table"), None) is not element:
                continue
            holder = row.getparent()
            is_head = holder is not None and local(holder) == "table-header-rows"
            cells = "".join(self._cell(cell, "th" if is_head else "td", depth) for cell in row)
            rows.append(f"<tr>{cells}</tr>")
        return f"<table>{''.join(rows)}</table>"

    def _cell(self, cell: etree._Element, tag: str, depth: int) -> str:
        if local(cell) != "table-cell":
            return ""
        spans = "".join(
            f' {name}="{value}"'
            for name, key in (("colspan", "columns-spanned"), ("rowspan", "rows-spanned"))
            if (value := attribute(cell, f"number-{key}")).isdigit()
        )
        repeated = attribute(cell, "number-columns-repeated")
        times = (
            min(int(repeated), _MOST_REPEATED) if repeated.isdigit() and len(repeated) < 6 else 1
        )
        return f"<{tag}{spans}>{self.inner(cell, depth + 2)}</{tag}>" * times

    def _image(self, element: etree._Element, _depth: int) -> str:
        frame = element.getparent()
        words = "" if frame is None else next(
            (spaced(part.text or "") for part in frame if local(part) in ("desc", "title")), ""
        )  # fmt: skip
        address = html.escape(attribute(element, "href"))
        return f'<img src="{address}" alt="{html.escape(words)}">'


def _marked(inner: str, marks: tuple[str, ...]) -> str:
    for mark in marks if inner.strip() else ():
        inner = f"<{mark}>{inner}</{mark}>"
    return inner

"""Finds the parts of a page that are its site's furniture, and the part with the text.

The tags, roles, names and headings that show furniture are in `knowledge/furniture.toml`. A part
with much of a page's prose is text whatever they say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from guidepub.importing.headings.known import (
    is_furniture_heading,
    is_similar_careers_heading,
    known_section,
)
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.grids import is_layout
from guidepub.importing.pages.elements import HEADINGS
from guidepub.importing.pages.furniture_names import (
    furniture_names,
    opened_names,
    page_end_names,
    place_names,
    plugin_names,
    site_header_names,
    text_names,
)
from guidepub.importing.pages.link_lines import is_link_line

_NEVER_SHOWN = frozenset({"script", "style", "head", "template", "noscript", "link", "meta"})
_PROSE = frozenset({"p", "li", "dd", "td", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that are never the text by themselves: a page is not only the rows of a table.
_CONTENT = frozenset({"table", "ul", "ol", "dl", *_PROSE})
# The proportion of a page's prose that makes a part text.
_MUCH = 1 / 3
# The proportion of prose in the part that is taken for the whole text.
_WHOLE = 0.92
_FEW_LINKS = 4
_LINKS = 0.75

_OPENED_BY_SCRIPT = re.compile(r"""\(\s*(?:(?:event|this|e)\s*,\s*)?["']#?([\w-]{1,80})["']""")

_CONTROLS = ("form", "input", "select", "button", "iframe")
_SENTENCE = re.compile(r"(?:\S+\s+){4}[^.!?]{0,400}[^\W\d_%€$][.]|\d[ %€$)]*[.](?:\s|$)")
_IN_ROW = frozenset("a b i em strong font span small br img".split())
# Separators between the links of a row; commas may belong to prose.
_BETWEEN_LINKS = re.compile(r"(?=.*[|·•»>/\[\]~-])[\s|·•»>/\[\]~–—-]{1,60}", re.S)


class Furniture:
    """The furniture of one page: elements with the reasons why they are left out.

    In texts that are not pages, such as posts or Markdown, only what a plug-in of a site added is
    left out.
    """

    def __init__(self, body: HtmlElement, is_page: bool = True) -> None:
        self._is_page = is_page
        self._prose = _prose_lengths(body)
        self._all = self._prose.get(body, 0)
        self._targets = _targets(body)
        self._headers = Counter(map(_place_of, _headers_with_heading(body)))
        self.reasons: dict[HtmlElement, str] = {}
        self._mark(body)
        self.text = self._whole(body) if is_page else body

    def _mark(self, body: HtmlElement) -> None:
        """Find all furniture, without looking inside parts that are furniture."""
        walk = [body]
        while walk:
            element = walk.pop()
            reason = self._reason(element)
            if reason:
                self.reasons[element] = reason
            else:
                walk += reversed([child for child in element if isinstance(child.tag, str)])
        for heading in body.iter(*HEADINGS) if self._is_page else ():
            if is_furniture_heading(_words(heading)):
                self._mark_below(heading)

    def _mark_below(self, heading: HtmlElement) -> None:
        """Mark what follows a heading such as “Related articles”, up to the next heading."""
        above = heading.getparent()
        first = above if above is not None and above.tag == "header" else heading
        parts = [first]
        for sibling in first.itersiblings():
            held = next(sibling.iter(*HEADINGS), None)
            if held is not None and held.tag <= heading.tag:
                break
            parts.append(sibling)
        if sum(self._prose.get(part, 0) for part in parts) < _MUCH * self._all:
            for part in parts:
                if isinstance(part.tag, str):
                    self.reasons.setdefault(part, "below a heading of the site itself")

    def _reason(self, element: HtmlElement) -> str:
        if element.tag in _NEVER_SHOWN:
            return f"<{element.tag}>" if self._is_page else ""
        if element.tag in ("body", "main", "article", "html"):
            return ""
        if _is_deleted(element):
            return "deleted by its author"
        if self._all and self._prose.get(element, 0) >= _MUCH * self._all:
            return ""
        led = "a line with only a link to another page" if is_link_line(element) else ""
        if led or not self._is_page:
            return led or _named_by_plugin(element)
        last = _ends_page(element) and _named(element, page_end_names())
        named = _attribute_sign(element) or last
        if named and _only_says_where(element) and _holds_section(element):
            named = ""
        return named or self._kind_by_presentation(element)

    def _kind_by_presentation(self, element: HtmlElement) -> str:
        """Return the kind of a part that is not text according to its presentation, or ""."""
        if element.tag == "header" and not self._is_header_of_part(element):
            return "<header>"
        if self._is_hidden(element):
            return "hidden"
        row = "a row of links" if _is_row_of_links(element) else ""
        return row or ("a list of links" if _is_list_of_links(element) else "")

    def _is_header_of_part(self, header: HtmlElement) -> bool:
        """Return whether a `<header>` belongs to a part of the text, and not to the site.

        The site's header is above the text, and there is only one.
        """
        if next(header.iter("h1"), None) is not None:
            return True
        if next(header.iter(*HEADINGS), None) is None:
            return False
        is_inside = next(header.iterancestors("main", "article", "section"), None) is not None
        return is_inside or self._headers[_place_of(header)] > 1

    def _is_hidden(self, element: HtmlElement) -> bool:
        style = (element.get("style") or "").replace(" ", "").lower()
        hidden = "display:none" in style or "visibility:hidden" in style
        if not hidden and element.get("hidden") is None and element.get("aria-hidden") != "true":
            return False
        if element.get("role") == "tabpanel" or element.get("id") in self._targets:
            return False
        if _is_one_of_several(element):
            return False
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        return not opened_names().search(names)

    def _whole(self, body: HtmlElement) -> HtmlElement:
        """Return the smallest part that contains nearly all of the remaining prose."""
        prose = _prose_lengths(body, self.reasons)
        whole = prose.get(body, 0)
        element = body
        while whole:
            inner = [
                child
                for child in element
                if child not in self.reasons and prose.get(child, 0) >= _WHOLE * whole
            ]
            if len(inner) != 1 or inner[0].tag in _CONTENT:
                break
            if _has_section_outside(element, inner[0]):
                break
            element = inner[0]
        return element


def _is_deleted(element: HtmlElement) -> bool:
    """Return whether an editor deleted words, and the page says when, why, or what replaces them.

    Words that are only struck out are shown as such (HTML Living Standard, 4.7.2).
    """
    if element.tag != "del":
        return False
    following = element.getnext()
    is_followed = following is not None and following.tag == "ins"
    is_replaced = is_followed and not (element.tail or "").strip()
    return is_replaced or element.get("cite") is not None or element.get("datetime") is not None


def _is_one_of_several(element: HtmlElement) -> bool:
    """Return whether a sibling of the same class is visible, as with panels of tabs."""
    names, parent = element.get("class"), element.getparent()
    if not names or parent is None or element.tag not in ("div", "section", "article"):
        return False
    alike = (other for other in parent.iterchildren(element.tag) if other.get("class") == names)
    return any("display:none" not in (other.get("style") or "").replace(" ", "") for other in alike)


def _has_section_outside(element: HtmlElement, inner: HtmlElement) -> bool:
    """Return whether a section's heading is in an element, but not in a given part of it."""
    within = set(inner.iter(*HEADINGS))
    return any(known_section(_words(e)) for e in element.iter(*HEADINGS) if e not in within)


def _prose_lengths(
    body: HtmlElement, without: dict[HtmlElement, str] | None = None
) -> dict[HtmlElement, int]:
    """Return the number of characters of prose, without links, in each element."""
    without = without or {}
    lengths: dict[HtmlElement, int] = {}
    # In this order children come before their parents, without recursion, which deep pages exhaust.
    order = [body]
    for element in order:
        if element not in without:
            order += [c for c in element if isinstance(c.tag, str) and c.tag not in _NEVER_SHOWN]
    for element in reversed(order):
        own = 0
        if element in without:
            lengths[element] = 0
            continue
        if element.tag != "a":
            own = len((element.text or "").strip())
            own += sum(lengths.get(child, 0) for child in element)
        own += sum(len((child.tail or "").strip()) for child in element)
        lengths[element] = own
    return lengths


def opened_by_script(element: HtmlElement) -> str:
    """Return the id of the part that a click opens with a script, `openTab(event, 'pay')`, or ""."""
    address = element.get("href") or ""
    script = element.get("onclick") or (address if address.startswith("javascript:") else "")
    found = _OPENED_BY_SCRIPT.search(script[:300])
    return found[1] if found else ""


def _targets(body: HtmlElement) -> frozenset[str]:
    """Return the ids that are targets of the page's links and tabs."""
    found = {link.get("href")[1:] for link in body.iter("a") if (link.get("href") or "")[:1] == "#"}
    # The control that opens a part may have become a heading.
    for element in body.iter("a", "button", "div", "li", "span", *HEADINGS):
        found.add(element.get("aria-controls") or "")
        found.add((element.get("data-target") or element.get("data-bs-target") or "").lstrip("#"))
        found.add(opened_by_script(element))
    return frozenset(found - {""})


def _attribute_sign(element: HtmlElement) -> str:
    """Return the attribute that makes an element furniture, or an empty string."""
    table = knowledge("furniture")
    if element.get("role") in table["text_roles"]:
        return ""
    if element.tag == "aside" and not set(table["boxes"]).isdisjoint(_classes(element)):
        return ""
    # The footer of a quotation names its author.
    is_of_quote = element.tag == "footer" and _is_within(element, "blockquote")
    if element.tag in table["tags"] and not is_of_quote:
        return f"<{element.tag}>"
    if (role := element.get("role")) in table["roles"]:
        return f"role {role}"
    name = _named(element, furniture_names())
    if not name and next(element.iter("h1"), None) is None:
        name = _named(element, site_header_names())
    return f"named {name}" if name else _named_by_plugin(element)


def _only_says_where(element: HtmlElement) -> bool:
    """Return whether an element's tag and names say only where it is or whose it is."""
    if element.tag != "aside" and element.tag in knowledge("furniture")["tags"]:
        return False
    if element.get("role") in knowledge("furniture")["roles"]:
        return False
    names = [*_classes(element), (element.get("id") or "").lower()[:80]]
    furniture = (furniture_names(), site_header_names(), plugin_names())
    return all(
        place_names().fullmatch(name) or not any(pattern.search(name) for pattern in furniture)
        for name in names
    )


def _holds_section(element: HtmlElement) -> bool:
    """Return whether an element contains the heading of a guide's section with a sentence below it."""
    is_known = any(known_section(_words(heading)) for heading in element.iter(*HEADINGS))
    if not is_known or next(element.iter(*_CONTROLS), None) is not None:
        return False
    return any(_SENTENCE.search(_words(part)) for part in element.iter("p", "li", "td", "dd"))


def _ends_page(element: HtmlElement) -> bool:
    """Return whether nothing of a page follows an element."""
    while element.tag != "body":
        if any(isinstance(each.tag, str) and _words(each) for each in element.itersiblings()):
            return False
        if (element.tail or "").strip() or (parent := element.getparent()) is None:
            return False
        element = parent
    return True


def _named_by_plugin(element: HtmlElement) -> str:
    name = _named(element, plugin_names())
    return f"named {name}" if name else ""


def _is_within(element: HtmlElement, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _classes(element: HtmlElement) -> list[str]:
    return [name[:80] for name in (element.get("class") or "").lower().split()[:20]]


def _named(element: HtmlElement, furniture: re.Pattern[str]) -> str:
    """Return the class or id that names an element furniture, if one does."""
    parent = element.getparent()
    holder = parent is not None and parent.tag in ("th", "td", "dt", *HEADINGS)
    if element.tag in HEADINGS or (holder and _words(parent) == _words(element)):
        return ""
    names: list[str] = [*_classes(element), (element.get("id") or "").lower()[:80]]
    for name in filter(None, names):
        if furniture.search(name) and not text_names().search(name):
            return name
    return ""


def _is_list_of_links(element: HtmlElement) -> bool:
    if element.tag == "td":
        return _is_column_of_links(element)
    if element.tag not in ("ul", "ol", "div", "section", "p"):
        return False
    links = list(element.iter("a"))
    if (
        len(links) < _FEW_LINKS
        or _is_below_section(element)
        or next(element.iter(*HEADINGS, "table"), None) is not None
    ):
        return False
    inside = sum(len(_words(link)) for link in links)
    if all((link.get("href") or "#").startswith("#") for link in links):
        return True
    return inside >= _LINKS * len(_words(element))


def _is_row_of_links(element: HtmlElement) -> bool:
    """Return whether a paragraph is links with separators between them, as below old pages."""
    if element.tag not in ("p", "div", "center", "font", "small") or _is_below_section(element):
        return False
    links = list(element.iter("a"))
    if len(links) < 2 or any(part.tag not in _IN_ROW for part in element.iterdescendants()):
        return False
    between = [element.text or "", *(part.tail or "" for part in element.iterdescendants())]
    loose = "".join(between).strip()
    inner = (part for part in element.iterdescendants() if part.tag != "a" and part.text)
    is_within = all(next(part.iterancestors("a"), None) is not None for part in inner)
    return is_within and _BETWEEN_LINKS.fullmatch(loose) is not None


def _is_below_section(element: HtmlElement) -> bool:
    """Return whether a part directly follows a section's heading, such as “Similar Careers”."""
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    if before is None or before.tag not in HEADINGS:
        return False
    words = _words(before)
    return bool(known_section(words)) or is_similar_careers_heading(words)


def _is_column_of_links(cell: HtmlElement) -> bool:
    """Return whether a cell of a layout table contains only links."""
    links = [link for link in cell.iter("a") if _words(link)]
    table = next(cell.iterancestors("table"), None)
    if len(links) < 2 or table is None or not is_layout(table):
        return False
    return sum(len(_words(link)) for link in links) >= 0.9 * len(_words(cell).replace(" | ", ""))


def _headers_with_heading(body: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in body.iter("header") if next(each.iter(*HEADINGS), None) is not None)


def _place_of(header: HtmlElement) -> tuple[object, ...]:
    """Return what the headers of parts of the same text have in common."""
    parent = header.getparent()
    return parent.tag if parent is not None else "", _names_of(parent), _names_of(header)


def _names_of(element: HtmlElement | None) -> str:
    return "" if element is None else element.get("class") or ""


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def left_out_text(element: HtmlElement) -> Iterator[str]:
    """Yield the words of furniture, without scripts and styles."""
    walk: list[HtmlElement | str] = [element]
    while walk:
        part = walk.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part.tag, str) and part.tag not in _NEVER_SHOWN:
            inner: list[HtmlElement | str] = [part.text or ""]
            for child in part:
                inner += [child, child.tail or ""]
            walk += reversed(inner)

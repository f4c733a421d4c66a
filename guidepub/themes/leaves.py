"""A leaf to XHTML: what a theme's template makes, held to what a leaf may be."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from markupsafe import Markup

from guidepub.files import sha256
from guidepub.findings import Finding, Place, RenderError
from guidepub.themes import Theme
from guidepub.themes.limits.elements import faults

NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'

CALLS = frozenset({"citation", "citations", "noteref"})
"""The classes of links that call a source or a note, and of what holds several."""

_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "tr", "figure", "figcaption", "pre"}
)


class PageStart(NamedTuple):
    """The start of a page of the printed book in its leaves.

    `block` counts the leaf's blocks, the leaf itself being 0; `letters` are those of the
    block's own text that are on earlier pages.
    """

    page: str
    leaf: str
    block: int
    letters: int


class KeptXhtml:
    """The XHTML that templates have made, kept for a book that is made again with every save.

    `most` is how many letters are kept: those of what was made last.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._letters = 0
        self._kept: OrderedDict[str, str] = OrderedDict()

    def once(self, name: str, make: Callable[[], str]) -> str:
        """Return the XHTML that is kept under a name, or else make and keep it."""
        xhtml = self._kept.pop(name, None)
        if xhtml is None:
            xhtml = make()
            self._letters += len(xhtml)
        self._kept[name] = xhtml
        while self._letters > self._most:
            self._letters -= len(self._kept.popitem(last=False)[1])
        return xhtml


@dataclass(frozen=True, slots=True)
class LeafTemplates:
    """A theme's templates of leaves, and of the blocks in them.

    What they make depends on the values alone that they are given. With a `cache`, a
    template that is given the same again is not run again.
    """

    theme: Theme
    cache: KeptXhtml | None = None

    def block(self, template: str, **values: object) -> str:
        """Return a template as XHTML that is in a leaf, such as a directive's block.

        Values are escaped unless they are `Markup`.

        Raises:
            RenderError: as `templates.fill`; or it is not well-formed, or not of a leaf's elements (C003, C006).
            InputError: as `templates.fill`.
        """
        return self._made(_block, template, values)

    def leaf(self, template: str, **values: object) -> str:
        """Return a template as a leaf: one element, since an EPUB's document is XML.

        Raises:
            RenderError, InputError: as `block`; or it is not a single element (C003).
        """
        return self._made(_leaf, template, values)

    def _made(
        self,
        make: Callable[[Theme, str, Mapping[str, object]], str],
        template: str,
        values: Mapping[str, object],
    ) -> str:
        theme = self.theme
        if self.cache is None:
            return make(theme, template, values)
        # Plain values read otherwise where they are others.
        key = repr((make.__name__, theme.templates, theme.state, template, values))
        name = sha256(key.encode())
        return self.cache.once(name, lambda: make(theme, template, values))


def _block(theme: Theme, template: str, values: Mapping[str, object]) -> str:
    xhtml = _filled(theme, template, values)
    for element in _parsed(xhtml, theme, template).iterchildren(etree.Element):
        _check_elements(element, theme, template)
    return xhtml


def _leaf(theme: Theme, template: str, values: Mapping[str, object]) -> str:
    xhtml = _filled(theme, template, values)
    body = _parsed(xhtml, theme, template)
    texts = (body.text, *(node.tail for node in body))
    # findall, since a comment is a child as well but no element.
    if len(body) != 1 or len(body.findall("*")) != 1 or any(t and t.strip() for t in texts):
        raise _fault(
            theme, template, "C003", "A leaf must be one element, with nothing outside it."
        )
    _check_elements(body[0], theme, template)
    return xhtml


def _filled(theme: Theme, template: str, values: Mapping[str, object]) -> str:
    # Imported late: processes that only draw leaves need no Jinja.
    from guidepub.themes.templates import fill

    return fill(theme, template, values).strip()


def body_of(xhtml: str) -> etree._Element:
    """Return a body that holds a leaf's XHTML, which declares no namespaces of its own.

    Raises:
        XMLSyntaxError: it is not well-formed.
    """
    return etree.fromstring(f"<body {NAMESPACES}>{xhtml}</body>")


def xhtml_in(body: etree._Element) -> str:
    """Return the XHTML in a body that `body_of` made, as it was given."""
    parts = (etree.tostring(part, encoding="unicode") for part in body)
    return "".join(part.replace(f" {NAMESPACES}", "", 1) for part in parts)


def _parsed(xhtml: str, theme: Theme, template: str) -> etree._Element:
    try:
        return body_of(xhtml)
    except etree.XMLSyntaxError as error:
        message = f"The output of the template is not well-formed: {error.msg}."
        raise _fault(theme, template, "C003", message) from error


def _check_elements(element: etree._Element, theme: Theme, template: str) -> None:
    if fault := next(faults(element), None):
        raise _fault(theme, template, "C006", f"A leaf can have {fault}.")


def add_class(element: etree._Element, name: str) -> None:
    """Add a class to those of an element."""
    element.set("class", f"{element.get('class', '')} {name}".strip())


def blocks(leaf: etree._Element) -> list[etree._Element]:
    """Return a leaf's blocks in the order of the text, the leaf itself first.

    Notes are left out: paper has them at the foot of a page, an EPUB behind the text.
    """
    inner = leaf.iterdescendants(etree.Element)
    return [leaf, *(each for each in inner if each.tag in _BLOCKS and not _in_note(each))]


def own_texts(block: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the places of a block's own text: an element, and whether the text is its tail.

    Text of blocks inside the block is theirs, and text of drawings does not count.
    """
    yield block, False
    for child in block.iterchildren(etree.Element):
        if child.tag not in _BLOCKS and "}" not in child.tag:
            yield from own_texts(child)
        yield child, True


def letters(text: str) -> str:
    """Return a text's letters alone, case and ligatures folded.

    Hyphens, white space and the numbers of notes differ between paper and EPUB.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalpha, folded))


def words_of(heading: etree._Element) -> str:
    """Return a heading's words on one line, without marks of notes and sources."""
    return " ".join("".join(_words(heading)).split())


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("class") not in CALLS:
            yield from _words(child)
        yield child.tail or ""


def _in_note(element: etree._Element) -> bool:
    return any(parent.get("class") == "footnotes" for parent in element.iterancestors())


def markup(xhtml: str) -> Markup:
    """Mark a text as XHTML that guidepub itself has made."""
    return Markup(xhtml)  # noqa: S704 - only ever called on our own output


def _fault(theme: Theme, template: str, code: str, message: str) -> RenderError:
    place = Place(str(theme.template(template) or template))
    return RenderError([Finding(place, code, message, "Fix the theme’s template.")])

"""A leaf to XHTML: the Jinja environment of a theme, and the look-up of its templates."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from guidepub.findings import Finding, Place, RenderError
from guidepub.themes import Theme

# What a template can raise: Jinja's own errors, and those of the expressions in it.
_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)

NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'

_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "tr", "figure", "figcaption", "pre"}
)


class PageStart(NamedTuple):
    """Where a page of the printed book begins in its leaves.

    `block` counts the leaf's blocks, the leaf itself being 0; `letters` are those of the
    block's own text that stand on earlier pages.
    """

    page: str
    leaf: str
    block: int
    letters: int


def render(theme: Theme, template: str, **values: Any) -> str:
    """Return a template of a theme as an XHTML fragment.

    Values are escaped unless they are `Markup`.

    Raises:
        RenderError: the theme has no such template, or it is broken (C003).
    """
    try:
        return _environment(theme).get_template(template).render(values).strip()
    except TemplateSyntaxError as error:
        place = Place(error.filename or template, error.lineno)
        raise _fault(place, f"The template is broken: {error.message}.") from error
    except _FAULTS as error:
        message = f"The theme “{theme.name}” cannot make this: {error}."
        raise _fault(Place(template), message) from error


def check_xhtml(fragment: str, template: str) -> None:
    """Make sure that a fragment is one well-formed element: an EPUB is XML, a leaf one part.

    Raises:
        RenderError: it is not (C003), with the place in the fragment.
    """
    try:
        body = etree.fromstring(f"<body {NAMESPACES}>{fragment}</body>")
    except etree.XMLSyntaxError as error:
        message = f"What the template makes is not well-formed: {error.msg}."
        raise _fault(Place(template, error.lineno or 0), message) from error
    texts = (body.text, *(node.tail for node in body))
    # findall, since a comment is a child as well but no element.
    if len(body) != 1 or len(body.findall("*")) != 1 or any(t and t.strip() for t in texts):
        raise _fault(Place(template), "A leaf is one element, with nothing beside it.")


def blocks(leaf: etree._Element) -> list[etree._Element]:
    """Return a leaf's blocks in the order of the text, the leaf itself first.

    Notes are left out: paper has them at the foot of a page, an EPUB behind the text.
    """
    inner = leaf.iterdescendants(etree.Element)
    return [leaf, *(each for each in inner if each.tag in _BLOCKS and not _in_note(each))]


def own_texts(block: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield where a block's own text stands: an element, and whether in its tail.

    Text of blocks inside the block is theirs, and text of drawings is none.
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
    return "".join(character for character in folded if character.isalpha())


def _in_note(element: etree._Element) -> bool:
    return any(parent.get("class") == "footnotes" for parent in element.iterancestors())


def markup(xhtml: str) -> Markup:
    """Mark a text as XHTML that guidepub itself has made."""
    return Markup(xhtml)  # noqa: S704 - only ever called on our own output


@functools.lru_cache(maxsize=16)
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in theme.templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _fault(place: Place, message: str) -> RenderError:
    return RenderError([Finding(place, "C003", message, "Mend the theme’s template.")])

"""Writes a page's lists of terms (`dl`) as definition lists in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import (
    LONGEST,
    escaped,
    escaped_line,
    prints_words,
    spaced,
)
from guidepub.importing.originals.lists import LISTS, Item, LeftOut, list_markdown, paragraphs_of
from guidepub.importing.originals.residues import TOKEN

# Elements that definition lists cannot contain; a `dl` with them is used for layout.
_FOREIGN = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "figure", "img", "pre", "dl", "blockquote")
_INDENT = "  "


def terms_markdown(element: HtmlElement, item: Item, left_out: LeftOut) -> tuple[str, str] | None:
    """Return the words and the Markdown of a list of terms, or None for other lists."""
    inner = [part for part in element.iter(*_FOREIGN) if part is not element]
    groups = [] if inner or _has_loose_words(element) else list(_groups(element, left_out))
    if not groups or not all(terms for terms, _ in groups):
        return None
    words: list[str] = []
    chunks: list[str] = []
    for terms, definitions in groups:
        named = [(plain, markdown) for plain, markdown in map(item, terms) if plain]
        if not named:
            return None
        head = escaped_line(", ".join(markdown for _, markdown in named))
        defined = [
            part for definition in definitions if (part := _definition(definition, item, left_out))
        ]
        first, *rest = [markdown for _, markdown in defined] or [""]
        chunks += [f"{head}\n{first}" if first else head, *rest]
        words += [plain for plain, _ in (*named, *defined)]
    text, markdown = " ".join(words), "\n\n".join(chunks)
    if max(map(len, words)) > LONGEST:
        return None
    if not TOKEN.search(markdown) and not prints_words(
        markdown.replace(", ", " "), text.replace(", ", " ")
    ):
        markdown = "\n\n".join(escaped_line(escaped(spaced(part))) for part in words)
    return text, markdown


def _has_loose_words(element: HtmlElement) -> bool:
    """Return whether a list of terms, or a group in it, has words outside of terms and definitions."""
    holders = [element, *(child for child in element if child.tag == "div")]
    loose = [text for part in holders for text in (part.text, *(child.tail for child in part))]
    return any(text and text.strip() for text in loose)


def _groups(
    element: HtmlElement, left_out: LeftOut
) -> Iterator[tuple[list[HtmlElement], list[HtmlElement]]]:
    """Yield groups of terms with their definitions; a group may be in a `div`."""
    terms: list[HtmlElement] = []
    definitions: list[HtmlElement] = []
    for child in _children(element, left_out):
        if child.tag == "dt" and definitions:
            yield terms, definitions
            terms, definitions = [], []
        (terms if child.tag == "dt" else definitions).append(child)
    if terms or definitions:
        yield terms, definitions


def _children(element: HtmlElement, left_out: LeftOut) -> Iterator[HtmlElement]:
    for child in element:
        if not isinstance(child.tag, str) or left_out(child):
            continue
        yield from (
            (part for part in child if isinstance(part.tag, str) and not left_out(part))
            if child.tag == "div"
            else (child,)
        )


def _definition(element: HtmlElement, item: Item, left_out: LeftOut) -> tuple[str, str] | None:
    """Return one definition: its paragraphs, then its lists."""
    shown = [item(part) for part in paragraphs_of(element, left_out)]
    parts = [part for part in element if isinstance(part.tag, str) and not left_out(part)]
    shown += [list_markdown(part, item, left_out) for part in parts if part.tag in LISTS]
    shown = [(words, markdown) for words, markdown in shown if words]
    if not shown:
        return None
    lines = "\n\n".join(markdown for _, markdown in shown).split("\n")
    body = "\n".join(f"{_INDENT}{line}" if line else "" for line in lines)
    return " ".join(words for words, _ in shown), f": {body.removeprefix(_INDENT)}"

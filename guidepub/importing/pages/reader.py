"""Reads a saved page, or any HTML, as blocks, without network, scripts or other files.

What belongs to the site and not to the text is left out (`furniture`), and kept as asides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NoReturn

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from guidepub.findings.errors import reason_of
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.decoding import without_barred_references
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.lost_words import words_shown
from guidepub.importing.originals.original import (
    Aside,
    Original,
    OriginalBlock,
    Residue,
    counted_line,
    limited_blocks,
    with_mapped_lines,
)
from guidepub.importing.originals.page_metadata import metadata_of
from guidepub.importing.originals.refusals import refusal
from guidepub.importing.originals.residues import OPEN, extract_code, restored, without_tokens
from guidepub.importing.originals.spaced_letters import with_letters_joined
from guidepub.importing.originals.typed_lists import with_typed_lists
from guidepub.importing.pages.blocks import PageBlocks
from guidepub.importing.pages.bold_lines import mark_bold_lines
from guidepub.importing.pages.bylines import fields_of_head, take_bylines
from guidepub.importing.pages.cards import separate_cards
from guidepub.importing.pages.control_headings import add_control_headings
from guidepub.importing.pages.fold_headings import add_fold_headings
from guidepub.importing.pages.front_pages import linked_pages
from guidepub.importing.pages.furniture import Furniture, left_out_text
from guidepub.importing.pages.split_lists import split_lists_at_headings
from guidepub.importing.pages.struck_blocks import mark_struck_blocks
from guidepub.importing.pages.superscripts import write_superscripts
from guidepub.importing.pages.unmarked_headings import (
    add_outline_headings,
    add_panel_headings,
    add_row_headings,
    bracket_small_text_in_titles,
    unwrap_lists_of_parts,
    with_bold_headings,
)
from guidepub.importing.plain.reader import read_text

# How many characters of a part that was left out an aside has.
_ASIDE = 4000
# From this size on, libxml2 may have dropped a part of a page.
_UNREAD = 10_000_000
_ASIDES = 400_000
_DECLARATION = re.compile(r"\s{0,200}<\?xml(?:-stylesheet|-model)?\s[^<>]{0,500}\?>")
# How many names a message shows.
_SHOWN = 4
# A code block with fewer lines is a line of code.
_FEWEST_LINES = 3
# Changes to a page before its blocks are read, in order.
_REWRITES = (
    separate_cards,
    add_panel_headings,
    add_control_headings,
    add_fold_headings,
    add_row_headings,
    unwrap_lists_of_parts,
    split_lists_at_headings,
    add_outline_headings,
    mark_bold_lines,
    mark_struck_blocks,
    bracket_small_text_in_titles,
)


def read_html(
    text: str,
    path: str,
    citations: Citations,
    residues: list[Residue] | None = None,
    is_page: bool = True,
) -> Original:
    """Return the text of a page; `is_page` is false if everything in it is text.

    `residues` are the pieces of code that tokens in the text already stand for.

    Raises:
        InputError: it contains no text (I002) or cannot be parsed (I004).
    """
    residues = [] if residues is None else residues
    if is_page:
        text = _extract_server_code(text, residues)
    root = parsed_page(without_barred_references(text), path)
    codes = _code_of_attributes(root, residues)
    head = metadata_of(root)
    if head.address:
        citations.set_address(head.address)
    body = root.find("body")
    if body is None or not spaced(body.text_content()):
        _refuse(path, len(text))
    if is_page and (names := linked_pages(body)):
        shown = ", ".join(f"“{name[:60]}”" for name in names[:_SHOWN])
        message = f"The page only links to others: {shown}."
        raise refusal(path, "I002", message, "Save those pages, and import them.")
    listing = _only_listing(body) if is_page else None
    if listing is None:
        read = _read_body(body, path, citations, residues, is_page, head.title)
    else:
        words, line = listing.text_content(), listing.sourceline or 1
        read = read_text(words, path, citations, head.language or "en", residues, line)
    if not any(block.kind != "image" for block in read.blocks):
        _refuse(path, len(text))
    original = replace(
        read,
        title=read.title or head.title,
        called=(head.title,) if head.title else (),
        about={**fields_of_head(root), **read.about},
        language=head.language,
        is_page=is_page,
        asides=(*read.asides, *codes),
        visited=head.visited,
        changed=head.changed,
    )
    return with_mapped_lines(original, counted_line)


def _read_body(
    body: HtmlElement,
    path: str,
    citations: Citations,
    residues: list[Residue],
    is_page: bool,
    head_title: str,
) -> Original:
    """Return the text of a page's body, or all of it. `head_title` is the title in the page's head."""
    _join_letters(body)
    about, lines = take_bylines(body)
    for rewrite in _REWRITES:
        rewrite(body)
    furniture = Furniture(body, is_page)
    page = PageBlocks(citations, residues, furniture.reasons, body, path)
    shown = words_shown(
        furniture.text,
        lambda e: page.is_left_out(e) or bool(page.note_of(e)),
    )
    write_superscripts(body, page.note_of)
    blocks = limited_blocks(page.blocks(furniture.text), path)
    asides = tuple(_asides(body, furniture, residues))
    blocks = with_typed_lists(blocks)
    blocks = with_bold_headings(blocks, _title(blocks, is_page) or head_title)
    title = _title(blocks, is_page)
    if not title and is_page:
        first = next(body.iter("h1"), None)
        title = spaced(first.text_content()) if first is not None else ""
    return Original(
        blocks=blocks,
        shown=shown,
        title=title,
        notes=page.notes,
        abbreviations=page.abbreviations,
        residues=tuple(residues),
        about=about,
        asides=(*lines, *asides),
        findings=tuple(page.findings),
    )


def _join_letters(body: HtmlElement) -> None:
    """Join the letters of words that a page spaces out."""
    places = [(element, name) for element in body.iter("*") for name in ("text", "tail")]
    places = [(element, name) for element, name in places if getattr(element, name)]
    texts = [getattr(element, name) for element, name in places]
    for (element, name), before, words in zip(
        places, texts, with_letters_joined(texts), strict=True
    ):
        if words != before:
            setattr(element, name, words)


def _only_listing(body: HtmlElement) -> HtmlElement | None:
    """Return the element that contains a whole page as one plain text, or None."""
    found = list(body.iter("pre", "xmp", "plaintext"))
    words = found[0].text_content() if len(found) == 1 else ""
    is_all = spaced(words) == spaced(body.text_content())
    return found[0] if is_all and len(words.splitlines()) >= _FEWEST_LINES else None


def _title(blocks: Sequence[OriginalBlock], is_page: bool) -> str:
    """Return the heading that is the title: a page's first, or else one above all others."""
    headings = [block for block in blocks if block.kind == "heading"]
    top = [block for block in headings if block.level <= 1 and not known_section(block.text)]
    if not top:
        return ""
    others = [block for block in headings if block is not top[0]]
    # If sections have headings of the highest level, later ones belong to sections.
    leading = next(block for block in headings if block.level <= 1)
    if is_page and top[0] is not leading:
        return ""
    if is_page or top[0].level == 0 or all(block.level > 1 for block in others):
        return top[0].text
    leads = blocks[0] is top[0] and len(blocks) > 1 and blocks[1].kind == "heading"
    return top[0].text if leads else ""


def _refuse(path: str, size: int = 0) -> NoReturn:
    if size > _UNREAD:
        message = "The page contains a text or an attribute that is too large to be read."
        raise refusal(path, "I003", message, "Look for unusually large parts.")
    raise refusal(path, "I002", "The page contains no text.")


def _extract_server_code(text: str, residues: list[Residue]) -> str:
    """Replace server-side code, which an HTML parser would break, by tokens."""
    # The declaration at the beginning of XML is not server-side code.
    text = _DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text)
    if "<?" not in text and "<%" not in text:
        return text
    return extract_code(text, 1, residues, ("<?", "<%"))


def _code_of_attributes(root: HtmlElement, residues: Sequence[Residue]) -> list[Aside]:
    """Remove code from titles and attributes, where it cannot be marked, and return it."""
    codes: list[Aside] = []
    for element in root.iter() if residues else ():
        for name, value in element.attrib.items():
            if OPEN in value:
                element.set(name, without_tokens(value))
                code = restored(value, residues)
                codes.append(Aside(code, element.sourceline or 0, "left out", f"code in “{name}”"))
        if element.tag == "title" and OPEN in (element.text or ""):
            code = restored(element.text or "", residues)
            element.text = without_tokens(element.text or "")
            codes.append(Aside(code, element.sourceline or 0, "left out", "code in the title"))
    return codes


def parsed_page(text: str, path: str) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        InputError: it is empty, or cannot be parsed (I002, I003, I004).
    """
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        _refuse(path, len(text))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        message = f"The page cannot be read: {reason_of(error)}."
        raise refusal(path, "I004", message) from error
    return root


def _asides(
    body: HtmlElement, furniture: Furniture, residues: Sequence[Residue]
) -> Iterator[Aside]:
    """Yield what was left out: furniture, and what is outside the text."""
    left = _ASIDES
    for words, line, reason in _left_out(body, furniture):
        shown = spaced(restored(words, residues))[:_ASIDE]
        if shown and left > 0:
            left -= len(shown)
            yield Aside(shown, line, "furniture", reason)


def _left_out(body: HtmlElement, furniture: Furniture) -> Iterator[tuple[str, int, str]]:
    ancestors, within = set(furniture.text.iterancestors()), set(furniture.text.iter())
    walk = [body]
    while walk:
        element = walk.pop()
        line = element.sourceline or 0
        if element in furniture.reasons:
            yield " ".join(left_out_text(element)), line, furniture.reasons[element]
        elif element in within or element in ancestors:
            if element in ancestors:
                loose = [element.text or "", *(child.tail or "" for child in element)]
                yield " ".join(loose), line, "beside the text"
            walk += reversed([child for child in element if isinstance(child.tag, str)])
        else:
            yield " ".join(left_out_text(element)), line, "beside the text"

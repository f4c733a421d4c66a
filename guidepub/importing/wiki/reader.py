"""Reads a page of MediaWiki as blocks, by way of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import Aside, Original, Residue
from guidepub.importing.originals.refusals import lacking_library
from guidepub.importing.pages.reader import read_html
from guidepub.importing.wiki.markup import WikiPage
from guidepub.text.residue.page_code import stand_in

# Markup of wikis that plain texts do not have; two kinds of it make a text a wiki's.
_SIGNS = tuple(
    re.compile(sign, re.M)
    for sign in (
        r"^(={2,6})[^=\n].*[^=\n]\1\s*$",
        r"\[\[[^\[\]\n]{1,200}\]\]",
        r"'''[^'\n]{1,200}'''",
        r"^\{\|",
        r"\{\{[^{}\n|]{1,80}[|\n}]",
        r"<ref[ >/]",
    )
)
# The most characters of bold words that may be a title.
_SHORTEST_TITLE, _LONGEST_TITLE = 2, 80
_LARGEST = 200_000


def is_wiki(text: str) -> bool:
    """Return whether a text has at least two kinds of MediaWiki markup."""
    text = stand_in().sub("", text[:_LARGEST])
    return sum(sign.search(text) is not None for sign in _SIGNS) >= 2


def read_wiki(text: str, path: str, citations: Citations, _language: str) -> Original:
    """Return the blocks of a page of MediaWiki.

    Its title is the name in its infobox, or its first bold words.

    Raises:
        InputError: it contains no text (I002), or mwparserfromhell is not installed (I005).
    """
    try:
        import mwparserfromhell
    except ImportError as error:
        raise lacking_library(path, "wiki pages") from error
    residues: list[Residue] = []
    page = WikiPage(residues)
    nodes = mwparserfromhell.parse(text).nodes
    made = page.html(nodes)
    read = read_html(f"<body>{made}</body>", path, citations, residues, is_page=False)
    title = read.title or page.name or next(_bold_words(nodes), "")
    asides = [Aside(words, 0, "left out", "a comment or a link") for words in page.asides if words]
    about: dict[str, object] = {"categories": page.categories} if page.categories else {}
    return replace(read, title=title, about=about, asides=(*read.asides, *asides))


def _bold_words(nodes: Sequence[Any]) -> Iterator[str]:
    """Yield bold words in the text itself, but not in captions or templates."""
    for node in nodes:
        words = str(node.contents or "") if str(getattr(node, "tag", "")) == "b" else ""
        if _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE and "\n" not in words:
            yield words

"""A page of MediaWiki to blocks, by way of HTML."""

from __future__ import annotations

import re
from dataclasses import replace

from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import Aside, Original, Residue
from guidepub.importing.originals.refusals import lacking_library
from guidepub.importing.pages.reader import read_html
from guidepub.importing.wiki.markup import WikiPage
from guidepub.text.residue.page_code import stand_in

# Marks of wikis that plain texts lack; two kinds of them make a text a wiki's.
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
_BOLD = re.compile(r"'''(?!')([^'\n]{2,80})'''")
# A picture with its caption: “[[File:hoist.jpg|thumb|A '''rigger''' at work]]”.
_PICTURE = re.compile(r"\[\[[^\[\]|:\n]{1,40}:(?:[^\[\]]|\[\[[^\[\]]{0,200}\]\]){0,600}\]\]")
_LARGEST = 200_000


def is_wiki(text: str) -> bool:
    """Return whether a text has marks of at least two kinds that MediaWiki reads."""
    text = stand_in().sub("", text[:_LARGEST])
    return sum(sign.search(text) is not None for sign in _SIGNS) >= 2


def read_wiki(text: str, path: str, citations: Citations, _language: str) -> Original:
    """Return the blocks of a page of MediaWiki.

    Its title is what its box of facts or its first words in bold say.

    Raises:
        InputError: it holds no text (I002), or mwparserfromhell is not installed (I005).
    """
    try:
        import mwparserfromhell
    except ImportError as error:
        raise lacking_library(path, "wiki pages") from error
    residues: list[Residue] = []
    page = WikiPage(residues)
    made = page.html(mwparserfromhell.parse(text).nodes)
    read = read_html(f"<body>{made}</body>", path, citations, residues, is_page=False)
    bold = _BOLD.search(_PICTURE.sub("", text[:_LARGEST]))
    title = read.title or page.name or (bold[1] if bold else "")
    asides = [Aside(words, 0, "left out", "a comment or a link") for words in page.asides if words]
    about: dict[str, object] = {"categories": page.categories} if page.categories else {}
    return replace(read, title=title, about=about, asides=(*read.asides, *asides))

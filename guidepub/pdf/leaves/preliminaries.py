"""The numbers of pages before the body, which links print in Roman numerals.

A theme says how its contents print the number of a page, `target-counter(attr(href), page)`. For
links to a foreword or the like the same rule is repeated with another style of counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import tinycss2
from lxml import etree

from guidepub.model import Book
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import StyleRule

_MARK = "data-roman"
_PAGE = re.compile(r"(target-counter\(\s*attr\(\s*href\s*\)\s*,\s*page)\s*(?:,[^()]*)?\)")
_PSEUDO = re.compile(r"(::?(?:after|before))\Z")


def preliminary_files(book: Book) -> frozenset[str]:
    """Return the names of the documents whose pages count i, ii, iii."""
    return frozenset(leaf.file_name for leaf in book.leaves if leaf.part == "frontmatter")


def mark_references(leaf: etree._Element, files: frozenset[str]) -> None:
    """Mark a leaf's links to documents whose pages count i, ii, iii."""
    for link in leaf.iter("a"):
        if (link.get("href") or "").partition("#")[0] in files:
            link.set(_MARK, "")


def roman_rules(sheets: Iterable[Stylesheet]) -> str:
    """Return the rules that print the page of a link once more, for links that are marked."""
    rules = (rule for sheet in sheets for rule in sheet.rules if isinstance(rule, StyleRule))
    return "".join(_repeated(rule, content) for rule in rules for content in _contents(rule))


def _repeated(rule: StyleRule, content: str) -> str:
    selectors = (_PSEUDO.sub(rf"[{_MARK}]\1", text.strip()) for text in rule.texts)
    opened = "".join(f"{condition} {{" for condition in rule.conditions)
    closed = "}" * len(rule.conditions)
    return f"{opened}{', '.join(selectors)} {{ content: {content} }}{closed}"


def _contents(rule: StyleRule) -> Iterable[str]:
    for part in rule.declarations:
        value = tinycss2.serialize(part.value).strip()
        if part.lower_name == "content" and _PAGE.search(value):
            yield _PAGE.sub(r"\1, lower-roman)", value)

"""Recognises lines that are only a link to another page of the site: “Keep reading: Gardener”.

A book has no such page. Links to another site, to a file or within the page are kept.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from guidepub.importing.headings.known import known_section

_LINES = frozenset({"p", "div"})
_WITHIN = frozenset({"a", "b", "strong", "em", "i", "span", "br"})
# “/gardener/”, “../gardener.html”, but not “/form.pdf”, “#pay” and “mailto:…”.
_OF_SITE = re.compile(
    r"(?!//)\.{0,2}/(?:[^\s?#]*/)?[^\s?#/.]*(?:\.(?:html?|php|aspx?))?(?:[?#]\S*)?"
)
_LONGEST = 300
_LABEL = re.compile(r"[^\w\s]{0,3}\s*(?P<words>[^\W\d_][\w’' -]{1,40}?)\s?:")
_MOST_WORDS = 4
_WORD = re.compile(r"\w")
_ARROW = re.compile(r"[→»›▸▶➜➔⇒]")
# Labels of links to works or sources, which must be kept.
_NAMING = re.compile(
    r"(?:sources?|fuentes?|fontes?|quellen?|data|photos?|fotos?|by|from|por|von|par|de|website|web)\b.*",
    re.IGNORECASE,
)


def is_link_line(element: HtmlElement) -> bool:
    """Return whether an element is a line with only a label and a link to another page of its site."""
    if element.tag not in _LINES:
        return False
    links = list(element.iter("a"))
    inner = [part.tag for part in element.iterdescendants()]
    if len(links) != 1 or not _WITHIN.issuperset(inner):
        return False
    link, target = links[0], (links[0].get("href") or "")[:_LONGEST]
    words = " ".join(link.text_content().split())
    whole = " ".join(element.text_content().split())
    if not words or not whole.endswith(words) or not _OF_SITE.fullmatch(target):
        return False
    before = whole[: -len(words)].strip()
    label = _LABEL.fullmatch(before)
    if label is None:
        return _ARROW.match(whole) is not None and not _WORD.search(before)
    named = label["words"]
    is_short = len(named.split()) <= _MOST_WORDS
    return is_short and not (_NAMING.fullmatch(named) or known_section(named))

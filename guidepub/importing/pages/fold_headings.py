"""Turns the summaries of folds, and terms with long definitions, into headings."""

from __future__ import annotations

from lxml.html import HtmlElement

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.pages.elements import HEADINGS
from guidepub.text.residue.site_chrome import is_chrome

_LONGEST, _FEWEST_WORDS = 90, 2
# The most words of a definition in a list of key figures.
_FEW_WORDS = 6
# The level of a fold's heading without headings around it, and the lowest level.
_BELOW, _LOWEST = 4, 6


def add_fold_headings(body: HtmlElement) -> None:
    """Turn summaries of folds, and questions with answers, into headings if they name sections."""
    labels = list(body.iter("summary"))
    named = {label for label in labels if known_section(spaced(label.text_content()))}
    for label in labels:
        if label in named:
            label.tag = f"h{_level(label, has_named=True)}"
            _unwrap_list_of_folds(label)
        elif _may_head(label):
            label.tag = f"h{_level(label, has_named=bool(named))}"
    for terms in list(body.iter("dl")):
        asked = [term for term in terms.iter("dt") if known_section(spaced(term.text_content()))]
        if len(asked) > 1 and not _are_key_figures(terms):
            for part in list(terms.iter("dt", "dd")):
                part.tag = "h2" if part.tag == "dt" else "div"
            terms.tag = "div"


def _unwrap_list_of_folds(label: HtmlElement) -> None:
    """Replace a list whose items are folds, as Notion writes them, by the items' content."""
    item = next(label.iterancestors("li"), None)
    holder = item.getparent() if item is not None else None
    if holder is None or label.getparent().getparent() is not item:
        return
    items = [part for part in holder if part.tag == "li"]
    if all(len(part) and part[0].tag == "details" for part in items):
        for part in (holder, *items):
            part.tag = "div"


def _may_head(label: HtmlElement) -> bool:
    """Return whether a summary may be the heading of its fold, which the page does not continue."""
    fold = label.getparent()
    words = spaced(label.text_content())
    if fold is None or fold.tag != "details" or not words or len(words) > _LONGEST:
        return False
    if is_chrome(words) or next(label.iter(*HEADINGS), None) is not None:
        return False
    count = len(fold.text_content().split()) - len(words.split())
    after = next((each for each in fold.itersiblings() if isinstance(each.tag, str)), None)
    is_last = after is None or after.tag in ("details", *HEADINGS)
    return count >= _FEWEST_WORDS and is_last and not (fold.tail or "").strip()


def _level(label: HtmlElement, *, has_named: bool) -> int:
    """Return the level for a fold's heading that names no section; folds may be nested."""
    depth = sum(1 for _ in label.iterancestors("details")) - 1
    if depth or has_named:
        return min(2 + depth, _LOWEST)
    return _BELOW


def _are_key_figures(terms: HtmlElement) -> bool:
    """Return whether the definitions in a list of terms are short, and most of them figures."""
    meanings = [spaced(part.text_content()) for part in terms.iter("dd")]
    figures = sum(any(map(str.isdigit, words)) for words in meanings)
    is_short = all(len(words.split()) <= _FEW_WORDS for words in meanings)
    return is_short and figures > len(meanings) / 2

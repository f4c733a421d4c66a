"""Where CSL, or the languages that its styles are for, ask otherwise than citeproc-py does.

It sorts by the numbers of characters (Álvarez behind Zola), sets stops behind question marks and
behind closing quotes in American English, too, takes the capitals of names where a style asks
for sentence case, and has the first of a month in the wrong gender in Brazil.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from guidepub.bibliography.inner_quotes import BEGUN, ENDED
from guidepub.bibliography.styles import CSL
from guidepub.words.sorting import SortKey, sort_key

# Signs of the private use area: those between which something is set otherwise, and one of our
# own behind each closing quote.
_OWN = "\ue000-\ue0ff"
_QUOTED = ENDED
_OWN_SIGN = re.compile(f"[{_OWN}]")
# citeproc-py itself drops the second of two full stops that nothing stands between.
_STOP_BEHIND = re.compile(rf"([?!][{_OWN}]{{0,8}}|[.…][{_OWN}]{{1,8}})\.(?=[\s{_OWN}]|$)")
_QUOTE_END = re.compile(
    rf"(?P<last>[^\s{_OWN}])(?P<inner>[{_OWN}]{{0,8}}’)?(?P<between>[\s{_OWN}]{{0,8}})"
    rf"(?P<quote>\S){_QUOTED}"
    rf"(?P<behind>[{_OWN}]{{0,8}})(?P<stop>[.,])"
)
_Weight = tuple[int, int, SortKey | tuple[()]]
_NONE: _Weight = (2, 0, ())
_LONGEST_NUMBER = 12
# It knows no gender of ordinals, and takes that of “1ª edição” for days.
_FIRST_OF_MONTH = re.compile(
    r"\b1ª(?= (?:de )?(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez))", re.I
)


def amend(root: etree._Element) -> None:
    """Change a style so that names keep their capitals, and closing quotes are known.

    CSL's sentence case changes nothing in a title that is not all in capitals but its first letter.
    """
    for element in root.iter(f"{CSL}*"):
        if element.get("text-case") == "sentence":
            element.set("text-case", "capitalize-first")
        if element.get("quotes") == "true":
            element.set("prefix", element.get("prefix", "") + BEGUN)
            element.set("suffix", _QUOTED + element.get("suffix", ""))


def sets_stops_inside(style: Any) -> bool:
    """Return whether the language of a style has stops and commas before a closing quote."""
    return str(style.root.get_locale_option("punctuation-in-quote")).lower() == "true"


def dated(text: str) -> str:
    """Return what a style prints with the first of a Portuguese month as readers know it: 1º."""
    return _FIRST_OF_MONTH.sub("1º", text)


def punctuated(text: str, inside: bool) -> str:
    """Return what a style prints with its stops as readers know them, `inside` closing quotes."""

    def end(match: re.Match[str]) -> str:
        last, inner, between, quote, behind, stop = match.groups("")
        begin = text.rfind("“", 0, match.start()) + 1
        if not inside or "‘" not in text[begin : match.start()]:
            # It closes no quote within the quote: an apostrophe is a letter.
            last, inner = last + inner, ""
        if (stop == "." and last in "?!") or (inside and last == stop):
            stop = ""
        if not inside:
            return f"{last}{between}{quote}{behind}{stop}"
        if inner:
            return f"{last}{stop}{inner}{between}{quote}{behind}"
        return f"{last}{between}{stop}{quote}{behind}"

    text = _QUOTE_END.sub(end, text).replace(_QUOTED, "")
    return _STOP_BEHIND.sub(r"\1", text)


def ordered(style: Any, items: Sequence[Any], language: str) -> list[Any]:
    """Return works in the order of a style's list, words as dictionaries of the language do.

    What lacks a key comes last, whichever way the others run.
    """
    layout = style.root.bibliography.layout
    sort = layout.getparent().find(f"{CSL}sort")
    places = list(range(len(items)))
    for key in reversed(sort.findall(f"{CSL}key")):
        weights = [_weight(value, language) for value in key.sort_keys(items, layout)]
        lacking = [place for place in places if weights[place] == _NONE]
        known = [place for place in places if weights[place] != _NONE]
        known.sort(key=weights.__getitem__, reverse=key.get("sort") == "descending")
        places = known + lacking
    return [items[place] for place in places]


def _weight(value: Any, language: str) -> _Weight:
    """Return what sorts a work by a key: numbers before words."""
    text = _OWN_SIGN.sub("", "" if value is None else str(value)).strip()
    if not text:
        return _NONE
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
        return 0, int(text), ()
    return 1, 0, sort_key(text, language)

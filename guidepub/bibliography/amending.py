"""Corrections of citeproc-py where it differs from CSL or from the usage of a language.

It sorts by code points (Álvarez after Zola), puts full stops after question marks and, even in
American English, after closing quotes, removes the capitals of names in sentence case, and has
the wrong gender for the first of a month in Portuguese.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from guidepub.bibliography.inner_quotes import BEGUN, ENDED
from guidepub.bibliography.styles import CSL
from guidepub.words.sorting import SortKey, sort_key

# Private-use characters: pairs around formatted text, and one after each closing quote.
_OWN = "\ue000-\ue0ff"
_QUOTED = ENDED
_OWN_SIGN = re.compile(f"[{_OWN}]")
# citeproc-py itself drops the second of two adjacent full stops.
_STOP_BEHIND = re.compile(rf"([?!][{_OWN}]{{0,8}}|[.…][{_OWN}]{{1,8}})\.(?=[\s{_OWN}]|$)")
_QUOTE_END = re.compile(
    rf"(?P<last>[^\s{_OWN}])(?P<inner>[{_OWN}]{{0,8}}’)?(?P<between>[\s{_OWN}]{{0,8}})"
    rf"(?P<quote>\S){_QUOTED}"
    rf"(?P<behind>[{_OWN}]{{0,8}})(?P<stop>[.,])"
)
_Weight = tuple[int, int, SortKey | tuple[()]]
_NONE: _Weight = (2, 0, ())
_LONGEST_NUMBER = 12
# It ignores the gender of ordinals, and uses that of “1ª edição” for days, too.
_FIRST_OF_MONTH = re.compile(
    r"\b1ª(?= (?:de )?(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez))", re.I
)


def amend(root: etree._Element) -> None:
    """Change a style so that names keep their capitals, and closing quotes are marked.

    In a title that is not all in capitals, CSL's sentence case changes only the first letter.
    """
    for element in root.iter(f"{CSL}*"):
        if element.get("text-case") == "sentence":
            element.set("text-case", "capitalize-first")
        if element.get("quotes") == "true":
            element.set("prefix", element.get("prefix", "") + BEGUN)
            element.set("suffix", _QUOTED + element.get("suffix", ""))


def sets_stops_inside(style: Any) -> bool:
    """Return whether a style's language puts full stops and commas before a closing quote."""
    return str(style.root.get_locale_option("punctuation-in-quote")).lower() == "true"


def dated(text: str) -> str:
    """Return a style's text with the first day of a month in Portuguese as 1º."""
    return _FIRST_OF_MONTH.sub("1º", text)


def punctuated(text: str, inside: bool) -> str:
    """Return a style's text with full stops and commas where the language has them.

    With `inside`, they come before a closing quote.
    """

    def end(match: re.Match[str]) -> str:
        last, inner, between, quote, behind, stop = match.groups("")
        begin = text.rfind("“", 0, match.start()) + 1
        if not inside or "‘" not in text[begin : match.start()]:
            # An apostrophe at the end of a word closes no inner quote.
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
    """Return works in the order of a style's list, sorted by the rules of the language.

    Works without a value for a key come last, in ascending and in descending order.
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
    """Return the sort key of a value of a work: numbers come before words."""
    text = _OWN_SIGN.sub("", "" if value is None else str(value)).strip()
    if not text:
        return _NONE
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
        return 0, int(text), ()
    return 1, 0, sort_key(text, language)

"""Inner quotes: those of a title that a style puts into quotes.

CSL has terms for the inner quotes of a language. citeproc-py does not use them, and leaves a
title's own quotes unchanged.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

BEGUN = "\ue019"
"""A private-use character before each quote that a style opens."""
ENDED = "\ue018"
"""A private-use character after each quote that a style closes."""

_QUOTED = re.compile(f"{BEGUN}([^{BEGUN}{ENDED}]*)({ENDED}|$)")
# Pairs of quotes of any language, but no apostrophes, and no inches as in `a 6" pipe`.
_DOUBLE = r"(?<!\w)\"(?=\S)([^\"]*)(?<=\S)\"(?!\w)|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»"
_PAIRS = re.compile(_DOUBLE)
_ALL_PAIRS = re.compile(_DOUBLE + r"|(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)")
_SINGLE_END = re.compile(r"’(?!\w)")


class Quotes(NamedTuple):
    """The outer and the inner quotes of a language."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


def quotes_of(style: Any) -> Quotes:
    """Return the quotes of the language of a citeproc-py style."""
    names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    return Quotes(*(str(style.root.get_single_term(name=name) or "") for name in names))


def with_inner_quotes(text: str, quotes: Quotes) -> str:
    """Return a style's text with inner quotes inside outer ones, and without `BEGUN`."""

    def inner(match: re.Match[str]) -> str:
        words = next((part for part in match.groups() if part is not None), "").strip()
        return f"{quotes.inner_opening}{words}{quotes.inner_closing}"

    def quoted(match: re.Match[str]) -> str:
        quotation, end = match.groups()
        begins = len(quotes.opening) if quotation.startswith(quotes.opening) else 0
        ends = len(quotation) - (len(quotes.closing) if quotation.endswith(quotes.closing) else 0)
        if begins > ends:
            return quotation + end
        within = quotation[begins:ends]
        # In “the ‘workers’ pay’” nobody knows which of the two closes.
        is_clear = within.count("‘") == len(_SINGLE_END.findall(within))
        within = (_ALL_PAIRS if is_clear else _PAIRS).sub(inner, within)
        return quotation[:begins] + within + quotation[ends:] + end

    return _QUOTED.sub(quoted, text).replace(BEGUN, "")

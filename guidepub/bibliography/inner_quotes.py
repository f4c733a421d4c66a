"""Quotes within what a style puts into quotes: those that its language has within others.

CSL has terms for them, which citeproc-py does not use: it leaves a title's own quotes as they are.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

BEGUN = "\ue019"
"""A sign of the private use area before each quote that a style opens."""
ENDED = "\ue018"
"""One behind each that it closes."""

_QUOTED = re.compile(f"{BEGUN}([^{BEGUN}{ENDED}]*)({ENDED}|$)")
# Quotes in pairs, whoever's they are. An apostrophe is none, nor are the inches of `a 6" pipe`.
_DOUBLE = r"(?<!\w)\"(?=\S)([^\"]*)(?<=\S)\"(?!\w)|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»"
_PAIRS = re.compile(_DOUBLE)
_ALL_PAIRS = re.compile(_DOUBLE + r"|(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)")
_SINGLE_END = re.compile(r"’(?!\w)")


class Quotes(NamedTuple):
    """The quotes of a language, and those within them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


def quotes_of(style: Any) -> Quotes:
    """Return the quotes that a style of citeproc-py has in its language."""
    names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    return Quotes(*(str(style.root.get_single_term(name=name) or "") for name in names))


def with_inner_quotes(text: str, quotes: Quotes) -> str:
    """Return what a style prints with inner quotes in what it puts into quotes, and without BEGUN."""

    def inner(match: re.Match[str]) -> str:
        said = next((part for part in match.groups() if part is not None), "").strip()
        return f"{quotes.inner_opening}{said}{quotes.inner_closing}"

    def quoted(match: re.Match[str]) -> str:
        said, end = match.groups()
        begins = len(quotes.opening) if said.startswith(quotes.opening) else 0
        ends = len(said) - (len(quotes.closing) if said.endswith(quotes.closing) else 0)
        if begins > ends:
            return said + end
        within = said[begins:ends]
        # In “the ‘workers’ pay’” nobody knows which of the two closes.
        is_clear = within.count("‘") == len(_SINGLE_END.findall(within))
        within = (_ALL_PAIRS if is_clear else _PAIRS).sub(inner, within)
        return said[:begins] + within + said[ends:] + end

    return _QUOTED.sub(quoted, text).replace(BEGUN, "")

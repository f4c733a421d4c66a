"""Proves at the end of an import that every word of the original was kept or reported.

The words that a file shows are counted independently of the blocks made from it, so that a word
that the blocks lose is noticed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from guidepub.importing.originals.citations import BARE
from guidepub.importing.originals.inline import BLOCKS
from guidepub.importing.originals.original import BlockPlacement
from guidepub.importing.originals.residues import TOKEN
from guidepub.markdown import printed_words

_APART = BLOCKS | {"br"}
_WORD = re.compile(r"[^\W_]+")
# A word that is divided at the end of a line, or has a hyphen, counts as one.
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad]\s*(?=\w)")
_SHOWN = 8


def words_shown(element: HtmlElement, is_left_out: Callable[[HtmlElement], bool]) -> str:
    """Return the words that a part of a page shows, except in elements that are left out."""
    parts: list[str] = []
    walk: list[HtmlElement | str] = [element]
    while walk:
        part = walk.pop()
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part.tag, str) and not is_left_out(part):
            apart = " " if part.tag in _APART else ""
            inner: list[HtmlElement | str] = [apart, part.text or ""]
            for child in part:
                inner += [child, child.tail or ""]
            walk += reversed([*inner, apart])
    return "".join(parts)


def lost_words(
    shown: str, placements: Iterable[BlockPlacement], definition: str, left_out: str
) -> tuple[str, ...]:
    """Return words that are lost: not reported, or reported as text but not in the definition.

    Args:
        shown: the words that the file shows, according to its reader.
        placements: where its blocks went.
        definition: the text of the definition.
        left_out: words that were cut from its tables.
    """
    placed = list(placements)
    source, reported = (
        Counter(_words(_whole(text))) for text in (shown, " \n".join(p.text for p in placed))
    )
    missing, more = source - reported, reported - source
    # Punctuation that was separated from a word, or joined to it, divides words differently.
    if not Counter("".join(missing.elements())) - Counter("".join(more.elements())):
        missing.clear()
    # An address in the prose becomes a citation.
    prose = Counter(_words(BARE.sub(" ", " \n".join(p.text for p in placed if p.fate == "prose"))))
    prose -= Counter(_words(left_out))
    return tuple(dict.fromkeys([*missing, *_not_in(definition, prose)]))


def _not_in(definition: str, words: Iterable[str]) -> list[str]:
    """Return the words that are neither in a definition's source nor in what it prints."""
    kept = list(_words(definition))
    gone = _not_among(kept, words)
    if not gone:
        # Most words are written as they are printed, so the definition need not be parsed.
        return gone
    body = definition.partition("\n---\n")[2]
    return _not_among([*kept, *_words(printed_words(body))], gone)


def _not_among(kept: Sequence[str], words: Iterable[str]) -> list[str]:
    """Return the alphabetic words that are not among the words kept, nor part of them joined."""
    there, letters = set(kept), "".join(kept)
    return [word for word in words if word.isalpha() and word not in there and word not in letters]


def shown_words(words: Iterable[str]) -> str:
    """Return some lost words for a message."""
    listed = list(words)
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(f"“{word[:40]}”" for word in listed[:_SHOWN]) + more


def _whole(text: str) -> str:
    """Return a text with words joined that are divided by a hyphen or the end of a line."""
    return _HYPHEN.sub("", text)


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", TOKEN.sub(" ", text)).casefold()
    return (match[0] for match in _WORD.finditer(plain))

"""The proof at the end of an import: every word of the original is kept, or reported.

What a reader shows of a file is counted apart from the blocks that are made of it, so that a
word which the blocks lose is missed here.
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
# A word that is divided at a line's end, or written with a hyphen, counts as one.
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad]\s*(?=\w)")
_SHOWN = 8


def words_shown(element: HtmlElement, is_left_out: Callable[[HtmlElement], bool]) -> str:
    """Return the words that a part of a page shows, those of the elements left out aside."""
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
    """Return words of the original that are lost: not reported, or reported as text and not in it.

    Args:
        shown: what the file shows, counted by its reader.
        placements: where its blocks went.
        definition: the text of the definition that was made.
        left_out: words of its tables that these do not show.
    """
    placed = list(placements)
    source, reported = (
        Counter(_words(_whole(text))) for text in (shown, " \n".join(p.text for p in placed))
    )
    missing, more = source - reported, reported - source
    # Signs that were kept apart from a word, or joined to one, part it otherwise.
    if not Counter("".join(missing.elements())) - Counter("".join(more.elements())):
        missing.clear()
    # An address in the prose becomes a citation.
    prose = Counter(_words(BARE.sub(" ", " \n".join(p.text for p in placed if p.fate == "prose"))))
    prose -= Counter(_words(left_out))
    return tuple(dict.fromkeys([*missing, *_not_in(definition, prose)]))


def _not_in(definition: str, words: Iterable[str]) -> list[str]:
    """Return the words that a definition has neither as it is written nor as it is printed."""
    kept = list(_words(definition))
    gone = _not_among(kept, words)
    if not gone:
        # Nearly all are written as they are printed, and no definition is parsed to know it.
        return gone
    body = definition.partition("\n---\n")[2]
    return _not_among([*kept, *_words(printed_words(body))], gone)


def _not_among(kept: Sequence[str], words: Iterable[str]) -> list[str]:
    """Return the words of letters that are no word and no part of the words kept."""
    there, letters = set(kept), "".join(kept)
    return [word for word in words if word.isalpha() and word not in there and word not in letters]


def shown_words(words: Iterable[str]) -> str:
    """Return some of the words that were lost, for a message."""
    listed = list(words)
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(f"“{word[:40]}”" for word in listed[:_SHOWN]) + more


def _whole(text: str) -> str:
    """Return a text with the words whole that a hyphen or a line's end parts."""
    return _HYPHEN.sub("", text)


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", TOKEN.sub(" ", text)).casefold()
    return (match[0] for match in _WORD.finditer(plain))

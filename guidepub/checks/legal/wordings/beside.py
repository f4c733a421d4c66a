"""Words on the pages of notices that the notices' own leaves do not print.

Words next to a notice can contradict it. Its leaf is known word for word; apart from that, a
page bears its number and the titles that running heads repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guidepub.checks.legal.wordings.matching import WordingMatch
from guidepub.checks.legal.wordings.texts import FileText
from guidepub.model import Book
from guidepub.words.wording import formed, solid

_TAKEN = "\0"
_FOLIO = re.compile(r"[ivxlcdm]{1,9}|\d{1,5}")
_WORDLESS = re.compile(r"^[^\w\0]+")
# The least number of a title's letters that a running head repeats where it cuts the title.
_CUT = 40
_SHOWN = 60


def words_beside(
    book: Book, text: FileText, found: Sequence[WordingMatch]
) -> Iterator[tuple[str, str]]:
    """Yield each page of a PDF with notices and other words: its name, and these words."""
    parts: dict[int, list[tuple[int, int]]] = {}
    for each in found:
        for unit, start, end in text.parts(each.start, each.end):
            parts.setdefault(unit, []).append((start, end))
    heads = [
        _plain(title)
        for title in (
            book.guide.title,
            book.guide.running_title,
            *(leaf.title for leaf in book.leaves),
        )
    ]
    own = _own_passages(book, {each.wording.id for each in found})
    for unit, taken in sorted(parts.items()):
        page = list(text.units[unit])
        # A short wording may have been found within another one.
        for start, end in taken:
            page[start:end] = _TAKEN * (end - start)
        if left := _left_over("".join(page), own, heads):
            yield text.names[unit], left


def _own_passages(book: Book, ids: set[str]) -> list[str]:
    """Return what the leaves of some notices print, the longest first, in a plain form."""
    texts = [
        passage.text
        for leaf in book.leaves
        if leaf.text and any(passage.notice in ids for passage in leaf.text.passages)
        for passage in leaf.text.passages
    ]
    return sorted(filter(None, map(_plain, texts)), key=len, reverse=True)


def _left_over(page: str, own: Sequence[str], heads: Sequence[str]) -> str:
    """Return the text of a page without a leaf's own words, running heads and its number."""
    # A short title is among a leaf's own words, and must not be taken out of a head's.
    left = _TAKEN.join(
        piece for piece in _plain(page).split(_TAKEN) if not is_running_head(piece, heads)
    )
    for passage in own:
        left = left.replace(passage, _TAKEN, 1)
    for piece in left.split(_TAKEN):
        words = "".join(filter(str.isalnum, piece))
        if words and not is_running_head(piece, heads):
            return piece[:_SHOWN]
    return ""


def is_running_head(piece: str, heads: Sequence[str]) -> bool:
    """Return whether a piece is made of titles, which may be cut, and of one page number."""
    heads = tuple(dict.fromkeys(heads))
    # What is left of the piece, and how many numbers it may have. Each is tried once, since titles
    # that begin alike lead to the same rest in many ways.
    tried: set[tuple[str, int]] = set()
    waiting = [(_WORDLESS.sub("", piece), 1)]
    while waiting:
        rest, numbers = waiting.pop()
        if not rest:
            return True
        if (rest, numbers) in tried:
            continue
        tried.add((rest, numbers))
        for head in heads:
            common = len(_common(rest, head))
            if common and (common == len(head) or common >= _CUT):
                waiting.append((_WORDLESS.sub("", rest[common:]), numbers))
        folio = _FOLIO.match(rest)
        ends = range(1, len(folio[0]) + 1) if folio and numbers else ()
        waiting += [(_WORDLESS.sub("", rest[end:]), numbers - 1) for end in ends]
    return False


def _common(one: str, other: str) -> str:
    """Return the common beginning of two texts."""
    count = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:count]


def _plain(text: str) -> str:
    """Return a text's solid form in small letters; the caller's marks for taken parts stay in it."""
    return solid(formed(text)).casefold()

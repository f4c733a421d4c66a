"""Removes page numbers and running heads that were copied with a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from guidepub.importing.originals.escaping import spaced

_PAGE = r"(?:page|pg\.?|p\.|seite|página|pagina|pág\.?|strona|oldal|страница)"
_OF = r"(?:of|von|de|di|sur|z|van|/)"
_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
# “Page 2 of 9”, “2 | Page”, “- 2 -”, “2/9”: bounded, and only matched against short lines.
_PAGED = re.compile(
    rf"[|\s–—-]*{_PAGE}\s*[|:]?\s*{_NUMBER}(?:\s*{_OF}\s*{_NUMBER})?[|\s–—-]*"
    rf"|{_NUMBER}\s*[|–—-]\s*{_PAGE}"
    rf"|[–—-]\s*{_NUMBER}\s*[–—-]"
    rf"|\[\s*{_NUMBER}\s*\]",
    re.I,
)
# “2 / 5” is a page number within sentences, or if “3 / 5” follows; otherwise a grade in an exam.
_SHARE = re.compile(rf"[|\s–—-]*(?P<number>\d{{1,3}})\s*{_OF}\s*(?P<last>\d{{1,3}})[|\s–—-]*", re.I)
_LONGEST = 100
# The end of a line within a sentence.
_OPEN_END = re.compile(r"[^\W\d_][-\u00ad\u2010,]?$")
_BARE = re.compile(r"\d{1,4}")
# The gap between the two ends of a running head.
_SET = re.compile(r"\S[ ]{3,}\S|\S\t+\S")
_SIDES = re.compile(r"[ ]{3,}|\t+")
_NUMBERED_HEAD = re.compile(
    r"(?P<left>\d{1,4})(?P<gap>\s+(?:[|·•–—]\s+)?)(?P<after>[^\W\d_][^\d\t]{2,80})"
    r"|(?P<before>[^\W\d_](?:[^\d\s]|\s(?!\s)){2,80})(?P<space>\s+(?:[|·•–—]\s+)?)(?P<right>\d{1,4})"
)
# The most pages between two pages with such a running head.
_MOST_PAGES = 4
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
# The fewest lines of text between two bare page numbers.
_BETWEEN = 12
_NEAR = 2
# The least indentation of a centred number, in characters.
_CENTRED = 12
# The most lines, including empty ones, between a page number and a running head.
_REACH = 8

Line = tuple[int, str]
"""The number of a line, and its text."""


def is_page_number(text: str) -> bool:
    """Return whether a line is only a page number."""
    return len(text) <= _LONGEST and _PAGED.fullmatch(text.strip()) is not None


def without_page_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a text without page numbers and running heads, and those lines."""
    paged = {n for n, (_, text) in enumerate(lines) if text.strip() and is_page_number(text)}
    paged |= _bare_numbers(lines) | _page_fractions(lines) | _numbered_heads(lines)
    paged |= _heads_with_page(lines)
    # The other lines of a running head are next to those with its page number.
    paged |= _running_heads(lines, paged)
    kept = [line for n, line in enumerate(lines) if n not in paged]
    return kept, [lines[n] for n in sorted(paged)]


def _heads_with_page(lines: Sequence[Line]) -> set[int]:
    """Return lines with the same words on one side and a page number on the other, if there are several.

    “Job Guide No. 14      Page 3” may be the row of a list of contents, which has other words below.
    """
    heads: dict[str, list[int]] = {}
    for number, (_, text) in enumerate(lines):
        sides = _SIDES.split(text.strip()) if len(text) <= _LONGEST else []
        for head, page in (sides, sides[::-1]) if len(sides) == 2 else ():
            if is_page_number(page) and _LETTER.search(head):
                heads.setdefault(spaced(head).casefold(), []).append(number)
    return {number for found in heads.values() if len(found) > 1 for number in found}


def _page_fractions(lines: Sequence[Line]) -> set[int]:
    """Return lines such as “2 / 5” whose numbers increase through a text."""
    shares = [
        (n, int(found["number"]), int(found["last"]))
        for n, (_, text) in enumerate(lines)
        if len(text) <= _LONGEST and (found := _SHARE.fullmatch(text.strip()))
    ]
    pairs = [(one, next_) for one, next_ in pairwise(shares) if next_[1:] == (one[1] + 1, one[2])]
    amid = {n for n, *_ in shares if "/" in lines[n][1] and _is_amid_sentences(lines, n)}
    return amid | {share[0] for pair in pairs for share in pair}


def _is_amid_sentences(lines: Sequence[Line], number: int) -> bool:
    """Return whether a line is directly between the end of a sentence and more text."""
    is_within = 0 < number < len(lines) - 1 and lines[number + 1][1].strip() != ""
    return is_within and lines[number - 1][1].rstrip().endswith((".", "!", "?"))


def page_breaks(lines: Sequence[Line], left_out: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines directly after a page break."""
    gone = {number for number, _ in left_out}
    found: set[int] = set()
    crossed = False
    for number, text in lines:
        if number in gone:
            crossed = True
        elif text.strip():
            if crossed:
                found.add(number)
            crossed = False
    return frozenset(found)


def ends_of_first_head(every: Sequence[Line], left_out: Sequence[Line]) -> tuple[str, ...]:
    """Return the two ends of a text's first line, title and series, if it is a running head."""
    first = next((line for line in every if line[1].strip()), None)
    is_head = bool(left_out) and left_out[0] == first
    return tuple(_SIDES.split(left_out[0][1].strip())) if is_head else ()


def _bare_numbers(lines: Sequence[Line]) -> set[int]:
    """Return lines of bare numbers that increase through a text, far from each other."""
    filled = [n for n, (_, text) in enumerate(lines) if text.strip()]
    bare = [
        (order, n, int(lines[n][1]))
        for order, n in enumerate(filled)
        if _BARE.fullmatch(lines[n][1].strip())
    ]
    found: set[int] = set()
    for (order, n, number), (later, m, following) in pairwise(bare):
        if following == number + 1 and later - order > _BETWEEN:
            found |= {n, m}
    parting = {n for order, n, _ in bare if _interrupts_sentence(lines, filled, order)}
    return found | parting | {n for order, n, _ in bare if _is_centred(lines, filled, order)}


def _numbered_heads(lines: Sequence[Line]) -> set[int]:
    """Return separate lines with the same words and an increasing number: “214  Careers Around Us”.

    There must be a gap between number and words, or the number must change sides as on facing
    pages: “Step 1” and “Step 2” are headings.
    """
    groups: dict[str, list[tuple[int, int, str]]] = {}
    for n, (_, text) in enumerate(lines):
        found = _NUMBERED_HEAD.fullmatch(text.strip()) if len(text) <= 2 * _LONGEST else None
        if found and _is_apart(lines, n - 1) and _is_apart(lines, n + 1):
            side = "left" if found["left"] else "right"
            words = spaced(found["after"] or found["before"]).casefold()
            is_set = re.search(r"\s{2}|\t|[|·•]", found["gap"] or found["space"]) is not None
            number = int(found["left"] or found["right"])
            groups.setdefault(words, []).append((n, number, f"{side} apart" if is_set else side))
    heads: set[int] = set()
    for group in groups.values():
        counts = all(a < b <= a + _MOST_PAGES for (_, a, _), (_, b, _) in pairwise(group))
        sides = {side.partition(" ")[0] for _, _, side in group}
        is_set = len(sides) > 1 or all(side.endswith("apart") for _, _, side in group)
        if len(group) > 1 and counts and is_set:
            heads |= {n for n, *_ in group}
    return heads


def _is_centred(lines: Sequence[Line], filled: Sequence[int], order: int) -> bool:
    """Return whether a number is centred between lines that are not."""
    n = filled[order]
    beside = [
        lines[each][1] for each in (*filled[max(order - 1, 0) : order], *filled[order + 1 :][:1])
    ]
    if not beside or not (_is_apart(lines, n - 1) and _is_apart(lines, n + 1)):
        return False
    return _indent(lines[n][1]) >= _CENTRED and max(map(_indent, beside)) < _CENTRED // 2


def _indent(text: str) -> int:
    return len(text.expandtabs()) - len(text.expandtabs().lstrip())


def _interrupts_sentence(lines: Sequence[Line], filled: Sequence[int], order: int) -> bool:
    """Return whether a number is between the lines of a sentence: “… they also re-”, “pair”."""
    if not 0 < order < len(filled) - 1:
        return False
    above, at, below = filled[order - 1 : order + 2]
    is_apart = above < at - 1 and below > at + 1
    begun, goes_on = lines[above][1].strip(), lines[below][1].strip()
    return is_apart and _OPEN_END.search(begun) is not None and goes_on[:1].islower()


def _running_heads(lines: Sequence[Line], paged: set[int]) -> set[int]:
    """Return short lines that recur next to page numbers, separate from the text.

    They are the same each time except for the page number, and do not occur in the text.
    """
    beside = [chain for n in sorted(paged) for chain in _lines_around_numbers(lines, n, paged)]
    number_of = {n: number for chain, _, number in beside for n in chain}
    forms = {n: _form(lines[n][1], number) for n, number in number_of.items()}
    near = Counter(forms.values())
    within = Counter(
        _form(text, "") for n, (_, text) in enumerate(lines) if n not in forms and n not in paged
    )
    found: set[int] = set()
    for chain, step, _ in beside:
        heads = list(takewhile(lambda n: near[forms[n]] > max(1, within[forms[n]]), chain))
        heads = heads or [n for n in chain[:1] if _repeats_first(lines, n)]
        while heads and not _is_apart(lines, heads[-1] + step):
            heads.pop()
        found |= set(heads)
    first = {n for n in _first(lines) if any(_repeats_first(lines, m) for m in found)}
    return found | first | _heads_before_first_number(lines, paged, {forms[n] for n in found})


def _first(lines: Sequence[Line]) -> list[int]:
    """Return the first line of a text, if it has two ends like a running head."""
    filled = [n for n, (_, text) in enumerate(lines[:_REACH]) if text.strip()][:1]
    return [n for n in filled if _SET.search(lines[n][1].strip())]


def _repeats_first(lines: Sequence[Line], number: int) -> bool:
    """Return whether a line repeats the two ends of the text's first line."""
    ends = _SIDES.split(lines[number][1].strip())
    return any(
        n != number
        and (
            lines[n][1].split() == lines[number][1].split()
            # On facing pages the ends change sides.
            or (len(ends) == 2 and _SIDES.split(lines[n][1].strip()) == ends[::-1])
        )
        for n in _first(lines)
    )


def _heads_before_first_number(lines: Sequence[Line], paged: set[int], heads: set[str]) -> set[int]:
    """Return separate running heads before the first page number, except the title."""
    filled = [n for n in range(min(paged, default=0)) if lines[n][1].strip()]
    return {
        n
        for n in filled[1:]
        if spaced(lines[n][1]) in heads and _is_apart(lines, n - 1) and _is_apart(lines, n + 1)
    }


def _lines_around_numbers(
    lines: Sequence[Line], paged_at: int, paged: set[int]
) -> Iterator[tuple[list[int], int, str]]:
    """Yield the short lines on each side of a page number, outwards, with direction and number."""
    number = next(iter(_DIGITS.findall(lines[paged_at][1])), "")
    for step in (-1, 1):
        chain: list[int] = []
        n = paged_at + step
        while 0 <= n < len(lines) and abs(n - paged_at) <= _REACH and len(chain) < _NEAR:
            text = lines[n][1].strip()
            if n in paged or len(text) > _LONGEST:
                break
            if text:
                chain.append(n)
            n += step
        if chain:
            yield chain, step, number


def _is_apart(lines: Sequence[Line], beyond: int) -> bool:
    """Return whether the line beyond one of a running head or foot is empty."""
    return not (0 <= beyond < len(lines) and lines[beyond][1].strip())


def _form(text: str, number: str) -> str:
    plain = spaced(text)
    return re.sub(rf"\b{number}\b", "#", plain) if number else plain

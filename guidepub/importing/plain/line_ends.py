"""Finds the lines of a plain text that end on purpose, and not because they were full."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from guidepub.importing.plain.page_furniture import Line

# The most groups of lines above a text: its title, author, and origin.
_FIRST_GROUPS = 6
# The length of a line in a text that an editor has not wrapped, and how much shorter than the width
# a full line may be, in characters.
_UNBROKEN, _USUAL, _SLACK = 120, 72, 6
_FEWEST_LINES = 3


def full_width(groups: Sequence[Sequence[Line]]) -> int:
    """Return the number of characters in a full line of a text, one that continues in lower case."""
    lengths = sorted(
        len(above.strip())
        for group in groups
        for (_, above), (_, below) in pairwise(group)
        if below.strip()[:1].islower()
    )
    is_broken = len(lengths) >= _FEWEST_LINES
    return min(lengths[len(lengths) * 4 // 5], _UNBROKEN) if is_broken else _UNBROKEN


def ends_early(above: str, below: str, width: int) -> bool:
    """Return whether a line ends although the first word of the next one would have fitted."""
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    goes_on = word[:1].islower() or above.rstrip()[-1:] in ",-\u00ad"
    return not goes_on and len(above.strip()) + 1 + len(word) + _SLACK <= width


# A line of a label and its value, bold or not, and the longest one.
_LABEL = re.compile(
    r"\s{0,3}[*_]{0,3}[A-ZÀ-Þ][^:.!?*_\n]{1,45}(?:[*_]{0,3}:|:[*_]{1,3})[*_]{0,3}\s\S"
)
_LONGEST_LABEL, _LONGEST_OF_VERSE = 90, 60
_STOP = re.compile(r"[.!?][\"”’)*_]*$")


def are_set_apart(lines: Sequence[str], width: int) -> bool:
    """Return whether each line of a paragraph ends on purpose: labels, an address, a poem.

    `width` is that of a full line of the text. Lines that are whole sentences are running text.
    """
    plain = [line.strip() for line in lines]
    if len(plain) > 1 and all(_LABEL.match(each) and len(each) <= _LONGEST_LABEL for each in plain):
        return True
    if len(plain) < _FEWEST_LINES or max(map(len, plain)) > _LONGEST_OF_VERSE:
        return False
    stops = sum(_STOP.search(each) is not None for each in plain[:-1])
    return 2 * stops < len(plain) - 1 and all(
        ends_early(above.rstrip(","), below, width) for above, below in pairwise(plain)
    )


# The author or the date of a text, below its title.
_BYLINE = re.compile(
    r"\s*(?:(?:(?i:written )?(?i:by)|(?i:von)|(?i:par)|(?i:por))\s[A-ZÀ-Þ][\w.’'-]+\s[A-ZÀ-Þ][\w’'-]+(?:\s?[|·•,]|\s*$)"
    r"|(?i:published|posted|publié|publicado|veröffentlicht)\b)"
)


def split_first_lines(
    groups: Sequence[list[Line]], is_text: Callable[[list[Line]], bool]
) -> list[list[Line]]:
    """Return groups of lines in which lines above the text that end early are separate.

    `is_text` returns whether a group is the beginning of the text.
    """
    width = max(full_width(groups), _USUAL)
    result: list[list[Line]] = []
    for number, group in enumerate(groups):
        if number >= _FIRST_GROUPS or is_text(group):
            return [*result, *groups[number:]]
        rest = group
        while len(rest) > 1 and (
            _BYLINE.match(rest[1][1])
            or (not is_text(rest) and ends_early(rest[0][1], rest[1][1], width))
        ):
            result.append(rest[:1])
            rest = rest[1:]
        result.append(rest)
    return result


# The credit of a picture, “© getty images”; with a year it is the text's own notice.
_CREDIT = re.compile(r"\s*©(?!.{0,200}\b(?:19|20)\d\d)")


def split_credits(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return groups of lines in which credits that end early are separate."""
    result: list[list[Line]] = []
    for group in groups:
        rest: list[Line] = []
        for line, below in pairwise([*group, (0, "")]):
            is_alone = _CREDIT.match(line[1]) and ends_early(line[1], below[1], _USUAL)
            if is_alone and rest:
                result.append(rest)
            rest = [line] if is_alone else [*rest, line]
            if is_alone:
                result.append(rest)
                rest = []
        if rest:
            result.append(rest)
    return result

"""Recognises lines with a label and a figure as a list that lost its bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidepub.importing.plain.headings_by_position import LABELLED, is_text
from guidepub.importing.plain.page_furniture import Line

_LONGEST = 90
# “Employed ........ 96,430” or “Employed . . . . . 96,430”: dot leaders between label and figure.
_DOTS = r"(?:\s?\.{4,80}|\s?\.(?:\s\.){3,40})"
LED = re.compile(
    rf"\s{{0,12}}[^\W\d_].{{2,60}}?{_DOTS}\s{{0,12}}\S{{1,20}}(?:\s\S{{1,14}}){{0,9}}(?<![.!?])\s*$"
)
LEADERS = re.compile(rf"{_DOTS}\s{{0,12}}")
_LETTERED = re.compile(r"\s{0,12}\(?(?P<letter>[A-Z])[.)]\s{1,8}(?=\S)")
_IN_BRACKETS = re.compile(r"\s{0,12}\((?P<letter>[a-zA-Z])\)\s{1,8}(?=\S)")
_BELOW_FIGURE = re.compile(r"\s{8,80}[$€£]?\d[^:]{0,40}$")
# “median pay: $38,000”, as programs write fields; several of them are not prose.
_SMALL_LABEL = re.compile(r"\s{0,12}[^\W\d_][^:.!?$€£]{2,40}:\s{1,8}\S")
_FEWEST_SMALL = 3
# “Q: Do I need a degree?”, “Ana Ruiz: No.”: the speaker of a line.
_SPEAKER = re.compile(r"\s{0,12}(?P<who>[^\W\d_][\w .’'-]{0,30}?):\s{1,4}(?=\S)")
# “[1] Survey.”, “² Same.”
_NOTE_SIGN = re.compile(r"\s{0,12}(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[†‡])\s{0,4}(?=[^\W\d_])")
# A short line that begins like a sentence and ends with its figure.
_OWN_FIGURE = re.compile(r"\s{0,12}[A-ZÀ-ÖØ-Þ][^:]{3,70}\d\S{0,3}\s*$")


def labelled_as_items(group: list[Line]) -> list[Line]:
    """Return short lines with labels, such as “Number of Jobs, 2023: 335,000”, as items.

    If each of them has a figure, a line that introduces them and lines after them are not changed.
    """
    own = _labelled(group)
    # An indented figure below a label's figure is a second one: “$39,610/yr”, “$19.04/hr”.
    labelled = [
        is_one or (own[:n][-1:] == [True] and bool(_BELOW_FIGURE.match(group[n][1])))
        for n, is_one in enumerate(own)
    ]
    first = next((n for n, is_one in enumerate(labelled) if is_one), len(group))
    last = next((n for n in range(first, len(group)) if not labelled[n]), len(group))
    lines = group[first:last]
    if len(lines) < 2 or any(labelled[last:]):
        return group
    is_whole = len(lines) == len(group)
    goes_on = last < len(group) - 1 and not group[last][1].lstrip()[:1].isupper()
    if not is_whole and (first > 1 or goes_on or not _have_figures(lines)):
        return group
    items = [
        (number, f"- {LEADERS.sub(': ', text.strip())}" if is_one else text)
        for is_one, (number, text) in zip(own[first:last], lines, strict=True)
    ]
    return [*group[:first], *items, *group[last:]]


def split_turns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines as the turns of an interview, or as notes with their marks, or else as one group.

    A turn begins with the speaker: speakers are letters, or one of them speaks again.
    """
    found = [_SPEAKER.match(text) for _, text in lines]
    speakers = [match["who"] for match in found if match]
    speak_again = len(set(speakers)) < len(speakers)
    is_talk = len(speakers) > 1 and (speak_again or all(len(who) == 1 for who in speakers))
    if not is_talk:
        found = [_NOTE_SIGN.match(text) for _, text in lines]
    if sum(map(bool, found)) < 2 or not found[0]:
        return [list(lines)]
    made: list[list[Line]] = []
    for match, line in zip(found, lines, strict=True):
        if match:
            made.append([])
        made[-1].append(line)
    return made


def is_text_or_labels(group: Sequence[Line]) -> bool:
    """Return whether lines are text, or labels with dot leaders, and not lines above the text."""
    return is_text(group) or sum(LED.match(text) is not None for _, text in group) > 1


def with_lower_case_marks(lines: Sequence[Line]) -> list[Line]:
    """Return lines with consecutive capitals before them, “A.  Define”, “B.  Gather”, in lower case.

    They are read as items then; a single line with a capital may begin with an initial.
    """
    made = list(lines)
    run: list[int] = []
    for number, (_, text) in enumerate([*lines, (0, "")]):
        found = _LETTERED.match(text)
        if found and ord(found["letter"]) == ord("A") + len(run):
            run.append(number)
        elif text.strip() or number == len(lines):
            goes_on = bool(run) and not found and text[:1].isspace() and number < len(lines)
            if not goes_on:
                for at in run if len(run) > 1 else ():
                    start, written = made[at]
                    made[at] = start, _LETTERED.sub(_in_lower_case, written, count=1)
                run = [number] if found and found["letter"] == "A" else []
    return made


def with_copyright_signs(lines: Sequence[Line]) -> list[Line]:
    """Return lines with “©” for “(c)” at the beginning, unless a line with “(b)” precedes."""
    letters = {match[1].lower() for _, text in lines if (match := _IN_BRACKETS.match(text))}
    if "c" not in letters or "b" in letters:
        return list(lines)
    return [
        (number, f"© {text[match.end() :]}")
        if (match := _IN_BRACKETS.match(text)) and match[1].lower() == "c"
        else (number, text)
        for number, text in lines
    ]


def _in_lower_case(found: re.Match[str]) -> str:
    return found[0].lower()


def _labelled(group: Sequence[Line]) -> list[bool]:
    """Return for each line whether it is short and has a label.

    “Middle 50 percent earned between $46,480 and $73,310” counts among lines with dot leaders.
    """
    if len(group) >= _FEWEST_SMALL and all(
        _SMALL_LABEL.match(text) and len(text) <= _LONGEST for _, text in group
    ):
        return [True] * len(group)
    led = [len(text) <= _LONGEST and bool(LED.match(text)) for _, text in group]
    return [
        is_led
        or (len(text) <= _LONGEST and bool(LABELLED.match(text)))
        or (led[n - 1 : n] == led[n + 1 : n + 2] == [True] and bool(_OWN_FIGURE.match(text)))
        for n, (is_led, (_, text)) in enumerate(zip(led, group, strict=True))
    ]


def _have_figures(group: list[Line]) -> bool:
    """Return whether every line has a figure, after its label if it has one."""
    return all(re.search(r"[:.]\W.*\d", text) or _OWN_FIGURE.match(text) for _, text in group)

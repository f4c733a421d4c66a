"""Rewrites lines that Markdown would take for code, or join, against the author's intention.

reStructuredText underlines headings with tildes, which are code fences in Markdown. Authors indent
lists of labels with dot leaders to figures, which would become code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from guidepub.importing.originals.lists import LOSS_ALONE
from guidepub.importing.plain.line_ends import are_set_apart, full_width
from guidepub.importing.plain.typed_labels import LEADERS, LED

_TILDES = re.compile(r"~{4,}\s*")
_INDENTED = re.compile(r"(?: {4}|\t)\s*(?=\S)")
_FEWEST = 3
_LOSS = re.compile(rf" {{0,3}}{LOSS_ALONE}")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
# Lines that begin something other than a paragraph, or are not words of one.
_NO_PROSE = re.compile(r" {4}|\t|\s{0,3}(?:[-+#>|<:=\[{!\\$]|\*(?!\*)|\d{1,3}[.)]\s)")


def with_hard_breaks(text: str) -> str:
    """Return Markdown with hard breaks after lines that end on purpose, as in an address."""
    lines, start, is_code = text.split("\n"), 0, False
    groups: list[range] = []
    for end, line in enumerate([*lines, ""]):
        if _FENCE.match(line):
            is_code = not is_code
        elif line.strip() and not is_code:
            continue
        if end - start > 1 and not any(map(_NO_PROSE.match, lines[start:end])):
            groups.append(range(start, end))
        start = end + 1
    width = full_width([[(n, lines[n]) for n in group] for group in groups])
    for group in groups:
        written = [lines[n] for n in group]
        if "  \n" not in "\n".join(written) and are_set_apart(written, width):
            for n in group[:-1]:
                lines[n] = f"{lines[n].rstrip().removesuffix(chr(92))}  "
    return "\n".join(lines)


def with_underlined_heads(lines: Sequence[str]) -> list[str]:
    """Return Markdown with dashes instead of tildes that underline the line above."""
    made = list(lines)
    for number in range(1, len(lines)):
        line, above = lines[number].rstrip(), lines[number - 1].strip()
        begins = number == 1 or not lines[number - 2].strip()
        if begins and above and _TILDES.fullmatch(line) and abs(len(line) - len(above)) <= 1:
            made[number] = "-" * len(line)
    return made


def with_dot_leader_lists(lines: Sequence[str]) -> list[str]:
    """Return Markdown with indented lines of labels and figures with dot leaders as a list."""
    made: list[str] = []
    for is_indented, group in groupby(lines, lambda line: bool(_INDENTED.match(line))):
        run = list(group)
        is_apart = not made or not made[-1].strip()
        is_led = (
            all(LEADERS.search(line) for line in run) and sum(map(_has_dot_leaders, run)) >= _FEWEST
        )
        if is_indented and is_apart and is_led:
            run = [f"- {LEADERS.sub(': ', line.strip())}" for line in run]
        made += run
    return made


def with_negative_percentages(lines: Sequence[str]) -> list[str]:
    """Return Markdown in which a negative percentage, “- 5 percent”, is not a list item."""
    made = list(lines)
    for number, line in enumerate(lines):
        around = [*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
        if _LOSS.match(line) and not any(each.strip() for each in around):
            made[number] = f"\\{line.lstrip()}"
    return made


def _has_dot_leaders(line: str) -> bool:
    return LED.match(line) is not None

"""Removes markup of Pandoc, Quarto and Docusaurus for styles and boxes, which prints no words.

Fences of boxes and divisions, and attributes in braces, are removed. Their content stays, with a
box's title in bold above it. Code is not changed, and lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidepub.importing.pages.superscripts import DIGITS_DOWN, DIGITS_UP, LETTERS_UP

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ATTRIBUTES = r"\{[ ]?(?:[#.:]?[A-Za-z][\w:.-]{0,80}(?:=(?:\"[^\"{}\n]{0,200}\"|'[^'{}\n]{0,200}'|[^\s{}]{1,80}))?|-)(?:[ ][^{}\n]{0,300})?[ ]?\}"
_BOXES = "admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning"
# `::: {.callout-note title="Pay"}`, `:::: columns`, `:::note[Pay]`, `::: tip Pay`, `:::{tip} Pay`.
_OPENING = re.compile(
    rf"[ ]{{0,3}}:{{3,}}[ ]?(?:\{{(?:{_BOXES})\}}|(?=\{{[ ]?[.#:-]|\{{\w+=)(?P<attributes>{_ATTRIBUTES})|(?P<name>[A-Za-z][\w-]{{0,40}}))"
    r"(?:[ ]?\[(?P<bracketed>[^\[\]\n]{1,200})\]|[ ]{1,4}(?P<words>[^\s:{}][^{}\n]{0,200}?))?[ ]*:*[ ]*"
)
# Longer lines are skipped; on a line of only spaces the pattern would take minutes.
_LONGEST_OPENING = 700
_CLOSING = re.compile(r"[ ]{0,3}:{3,}[ ]*")
_TITLED = re.compile(r"\btitle=(?:\"([^\"]{1,200})\"|'([^']{1,200})')")
# Boxes of GitHub and Obsidian, `> [!NOTE] Pay`.
_CALLOUT = re.compile(
    r"(?P<quote>[ ]{0,3}>[ ]?)\[![A-Za-z]{2,20}\][+-]?[ ]*(?P<words>[^\n]{0,200})"
)
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?\S")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ](?P<words>.*\S)")
_SPAN = re.compile(
    rf"(?<![!\\\]])\[(?P<words>[^\[\]\n]{{1,300}})\]\{{(?=[ ]?[.#:]|[ ]?\w+=){_ATTRIBUTES[2:]}"
)
# After a link, a picture or code, and at the end of a heading.
_AFTER = re.compile(rf"(?<=[)`*_:])\{{(?=[ ]?[.#:]|[ ]?\w+=){_ATTRIBUTES[2:]}")
# Attributes of the block above, on a line of their own.
_OF_BLOCK = re.compile(rf"[ ]{{0,8}}\{{(?=[ ]?[.#:]|[ ]?\w+=){_ATTRIBUTES[2:]}[ ]*")
_AT_HEADING = re.compile(rf"(?<=\S)[ ]{_ATTRIBUTES}[ ]*$")
# `$43,210^1^` and `H~2~O`, directly after a word or a figure.
_RAISED = re.compile(r"(?<=[\w%€£)])\^(?P<sign>[0-9]{1,3}|[a-df-z])\^(?![\w^])")
_LOWERED = re.compile(r"(?<=[A-Za-z)])(?<!~)~(?P<sign>[0-9]{1,3})~(?!~)")
_UP = {**DIGITS_UP, **LETTERS_UP}


def without_marks(lines: Sequence[str]) -> list[str]:
    """Return the same number of lines of Markdown without markup for styles and boxes."""
    plain: list[str] = []
    fence, is_above = "", False
    depth = 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if len(line) <= _LONGEST_OPENING and not fence and _OF_BLOCK.fullmatch(line):
            plain.append("")
        elif fence or mark:
            fence = _fence_after(fence, mark[1] if mark else "", line)
            plain.append(line)
            is_above = False
        elif len(line) <= _LONGEST_OPENING and (opening := _OPENING.fullmatch(line)):
            depth += 1
            title = _title(opening)
            plain.append(
                f"**{title}**\\" if title and _precedes_paragraph(lines, number) else _bold(title)
            )
            is_above = not title
        elif depth and _CLOSING.fullmatch(line):
            depth -= 1
            plain.append("")
        elif len(line) <= _LONGEST_OPENING and (callout := _CALLOUT.fullmatch(line)):
            title = _bold(callout["words"].strip())
            goes_on = title and number + 1 < len(lines) and _QUOTED.match(lines[number + 1])
            plain.append(f"{callout['quote']}{title}" + ("\\" if goes_on else ""))
        elif is_above and (heading := _HEADING.fullmatch(line)):
            words = _AT_HEADING.sub("", heading["words"])
            plain.append(f"**{words}**\\" if _precedes_paragraph(lines, number) else _bold(words))
            is_above = False
        else:
            is_above = is_above and not line.strip()
            plain.append(_without_attributes(line))
    return plain


def _fence_after(fence: str, mark: str, line: str) -> str:
    """Return the fence that is open after a line, which may open or close one with `mark`."""
    if not fence:
        return mark
    return "" if mark.startswith(fence) and not line.strip().strip(mark[0]) else fence


def _title(opening: re.Match[str]) -> str:
    if titled := _TITLED.search(opening["attributes"] or ""):
        return titled[1] or titled[2]
    return (opening["bracketed"] or opening["words"] or "").strip()


def _bold(title: str) -> str:
    return f"**{title}**" if title else ""


def _precedes_paragraph(lines: Sequence[str], number: int) -> bool:
    """Return whether a paragraph begins on the next line."""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return re.match(r"[ ]{0,3}(?!:::|[-*+#>|]|\d{1,9}[.)]|`{3}|~{3})\S", after) is not None


def _without_attributes(line: str) -> str:
    if "^" in line or "~" in line:
        line = _RAISED.sub(lambda mark: mark["sign"].translate(_UP), line)
        line = _LOWERED.sub(lambda mark: mark["sign"].translate(DIGITS_DOWN), line)
    if "{" not in line:
        return line
    if line.startswith("#"):
        line = _AT_HEADING.sub("", line)
    return _AFTER.sub("", _SPAN.sub(lambda span: span["words"], line))

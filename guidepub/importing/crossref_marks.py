"""Labels and references of Pandoc (pandoc-crossref) and Quarto, which are told.

A label in braces prints nothing there, so it is taken out. A reference prints a number that the
text does not hold, so it stays as it is written, and the author is told what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guidepub.findings import Finding, Place, Severity

_KINDS = "fig|tbl|tab|sec|eq|lst|thm"
# Behind a picture, a heading or the caption of a table.
_LABEL = re.compile(rf"\{{#((?:{_KINDS})[:-][\w:.-]+)(?:[ \t][^{{}}\n]*)?\}}$")
_HEADING = re.compile(r"#{1,6}[ \t]")
_HEADING_ID = re.compile(r"\{#([\w:.-]+)(?:[ \t][^{}\n]*)?\}$")
_DIV = re.compile(rf"(:{{3,}})[ \t]*\{{#((?:{_KINDS})[:-][\w:.-]+)(?:[ \t][^{{}}\n]*)?\}}$")
_REFERENCE = re.compile(rf"(?<![\w\\@`])-?@((?:{_KINDS})[:-]\w[\w:-]*(?:\.[\w:-]+)*)", re.I)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_MOST_TOLD = 12


@dataclass(slots=True)
class CrossrefMarks:
    """The lines of a text without the labels, and what was found in them by line, from 0."""

    lines: list[str] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)

    def findings(self, path: str, first: int) -> list[Finding]:
        """Return warnings of the marks of a text that begins in a line of its file."""
        told = [
            (
                number,
                f"The label “{label}” was left out",
                f"Give it back as :name: {_named(label)}.",
            )
            for number, label in self.labels
        ]
        told += [
            (number, f"The reference “@{name}” stays as it is written",
             f"Write {{ref}}`{_named(name)}`, once something has that :name:.")
            for number, name in self.references
        ]  # fmt: skip
        found = [
            Finding(Place(path, first + number, 1), "I056", f"{what}.", how, Severity.WARNING)
            for number, what, how in sorted(told)
        ]
        if len(found) > _MOST_TOLD:
            more = f"So it was with {len(found) - _MOST_TOLD} more labels and references."
            last = found[_MOST_TOLD - 1]
            rest = Finding(last.place, "I056", more, "Look for @ and {#.", Severity.WARNING)
            return [*found[:_MOST_TOLD], rest]
        return found


def _named(label: str) -> str:
    return label.rstrip(".:-")


def without_labels(lines: Sequence[str]) -> CrossrefMarks:
    """Return a text's lines without labels; code stays as it is."""
    marks = CrossrefMarks()
    fence, divs = "", list[str]()
    for number, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence:
            fence = "" if opening and opening[1].startswith(fence) else fence
            marks.lines.append(line)
            continue
        if opening:
            fence = opening[1]
        elif div := _DIV.match(line.rstrip()):
            marks.labels.append((number, div[2]))
            marks.lines.append("")
            divs.append(div[1])
            continue
        elif divs and line.strip() == divs[-1]:
            marks.lines.append("")
            divs.pop()
            continue
        marks.lines.append(line if opening else _unlabelled(line, number, marks))
    return marks


def _unlabelled(line: str, number: int, marks: CrossrefMarks) -> str:
    form = _HEADING_ID if _HEADING.match(line) else _LABEL
    if label := form.search(line.rstrip()):
        marks.labels.append((number, label[1]))
        line = line[: label.start()].rstrip()
    marks.references += [(number, match[1]) for match in _REFERENCE.finditer(line)]
    return line

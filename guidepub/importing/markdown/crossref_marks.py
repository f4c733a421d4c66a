"""Reads labels and references of Pandoc (pandoc-crossref) and Quarto.

Labels of pictures on lines of their own and of tables' captions are kept, headings are identified
by their words, and references refer to these (see `crossrefs`). Other labels are removed.
References to them stay as written, and a finding says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.crossrefs import LABEL, REFERENCE

_KINDS = "fig|tbl|tab|sec|eq|lst|thm"
# After a picture, a heading or the caption of a table.
_LABEL = re.compile(rf"\{{#((?:{_KINDS})[:-][\w:.-]+)(?:[ \t][^{{}}\n]*)?\}}$")
_HEADING = re.compile(r"#{1,6}[ \t]")
_HEADING_ID = re.compile(r"\{#([\w:.-]+)(?:[ \t][^{}\n]*)?\}$")
_DIV = re.compile(rf"(:{{3,}})[ \t]*\{{#((?:{_KINDS})[:-][\w:.-]+)(?:[ \t][^{{}}\n]*)?\}}$")
_REFERENCE = re.compile(rf"(?<![\w\\@`])-?@((?:{_KINDS})[:-]\w[\w:-]*(?:\.[\w:-]+)*)", re.I)
# Several references in brackets, which are not printed.
_TOGETHER = re.compile(
    rf"\[(-?@(?:{_KINDS})[:-][\w:.-]+(?:; ?-?@(?:{_KINDS})[:-][\w:.-]+)*)\]", re.I
)
_PICTURE = re.compile(r"!\[([^\[\]]{1,400})\]\(([^\s()]{1,400})\)")
_TABLE = re.compile(r"(?:[Tt]able)?: ?([^\s:].{0,199})")
# Markdown's own characters, which HTML would print.
_MARKED = re.compile(r"[*_`\[\]\\<>&]")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_MOST_REPORTED = 12


@dataclass(slots=True)
class CrossrefMarks:
    """The lines of a text without labels, and what was found in them, by line from 0."""

    lines: list[str] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)

    def findings(self, path: str, first: int) -> list[Finding]:
        """Return warnings about the marks of a text that begins on line `first` of its file."""
        entries = [
            (
                number,
                f"The label “{label}” was left out",
                f"Write it as :name: {_named(label)}.",
            )
            for number, label in self.labels
        ]
        entries += [
            (number, f"The reference “@{name}” was not converted",
             f"Write {{ref}}`{_named(name)}` once something has that :name:.")
            for number, name in self.references
        ]  # fmt: skip
        found = [
            Finding(Place(path, first + number, 1), "I056", f"{message}.", remedy, Severity.WARNING)
            for number, message, remedy in sorted(entries)
        ]
        if len(found) > _MOST_REPORTED:
            more = f"The same goes for {len(found) - _MOST_REPORTED} more labels and references."
            last = found[_MOST_REPORTED - 1]
            rest = Finding(last.place, "I056", more, "Look for @ and {#.", Severity.WARNING)
            return [*found[:_MOST_REPORTED], rest]
        return found


def _named(label: str) -> str:
    return label.rstrip(".:-")


def without_labels(lines: Sequence[str]) -> CrossrefMarks:
    """Return a text's lines with labels and references as HTML elements; code is not changed.

    Labels that guides cannot have, such as those of equations, and references without a target
    are recorded to be reported.
    """
    marks = CrossrefMarks()
    places = _places(lines)
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
        marks.lines.append(line if opening else _with_elements(line, number, marks, places))
    return marks


def _places(lines: Sequence[str]) -> Mapping[str, str]:
    """Return the targets of references by the names of labels in a text."""
    places: dict[str, str] = {}
    for line in lines:
        is_heading = _HEADING.match(line) is not None
        if found := (_HEADING_ID if is_heading else _LABEL).search(line.rstrip()):
            name = _named(found[1])
            if is_heading:
                words = line[: found.start()].lstrip("#").strip()
                places[name.casefold()] = f"heading:{words}"
            elif _captioned(line[: found.start()].rstrip(), name):
                places[name.casefold()] = f"numref:{name}"
    return places


def _with_elements(line: str, number: int, marks: CrossrefMarks, places: Mapping[str, str]) -> str:
    is_heading = _HEADING.match(line) is not None
    if label := (_HEADING_ID if is_heading else _LABEL).search(line.rstrip()):
        line = line[: label.start()].rstrip()
        if made := "" if is_heading else _captioned(line, _named(label[1])):
            return made
        if not is_heading:
            marks.labels.append((number, label[1]))
    if is_heading or "@" not in line:
        return line
    # There are no references inside code spans.
    parts = line.split("`")
    for place in range(0, len(parts), 2):
        joined = _TOGETHER.sub(lambda found: _opened(found, places), parts[place])
        parts[place] = _REFERENCE.sub(
            lambda found: _referring(found, number, marks, places), joined
        )
    return "`".join(parts)


def _opened(found: re.Match[str], places: Mapping[str, str]) -> str:
    """Return references in brackets without the brackets, unless one of them has no target."""
    names = _REFERENCE.findall(found[1])
    is_led = all(_named(name).casefold() in places for name in names)
    return found[1].replace(";", ",") if is_led else found[0]


def _referring(
    found: re.Match[str], number: int, marks: CrossrefMarks, places: Mapping[str, str]
) -> str:
    asked = places.get(_named(found[1]).casefold())
    if asked is None:
        marks.references.append((number, found[1]))
        return found[0]
    return f'<span class="{REFERENCE}" title="{escape(asked)}">{found[0]}</span>'


def _captioned(line: str, name: str) -> str:
    """Return a picture with its caption, or the caption of a table, as HTML, or ""."""
    label = f'<span class="{LABEL}" title="{escape(name)}"></span>'
    if (picture := _PICTURE.fullmatch(line)) and not _MARKED.search(picture[1]):
        words = escape(picture[1])
        image = f'<img src="{escape(picture[2])}" alt="" />'
        return f"<figure>{image}<figcaption>{label}{words}</figcaption></figure>"
    if (caption := _TABLE.fullmatch(line)) and not _MARKED.search(caption[1]):
        return f'<p class="caption">{label}{escape(caption[1])}</p>'
    return ""

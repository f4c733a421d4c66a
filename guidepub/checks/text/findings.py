"""Findings on passages of a manuscript that a finished file lacks, at the definition's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from guidepub.checks.text.comparing import read_parts
from guidepub.checks.text.indexed import misnumbered
from guidepub.checks.text.page_numbers import LEADER, page_number
from guidepub.checks.text.record import Difference, PartRead
from guidepub.checks.text.sources import FinishedFile, is_paged
from guidepub.checks.text.streams import folded
from guidepub.findings import Finding, Place, Severity
from guidepub.model import EDITION_FILES, Edition
from guidepub.words.manuscript import Link, Manuscript, Passage

# How many signs of a text a message shows to identify it.
_SHOWN = 60
_REMEDY = "The text is not at fault: fix the catalogue’s own theme; if there is none, report this."
_SHORTER = "Move a call, or shorten notes: their page has no room for them."
_CALLED = {
    "title": "title", "line": "line", "heading": "heading", "paragraph": "paragraph",
    "item": "item of a list", "quotation": "quotation", "term": "term", "definition": "definition",
    "head": "table’s head", "cell": "table’s cell", "caption": "caption", "label": "label",
    "source": "source", "code": "line of code", "note": "note", "entry": "entry of the contents",
    "indexed": "entry of the index",    "notice": "notice’s paragraph", "alternative": "text alternative",
}  # fmt: skip
_WARNINGS = frozenset({"T009"})
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"


class _LinkTargets(NamedTuple):
    """The targets that links inside a file may have: a leaf's first page, or a place in it."""

    firsts: Mapping[str, int]
    lasts: Mapping[str, int]
    marks: Mapping[int, frozenset[int]]

    def allowed(self, link: Link) -> frozenset[str | int]:
        """Return the units to which a link may lead."""
        leaf = link.target[1:]
        first = self.firsts.get(leaf, -1)
        if link.mark:
            return frozenset(self.marks.get(link.mark, ()))
        if link.within:
            return frozenset(range(first, self.lasts.get(leaf, -1) + 1))
        return frozenset({first})


def text_findings(
    manuscript: Manuscript, edition: Edition, source: FinishedFile, notices: bool = True
) -> list[Finding]:
    """Return the differences between a file of an edition and its manuscript.

    Without `notices`, their wording is left to the legal proof.

    Words that are missing or changed (T001), words that are joined or split (T002), notes
    (T003), numbers of lists and notes (T004), page numbers in the contents (T005),
    alternatives of pictures (T006) and targets of links (T007). A note that begins on another
    page than its call is a warning (T009): nothing of it is lost.
    """
    differences = list(_differences(read_parts(manuscript, source), edition, source, notices))
    if any(each.code not in _WARNINGS for each in differences):
        # Sentences that a book repeats may have been taken for each other.
        read = read_parts(manuscript, source, reserving=True)
        again = list(_differences(read, edition, source, notices))
        differences = min(again, differences, key=_error_count)
    return [_finding(each, manuscript.path, edition) for each in differences]


def _error_count(differences: Sequence[Difference]) -> int:
    """Return how many of some differences are errors."""
    return sum(each.code not in _WARNINGS for each in differences)


def _differences(
    read: Sequence[PartRead], edition: Edition, source: FinishedFile, notices: bool
) -> Iterator[Difference]:
    firsts = {**_unit_by_name(read, source), **{part.part.leaf: part.first for part in read}}
    marks = {number: units for part in read for number, units in part.marks.items()}
    lasts = {part.part.leaf: part.last for part in read}
    for part in read:
        differences = [
            *part.differences,
            *_page_numbers(part, firsts, source),
            *misnumbered(part, marks, source),
            *_alternatives(part, source),
            *_links(part, _LinkTargets(firsts, lasts, marks), edition, source),
            *late_notes(part, source),
        ]
        for difference in differences:
            if difference.passage.kind == "notice" and not notices:
                continue
            yield difference


def _finding(difference: Difference, path: str, edition: str) -> Finding:
    passage, read = difference.passage, difference.read
    called = _CALLED[passage.kind]
    called = f"{'an' if called[0] in 'aeio' else 'a'} {called}"
    text = " ".join(passage.text.split())
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    message = (
        f"In the edition “{edition}”, {_described(difference.code, called, shown, passage, read)}"
    )
    return Finding(
        Place(path, passage.line, 1 if passage.line else 0),
        difference.code,
        f"{message} ({difference.where})",
        _SHORTER if difference.code == "T009" else _REMEDY,
        Severity.WARNING if difference.code in _WARNINGS else Severity.ERROR,
    )


def _described(code: str, called: str, shown: str, passage: Passage, read: str) -> str:
    number = passage.number or read
    if code in ("T001", "T002") and read:
        return f"{called} differs: {read}"
    return {
        "T001": f"{called} is missing: “{shown}”",
        "T002": f"words of {called} are joined or split: “{shown}”",
        "T003": f"a note is missing: “{shown}”",
        "T004": f"{called} does not have its number {number}: “{shown}”",
        "T005": f"{_giving(passage)} another page for “{shown}”: {read}",
        "T006": f"a picture lacks its text alternative: “{shown}”",
        "T007": f"a link to {shown} is missing",
        "T009": f"the note “{shown}” does not begin on the page of its call, {read}",
    }[code]


def _giving(passage: Passage) -> str:
    by_kind = {"entry": "the contents give", "indexed": "the index gives"}
    return by_kind.get(passage.kind, "a reference gives")


def _unit_by_name(read: Sequence[PartRead], source: FinishedFile) -> dict[str, int]:
    """Return the units on which the targets of references begin, by their names."""
    return {
        passage.name: source.stream.unit_at(part.segments[number][0][0])
        for part in read
        for number, passage in enumerate(part.part.passages)
        if passage.name and number in part.segments
    }


def _page_numbers(
    read: PartRead, firsts: dict[str, int], source: FinishedFile
) -> Iterator[Difference]:
    """Yield the entries and references that print another number than that of their page."""
    stream = source.stream
    for number, segments in read.segments.items():
        passage = read.part.passages[number]
        if not passage.leads_to or passage.leads_to not in firsts:
            continue
        label = source.label(firsts[passage.leads_to])
        if label is None:
            continue
        unit, end = stream.unit_at(segments[-1][0]), segments[-1][1]
        if passage.kind == "entry" and (
            leader := LEADER.match(stream.text, end, stream.end_of(unit))
        ):
            end = leader.end()
        following = read.part.passages[number + 1 : number + 2]
        text = folded(following[0].text) if following else ""
        length = page_number(stream, end, unit, text)
        is_right = stream.text[end : end + length] == label.casefold()
        if not is_right:
            unit = stream.unit_at(segments[0][0])
            yield Difference("T005", passage, source.names[unit], f"it begins on page {label}")
    for passage, printed, unit in read.pages:
        label = source.label(firsts[passage.leads_to]) if passage.leads_to in firsts else None
        if label is not None and printed != label.casefold():
            yield Difference("T005", passage, source.names[unit], f"it begins on page {label}")


def _alternatives(read: PartRead, source: FinishedFile) -> Iterator[Difference]:
    """Yield the pictures that lack their text alternatives."""
    wanted = read.part.alternatives
    if not wanted:
        return
    there: list[str] = []
    # A part's last picture can be on the page on which the next one begins.
    behind = read.last + (2 if is_paged(source) else 1)
    for unit in range(read.first, min(behind, len(source.stream.units))):
        own = source.alternatives(unit)
        if own is None:
            return
        there += map(folded, own)
    for passage in wanted:
        text = folded(passage.text)
        if text in there:
            there.remove(text)
        else:
            yield Difference("T006", passage, source.names[read.first])


def _links(
    read: PartRead, targets: _LinkTargets, edition: Edition, source: FinishedFile
) -> Iterator[Difference]:
    """Yield the links that lead nowhere, or elsewhere; paper has none."""
    if not EDITION_FILES[edition].is_for_reading or not read.part.links:
        return
    there: set[str | int] = {
        target if isinstance(target, int) else _address(target)
        for unit in range(read.first, read.last + 1)
        for target in source.links(unit)
    }
    for link in read.part.links:
        inside = link.target.startswith("#")
        wanted = targets.allowed(link) if inside else {_address(link.target)}
        if not wanted & there:
            passage = Passage("line", link.target, link.line)
            yield Difference("T007", passage, source.names[read.first])


def late_notes(read: PartRead, source: FinishedFile) -> Iterator[Difference]:
    """Yield the notes that begin on another page than their calls (Chicago Manual, chapter 14)."""
    if not is_paged(source):
        return
    for note in read.part.notes:
        called, begun = read.calls.get(note.number), read.notes.get(note.number)
        if called is not None and begun is not None and called != begun:
            yield Difference("T009", note.passages[0], source.names[begun], source.names[called])


def _address(target: str) -> str:
    """Return an address in one form for all files: what may be escaped is escaped."""
    return quote(unquote(target), safe=_SAFE).rstrip("/")

"""Checks of the marks of a guide's index against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.findings import Finding, Place, Severity, did_you_mean
from guidepub.markdown import IndexEntry, Reference, title_words

Mark = tuple[Reference, Place]

_FORMS = (
    "Write the words alone, {index}`words <main; below>`, or single:, pair:, start:, end:, see: or "
    "seealso: before words separated by a semicolon."
)


def index_findings(marks: Sequence[Mark]) -> Iterator[Finding]:
    """Yield the faults between the marks of a guide's index, given in its order (D047).

    Entries that are not written as such, marks that are on no page, ranges without an end or a
    beginning, and entries that send readers to nothing, or on and on.
    """
    found = [(entry, place) for mark, place in marks for entry in mark.entries]
    for mark, place in marks:
        if mark.kind == "index" and not mark.entries:
            message = f"“{mark.name}” is not a valid index entry."
            yield Finding(place, "D047", message, _FORMS)
        elif mark.alone and any(entry.has_place for entry in mark.entries):
            message = f"The index mark “{mark.name}” is in a paragraph without words."
            yield Finding(place, "D047", message, "Put it into the paragraph that it refers to.")
    yield from _ranges(found)
    yield from _sent_on(found)
    yield from _alike(found)


def _ranges(found: Sequence[tuple[IndexEntry, Place]]) -> Iterator[Finding]:
    begun: dict[tuple[str, ...], Place] = {}
    for entry, place in found:
        name, key = _shown(entry.words), _key(entry)
        if entry.kind == "start" and key in begun:
            message = f"The range of “{name}” begins again before it ends."
            yield Finding(place, "D047", message, f"End the first one: {{index}}`end: {name}`.")
        elif entry.kind == "start":
            begun[key] = place
        elif entry.kind == "end" and begun.pop(key, None) is None:
            message = f"A range of “{name}” ends here, but never began."
            yield Finding(place, "D047", message, f"Begin it: {{index}}`start: {name}`.")
    for entry, place in found:
        if entry.kind == "start" and begun.get(_key(entry)) == place:
            name = _shown(entry.words)
            message = f"The range of “{name}” never ends."
            yield Finding(place, "D047", message, f"End it: {{index}}`end: {name}`.")


def _sent_on(found: Sequence[tuple[IndexEntry, Place]]) -> Iterator[Finding]:
    placed = {title_words(entry.words[0]): entry.words[0] for entry, _ in found if entry.has_place}
    sent = {title_words(entry.words[0]) for entry, _ in found if not entry.has_place}
    for entry, place in found:
        if entry.has_place:
            continue
        here, there = title_words(entry.words[0]), title_words(entry.other)
        message = f"The index sends readers from “{here}” to “{there}”, "
        if there == here:
            yield Finding(place, "D047", f"{message}which is the same.", "Remove it.")
        elif there not in placed and there in sent:
            yield Finding(place, "D047", f"{message}which has no page.", "Name the last of them.")
        elif there not in placed:
            remedy = did_you_mean(there, placed)
            yield Finding(place, "D047", f"{message}which is not an entry.", remedy)
        elif entry.kind == "see" and here in placed:
            message = f"“{here}” has pages in the index, but also a “see” reference."
            remedy = f"Write seealso: {entry.words[0]}; {entry.other}."
            yield Finding(place, "D047", message, remedy, Severity.WARNING)


def _alike(found: Sequence[tuple[IndexEntry, Place]]) -> Iterator[Finding]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entry, place in found:
        folded = tuple(part.casefold() for part in _key(entry))
        first = known.setdefault(folded, _key(entry))
        if first != _key(entry):
            known[folded] = _key(entry)
            message = (
                f"The entries “{_shown(first)}” and “{_shown(_key(entry))}” differ only in case."
            )
            yield Finding(place, "D047", message, "Write both alike.", Severity.WARNING)


def _key(entry: IndexEntry) -> tuple[str, ...]:
    return tuple(map(title_words, entry.words))


def _shown(words: Sequence[str]) -> str:
    return "; ".join(words)

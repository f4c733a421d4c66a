"""The targets of references in a guide, and faults of labels and references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from guidepub.findings import did_you_mean
from guidepub.loading.referring.career import career_drawings
from guidepub.markdown import (
    ALONE,
    Anchor,
    Anchors,
    Continued,
    Counted,
    CrossReference,
    Directive,
    Origin,
    Prose,
    places_of,
    reference_of,
)
from guidepub.model import Catalog, Guide, NumberedKind
from guidepub.model.guides.sections import numerals_of
from guidepub.words.names import slugify

_COUNTED: Mapping[NumberedKind, Counted] = MappingProxyType(
    {"figures": "figure", "tables": "table", "boxes": "box"}
)

MessageAndRemedy = tuple[str, str]
"""What is wrong, and how to fix it."""


def guide_places(
    guide: Guide,
    catalog: Catalog,
    section_ids: Sequence[str],
    texts: Sequence[Prose],
    volume: Guide | None = None,
    continued: Continued = ALONE,
) -> Anchors:
    """Return the places of a guide, given its sections' ids and their prose.

    In a `volume`, what has numbers there does so in each guide; `continued` says how it goes
    on from the one before it.
    """

    def drawn(directive: Directive) -> list[str]:
        return [drawing.name for drawing in career_drawings(directive, guide)]

    numbered = {
        _COUNTED[kind] for each in (guide, volume or guide) for kind in catalog.numbered_in(each)
    }
    return places_of(section_ids, texts, drawn, numbered, numerals_of(guide.kinds), continued)


def list_faults(guide: Guide, places: Anchors) -> Iterator[tuple[int, MessageAndRemedy]]:
    """Yield the lists that a guide itself asks for and that would be empty, by their numbers."""
    if guide.is_volume:
        # Faults of its guides are reported with their own books.
        return
    there = {place.kind for place in places.all if place.number}
    for index, kind in enumerate(guide.lists or ()):
        if _COUNTED[kind] not in there:
            message = f"The guide has no {kind}, so there is no list of them."
            yield index, (message, f"Delete “{kind}”, or add some to the guide.")


def place_faults(places: Anchors) -> Iterator[tuple[str, MessageAndRemedy, Origin, int]]:
    """Yield the faults of labels and headings: code, words, and place.

    The line is that of the text of the origin, which is empty for a section's title.
    """
    for wrong in places.misplaced:
        message = f"The label “{wrong.label}” is not before anything that can have one."
        remedy = "Write it directly above a heading or a directive."
        if wrong.is_double:
            message = f"The label “{wrong.label}” is also used for another place."
            remedy = "Give one of the two another label."
        yield "D081", (message, remedy), wrong.origin, wrong.line
    for place in places.all:
        if place.words and _prints_itself(place, places):
            words = "".join(word.content for word in place.words)
            message = f"The heading “{words}” refers to headings that refer back to it."
            remedy = "Write the words themselves in one of them."
            yield "D083", (message, remedy), place.origin, place.line


def bare_headings(places: Anchors) -> Iterator[Anchor]:
    """Yield the sections and headings without words, which contents could not list."""
    for place in places.all:
        if place.kind in ("section", "heading") and not place.has_words:
            yield place


def _prints_itself(place: Anchor, places: Anchors) -> bool:
    """Return whether the words of a place hold those of another one that holds them again."""
    seen: set[int] = set()
    waiting = _printed(place, places)
    while waiting:
        other = waiting.pop()
        if other is place:
            return True
        if id(other) not in seen:
            seen.add(id(other))
            waiting += _printed(other, places)
    return False


def _printed(place: Anchor, places: Anchors) -> list[Anchor]:
    asked = filter(None, map(reference_of, place.words))
    found = (places.find(each.target) for each in asked if each.role == "ref" or each.form)
    return [other for other in found if other is not None and not other.number]


def reference_faults(
    asked: CrossReference, places: Anchors, guide: Guide
) -> Iterator[tuple[str, str, str]]:
    """Yield the faults of a reference of a guide: code, message, and remedy."""
    if asked.role == "guide":
        yield from other_faults(asked.target, guide)
        return
    place = places.find(asked.target)
    if places.is_ambiguous(asked.target):
        yield ("D082", *several_headings(asked.target))
    elif place is None:
        message = f"The reference “{asked.target[:80]}” does not match any label or heading."
        yield "D080", message, suggestion(asked.target, places)
    elif asked.role == "numref" and not place.numeral:
        message = f"“{asked.target[:80]}” has no number."
        yield "D082", message, f"Print its words: {{ref}}`{asked.target[:80]}`."
    elif asked.role != "numref" and not (place.number or place.is_titled):
        message = f"“{asked.target[:80]}” has no title that a reference could print."
        yield "D082", message, f"Write words of its own: {{ref}}`words <{asked.target[:80]}>`."
    elif "{name}" in asked.form and not place.is_titled:
        message = f"“{asked.target[:80]}” has no title that “{{name}}” could print."
        yield "D082", message, "Leave {name} out."


def other_faults(slug: str, guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield the same for a guide of the catalogue that another one names by its slug."""
    if slug not in guide.others:
        message = f"The catalogue has no guide “{slug[:80]}” that can be read."
        remedy = "Write the slug of one: that of its front matter, or its file's name."
        yield "D080", message, remedy


def several_headings(target: str) -> MessageAndRemedy:
    """Return the fault of a reference by words that several headings have."""
    message = f"Several headings have the words “{target[:80]}”."
    return message, "Write a label, (label)=, above the one that you mean, and refer to that."


def suggestion(target: str, places: Anchors) -> str:
    """Return a remedy that names what may be meant by something that is not there."""
    own = {place.label for place in places.all if place.label}
    others = (key for key, place in places.by_key.items() if not place.label)
    # A heading's words with its section's before them are long, and say no more.
    ids = {slugify(place.name) for place in places.all}
    return did_you_mean(target, own.union(key for key in others if key not in ids))

"""A007: numbered figures, tables and the like that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.loading import guide_places, prose_of
from guidepub.markdown import Prose, references
from guidepub.words.typography import AS_WRITTEN

# Labels are written with one of these.
_LABELLING = (":name:", ")=")


def _unreferred(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for labelled, numbered objects that nothing refers to.

    A reference to one drawing of a directive counts for all of its drawings.
    """
    bodies = [section.body for section in subject.guide.sections]
    if not any(sign in body for body in bodies for sign in _LABELLING):
        return
    texts = prose_of(subject.guide, AS_WRITTEN)
    ids = subject.catalog.sections.ids_of(subject.guide)
    places = guide_places(subject.guide, subject.catalog, ids, texts)
    referred_to = {
        id(place.directive) for target in _targets(texts) if (place := places.find(target))
    }
    reported: set[int] = set()
    for place in places.all:
        key = id(place.directive)
        if not (place.label and place.number) or key in referred_to or key in reported:
            continue
        reported.add(key)
        label = place.label.removesuffix(f"-{place.drawing}") if place.drawing else place.label
        message = f"The {place.kind} “{label}” has a number, but nothing refers to it."
        remedy = f"Refer to it in the text, {{ref}}`{place.label}`, or delete its label."
        where = subject.document.place_in(place.origin, place.line, 1)
        yield Alarm("A007", where, message, remedy)


def _targets(texts: tuple[Prose, ...]) -> Iterator[str]:
    """Yield the targets of a guide's references and links within it."""
    for text in texts:
        for reference in references(text):
            if reference.kind == "reference":
                yield reference.name
            elif reference.kind == "link" and reference.name.startswith("#"):
                yield unquote(reference.name[1:])


RULES = (Rule(("A007",), _unreferred),)

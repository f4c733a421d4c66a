"""S: translations whose original is another one by now."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import did_you_mean
from guidepub.linting.alarms import Alarm
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject


def _original_changed(subject: Subject) -> Iterator[Alarm]:
    """A translation of a guide that is another one by now, as far as that is among those read."""
    told, guides = subject.guide.translation_of, subject.catalog.guides
    if told is None:
        return
    place = subject.document.place(("translation_of",))
    original = guides.get(told.guide)
    if original is not None and original.state != told.state:
        message = f"The guide “{told.guide}” has changed since it was translated."
        if told.state is None:
            message = f"It is not said which state of “{told.guide}” this translates."
        remedy = f'Bring the translation up to it, then write state: "{original.state}".'
        yield Alarm("S008", place, message, remedy)
    elif original is None and len(guides) > 1 and not _is_faulty(told.guide, subject):
        message = f"The catalogue has no guide “{told.guide}” that this could translate."
        yield Alarm("S008", place, message, did_you_mean(told.guide, guides))


def _is_faulty(slug: str, subject: Subject) -> bool:
    return any(each.slug == slug for each in subject.catalog.by_file)


RULES = (Rule(("S008",), _original_changed),)

"""S: translations that are older than their original."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import did_you_mean
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject


def _original_changed(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for a translation whose original has changed, is missing or has no stated version.

    Or whose original is in a language other than the translation or the catalogue says. If only the
    translation was loaded, a missing original is not reported.
    """
    stated, guides = subject.guide.translation_of, subject.catalog.guides
    if stated is None:
        return
    place = subject.document.place(("translation_of",))
    original = guides.get(stated.guide)
    if original is not None and original.state != stated.state:
        message = f"The guide “{stated.guide}” has changed since it was translated."
        if stated.state is None:
            message = f"The guide does not say which state of “{stated.guide}” it translates."
        remedy = f'Bring the translation up to date, then write state: "{original.state}".'
        yield Alarm("S008", place, message, remedy)
    elif original is None and len(guides) > 1 and not _is_faulty(stated.guide, subject):
        message = f"The catalogue has no guide “{stated.guide}”, which this one translates."
        yield Alarm("S008", place, message, did_you_mean(stated.guide, guides))
    language = subject.catalog.language_of_original(subject.guide)
    if original is not None and language is not None and language != original.language:
        message = f"The guide “{stated.guide}”, which this one translates, is not in “{language}”."
        yield Alarm("S008", place, message, f"Write language: {original.language}.")


def _is_faulty(slug: str, subject: Subject) -> bool:
    return any(each.slug == slug for each in subject.catalog.by_file)


RULES = (Rule(("S008",), _original_changed),)

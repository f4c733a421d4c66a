"""S: facts with an expired projection or an old year, and sources looked up long ago."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject


def _expired_facts(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for facts whose projection ends before the edition."""
    for key, fact in subject.guide.facts.items():
        if fact.period is not None and fact.period[1] < subject.year:
            place = subject.document.place(("facts", key, "period"))
            message = f"The projection “{key}” ended in {fact.period[1]}."
            remedy = "Look up the current projection, or leave the fact out."
            yield Alarm("S001", place, message, remedy)


def _old_facts(subject: Subject) -> Iterator[Alarm]:
    oldest = subject.year - subject.settings.fact_years
    for key, fact in subject.guide.facts.items():
        year = fact.period[0] if fact.period else fact.as_of
        if year is None or year >= oldest or (fact.period and fact.period[1] < subject.year):
            continue
        field = "period" if fact.period else "as_of"
        place = subject.document.place(("facts", key, field))
        message = f"The fact “{key}” is from {year}; the catalogue asks for {oldest} or later."
        yield Alarm("S002", place, message, "Look up the current figure.")


def _old_lookups(subject: Subject) -> Iterator[Alarm]:
    oldest = subject.year - subject.settings.retrieved_years
    for key, source in subject.guide.sources.items():
        if source.retrieved is not None and source.retrieved.year < oldest:
            place = subject.document.place(("sources", key, "retrieved"))
            message = f"The source “{key}” was looked up in {source.retrieved.year}."
            yield Alarm("S004", place, message, "Look it up again, and check what it says.")


RULES = (
    Rule(("S001",), _expired_facts),
    Rule(("S002",), _old_facts),
    Rule(("S004",), _old_lookups),
)

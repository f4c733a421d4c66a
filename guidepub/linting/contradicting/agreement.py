"""Q: statements that contradict each other: needed and not needed, never and every night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TypeVar

from guidepub.linting.figures.claims import own_names, own_nouns
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.parts import SentencePart, contradiction
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.extents import Extent, extents
from guidepub.text.figures.superlatives import First, firsts
from guidepub.text.naming.places import are_of_two_places
from guidepub.text.statements.ages import Age, ages
from guidepub.text.statements.alternatives import Alternative, alternatives
from guidepub.text.statements.attributes import Attribute, attributes
from guidepub.text.statements.axes import Stance, stances
from guidepub.text.statements.clock_times import ClockTime, clock_times, turns_elsewhere
from guidepub.text.statements.denials import affirmed, denials
from guidepub.text.statements.duties import Duty, duties
from guidepub.text.statements.openings import OpeningTime, openings
from guidepub.text.statements.stages import counted_stages, named_stages

# The most statements that are compared with each other, since the time grows with their number.
_MOST_STATEMENTS = 200
# A heading of fewer words is a name, not a statement.
_SHORT = 3
_REMEDY = "Find out which is right, or say to whom each applies."

StatementT = TypeVar(
    "StatementT", Age, Alternative, Attribute, ClockTime, Duty, Extent, First, OpeningTime, Stance
)


def _statements(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions about requirements, ages, extents, firsts and denials.

    Each sentence is reported only once, by the most specific of these readers.
    """
    own, names = own_nouns(subject), own_names(subject)
    reported: set[Sentence] = set()
    yield from _requirements(language, subject, reported)
    how_many = (
        (extent, s) for s in subject.sentences for extent in extents(s.text, own, names, language)
    )
    yield from _contradictions(subject, "Q008", how_many, reported)
    placed = (
        (stance, sentence)
        for sentence, is_heading in _lines(subject)
        if not (is_heading and len(sentence.text.split()) < _SHORT)
        for stance in stances(sentence.text, own, names, language)
    )
    yield from _contradictions(subject, "Q008", placed, reported)
    first = ((first, s) for s in subject.sentences for first in firsts(s.text))
    yield from _contradictions(subject, "Q008", first, reported)
    yield from _denials(language, subject, reported)


def _requirements(
    language: str, subject: Subject, reported: set[Sentence] | None = None
) -> Iterator[Alarm]:
    """Yield contradictions about what is required: a licence, an exam, experience."""
    own, names = own_nouns(subject), own_names(subject)
    needed = ((d, s) for s, _ in _lines(subject) for d in duties(s.text, own, language, names))
    yield from _contradictions(subject, "Q007", needed, reported)
    stated_ages = ((age, s) for s in subject.sentences for age in ages(s.text))
    yield from _contradictions(subject, "Q007", stated_ages, reported)


def _denials(language: str, subject: Subject, reported: set[Sentence]) -> Iterator[Alarm]:
    """Yield contradictions where one sentence denies what another of its section affirms."""
    denied = (
        (denial, sentence, around)
        for around in subject.sections
        for sentence in around
        if sentence not in reported
        for denial in denials(sentence.text, language)
    )
    for denial, sentence, around in islice(denied, _MOST_STATEMENTS):
        others = (s for s in around if s is not sentence and s not in reported)
        found = ((s, affirmed(s.text, denial, language)) for s in others)
        affirmation = next(
            (
                (s, span)
                for s, span in found
                if span and not are_of_two_places(s.text, sentence.text)
            ),
            None,
        )
        if affirmation is not None:
            reported |= {sentence, affirmation[0]}
            code = "Q007" if denial.is_of_need else "Q008"
            part = SentencePart(sentence, denial.start, denial.text)
            earlier = SentencePart(affirmation[0], *affirmation[1])
            yield contradiction(subject, code, part, earlier, _REMEDY)


def _attributes(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions about times, prices and prospects of the same thing.

    Lengths of training are compared across the guide, everything else within a section.
    """
    own = own_nouns(subject) | own_names(subject)
    by_section = [
        [(attribute, s) for s in sentences for attribute in attributes(s.text, own, language)]
        for sentences in subject.sections
    ]
    reported: set[Sentence] = set()
    lasting = (
        statement for statement in chain(*by_section) if statement[0].name.startswith("length")
    )
    yield from _contradictions(subject, "Q006", lasting, reported)
    for statements in by_section:
        yield from _contradictions(subject, "Q006", statements, reported)


def _openings(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions about a place that is both open and closed on a day or in a month."""
    before: OpeningTime | None = None
    for sentences in subject.sections:
        found: list[tuple[OpeningTime, Sentence]] = []
        for sentence in sentences:
            opening = next(openings(sentence.text, language), None)
            if opening is not None and opening.is_taken_up:
                # “It” refers to the thing of the sentence before, or of an earlier one.
                opening = before and replace(opening, thing=before.thing, which=before.which)
            if opening is not None:
                found.append((opening, sentence))
            # “It” cannot refer to a plural subject in between: “Workers plan games”.
            elif sentence.text.split(maxsplit=1)[0].endswith("s") and language == "en":
                continue
            before = opening
        yield from _contradictions(subject, "Q008", found)


def _hours(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions about the hour at which a thing opens, closes, begins or ends.

    Sentences are compared only until one turns to another place, group or day.
    """
    for sentences in subject.sections:
        found: list[tuple[ClockTime, Sentence]] = []
        for sentence in sentences:
            if turns_elsewhere(sentence.text, language):
                yield from _contradictions(subject, "Q008", found)
                found = []
            found += [(time, sentence) for time in clock_times(sentence.text, language)]
        yield from _contradictions(subject, "Q008", found)


def _alternatives(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions between a statement about all of a group and one about some of it."""
    for sentences in subject.sections:
        found = ((way, s) for s in sentences for way in alternatives(s.text, language))
        yield from _contradictions(subject, "Q008", found)


def _stages(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield contradictions about stages: fourth-year apprentices in a program of three years."""
    for sentences in subject.sections:
        counted = [(stages, s) for s in sentences for stages in counted_stages(s.text, language)]
        wholes = [(stages, s) for stages, s in counted if stages.is_whole][:_MOST_STATEMENTS]
        for sentence in sentences if wholes else ():
            for stage in named_stages(sentence.text, language):
                most = max((c.count for c, _ in counted if c.unit == stage.unit), default=0)
                whole = next(((c, s) for c, s in wholes if c.unit == stage.unit), None)
                if whole is not None and stage.number > most and whole[1] is not sentence:
                    part = SentencePart(sentence, stage.start, stage.text)
                    earlier = SentencePart(whole[1], whole[0].start, whole[0].text)
                    yield contradiction(subject, "Q006", part, earlier, _REMEDY)
                    break


def _lines(subject: Subject) -> Iterator[tuple[Sentence, bool]]:
    """Yield sentences and headings in order, each with whether it is a heading."""
    for block in subject.blocks:
        if block.passage.kind == "heading":
            yield Sentence(block.text, 0, block), True
        elif block.is_prose:
            yield from ((sentence, False) for sentence in block.sentences)


def _contradictions(
    subject: Subject,
    code: str,
    statements: Iterable[tuple[StatementT, Sentence]],
    reported: set[Sentence] | None = None,
) -> Iterator[Alarm]:
    """Yield an alarm for each statement that contradicts one from an earlier sentence.

    Both sentences are added to `reported`; sentences that are in it already are skipped.
    """
    kept: list[tuple[StatementT, Sentence]] = []
    for statement, sentence in statements:
        if reported is not None and sentence in reported:
            continue
        others = (
            (o, w) for o, w in kept if w is not sentence or _are_separated(o, statement, sentence)
        )
        found = next(
            (
                (o, w)
                for o, w in others
                if statement.contradicts(o) and not are_of_two_places(w.text, sentence.text)
            ),
            None,
        )
        if found is not None:
            other, where = found
            if reported is not None:
                reported |= {sentence, where}
            part = SentencePart(sentence, statement.start, statement.text)
            earlier = SentencePart(where, other.start, other.text)
            yield contradiction(subject, code, part, earlier, _REMEDY)
        elif len(kept) < _MOST_STATEMENTS:
            kept.append((statement, sentence))


def _are_separated(first: StatementT, second: StatementT, sentence: Sentence) -> bool:
    """Return whether a semicolon separates two statements of a sentence."""
    start, end = sorted((first.start, second.start))
    return ";" in sentence.text[start:end]


RULES = (
    *rules_in(("en", "es"), ("Q008",), _openings),
    *rules_in(("en", "es"), ("Q008",), _hours),
    *rules_in(("en", "es"), ("Q008",), _alternatives),
    *rules_in(("en", "es"), ("Q006",), _stages),
    *rules_in(("en", "es"), ("Q007", "Q008"), _statements),
    *rules_in(("de", "fr", "pt"), ("Q007",), _requirements),
    *rules_in(("de", "en", "es", "fr", "pt"), ("Q006",), _attributes),
)

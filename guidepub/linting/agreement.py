"""Q: statements that exclude each other: needed and not needed, never and every night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.claims import own_names, own_nouns
from guidepub.linting.parts import SentencePart, contradiction
from guidepub.linting.rules import rules_in
from guidepub.linting.subjects import Subject
from guidepub.text.ages import Age, ages
from guidepub.text.attributes import Attribute, attributes
from guidepub.text.axes import Stance, stances
from guidepub.text.denials import affirmed, denials
from guidepub.text.duties import Duty, duties
from guidepub.text.extents import Extent, extents
from guidepub.text.superlatives import First, firsts

# Of one thing no text says more often that it is needed; what rules do grows with their number.
_MOST_STATEMENTS = 200
# A heading of fewer words only names a thing.
_SHORT = 3
_REMEDY = "Find out which is right, or say for whom each holds."

Said = TypeVar("Said", Age, Attribute, Duty, Extent, First, Stance)


def _statements(language: str, subject: Subject) -> Iterator[Alarm]:
    """What one sentence asks for, denies or says of few, and another waives or says of most.

    A sentence is told once, by the reader that knows most of its kind.
    """
    own, names = own_nouns(subject), own_names(subject)
    told: set[Sentence] = set()
    needed = ((d, s) for s, _ in _lines(subject) for d in duties(s.text, own, language))
    yield from _contradictions(subject, "Q007", needed, told)
    of_ages = ((age, s) for s in subject.sentences for age in ages(s.text))
    yield from _contradictions(subject, "Q007", of_ages, told)
    how_many = (
        (extent, s) for s in subject.sentences for extent in extents(s.text, own, names, language)
    )
    yield from _contradictions(subject, "Q008", how_many, told)
    placed = (
        (stance, sentence)
        for sentence, is_heading in _lines(subject)
        if not (is_heading and len(sentence.text.split()) < _SHORT)
        for stance in stances(sentence.text, own, names, language)
    )
    yield from _contradictions(subject, "Q008", placed, told)
    first = ((first, s) for s in subject.sentences for first in firsts(s.text))
    yield from _contradictions(subject, "Q008", first, told)
    yield from _denied(language, subject, told)


def _denied(language: str, subject: Subject, told: set[Sentence]) -> Iterator[Alarm]:
    """Things that one sentence denies, and that another of its section speaks of as there."""
    sections: dict[int, list[Sentence]] = {}
    for sentence in subject.sentences:
        sections.setdefault(sentence.block.section, []).append(sentence)
    denied = ((d, s) for s in subject.sentences if s not in told for d in denials(s.text, language))
    for denial, sentence in islice(denied, _MOST_STATEMENTS):
        around = sections[sentence.block.section]
        others = (s for s in around if s is not sentence and s not in told)
        found = ((s, affirmed(s.text, denial, language)) for s in others)
        some = next(((s, said) for s, said in found if said), None)
        if some is not None:
            told |= {sentence, some[0]}
            code = "Q007" if denial.is_of_need else "Q008"
            part = SentencePart(sentence, denial.start, denial.text)
            earlier = SentencePart(some[0], *some[1])
            yield contradiction(subject, code, part, earlier, _REMEDY)


def _attributes(language: str, subject: Subject) -> Iterator[Alarm]:
    """A thing to which two sentences give two times, prices or prospects.

    How long a training takes is held against the whole guide, all else against its section.
    """
    own = own_nouns(subject)
    said = [
        (attribute, sentence)
        for sentence in subject.sentences
        for attribute in attributes(sentence.text, own, language)
    ]
    told: set[Sentence] = set()
    lasting = (one for one in said if one[0].name.startswith("length"))
    yield from _contradictions(subject, "Q006", lasting, told)
    sections: dict[int, list[tuple[Attribute, Sentence]]] = {}
    for attribute, sentence in said:
        sections.setdefault(sentence.block.section, []).append((attribute, sentence))
    for of_section in sections.values():
        yield from _contradictions(subject, "Q006", of_section, told)


def _lines(subject: Subject) -> Iterator[tuple[Sentence, bool]]:
    """Yield sentences and headings in order, and whether each is a heading."""
    for block in subject.blocks:
        if block.passage.kind == "heading":
            yield Sentence(block.text, 0, block), True
        elif block.is_prose:
            yield from ((sentence, False) for sentence in block.sentences)


def _contradictions(
    subject: Subject,
    code: str,
    statements: Iterable[tuple[Said, Sentence]],
    told: set[Sentence] | None = None,
) -> Iterator[Alarm]:
    """Tell each statement that contradicts an earlier one of another sentence.

    The sentences of the two go into `told`; what is in it already is left out.
    """
    kept: list[tuple[Said, Sentence]] = []
    for said, sentence in statements:
        if told is not None and sentence in told:
            continue
        others = ((o, where) for o, where in kept if where is not sentence)
        found = next(((o, w) for o, w in others if said.contradicts(o)), None)
        if found is not None:
            other, where = found
            if told is not None:
                told |= {sentence, where}
            part = SentencePart(sentence, said.start, said.text)
            earlier = SentencePart(where, other.start, other.text)
            yield contradiction(subject, code, part, earlier, _REMEDY)
        elif len(kept) < _MOST_STATEMENTS:
            kept.append((said, sentence))


RULES = (
    *rules_in(("en", "es"), ("Q007", "Q008"), _statements),
    *rules_in(("en", "es"), ("Q006",), _attributes),
)

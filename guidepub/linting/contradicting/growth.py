"""Q: words of growth or decline that contradict a figure: the fact, or the first in the prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from guidepub.linting.figures.claims import claims, own_names, under_parts
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.parts import SentencePart, alarm_on, line_of, shown
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.trends import (
    against_their_ends,
    against_their_names,
    against_their_sign,
    trend_around,
)
from guidepub.text.naming.occupations import subject_of
from guidepub.text.statements.directions import Trend, directions
from guidepub.text.vocabulary import spaced, vocabulary
from guidepub.words.languages import primary_language

_TRENDS = vocabulary("trends", "en")
_FALL, _RISE = spaced(_TRENDS["falls"]), spaced(_TRENDS["rises"])
# “Grow from 457,300 jobs in 2024 to 480,000”.
_ABOUT = r"(?:about\s+|some\s+|nearly\s+|roughly\s+|around\s+)?\$?"
_AMOUNT = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,2}(?:\.\d)?(?=\s?(?:%|percent)))"
_SHARE = r"(?:by\s+)?(?:\w+\s+)?\d{1,2}(?:\.\d)?\s?(?:%|percent),?\s+"
_FROM_TO = re.compile(
    rf"\b(?:(?P<rise>{_RISE}|rose|grew|went\s+up)|{_FALL}|fell|went\s+down|shrank)\s+(?:\w+ly\s+)?(?:{_SHARE})?from\s+{_ABOUT}(?P<first>{_AMOUNT})"
    r"\s?(?:%|percent|jobs|workers|positions|people)?(?:\s+in\s+(?:19|20)\d\d)?\s+to\s+"
    rf"{_ABOUT}(?P<last>{_AMOUNT})(?![,.]?\d)",
    re.IGNORECASE,
)
# “Tumble 6 percent, to 3,300,000 from 3,500,000”.
_TO_FROM = re.compile(
    rf"\b(?:(?P<rise>{_RISE}|rose|grew|went\s+up)|{_FALL}|fell|went\s+down|shrank)\s+(?:\w+ly\s+)?(?:{_SHARE})?to\s+{_ABOUT}(?P<last>{_AMOUNT})"
    r"\s?(?:%|percent|jobs|workers|positions|people)?(?:\s+in\s+(?:19|20)\d\d)?,?\s+from\s+"
    rf"{_ABOUT}(?P<first>{_AMOUNT})(?![,.]?\d)",
    re.IGNORECASE,
)
# “This decline” refers to the sentence before.
_THIS_TREND = re.compile(
    r"\W*(?:this|such\s+an?|the|that)\s+(?:\w+\s+)?(?:(?P<falls>declines?|drop|decrease|fall|loss|shrinkage|contraction|downturn)|(?P<rises>growth|increase|rise|gain|expansion|upturn))\s+(?:is|are|comes?|will|reflects?|results?|stems?|has|owes|follows)\b",
    re.IGNORECASE,
)
# After these words, the rest of a sentence may go the other way.
_CONTRAST = re.compile(r"\b(?:but|while|whereas|however|yet)\b", re.IGNORECASE)
_FASTER = re.compile(r"\bfaster\s+than\s+(?:the\s+)?average\b", re.IGNORECASE)
_TREND_NOUNS = MappingProxyType({"falls": "decline", "rises": "growth"})
_REMEDY = "Correct the words, or look up the figure."
# Percent; the Bureau calls less than this little or no change.
_STEADY = 3


def _growth(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for words of growth with a falling figure, and of decline with a rising one."""
    reported: set[Sentence] = set()
    for sentence in subject.sentences:
        for start, message in _within_sentence(subject, sentence):
            reported.add(sentence)
            at = sentence.start + start
            yield subject.alarm("Q004", sentence.block, (at, at + 1), message, _REMEDY)
    yield from _against_figure(subject, reported)


def _within_sentence(subject: Subject, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Yield where the words of a sentence contradict its own figure, with a message."""
    for at, value in _facts_of_growth(subject, sentence):
        trend = trend_around(sentence.text, at, at + 1, "en")
        if (trend == "falls" and value > 0) or (trend == "rises" and value < 0):
            yield at, f"The words say {_TREND_NOUNS[trend]}, but the figure is {value}%."
    yield from _against_sign("en", sentence)
    for start, trend in against_their_names(sentence.text, "en"):
        yield (
            start,
            f"The verb says {_TREND_NOUNS[trend]}, the noun behind the figure the opposite.",
        )
    matches = (*_FROM_TO.finditer(sentence.text), *_TO_FROM.finditer(sentence.text))
    for match in matches:
        first, last = (Decimal(match[part].replace(",", "")) for part in ("first", "last"))
        if last != first and (last < first) == (match["rise"] is not None):
            word = "growth" if match["rise"] else "decline"
            yield match.start("first"), f"The words say {word}, the figures the opposite."


def _facts_of_growth(subject: Subject, sentence: Sentence) -> Iterator[tuple[int, Decimal]]:
    """Yield where a sentence refers to a fact about growth, with its value."""
    facts = subject.guide.facts
    for at, key in sentence.fact_keys():
        value = facts[key].value if key in facts else None
        if isinstance(value, Decimal) and (key.endswith("growth") or key.endswith("change")):
            yield at, value


def _against_sign(language: str, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Yield where the sign of a percentage contradicts the words around it, with a message."""
    for figure, trend in against_their_sign(sentence.text, language):
        shown = figure.text.strip().lstrip("+−–-")
        sign = "−" if trend == "rises" else "+"
        yield figure.start, f"The words say {_TREND_NOUNS[trend]}, but the figure is {sign}{shown}."


def _against_ends(language: str, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Yield where a verb contradicts the figures (“grow from 9 to 7”) or a noun, with a message."""
    for start, trend in against_their_ends(sentence.text, language):
        yield start, f"The words say {_TREND_NOUNS[trend]}, the figures the opposite."
    for start, trend in against_their_names(sentence.text, language):
        yield (
            start,
            f"The verb says {_TREND_NOUNS[trend]}, the noun behind the figure the opposite.",
        )


def _contradicted_signs(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for words that contradict the sign or the direction of figures next to them."""
    for sentence in subject.sentences:
        for start, message in (
            *_against_sign(language, sentence),
            *_against_ends(language, sentence),
        ):
            at = sentence.start + start
            yield subject.alarm("Q004", sentence.block, (at, at + 1), message, _REMEDY)


@dataclass(frozen=True, slots=True)
class _Growth:
    """The growth that words are compared with: percent, or only its sign.

    `where` names the fact or the line that states it; `sentence` is None for a fact.
    """

    value: Decimal
    where: str
    sentence: Sentence | None = None

    def contradicts(self, trend: Trend) -> bool:
        """Return whether a trend contradicts this growth."""
        if trend == "stays":
            return abs(self.value) >= _STEADY
        return self.value < 0 if trend == "rises" else self.value > 0


def _against_figure(subject: Subject, reported: Collection[Sentence]) -> Iterator[Alarm]:
    own, language = own_names(subject), primary_language(subject.guide.language)
    growth = _stated_growth(subject, own, language)
    if growth is None:
        return
    about_parts = under_parts(subject.blocks, own)
    for sentence in _sentences_and_headings(subject):
        if sentence.block in about_parts:
            continue
        others = any(key != "projected_growth" for _, key in sentence.fact_keys())
        turns = sentence.fact_keys() and _CONTRAST.search(sentence.text)
        if sentence in reported or others or turns or sentence is growth.sentence:
            continue
        contrary = next(
            (d for d in directions(sentence.text, own, language) if growth.contradicts(d.trend)),
            None,
        )
        faster = _FASTER.search(sentence.text) if growth.value < 0 else None
        this = _THIS_TREND.match(sentence.text) if _follows(sentence, growth) else None
        if contrary is not None:
            yield _alarm(subject, SentencePart(sentence, contrary.start, contrary.text), growth)
        elif this and growth.contradicts("falls" if this["falls"] else "rises"):
            yield _alarm(subject, SentencePart(sentence, this.start(), this[0].strip()), growth)
        elif faster and growth.sentence is None and not subject_of(sentence.text):
            yield _alarm(subject, SentencePart(sentence, faster.start(), faster[0]), growth)


def _sentences_and_headings(subject: Subject) -> Iterator[Sentence]:
    """Yield the sentences of the prose, then its headings except questions."""
    yield from subject.sentences
    for block in subject.blocks:
        if block.passage.kind == "heading" and not block.text.rstrip().endswith("?"):
            yield Sentence(block.text, 0, block)


def _follows(sentence: Sentence, growth: _Growth) -> bool:
    """Return whether a sentence directly follows the one that states the growth."""
    if growth.sentence is None or growth.sentence.block is not sentence.block:
        return False
    texts = [each.start for each in sentence.block.sentences]
    return (growth.sentence.start, sentence.start) in pairwise(texts)


def _alarm(subject: Subject, part: SentencePart, growth: _Growth) -> Alarm:
    message = f"“{shown(part.text)}”, but {growth.where}."
    return alarm_on(subject, "Q004", part, message, _REMEDY)


def _stated_growth(subject: Subject, own: frozenset[str], language: str) -> _Growth | None:
    """Return the growth that a guide states, as a fact, a figure or in words, or None."""
    fact = subject.guide.facts.get("projected_growth")
    if fact is not None and isinstance(fact.value, Decimal):
        return _Growth(fact.value, f"the fact “projected_growth” is {fact.value}%")
    for claim in claims(subject):
        if claim.key == "projected_growth" and not claim.who and claim.value:
            line = subject.place(claim.sentence.block, claim.sentence.start).line
            return _Growth(claim.value, f"line {line} says {claim.value}%", claim.sentence)
    for sentence in subject.sentences:
        for direction in directions(sentence.text, own, language):
            if direction.trend != "stays":
                line = line_of(subject, SentencePart(sentence, direction.start, direction.text))
                sign = Decimal(1 if direction.trend == "rises" else -1)
                return _Growth(sign, f"line {line} says “{direction.text}”", sentence)
    return None


def _growth_spanish(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for Spanish words that contradict the growth that the guide states."""
    yield from _against_figure(subject, ())


RULES = (
    Rule(("Q004",), _growth, "en"),
    Rule(("Q004",), _growth_spanish, "es"),
    *rules_in(("de", "es", "fr", "pt"), ("Q004",), _contradicted_signs),
)

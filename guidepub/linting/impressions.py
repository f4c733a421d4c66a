"""Sentences that read as promises, as prejudice or as remains of a web page, in words of no list.

What lists of words tell comes first: of a sentence of which a family has told, nothing is added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from guidepub.findings import Place
from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Block, Sentence
from guidepub.linting.parts import shown
from guidepub.linting.promises import LIMIT
from guidepub.linting.subjects import Subject
from guidepub.text.impressions import impression
from guidepub.text.quoting import is_quoted

_MOST_SHOWN = 60
# “It is a trade you can’t learn from a book” says how it is learned.
_LEARNED = re.compile(
    r"\b(?:can['’]t|cannot|can\s+not|can\s+only|never)\s+(?:be\s+)?(?:learn(?:ed|t)?|taught|teach)\b"
    r"|\bno\s+se\s+(?:aprende|enseña)\b",
    re.IGNORECASE,
)
# Whoever works on pages speaks of pages: weights cannot tell that from what a page left.
_OF_THE_WEB = re.compile(
    r"\b(?:web\w*|social media|seo|search|blog\w*|ux|ui|user|content|digital|online|internet|apps?|copywriters?|e-?commerce|moderators?|redes sociales|contenidos?)\b",
    re.IGNORECASE,
)
# “No career is recession-proof” denies what it names.
_NONE_IS = re.compile(
    r"\W*(?:no|few|hardly\s+any|not\s+(?:every|all|any|each)(?:\s+of)?)\s+(?:[\w’'-]+\s+){1,4}?(?:is|are)\s+(?:\w+ly\s+)?(?:[\w]+-proof|safe|secure|guaranteed|certain|immune|assured)\b",
    re.IGNORECASE,
)
# “The king knew his florist” and “Ann knows her customers” speak of one person.
_OF_ONE = re.compile(
    r"\b(?P<who>mother|father|king|queen|wife|husband|sister|brother|aunt|uncle|widow|widower|actress|daughter|son|nun|monk|bride|groom|prince|princess|duke|duchess|grandmother|grandfather)\b[^.;]{0,40}?\b(?P<pronoun>his|her|he|she)\b"
    r"|(?:^\W*|\band\s|[,;]\s)(?!(?i:every|each|the|an?|any|no|one|some|who(?:ever)?|he|she|it|nurse|doctor|teacher)\b)[A-Z][a-z]+\s+(?:\w+s|had|has|was|is)\s+(?:\w+\s+)?(?P<other>his|her)\b"
)


@dataclass(frozen=True, slots=True)
class _Family:
    """What sentences can read as, the code and the words that tell it, and what told it before.

    `by_block` says that what was told before covers its whole block: what was copied is copied in
    paragraphs, while each promise is one of its own.
    """

    name: str
    code: str
    before: tuple[str, ...]
    says: str
    remedy: str
    by_block: bool = False


_FAMILIES = (
    _Family("promise", "M004", ("M",), "reads as a promise", "Say how things stand, and name the source, if it is one."),
    _Family("bias", "G007", ("G003",), "reads as if it left people out or belittled them", "Say it of everybody, or of those whom it is true of."),
    _Family("residue", "X018", ("X", "D032", "D036"), "reads as if left from a web page or a draft", "Delete it, or say it as a book does, if it is.", by_block=True),
)  # fmt: skip
CODES = tuple(family.code for family in _FAMILIES)
"""The codes that are told here."""


def impressions(subject: Subject, language: str, told: Collection[Alarm]) -> Iterator[Alarm]:
    """Yield alarms on sentences and headings that read as a fault which was not `told` there."""
    before: dict[Block, list[Alarm]] = defaultdict(list)
    for alarm in told:
        if alarm.block is not None:
            before[alarm.block].append(alarm)
    title = subject.guide.title
    families = [f for f in _FAMILIES if f.name != "residue" or not _OF_THE_WEB.search(title)]
    headings = (block for block in subject.blocks if block.passage.kind == "heading")
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in headings)):
        if is_quoted(sentence.block.text, sentence.start, sentence.start + len(sentence.text)):
            continue
        in_block = before.get(sentence.block, [])
        for family in families:
            found = impression(sentence.text, family.name, language)
            if found is None or _is_denied(sentence.text, family, language):
                continue
            near = in_block if family.by_block else _alarms_in(subject, sentence, in_block)
            if not any(alarm.code.startswith(family.before) for alarm in near):
                yield _alarm(subject, sentence, family, found.words)


def _is_denied(text: str, family: _Family, language: str) -> bool:
    """Tell whether words of a sentence deny what it reads as, or speak of one person only."""
    if family.name == "promise":
        return bool(_LEARNED.search(text) or LIMIT.search(text) or _NONE_IS.match(text))
    if family.name != "bias" or language != "en" or not (one := _OF_ONE.search(text)):
        return False
    # What else there is of prejudice stays one when the words do not say which sex.
    without = text
    for group, word in (("other", "their"), ("pronoun", "their"), ("who", "person")):
        if one[group]:
            without = f"{without[: one.start(group)]}{word}{without[one.end(group) :]}"
    return impression(without, family.name, language) is None


def _alarms_in(subject: Subject, sentence: Sentence, told: Collection[Alarm]) -> list[Alarm]:
    """Return the alarms of a block that stand in a sentence."""
    first = _at(subject.place(sentence.block, sentence.start))
    last = _at(subject.place(sentence.block, sentence.start + len(sentence.text) - 1))
    return [alarm for alarm in told if first <= _at(alarm.place) <= last]


def _at(place: Place) -> tuple[int, int]:
    return place.line or 0, place.column or 0


def _alarm(
    subject: Subject, sentence: Sentence, family: _Family, heaviest: Collection[str]
) -> Alarm:
    text = shown(sentence.text, _MOST_SHOWN + 1)
    if len(text) > _MOST_SHOWN:
        text = text[:_MOST_SHOWN].rstrip() + "…"
    by = f" (by “{'”, “'.join(heaviest)}”)" if heaviest else ""
    message = f"“{text}” {family.says}{by}."
    span = (sentence.start, sentence.start + len(sentence.text))
    return subject.alarm(family.code, sentence.block, span, message, family.remedy)

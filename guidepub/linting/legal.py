"""X: legal matter in the prose, which belongs to the catalogue's notices and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Block
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.model import Notice

_WORD = re.compile(r"[^\W\d_]+")
# Runs of words that both texts share; below so many, any two texts of a trade would do.
_RUN = 3
_FEWEST = 5
_ALIKE = 0.3

_LEGAL = re.compile(
    r"""(?:©|\(c\)|\bcopyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d
    |\ball\s+rights\s+reserved\b
    |\bfor\s+(?:general\s+)?(?:information(?:al)?|educational)(?:\s+(?:and|or)\s+\w+)?\s+purposes\s+only\b
    |\b(?:provided|intended|published|presented|offered)\s+for\s+(?:general\s+)?(?:information|guidance)\s+only\b
    |\bfor\s+informational\s+purposes\b
    |\b(?:not|nor)\s+(?:intended\s+(?:as|to\s+be)\s+)?a\s+substitute\s+for\s+(?:\w+\s+){0,4}(?:advice|help|counsel(?:ing|ling)?)\b
    |\bdo(?:es)?\s+not\s+constitute\s+(?:\w+,?\s+){0,5}advice\b
    |\b(?:no|without)\s+(?:\w+\s+)?(?:warrant(?:y|ies)|representations?\s+or\s+warranties)\b
    |\b(?:makes?|offers?)\s+no\s+(?:\w+\s+)?(?:representations?|guarantees?|claims?)\b
    |\b(?:we|publisher|authors?|site|website|company)\s+(?:\w+\s+){0,4}(?:not\s+(?:be\s+)?(?:held\s+)?(?:liable|responsible)|disclaims?)\b
    |\b(?:not\s+(?:be\s+)?liable|liability)\s+(?:for|arising)\b.{0,60}\b(?:damages?|loss(?:es)?|reliance|use)\b
    |\bprovided\s+[“"']?as[\s-]is\b
    |\b(?:registered\s+)?trademarks?\s+(?:of|are\s+the\s+property\s+of)\b
    |\b(?:terms\s+of\s+(?:use|service)|privacy\s+policy)\b.{0,40}(?:\bappl|\bagree|\bsee|\bread|\||$)
    |\bmay\s+not\s+be\s+(?:reproduced|copied|republished|redistributed)\b
    |\bjob\s+(?:opportunit(?:y|ies)|placements?)\s+(?:is|are)\s+not\s+guaranteed\b
    |\bprogram\s+outcomes\s+vary\b
    |\bcontents?\s+(?:\w+\s+){0,5}(?:is|are)\s+(?:protected\s+by\s+copyright|copyrighted)\b
    |\b(?:guide|site|information|article|book|contents?|page|publication|material)\b[^.]{0,60}\b(?:is|are)\s+not\s+(?:intended\s+(?:as|to\s+be)\s+)?(?:legal|medical|financial|professional|career|tax)\s+advice\b
    |\b(?:individual|your|actual)\s+(?:results|salar(?:y|ies)|outcomes|earnings)\s+(?:may|will)\s+(?:\w+\s+)?vary\b
    |\bnot\s+(?:be\s+)?(?:used\s+as\s+|considered\s+)?a\s+guarantee\s+of\s+(?:\w+\s+)?(?:earnings|employment|salar(?:y|ies)|income|results|success)\b""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|\bcopyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Known:
    notice: Notice
    runs: frozenset[tuple[str, ...]]


def _legal_matter(subject: Subject) -> Iterator[Alarm]:
    language = subject.guide.language.partition("-")[0].lower()
    known = [
        _Known(notice, _runs(notice.text))
        for notice in subject.catalog.notices
        if notice.language.partition("-")[0].lower() == language
    ]
    for block in subject.prose:
        own = _runs(block.text)
        best = max(known, key=lambda other: _likeness(own, other), default=None)
        if best is not None and _likeness(own, best) >= _ALIKE:
            yield _notice_alarm(subject, block, best.notice)
        elif language == "en" and (match := _LEGAL.search(block.text)):
            message = f"A legal text stands in the prose: “{' '.join(match[0].split())[:60]}”."
            remedy = "Delete it: the catalogue’s notices say what the law needs."
            yield subject.alarm("X013", block, match.span(), message, remedy)


def _notice_alarm(subject: Subject, block: Block, notice: Notice) -> Alarm:
    name = f"“{notice.id}”, version {notice.version}"
    if notice.status == "retired":
        message = f"A retired notice stands in the prose: {name}."
        remedy = "Delete it: the book prints the version in force."
        return subject.alarm("X014", block, (0, len(block.text)), message, remedy)
    message = f"The wording of a notice stands in the prose: {name}."
    remedy = "Delete it: the book prints the notice by itself."
    return subject.alarm("X013", block, (0, len(block.text)), message, remedy)


def _likeness(own: frozenset[tuple[str, ...]], other: _Known) -> float:
    """Return what share of a text's runs of words stand in a notice as well."""
    shared = len(own & other.runs)
    return shared / len(own) if shared >= _FEWEST else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _copyright_years(subject: Subject) -> Iterator[Alarm]:
    for block, match in subject.matches(_COPYRIGHT_YEAR):
        if int(match[1]) < subject.year:
            message = f"The copyright of {match[1]} is older than the edition of {subject.year}."
            remedy = "Delete the line: the book prints its own."
            yield subject.alarm("S005", block, match.span(1), message, remedy)


RULES = (
    Rule(("X013", "X014"), _legal_matter, first=True),
    Rule(("S005",), _copyright_years, first=True),
)

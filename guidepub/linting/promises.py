"""M: promises that nobody can keep: of jobs, of pay, of success."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from guidepub.linting import data, spanish
from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.text.assurances import assurance_of
from guidepub.text.vocabulary import written_out

# What denies a promise in its part of a sentence, and what doubts all that the sentence says.
_NOT = re.compile(
    r"\b(?:not|no|never|neither|nor|cannot|without|hardly|nobody|nothing|none|few|rarely)\b|n['’]t\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:beware|avoid|wary|watch out|skeptical|suspicious|careful|caution\w*|doubt|ask (?:whether|if|how)|whether|too good"
    r"|any (?:school|program) that|if (?:a|an|any) \w+ (?:promises|guarantees)|claim(?:s|ed|ing)?|myth|recruiter|adverts?|\bads? (?:says?|that)|ruled against|spoke of|lawsuit|charged|scams?|fraud\w*|sued|banned|rumou?r)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:!?—]\s|,\s+(?:so|but|yet|and|because)\s", re.IGNORECASE)
# A “not” right behind a promise denies it as well.
_NOT_SO = re.compile(r"[^.;]{0,10}?(?:\b(?:not|never)\b|n['’]t\b)")
# “All students must pass an exam” asks, and promises nothing.
_DUTY = re.compile(
    r"\bmust\b|(?<!never\s)\b(?:has|have|needs?|required)\s+to\b|\b(?:deben?|tienen?\s+que)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise, and what to say about it: the same in each language."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _PromisingWords:
    """How a language promises, and how it denies or doubts a promise."""

    rows: tuple[_Promise, ...]
    denial: re.Pattern[str]
    doubt: re.Pattern[str]


@cache
def _promising_words(language: str) -> _PromisingWords:
    """Return how a language promises; its many patterns wait for the first guide in it."""
    if language == "es":
        return _PromisingWords(_rows(spanish.PROMISES), spanish.DOUBT, spanish.DOUBT)
    table = data.table("promises.en")
    promises = {
        code: [written_out(form, table["parts"]) for form in forms]
        for code, forms in table["promises"].items()
    }
    return _PromisingWords(_rows(promises), _NOT, _DOUBT)


def _rows(promises: Mapping[str, Iterable[str]]) -> tuple[_Promise, ...]:
    said = data.table("promises.en")["said"]
    return tuple(
        _Promise(code, re.compile("|".join(forms), re.IGNORECASE), **said[code])
        for code, forms in promises.items()
    )


def _promises(language: str, subject: Subject) -> Iterator[Alarm]:
    words = _promising_words(language)
    lines = (block for block in subject.blocks if block.passage.kind in ("heading", "cell"))
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in lines)):
        for row in words.rows:
            match = row.pattern.search(sentence.text)
            # A sentence that denies or doubts a promise makes none.
            if match is None or _denied(words, sentence.text, match):
                continue
            start = sentence.start + match.start()
            shown = " ".join(match[0].replace("\ufffc", "…").split())[:60]
            span = (start, start + len(match[0]))
            yield subject.alarm(
                row.code, sentence.block, span, row.message.format(shown), row.remedy
            )
            break
        else:
            # Spanish denies by words that promise as well: “nadie se queda sin trabajo”.
            if language == "es" or not words.doubt.search(sentence.text):
                yield from _assured(language, subject, sentence)


def _assured(language: str, subject: Subject, sentence: Sentence) -> Iterator[Alarm]:
    """Tell a promise that is made in words of no list."""
    assurance = assurance_of(sentence.text, language)
    if assurance is not None:
        said = data.table("promises.en")["said"]["M003"]
        start = sentence.start + assurance.start
        span = (start, start + len(assurance.text))
        shown = " ".join(assurance.text.replace("\ufffc", "…").split())[:60]
        message = said["message"].format(shown)
        yield subject.alarm("M003", sentence.block, span, message, said["remedy"])


def _denied(words: _PromisingWords, text: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence denies or doubts the promise in it."""
    before = text[: match.start()]
    clause = _CLAUSE.split(before)[-1]
    return bool(
        words.denial.search(clause)
        or words.doubt.search(before)
        or _NOT_SO.match(text, match.end())
        or _DUTY.search(match[0])
    )


RULES = tuple(
    Rule(("M001", "M002", "M003"), partial(_promises, spoken), spoken) for spoken in ("en", "es")
)

"""Things that one sentence denies, and that another affirms.

“We do not offer sign-on bonuses” and “the $10,000 sign-on bonus is paid in two parts” contradict each
other. Sentences with an “if”, or about some people, others or another season, are not denials.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.text.figures.scope import names_part
from guidepub.text.naming.occupations import is_person, singular
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_CLAUSES = re.compile(r"[;:()—]|,\s(?!(?:paid|supervised|clinical)\b)")
_WORD = re.compile(r"\W{0,2}(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")
# “No call is refused” does not deny that there are calls.
_ARE_THERE = re.compile(
    r"\s+(?:is|are|was|were|gets?|goes|go)\s+(?:ever\s+)?(?:refused|cancell?ed|lost|turned|missed|skipped|wasted|thrown|delayed|spared|ignored|forgotten|alike|identical|the\s+same|like|too|quite|safe)\b",
    re.IGNORECASE,
)
# “There is no desk. Their desk is a truck”: a short clause names a substitute.
_STANDS_IN = re.compile(r"\s+(?:is|are|es|son)\s+(?:an?|the|un|una|el|la|los|las)\s", re.IGNORECASE)
_SHORT = 8
_MOST_WORDS = 3
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Denial:
    """A denied thing: its noun, and the words that specify it.

    With `is_of_need`, it is not needed, but may exist. `parts` are words for a time, a place or a rank
    in the sentence, `people` its nouns for persons, and `subject` a plural at the beginning of the
    clause, if there is one.
    """

    noun: str
    which: frozenset[str]
    is_of_need: bool
    parts: frozenset[str]
    people: frozenset[str]
    subject: str
    start: int
    text: str


def denials(sentence: str, language: str = "en") -> Iterator[Denial]:
    """Yield the things that do not exist or are not needed, according to a sentence."""
    words = _words(language)
    if words is None or not words.none.search(sentence) or _is_narrow(sentence):
        return
    for begins, clause in clauses(sentence, _CLAUSES):
        match = words.none.search(clause)
        if match is None or words.limits.search(clause) or words.purpose.search(clause):
            continue
        named, end = _named(clause, match.end(), words)
        noun, which = words.head(named) if named else ("", frozenset())
        if len(noun) < _SHORTEST or noun in words.plain or _ARE_THERE.match(clause, end):
            continue
        yield Denial(
            noun,
            which,
            words.need.search(clause) is not None,
            words.parts_of(sentence),
            words.people_of(sentence),
            words.subject(clause[: match.start()]),
            begins + match.start(),
            clause[match.start() : end].strip(),
        )


def affirmed(sentence: str, denial: Denial, language: str = "en") -> tuple[int, str] | None:
    """Return the offset and the words by which a sentence affirms a thing that another denies.

    None if both may be true.
    """
    words = _words(language)
    stem = denial.noun[: -1 if denial.noun.endswith("y") else None]
    if words is None or stem not in sentence.casefold() or _is_narrow(sentence):
        return None
    people = words.people_of(sentence)
    if words.parts_of(sentence) != denial.parts or (
        people and denial.people and not people & denial.people
    ):
        return None
    for begins, clause in clauses(sentence, _CLAUSES):
        is_free = words.negation.search(clause) or words.limits.search(clause)
        needs = words.need.search(clause) is not None
        if is_free or (denial.is_of_need and not needs):
            continue
        for match in words.some.finditer(clause):
            named, end = _named(clause, match.end(), words)
            noun, which = words.head(named) if named else ("", frozenset())
            who = words.subject(clause[: match.start()])
            is_of_others = who and denial.subject and who != denial.subject
            is_asked_elsewhere = denial.is_of_need and who and who not in words.askers
            is_figure = len(clause.split()) <= _SHORT and _STANDS_IN.match(clause, end)
            if is_asked_elsewhere or is_figure:
                continue
            if noun == denial.noun and denial.which <= which and not is_of_others:
                return begins + match.start(), clause[match.start() : end].strip()
    return None


def _is_narrow(sentence: str) -> bool:
    return sentence.rstrip().endswith("?") or names_part(sentence)


def _named(clause: str, at: int, words: _DenialWords) -> tuple[list[str], int]:
    """Return the words for a thing up to the next function word, and their end."""
    found: list[str] = []
    while match := _WORD.match(clause, at):
        word = match["word"].casefold()
        if word in words.functions or "," in match[0][:2] or len(found) == _MOST_WORDS + 1:
            break
        found.append(word)
        at = match.end()
    return (found, at) if len(found) <= _MOST_WORDS else ([], at)


@dataclass(frozen=True, slots=True)
class _DenialWords:
    """The patterns of a language for denying and affirming things, and for limits."""

    none: re.Pattern[str]
    some: re.Pattern[str]
    need: re.Pattern[str]
    purpose: re.Pattern[str]
    negation: re.Pattern[str]
    limits: re.Pattern[str]
    parts: re.Pattern[str]
    plain: frozenset[str]
    functions: frozenset[str]
    anybody: frozenset[str]
    askers: frozenset[str]
    head_first: bool

    def head(self, named: list[str]) -> tuple[str, frozenset[str]]:
        """Return the noun of a thing and the words that specify it, in the singular."""
        found = [singular(word) for word in named]
        noun = found.pop(0 if self.head_first else -1)
        return noun, frozenset(found)

    def people_of(self, sentence: str) -> frozenset[str]:
        """Return the nouns for persons in a sentence, except those that mean anyone."""
        found = (match["word"].casefold() for match in _WORD.finditer(sentence))
        return frozenset(singular(word) for word in found if is_person(word)) - self.anybody

    def subject(self, before: str) -> str:
        """Return the plural noun among the first two words of a clause, or ""."""
        found = [match["word"].casefold() for match in _WORD.finditer(before)][:2]
        return next(
            (
                singular(word)
                for word in found
                if word.endswith("s")
                and len(word) > _SHORTEST
                and word not in self.functions
                and singular(word) not in self.anybody
            ),
            "",
        )

    def parts_of(self, sentence: str) -> frozenset[str]:
        """Return the words for times, places and ranks in a sentence."""
        return frozenset(match[0].casefold() for match in self.parts.finditer(sentence))


@functools.cache
def _words(language: str) -> _DenialWords | None:
    table = vocabulary("denials", language)
    if not table:
        return None
    forms = {
        name: compiled(rf"\b(?:{spaced(form)})(?!\w)")
        for name, form in table.items()
        if name != "head_first"
    }
    return _DenialWords(
        none=compiled(rf"\b(?:{spaced(table['none'])})(?!\w)\s*(?:(?:any|an?|una?)\s+)?"),
        some=compiled(rf"(?<![\w’'])(?:{spaced(table['some'])}|\$?\d[\d,.]*)(?=\s)"),
        need=forms["need"],
        purpose=compiled(rf"\b(?:{spaced(table['purpose'])})"),
        negation=forms["negation"],
        limits=forms["limits"],
        parts=forms["parts"],
        plain=frozenset(table["plain"].split()),
        functions=frozenset(table["functions"].split()),
        anybody=frozenset(table["anybody"].split()),
        askers=frozenset(table["askers"].split()),
        head_first=table["head_first"],
    )

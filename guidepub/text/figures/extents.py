"""Extents: for how many, or how often, a statement holds: most, one in four, never.

“Most glaziers belong to a union” holds for 50 to 100 percent, “Few glaziers are union members” for
at most 30. Two statements about the same topic contradict each other if these ranges do not overlap.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guidepub.text.figures.quantities import all_figures
from guidepub.text.figures.scope import is_advice, names_part
from guidepub.text.figures.shares import shares
from guidepub.text.naming.occupations import is_person, singular
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

Kind = Literal["so", "allowed"]
_CLAUSES = re.compile(r"[;:—]|, (?:and|but|while|whereas|though|although)\b|\b(?:but|while|whereas|though|although)\b|,(?=\s+(?:often|usually|mostly|sometimes|typically)\b)", re.I)  # fmt: skip
_NEGATION = re.compile(r"\b(?:(?:do|does|is|are|will|may|must|can)(?: not|n['’]t)|cannot|can['’]t|won['’]t)\b|(?<=\s)no(?=\s+\w+n?\b)|^\W*no(?=\s)", re.IGNORECASE)  # fmt: skip
# “Tips are in it; benefits are not.”
_ELLIPSIS = re.compile(r"\b(?:is|are|do|does|will|can|may) not[.,;:]?\s*$", re.IGNORECASE)
_LISTED = re.compile(r",|\b(?:or|and)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_!][^\W\d_]*(?:-[^\W\d_]+)*|![a-z-]+")
_STEM = 5
_SHORTEST = 3
# A clause with more words is a story.
_MOST_WORDS = 26
# The percentages for a statement without a quantity.
_BARE = (31, 100)
_ALWAYS = 97
# The subject of a clause is among this many first words.
_FIRST = 6
_ANYBODY = frozenset(
    "they you we i he she it one their your our his her duties tasks job work expect se usted ustedes ellos ellas su sus".split()
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The topic of a clause as stems of its words, and the percentages for which it holds.

    `known` are the parts of the topic that the vocabulary lists, such as “self-employed”. `is_own`:
    the subject is the occupation. `is_stated`: the clause has a quantity or a negation. `is_list`:
    it names several things.
    """

    kind: Kind
    topic: frozenset[str]
    known: frozenset[str]
    low: int
    high: int
    is_own: bool
    is_stated: bool
    is_list: bool
    start: int
    text: str

    def contradicts(self, other: Extent) -> bool:
        """Return whether the two cannot both be true."""
        few, many = (self, other) if self.high < other.low else (other, self)
        if few.kind != many.kind or few.high >= many.low or not few.is_stated or not few.topic:
            return False
        is_of_another = few.kind == "so" and few.is_own and not many.is_own
        # A share given as a number may also be called “many”.
        is_vague = few.low > 1 and many.low <= _BARE[0]
        if is_of_another or is_vague or (few.high and not many.is_stated):
            return False
        if few.topic == many.topic:
            return True
        more = many.topic - few.topic
        # “Self-employed glaziers” are a part of all; “not light work” does not deny light fixtures.
        is_about_it = few.high > 0 or len(few.topic) > 1 or few.topic <= few.known
        is_of_part = bool(more & many.known)
        return (
            few.topic <= many.topic
            and is_about_it
            and not is_of_part
            and (not many.is_list or not few.high)
        )


def extents(
    sentence: str, own: frozenset[str], names: frozenset[str], language: str = "en"
) -> Iterator[Extent]:
    """Yield the extents of a sentence's clauses, except those that are limited in some way.

    `own` are the nouns for people in the occupation, `names` its normalized names.
    """
    words = _words(language)
    is_part = names_part(sentence) or is_advice(sentence)
    if words is None or is_part or sentence.rstrip().endswith("?"):
        return
    for start, clause in clauses(sentence, _CLAUSES):
        if len(clause.split()) <= _MOST_WORDS:
            found = _extent(clause, own, names, language, words)
            if found:
                yield replace(found, start=start + found.start)


def _extent(
    clause: str, own: frozenset[str], names: frozenset[str], language: str, words: _ExtentWords
) -> Extent | None:
    share = None if _ELLIPSIS.search(clause) else _share(clause, language)
    if share is None or words.limits.search(share.rest):
        return None
    allowed, forbidden = words.allowed.search(share.rest), words.forbidden.search(share.rest)
    is_denied = len(_NEGATION.findall(share.rest)) % 2 == 1
    if is_denied and share.low >= _ALWAYS:
        return None
    low, high = share.ends(is_denied, bool(forbidden))
    rest = _NEGATION.sub(" ", words.forbidden.sub(" ", words.allowed.sub(" ", share.rest)))
    topic = words.topic(rest, names)
    if topic is None:
        return None
    stems, known, is_turned = topic
    if is_turned:
        low, high = 100 - high, 100 - low
    return Extent(
        "allowed" if allowed or forbidden else "so",
        stems,
        known,
        low,
        high,
        _is_of_own(share.rest, own),
        share.is_stated or is_denied or bool(forbidden),
        bool(_LISTED.search(rest)),
        len(clause) - len(clause.lstrip(" ,;:—")),
        clause.strip(" ,;:—."),
    )


@dataclass(frozen=True, slots=True)
class _Share:
    """The percentages of a clause, whether they are stated, and the rest of its words."""

    low: int
    high: int
    is_stated: bool
    rest: str

    def ends(self, is_denied: bool, is_forbidden: bool) -> tuple[int, int]:
        """Return the range of percentages, after negations and prohibitions."""
        if is_denied != is_forbidden:
            return (100 - self.high, 100 - self.low) if self.is_stated else (0, 0)
        return (_ALWAYS, 100) if is_denied else (self.low, self.high)


def _share(clause: str, language: str) -> _Share | None:
    """Return the share in a clause, or None if it has several, or other figures."""
    stated, rest = shares(clause, language)
    if len(stated) > 1 or any(
        f.kind != "number" or f.text[:1].isdigit() for f in all_figures(rest)
    ):
        return None
    return _Share(*(stated[0] if stated else _BARE), bool(stated), rest)


def _is_of_own(rest: str, own: frozenset[str]) -> bool:
    """Return whether the first words of a clause name people in the occupation, or their work."""
    first = (word.strip("“”\"’',.").casefold() for word in rest.split()[:_FIRST])
    return any(word in _ANYBODY or is_person(word) or singular(word) in own for word in first)


@dataclass(frozen=True, slots=True)
class _ExtentWords:
    """The patterns of a language, named as in its file."""

    names: tuple[tuple[str, re.Pattern[str]], ...]
    allowed: re.Pattern[str]
    forbidden: re.Pattern[str]
    limits: re.Pattern[str]
    common: frozenset[str]

    def topic(
        self, text: str, names: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str], bool] | None:
        """Return the topic of a text as stems, its known stems, and whether it is negated.

        None if the text names both a thing and its opposite, or two opposites.
        """
        known: set[str] = set()
        for name, form in self.names:
            if form.search(text):
                known.add(name)
                text = form.sub(" ", text)
        turned = {name[1:] for name in known if name.startswith("!")}
        if turned & known or len(turned) > 1:
            return None
        own = {part for name in names for part in name.split()}
        words = [word.casefold() for word in _WORD.findall(text)]
        # “Nurse practitioners” are not nurses.
        first = words[:2]
        is_of_others = (
            len(first) > 1
            and first[0] in own
            and first[1].endswith("s")
            and first[1] not in self.common
            and singular(first[1]) not in own
        )
        others = {" ".join(first)} if is_of_others else set()
        plain = (
            word
            for word in words
            if word not in self.common and len(word) >= _SHORTEST and not is_person(word)
        )
        stems = {singular(word)[:_STEM] for word in plain if singular(word) not in own}
        plainly = frozenset(others | turned | (known - {f"!{name}" for name in turned}))
        return plainly | stems, plainly, bool(turned)


@functools.cache
def _words(language: str) -> _ExtentWords | None:
    table = vocabulary("extents", language)
    if not table:
        return None
    allowed = table["allowed"]
    return _ExtentWords(
        names=tuple(
            (name, compiled(rf"(?<![\w-])(?:{spaced(form)})(?![\w-])"))
            for name, form in table["names"].items()
        ),
        allowed=compiled(rf"\b(?:{spaced(allowed['yes'])})\b"),
        forbidden=compiled(rf"\b(?:{spaced(allowed['no'])})\b"),
        limits=compiled(rf"\b{either(table['limits']['forms'])}\b"),
        common=frozenset(" ".join(table["common"]["words"]).split()),
    )

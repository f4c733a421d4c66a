"""Under which conditions a sentence says that people work: never by night, only outdoors, in teams.

What holds for some, for a time, in a place or with an “if” is left out where it is denied; a
sentence that says it of some contradicts one that says it of nobody.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guidepub.text.duties import is_of_anybody
from guidepub.text.scope import is_advice, names_part
from guidepub.text.sentences import clauses
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary, written_out

Holds = Literal["is", "never", "mostly", "only"]
_PARTS = re.compile(r"[;:—]|,? (?:but|while|whereas|pero|mientras)\b")
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nor|without|hardly|cannot|nunca|jamás|nadie|ni|sin|tampoco|ningun[oa]?)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WorkCondition:
    """A condition of work, how it holds (never, for some, for most, alone), and what says so."""

    name: str
    holds: Holds
    opposite: str
    start: int
    text: str

    def contradicts(self, other: WorkCondition) -> bool:
        """Tell whether the two cannot be true of one occupation."""
        if self.name == other.name:
            return (self.holds == "never") != (other.holds == "never")
        both = {self.holds, other.holds}
        excluding = both == {"mostly"} or ("only" in both and "never" not in both)
        return self.opposite == other.name and excluding


def conditions(
    text: str, own: frozenset[str], language: str = "en", is_heading: bool = False
) -> Iterator[WorkCondition]:
    """Yield the conditions that a sentence or a heading names, each once.

    `own` are the nouns that name those in the occupation, as `demands.nouns` returns them.
    """
    words = _words(language)
    is_part = names_part(text) or (is_advice(text) and not is_heading)
    if words is None or is_part or text.rstrip().endswith("?"):
        return
    for at, part in clauses(text, _PARTS):
        for kind in words.kinds:
            named = kind.named.search(part)
            holds = _holds(part, kind, words, own) if named else None
            if (
                named
                and holds
                and (holds != "is" or is_heading or _is_of_work(part, named, words, own))
            ):
                yield WorkCondition(kind.name, holds, kind.opposite, at + named.start(), named[0])
            elif (out := kind.ruled_out.search(part)) and _is_plain(part, out, words, own):
                yield WorkCondition(kind.name, "never", kind.opposite, at + out.start(), out[0])


def _holds(
    part: str, kind: _ConditionForms, words: _ConditionWords, own: frozenset[str]
) -> Holds | None:
    """Return how a part of a sentence says that a condition holds, or None for neither."""
    if never := kind.never.search(part):
        before = part[: never.start()]
        of_all = not before.split() or is_of_anybody(before, own) or words.works.search(before)
        return "never" if of_all and not words.limits.search(part) else None
    if words.maybe.search(part) or _NEGATION.search(part):
        return None
    if words.limits.search(part):
        return "is"
    return "only" if kind.only.search(part) else "mostly" if kind.mostly.search(part) else "is"


def _is_of_work(
    part: str, named: re.Match[str], words: _ConditionWords, own: frozenset[str]
) -> bool:
    """Tell whether a condition is said of the work, or of those who do it."""
    begins = len(part[: named.start()].split()) <= 1
    of_them = begins or words.who.search(_own_named(part, own))
    return bool(of_them and words.works.search(part))


def _is_plain(part: str, named: re.Match[str], words: _ConditionWords, own: frozenset[str]) -> bool:
    """Tell whether a kind of hours is said of the work without a doubt or a limit."""
    doubted = (words.maybe, words.limits, words.often, _NEGATION)
    return _is_of_work(part, named, words, own) and not any(w.search(part) for w in doubted)


def _own_named(part: str, own: frozenset[str]) -> str:
    """Return a part of a sentence in which people in the occupation are “they”."""
    return _any_of(own).sub("they", part) if own else part


@functools.lru_cache(maxsize=64)
def _any_of(nouns: frozenset[str]) -> re.Pattern[str]:
    return compiled(rf"\b(?:{'|'.join(sorted(map(re.escape, nouns)))})e?s?\b")


@dataclass(frozen=True, slots=True)
class _ConditionForms:
    """A condition: its name, the one that excludes it, and how a text says that it holds."""

    name: str
    opposite: str
    named: re.Pattern[str]
    never: re.Pattern[str]
    only: re.Pattern[str]
    mostly: re.Pattern[str]
    ruled_out: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _ConditionWords:
    """The words of a language: its conditions, who works, and what limits a statement."""

    kinds: tuple[_ConditionForms, ...]
    works: re.Pattern[str]
    who: re.Pattern[str]
    limits: re.Pattern[str]
    maybe: re.Pattern[str]
    often: re.Pattern[str]


@functools.cache
def _words(language: str) -> _ConditionWords | None:
    table = vocabulary("conditions", language)
    if not table:
        return None
    pairs = [tuple(pair) for pair in table["opposites"]["pairs"]]
    opposites = dict(pairs) | {last: first for first, last in pairs}
    kinds = tuple(
        _kind(name, form, opposites.get(name, ""), table)
        for name, form in table["conditions"].items()
    )
    parts, limits = table["parts"], table["limits"]
    return _ConditionWords(
        kinds,
        works=compiled(rf"\b{written_out(parts['works'], parts)}\b"),
        who=compiled(rf"\b{written_out(parts['who'], parts)}\b"),
        limits=compiled(rf"\b{either(limits['forms'])}\b"),
        maybe=compiled(rf"\b{either(limits['maybe'])}\b"),
        often=compiled(rf"\b{either(limits.get('often', ()))}\b"),
    )


def _kind(
    name: str, form: str, opposite: str, table: dict[str, dict[str, list[str]]]
) -> _ConditionForms:
    named = rf"(?<![\w-])(?:{spaced(form)})(?![\w-])"

    def said(ways: dict[str, list[str]]) -> re.Pattern[str]:
        before, behind = (spaced("|".join(ways[key])) for key in ("before", "behind"))
        return compiled(rf"\b(?:{before}){named}|{named}(?:{behind})\b")

    # Only of what excludes another it matters how much of the work it is.
    only, mostly = (
        said(table[key]) if opposite else compiled("(?!)") for key in ("only", "mostly")
    )
    ruled_out = "".join(table.get("ruled_out", {}).get(name, ()))
    return _ConditionForms(
        name, opposite, compiled(named), said(table["never"]), only, mostly,
        compiled(rf"\b(?:{spaced(ruled_out)})\b" if ruled_out else "(?!)"),
    )  # fmt: skip

"""Whether a sentence promises its reader, or all who finish, a result that nobody can know.

A promise has three parts: somebody to whom it is made, a result (or a failure that is denied),
and words that leave no doubt. Each part has a list of its own, so that promises are found in
words that are in no list of promises.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.vocabulary import compiled, vocabulary, written_out

_PARTS = re.compile(r"[;—]|:(?=\s)|,?\s+(?:but|although|though|pero|aunque)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assurance:
    """The words of a result that is promised, and where they stand in the sentence."""

    start: int
    text: str


def assurance_of(sentence: str, language: str = "en") -> Assurance | None:
    """Return the result that a sentence promises, or None where it leaves a doubt."""
    words = _words(language)
    if words is None or sentence.rstrip(" ”\"'’)").endswith("?"):
        return None
    for start, part in clauses(sentence, _PARTS):
        found = _assured(part, words)
        if found and not is_quoted(sentence, start + found.start(), start + found.end()):
            return Assurance(start + found.start(), found[0])
    return None


def is_of_no_mind(sentence: str, language: str) -> bool:
    """Return whether a sentence says what nobody likes, knows or talks about, and promises nothing."""
    words = _words(language)
    return words is not None and words.minds.search(sentence) is not None


def signs(sentence: str, language: str) -> Iterator[str]:
    """Yield by which lists of words a sentence is a promise, or none: such as `doubts`."""
    words = _words(language)
    for field in fields(words) if words else ():
        # What sentences read as was learned from the other lists.
        if field.name != "minds" and getattr(words, field.name).search(sentence):
            yield field.name


def _assured(part: str, words: _AssuringWords) -> re.Match[str] | None:
    """Return the result that a part of a sentence promises, or None."""
    if not words.readers.search(part):
        return None
    failure = words.denied_failure.search(part)
    if failure:
        if words.minds.match(failure[0]):
            return None
        without = part[: failure.start()] + " " + part[failure.end() :]
        return None if words.doubts.search(without) else failure
    result = words.results.search(part)
    if result is None or words.doubts.search(part):
        return None
    # “Nobody will get rich” denies what it names.
    if words.nobody.search(part[: result.start()]):
        return None
    is_to_come = words.future.search(part[: result.start()][-40:])
    is_of_all = words.universal.search(part)
    is_sure = words.strong.search(part) or len(words.certain.findall(part)) > 1
    return result if (is_to_come or is_of_all) and is_sure else None


@dataclass(frozen=True, slots=True)
class _AssuringWords:
    """The patterns of a language: whom a promise is made to, of what, and how surely."""

    readers: re.Pattern[str]
    results: re.Pattern[str]
    denied_failure: re.Pattern[str]
    certain: re.Pattern[str]
    strong: re.Pattern[str]
    future: re.Pattern[str]
    universal: re.Pattern[str]
    doubts: re.Pattern[str]
    nobody: re.Pattern[str]
    minds: re.Pattern[str]


@functools.cache
def _words(language: str) -> _AssuringWords | None:
    table = vocabulary("assurances", language)
    if not table:
        return None

    def any_of(name: str) -> str:
        forms = written_out("|".join(table[name]["forms"]), table["parts"])
        return rf"(?<!\w)(?:{forms})(?!\w)"

    denied = written_out(table["failures"]["denied"], table["parts"])
    return _AssuringWords(
        readers=compiled(any_of("readers")),
        results=compiled(any_of("results")),
        denied_failure=compiled(rf"\b{denied}\b[^.;:!?]{{0,60}}?{any_of('failures')}"),
        certain=compiled(any_of("certain")),
        strong=compiled(any_of("strong")),
        future=compiled(any_of("future")),
        universal=compiled(any_of("universal")),
        doubts=compiled(any_of("doubts")),
        minds=compiled(rf"{any_of('nobody')}(?:\s+[\w’'-]+){{0,1}}?\s+{any_of('minds')}"),
        nobody=compiled(rf"{any_of('nobody')}(?:\s+[\w’'-]+){{0,3}}\s+$"),
    )

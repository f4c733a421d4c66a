"""Things of the past that a text presents as current.

`vocabulary/bygones.toml` lists for each thing its names, the last year in which it was current, its
successor, and how reliable a sign of age its name is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

# What else a sentence must contain, depending on how reliable a sign of age the name is.
_REQUIRED_GATES = {"gone": "", "faded": "usual", "news": "news", "novel": "novel"}
# Kinds that are recognized by phrases, since a name would not be enough.
_FORMS = ("form", "undated")
# A sentence with more of them is a list of things.
_MOST = 8
# Past participles that are not about the past: “is worked by steam”, “to be held next May”.
_NOT_PAST = re.compile(
    r"\b(?:is|are|be|being)\s+(?:\w+ly\s+|still\s+)?"
    r"(?:worked|held|kept|taught|told|sent|taken|given|made|run|sold|paid|won|lost|left|hung)\b",
    re.IGNORECASE,
)
# The fewest letters of a word that may have a plural.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Bygone:
    """A thing of the past.

    `strength` is its kind in the vocabulary, which decides what else a sentence must contain; `until`
    is the last year in which the thing was current; `now` is its successor (empty for none).
    """

    strength: str
    until: int
    now: str


@dataclass(frozen=True, slots=True)
class _Names:
    """The patterns of a language for names and phrases, and the things that they mean."""

    pattern: re.Pattern[str]
    things: Mapping[str, Bygone]
    any_form: re.Pattern[str]
    forms: tuple[tuple[re.Pattern[str], Bygone], ...]
    gates: Mapping[str, re.Pattern[str]]

    def is_of_today(self, thing: Bygone, text: str) -> bool:
        """Return whether a sentence without signs of the past presents a thing as current."""
        required = _REQUIRED_GATES[thing.strength]
        if thing.strength == "faded" and self.gates["rare"].search(text):
            return False
        return not required or self.gates[required].search(text) is not None


def bygone(text: str, language: str, edition: int) -> tuple[re.Match[str], Bygone] | None:
    """Return the first thing of the past that a sentence presents as current, with its match, or None.

    Things that were still current in `edition`, a year, do not count. `language` is `en` or `es`.
    """
    names = _names(language)
    found = [
        (match, thing)
        for match in islice(names.pattern.finditer(text), _MOST)
        if (thing := names.things[_normal(match[0])]).until < edition
    ]
    if found and not names.gates["past"].search(_without(text, found)):
        named = next((pair for pair in found if names.is_of_today(pair[1], text)), None)
        if named:
            return named
    return _in_a_form(names, text, edition)


def _in_a_form(names: _Names, text: str, edition: int) -> tuple[re.Match[str], Bygone] | None:
    """Return the first thing that a phrase presents as current, with its match, or None."""
    if not names.any_form.search(text):
        return None
    for form, thing in names.forms:
        match = form.search(text) if thing.until < edition else None
        if match is None:
            continue
        if thing.strength == "undated":
            # Even a statement about the past is undated, unless it is about a habit.
            if names.gates["habitual"].search(text):
                continue
            return match, thing
        if names.gates["beside_forms"].search(text):
            continue
        if not names.gates["past"].search(_without(text, [(match, thing)])):
            return match, thing
    return None


def _without(text: str, found: Iterable[tuple[re.Match[str], Bygone]]) -> str:
    """Return a sentence without the names in it and without passive verbs in the present.

    Their words and years are not signs of the past.
    """
    for match, _ in reversed(list(found)):
        text = text[: match.start()] + text[match.end() :]
    return _NOT_PAST.sub("", text)


def is_about_past(text: str, language: str) -> bool:
    """Return whether a sentence has signs of the past, or of things that are kept or studied."""
    return _names(language).gates["past"].search(text) is not None


@cache
def _names(language: str) -> _Names:
    table = vocabulary("bygones")
    things: dict[str, Bygone] = {}
    names: list[str] = []
    for strength in _REQUIRED_GATES:
        for row in table[strength]:
            for name in row.get(language, ()):
                # Of two kinds, the more reliable one comes first.
                things.setdefault(_normal(name), Bygone(strength, row["until"], row.get("now", "")))
                names.append(name)
    rows = [(kind, row) for kind in _FORMS for row in table[kind] if language in row]
    forms = tuple(
        (compiled(either(row[language])), Bygone(kind, row["until"], row.get("now", "")))
        for kind, row in rows
    )
    any_form = compiled(either(form for _, row in rows for form in row[language]))
    gates = {name: compiled(spaced(form)) for name, form in table["gate"][language].items()}
    return _Names(_any_of(names), things, any_form, forms, gates)


def _normal(name: str) -> str:
    """Return a name in a form that it shares with its plural."""
    return " ".join(word.rstrip("es") for word in name.casefold().replace("’", "'").split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of names, grouped by their first letters for speed."""
    branches: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        form = _form(name)
        for first in sorted({name[0], name[0].upper()}):
            branches[first].append(form)
    parts = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(branches.items()))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w+]|-\w)")


def _form(name: str) -> str:
    """Return the pattern of a name after its first letter; long words may be plural."""
    words = (
        re.escape(word) + ("(?:e?s)?" if len(word) >= _SHORTEST and word.isalpha() else "")
        for word in name.split()
    )
    return r"\s+".join(words)[len(re.escape(name[0])) :].replace("'", "['’]")

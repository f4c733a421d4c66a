"""Things that time has overtaken, by their names, where a text speaks of them as of today.

What is known of each stands in `vocabulary/bygones.toml`: its names, the last year in which a
text could speak of it so, what stands in its place, and how sure a sign of age its name is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

# What a sentence must say besides the name, depending on how sure a sign of age the name is.
_ASKED = {"gone": "", "faded": "usual", "news": "news", "novel": "novel"}
# Kinds that are known by words around a thing, whose names would say too little.
_FORMS = ("form", "undated")
# A sentence with more of them is a list of things.
_MOST = 8
# “Is worked by steam” and “to be held next May” have verbs in forms of the past and tell nothing of it.
_NOT_PAST = re.compile(
    r"\b(?:is|are|be|being)\s+(?:\w+ly\s+|still\s+)?"
    r"(?:worked|held|kept|taught|told|sent|taken|given|made|run|sold|paid|won|lost|left|hung)\b",
    re.IGNORECASE,
)
# Letters of a word that may have a plural.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Bygone:
    """A thing that time has overtaken.

    `strength` is the kind of the vocabulary that says what else a sentence must tell, `until`
    the last year in which a text could speak of the thing as of today, and `now` what stands in
    its place, empty where nothing does.
    """

    strength: str
    until: int
    now: str


@dataclass(frozen=True, slots=True)
class _Names:
    """The patterns for the names of a language, the thing of each, and the words around them."""

    pattern: re.Pattern[str]
    things: Mapping[str, Bygone]
    any_form: re.Pattern[str]
    forms: tuple[tuple[re.Pattern[str], Bygone], ...]
    gates: Mapping[str, re.Pattern[str]]

    def is_of_today(self, thing: Bygone, text: str) -> bool:
        """Return whether a sentence without signs of the past treats a thing as current."""
        asked = _ASKED[thing.strength]
        if thing.strength == "faded" and self.gates["rare"].search(text):
            return False
        return not asked or self.gates[asked].search(text) is not None


def bygone(text: str, language: str, edition: int) -> tuple[re.Match[str], Bygone] | None:
    """Return the first place where a sentence treats a bygone thing as current, and the thing, or None.

    `edition` is the year of the edition: what was still true in it is not reported. `language` is
    `en` or `es`.
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
    """Return the first thing that the words around it treat as current, with its place, or None."""
    if not names.any_form.search(text):
        return None
    for form, thing in names.forms:
        match = form.search(text) if thing.until < edition else None
        if match is None:
            continue
        if thing.strength == "undated":
            # That something is past does not tell when it was.
            if names.gates["habitual"].search(text):
                continue
            return match, thing
        if names.gates["beside_forms"].search(text):
            continue
        if not names.gates["past"].search(_without(text, [(match, thing)])):
            return match, thing
    return None


def _without(text: str, found: Iterable[tuple[re.Match[str], Bygone]]) -> str:
    """Return a sentence without the names in it, whose own words and years tell nothing.

    Verbs in the passive of the present are left out as well.
    """
    for match, _ in reversed(list(found)):
        text = text[: match.start()] + text[match.end() :]
    return _NOT_PAST.sub("", text)


def is_about_past(text: str, language: str) -> bool:
    """Return whether a sentence has its things as those of the past, kept, studied or denied."""
    return _names(language).gates["past"].search(text) is not None


@cache
def _names(language: str) -> _Names:
    table = vocabulary("bygones")
    things: dict[str, Bygone] = {}
    names: list[str] = []
    for strength in _ASKED:
        for row in table[strength]:
            for name in row.get(language, ()):
                # The surer one of two kinds wins, which comes first.
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
    """Return a form that a name and its plural share."""
    return " ".join(word.rstrip("es") for word in name.casefold().replace("’", "'").split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of names, branched by their first letters so that it is quick."""
    branches: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        form = _form(name)
        for first in sorted({name[0], name[0].upper()}):
            branches[first].append(form)
    parts = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(branches.items()))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w+]|-\w)")


def _form(name: str) -> str:
    """Return the pattern of a name behind its first letter; long words may have a plural."""
    words = (
        re.escape(word) + ("(?:e?s)?" if len(word) >= _SHORTEST and word.isalpha() else "")
        for word in name.split()
    )
    return r"\s+".join(words)[len(re.escape(name[0])) :].replace("'", "['’]")

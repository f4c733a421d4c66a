"""Checks a catalogue's phrases by comparing them with guidepub's English ones."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from guidepub.findings import Finding, Place, did_you_mean
from guidepub.phrases import PhraseTable, shipped_phrases
from guidepub.words.characters import forbidden, is_blank, misplaced

_Path: TypeAlias = tuple[str | int, ...]
_Placing: TypeAlias = Callable[[_Path, bool], Place]

_MARKS = 4
# Three times the length of the longest phrase that is shipped.
_LONGEST = 600
_FEW = 6


def phrase_findings(
    table: PhraseTable, place: _Placing, is_addition: bool = False
) -> Iterator[Finding]:
    """Yield the faults of a language's phrases.

    `place` returns the place of a path or, with True, that of its key. If guidepub has phrases in the
    language (`is_addition`), the catalogue may leave some out; otherwise all are required (D012).
    """
    known = shipped_phrases("en")
    yield from _group(table, known, (), place)
    if not is_addition and (missing := list(_missing(table, known))):
        more = f" and {len(missing) - _FEW} more" if len(missing) > _FEW else ""
        verb = "is" if len(missing) == 1 else "are"
        message = f"{', '.join(missing[:_FEW])}{more} {verb} missing from these phrases."
        remedy = "Translate each; `guidepub init DIR --phrases XX` writes a file with all of them."
        yield Finding(place((), False), "D012", message, remedy)


def _missing(table: PhraseTable, known: PhraseTable) -> Iterator[str]:
    for key, value in known.items():
        if isinstance(value, Mapping):
            given = table.get(key, {})
            there = given if isinstance(given, Mapping) else value
            yield from (f"{key}.{name}" for name in value if name not in there)
        elif key not in table:
            yield key


def _group(
    table: PhraseTable, known: PhraseTable, path: _Path, place: _Placing
) -> Iterator[Finding]:
    for key, value in table.items():
        at = (*path, key)
        english = known.get(key)
        if english is None:
            message = f"The key “{key}” is unknown."
            yield Finding(place(at, True), "D010", message, did_you_mean(key, known))
        elif isinstance(english, Mapping):
            if isinstance(value, Mapping):
                yield from _group(value, english, at, place)
            else:
                remedy = f"Write them below the line [{key}]."
                message = f"“{key}” is a group of phrases."
                yield Finding(place(at, False), "D011", message, remedy)
        elif isinstance(english, str):
            yield from _phrase(value, english, place(at, False))
        else:
            yield from _quotes(value, place(at, False))


def _quotes(value: object, place: Place) -> Iterator[Finding]:
    marks = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    texts = [mark for mark in marks if isinstance(mark, str) and mark.strip()]
    if len(texts) != _MARKS or len(marks) != _MARKS:
        message = "Four quotation marks are expected here."
        remedy = "Write the double ones that open and close, then the single ones, each in quotes."
        yield Finding(place, "D011", message, remedy)
        return
    for mark in texts:
        yield from _unprintable(mark, place)


def _phrase(value: object, english: str, place: Place) -> Iterator[Finding]:
    in_english = f"In English it is “{english}”."
    if not isinstance(value, str):
        yield Finding(place, "D011", "A text is expected here.", in_english)
    elif is_blank(value) or value != value.strip():
        message = "A phrase is empty, or begins or ends with a space."
        yield Finding(place, "D011", message, in_english)
    elif len(value) > _LONGEST:
        message = f"At most {_LONGEST} characters are allowed here."
        yield Finding(place, "D011", message, in_english)
    elif unprintable := list(_unprintable(value, place)):
        yield from unprintable
    else:
        yield from _placeholders(value, english, place)


def _unprintable(text: str, place: Place) -> Iterator[Finding]:
    found = next(forbidden(text), None) or next(misplaced(text), None)
    if found is not None:
        yield Finding(place, "D008", f"The character {found[2]} is not allowed here.", "Delete it.")


def _placeholders(text: str, english: str, place: Place) -> Iterator[Finding]:
    """Yield the faults of names in braces, which must be those of the English phrase."""
    remedy = f"In English it is “{english}”."
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        parts = [("{", None, None, None)]
    if any("{" in literal or "}" in literal for literal, *_ in parts):
        yield Finding(place, "C009", "This brace does not belong to a placeholder.", remedy)
        return
    wanted = _names(english)
    for _, name, form, conversion in parts:
        if name is not None and (name not in wanted or form or conversion):
            shown = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            message = f"{{{shown}}} is not a placeholder of this phrase."
            yield Finding(place, "C009", message, remedy)
    given = {name for _, name, _, _ in parts}
    for name in sorted(wanted - given):
        yield Finding(place, "C009", f"The placeholder {{{name}}} is missing.", remedy)


def _names(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)

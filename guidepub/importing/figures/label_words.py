"""Reads labels of figures word by word: what each word means, and which are unknown (“strange”)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidepub.importing.knowledge import knowledge
from guidepub.text.figures.quantities import Figure
from guidepub.text.figures.years import YEAR
from guidepub.text.measured.forms import is_listed_around
from guidepub.text.naming.occupations import comparable, is_all_of_own
from guidepub.text.naming.places import place_named
from guidepub.text.punctuation.note_marks import RAISED_MARKS, WORD_END
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language
from guidepub.words.remembering import remembered

POINTS = frozenset({"wage_p10", "wage_p25", "median", "wage_p75", "wage_p90", "mean"})
"""The points of a pay scale that labels name."""

# Meanings that labels express with numbers: “10th percentile”, “10-yr”.
_NUMBERED_KINDS = POINTS | {"beside"}
LONGEST_LINE = 400
"""The most characters of a line of labels; a longer one is prose."""

# Pictures are not words of a label.
_PICTURES = r"\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d"
_NOTHING = re.compile(
    rf"(?:{RAISED_MARKS}|\^\([^()]{{1,40}}\)|(?<=\w)\(\d{{1,2}}\)|[\s:;,.·•|–—=≈~+*_\\\"'“”„«»►{_PICTURES}-]|/|\[\^?[\w.@:-]{{1,40}}\])+"
)
_SOURCE = re.compile(r"[A-ZÁÉÍÓÚÂÊÔÇ]{3,9}(?:,? [A-Z][a-z]{2,9})?(?:,? (?:19|20)\d\d)")
# “(SWA 2026 census of members)”: who counted, and when.
_COUNTED_BY = re.compile(
    r"\((?=[^()]{0,60}(?:19|20)\d\d)(?=[^()]{0,60}\b(?:survey|census|poll|study|report|statistics|encuesta|censo|estadística|enquête|recensement|umfrage|erhebung|statistik|pesquisa|inquérito))[^()]{4,80}\)",
    re.IGNORECASE,
)
_YEARS = re.compile(YEAR.pattern + r"(?:\s?[-–—/]\s?(?:\d{4}|\d\d)\b)?")
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\D)")
_WORD = re.compile(r"[^\W\d_](?:[\w'’/*-]|:(?=\w))*")


@dataclass(frozen=True, slots=True)
class Label:
    """The meanings of a label's words, by the names of `knowledge/labels.toml`, and its years."""

    kinds: frozenset[str]
    years: tuple[int, ...] = ()


# Cached, since a line is read as a label, as an introduction and as a heading.
@remembered(512)
def label_of(words: str, own: frozenset[str], language: str) -> Label | None:
    """Return the meaning of a label, or None if one of its words is unknown."""
    kinds: set[str] = set()
    words = _NUMBERED.sub("", words[:LONGEST_LINE])
    for kind, _start, _end in label_tokens(words, (), own, language):
        if kind == "strange":
            return None
        kinds.add(kind)
    return Label(
        frozenset(kinds - {"(", ")", "year"}), tuple(int(m[0]) for m in YEAR.finditer(words))
    )


def strange_words(text: str, own: frozenset[str], language: str) -> Iterator[tuple[str, int]]:
    """Yield each word that is neither a known word of labels nor a name of the occupation.

    With each word comes the position where it begins.
    """
    at = 0
    while at < len(text):
        start = next(
            (s for kind, s, _ in label_tokens(text[at:], (), own, language) if kind == "strange"),
            None,
        )
        if start is None:
            return
        word = _WORD.search(text, at + start)
        if word is None:
            return
        if word.start() == at + start:
            yield word[0], word.start()
            at = word.end()
        else:
            at += start + 1


@functools.lru_cache(maxsize=64)
def names_nation(text: str, language: str) -> bool:
    """Return whether a text names a whole country and no place in it: “for the United States”."""
    patterns = (pattern for kind, pattern in _kinds(primary_language(language)) if kind == "nation")
    words = [match.start() for match in _WORD.finditer(text)]
    return any(pattern.match(text, at) for pattern in patterns for at in words) and not place_named(
        text
    )


def label_tokens(
    text: str, figures: Sequence[Figure], own: frozenset[str], language: str
) -> Iterator[tuple[str, int, int]]:
    """Yield the kind, start and end of each of a label's words, in order.

    The end of a figure is where its amount begins. At the first unknown word, the last kind is
    `strange`.
    """
    at = 0
    while at < len(text):
        kind, end = _longest(text, at, language)
        if not kind and (match := _NOTHING.match(text, at)):
            at = match.end()
            continue
        if not kind and (source := _COUNTED_BY.match(text, at)) and not place_named(source[0]):
            yield "year", at, source.end()
            at = source.end()
            continue
        if not kind and text[at] in "()":
            yield text[at], at, at + 1
            at += 1
            continue
        figure = next((f for f in figures if at in (f.opens, f.start)), None)
        if figure and not (kind in _NUMBERED_KINDS and end > figure.end):
            yield "figure", at, figure.start
            at = max(figure.closes, figure.end)
            continue
        if not kind and (match := _YEARS.match(text, at) or _source_at(text, at)):
            kind, end = "year", match.end()
        if not kind and (own_end := _own_end(text, at, own, language)):
            kind, end = "own", own_end
        if not kind:
            yield "strange", at, len(text)
            return
        yield kind, at, end
        at = end


def _longest(text: str, at: int, language: str) -> tuple[str, int]:
    """Return the kind and the end of the longest known word at a position."""
    best, end = "", at
    for kind, pattern in _kinds(primary_language(language)):
        if (match := pattern.match(text, at)) and match.end() > end:
            best, end = kind, match.end()
    return best, end


def _source_at(text: str, at: int) -> re.Match[str] | None:
    """Return the match of a source with its year, “OEWS 2024”; “TEXAS 2024” is a place."""
    found = _SOURCE.match(text, at)
    return None if found and place_named(found[0]) else found


def _own_end(text: str, at: int, own: frozenset[str], language: str) -> int:
    """Return the end of a name of the occupation that begins at a position, or 0."""
    words = []
    end = at
    while match := _WORD.match(text, end):
        words.append(match.end())
        end = match.end() + 1
        if text[match.end() : end] != " " or len(words) > 6:
            break
    is_name = is_all_of_own if is_listed_around(language) else _is_called
    return next((e for e in reversed(words) if is_name(text[at:e], own)), 0)


def _is_called(words: str, own: frozenset[str]) -> bool:
    """Return whether words name the occupation; in a label its noun is enough: “Technicians employed”."""
    return is_all_of_own(words, own) or comparable(words) in _last_words(own)


@functools.lru_cache(maxsize=16)
def _last_words(own: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split()[-1] for name in own if name)


def _runs_on(form: str) -> bool:
    """Return whether a form need not be followed by the end of a word, such as the article “l’”."""
    return (form.endswith(")") and "(?=" in form) or form.endswith("[’']")


@functools.cache
def _kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of the words in a language's labels, with their meanings."""
    table = knowledge("labels").get(language, {})
    found = []
    for kind, forms in table.items():
        whole = [form if _runs_on(form) else rf"{form}{WORD_END}" for form in forms]
        found.append((kind, re.compile(either(whole), re.IGNORECASE)))
    return tuple(found)

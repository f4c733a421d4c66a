"""The forms in which a language states measures: patterns of the words before and after a figure.

They are in `vocabulary/measures.*.toml`. A table `around` in such a file lists the words that may
surround a form; any others may narrow the statement to a place, an industry or a rank.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidepub.text.punctuation.note_marks import RAISED_MARKS
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

# How far before and after a figure a form may extend, in characters.
_BEFORE, _AFTER = 260, 160
_WORK = re.compile(r"(?:employment|jobs|demand|job market)\b", re.IGNORECASE)
# The placeholder of a citation, and note marks.
_MARKS = rf"(?:\ufffc|\[[^\[\]]{{0,80}}\]|{RAISED_MARKS})"


@dataclass(frozen=True, slots=True)
class Fit:
    """A match of a form: its named groups, and the bounds of its words."""

    parts: Mapping[str, str | None]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """The patterns before and after a figure that make it a measure.

    `limit` is a bound that the figure may have; with `is_bound`, it must have it.
    """

    key: str
    kind: str
    unit: str
    limit: str
    is_bound: bool
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    @property
    def known(self) -> tuple[str, str]:
        """The key and the unit of a measure other than pay."""
        return self.key, "percent" if self.kind == "percent" else self.unit

    def fit(self, sentence: str, opens: int, closes: int) -> Fit | None:
        """Return the match of the words around a figure, or None."""
        parts: dict[str, str | None] = {}
        start, end = opens, closes
        if self.before:
            found = self.before.search(sentence, max(opens - _BEFORE, 0), opens)
            if found is None:
                return None
            start = found.start()
            parts |= found.groupdict()
            parts["qualifier"] = parts.get("qualifier") or _words_before(sentence, found)
        if self.behind:
            found = self.behind.match(sentence, closes, closes + _AFTER)
            if found is None:
                return None
            end = found.end()
            parts |= {key: words for key, words in found.groupdict().items() if words}
        return Fit(parts, start, end)


@functools.lru_cache(maxsize=16)
def forms(language: str) -> tuple[Form, ...]:
    """Return the forms of a language in the order in which they are tried."""
    table: dict[str, Any] = vocabulary("measures", language)
    parts = table.get("parts", {})
    found = []
    for row in table.get("measures", ()):
        pairs = [(form, "") for form in row.get("before", ())]
        pairs += [("", form) for form in row.get("behind", ())] + row.get("around", [])
        for before, behind in pairs:
            found.append(
                Form(
                    row["key"],
                    row["kind"],
                    row.get("unit", ""),
                    row.get("limit", ""),
                    row.get("is_bound", False),
                    _compiled(rf"(?<![\w-])(?:{before})\s*$", parts) if before else None,
                    _compiled(rf"(?:{behind})(?!\w)", parts) if behind else None,
                )
            )
    return tuple(found)


@functools.lru_cache(maxsize=16)
def falling(language: str) -> re.Pattern[str]:
    """Return the pattern for the beginnings of verbs and nouns of decline."""
    return compiled(either(vocabulary("measures", language).get("falling", [])))


@functools.lru_cache(maxsize=16)
def restating(language: str) -> re.Pattern[str]:
    """Return the pattern of the words between an amount and its equivalent in another period."""
    return compiled(rf"\s*{either(vocabulary('measures', language).get('restating', []))}\s*")


def is_listed_around(language: str) -> bool:
    """Return whether a language has a list of the words that may stand around its forms."""
    return "around" in vocabulary("measures", language)


def strange_words(sentence: str, fit: Fit, since: int, language: str) -> str:
    """Return the unlisted words around a form, which may narrow it, or an empty string.

    `since` is the end of the statement before it in the same sentence, or 0.
    """
    opening, closing = _around(language)
    # A semicolon begins a statement of its own.
    before = sentence[max(since, sentence.rfind(";", 0, fit.start) + 1) : fit.start]
    if opening.fullmatch(before) is None:
        return before.strip() or sentence[: fit.end]
    behind = sentence[fit.end : fit.end + _AFTER]
    return "" if closing.match(behind) else behind.strip()


def clause_end(sentence: str, fit: Fit, language: str) -> int:
    """Return the end of a form's clause, or 0 if it is unknown.

    It is unknown if the language has no list of surrounding words, or the clause has others.
    """
    if not is_listed_around(language):
        return 0
    found = _around(language)[1].match(sentence, fit.end, fit.end + _AFTER)
    return found.end() if found else 0


@functools.lru_cache(maxsize=16)
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words before a form, and of those after it up to the clause's end."""
    table: dict[str, Any] = vocabulary("measures", language)
    parts, around = table.get("parts", {}), table["around"]
    opening, closing, joins = (either(around[key]) for key in ("opening", "closing", "joins"))
    end = rf"\s*{_MARKS}*\s*(?:$|[.;:!?…]|,?\s+{joins}(?!\w))"
    return (
        _compiled(rf"[\s,:;«»„“”\"(–—-]*(?:{opening}[\s,:]*)*", parts),
        _compiled(rf"(?:[\s,]*(?:{closing}(?!\w)|{_MARKS}))*{end}", parts),
    )


def _words_before(sentence: str, found: re.Match[str]) -> str:
    """Return the words before a form that begins with “employment”, “jobs” and the like, or ""."""
    if not _WORK.match(found[0]):
        return ""
    before = sentence[max(found.start() - 60, 0) : found.start()]
    words = re.search(r"((?:[\w’'-]+ ){1,3})$", before)
    return words[1].strip() if words else ""


def _compiled(form: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    return compiled(written_out(form, parts))

"""Page code that was left in a text: scripts, template tags, shortcodes.

Some code matches as a whole, so that it can be removed; other code is only detected by a sign.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from guidepub.text.vocabulary import vocabulary

CodeKind = Literal["script", "template", "shortcode"]

# Signs that all code has, but few texts; for a quick test.
_HINTS = re.compile(
    r"[$@{\[<}%*«]|##|^[ \t]*(?:var|let|const|import|export|function|document|console|gtag|ga|fbq|dataLayer|jQuery)\b",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of signs around code, and the most characters between them."""

    kind: CodeKind
    opening: str
    closing: str
    span: int


@functools.cache
def brackets() -> tuple[Bracket, ...]:
    """Return the pairs of signs around code, longer ones before their prefixes."""
    return tuple(
        Bracket(row["kind"], row["open"], row["close"], row["span"])
        for row in vocabulary("code")["brackets"]
    )


@functools.cache
def whole_pieces() -> tuple[re.Pattern[str], ...]:
    """Return the patterns that match whole pieces of code, and placeholders."""
    table = vocabulary("code")
    forms = [form for kind in table["whole"] for form in _whole(kind)]
    return tuple(re.compile(form, re.MULTILINE) for form in (*forms, *table["stand_ins"]))


@functools.cache
def stand_in() -> re.Pattern[str]:
    """Return the pattern of a template field that looks like a link: `[[state]]`."""
    return re.compile(rf"\[\[{_field()}\]\]")


def _whole(kind: str) -> list[str]:
    """Return the patterns for whole pieces of a kind of code."""
    return [form.replace("FIELD", _field()) for form in vocabulary("code")["whole"][kind]]


def _field() -> str:
    return f"(?:{vocabulary('code')['fields']})"


@functools.cache
def page_code(kind: CodeKind) -> re.Pattern[str]:
    """Return the pattern for a kind of code: whole pieces and signs."""
    table = vocabulary("code")
    whole = "".join(f"|(?-x:{form})" for form in _whole(kind))
    return re.compile(table["signs"][kind].strip() + whole, re.VERBOSE | re.MULTILINE)


def may_hold_code(text: str) -> bool:
    """Return whether a text may contain code; a quick test."""
    return _HINTS.search(text) is not None

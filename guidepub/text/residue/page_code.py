"""Page code that was left in a text: scripts, a template's tags, shortcodes.

Some of it has a form by which it is known as a whole, so that it can be taken out; of other
code only a sign is known, which tells that something is wrong.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from guidepub.text.vocabulary import vocabulary

CodeKind = Literal["script", "template", "shortcode"]

# Signs that all code has, and most texts lack.
_HINTS = re.compile(
    r"[$@{\[<}%*«]|##|^[ \t]*(?:var|let|const|import|export|function|document|console|gtag|ga|fbq|dataLayer|jQuery)\b",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two signs around code, and how many characters it may span."""

    kind: CodeKind
    opening: str
    closing: str
    span: int


@functools.cache
def brackets() -> tuple[Bracket, ...]:
    """Return the pairs of signs around code, those that begin like others first."""
    return tuple(
        Bracket(row["kind"], row["open"], row["close"], row["span"])
        for row in vocabulary("code")["brackets"]
    )


@functools.cache
def whole_pieces() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of code that is known as a whole, and of what waits for its text."""
    table = vocabulary("code")
    forms = [form for kind in table["whole"] for form in _whole(kind)]
    return tuple(re.compile(form, re.MULTILINE) for form in (*forms, *table["stand_ins"]))


@functools.cache
def stand_in() -> re.Pattern[str]:
    """Return the pattern of a template's field that looks like a link: `[[state]]`."""
    return re.compile(rf"\[\[{_field()}\]\]")


def _whole(kind: str) -> list[str]:
    """Return the forms of whole pieces of code of a kind."""
    return [form.replace("FIELD", _field()) for form in vocabulary("code")["whole"][kind]]


def _field() -> str:
    return f"(?:{vocabulary('code')['fields']})"


@functools.cache
def page_code(kind: CodeKind) -> re.Pattern[str]:
    """Return the pattern of all that shows code of a kind, as a whole or by a sign."""
    table = vocabulary("code")
    whole = "".join(f"|(?-x:{form})" for form in _whole(kind))
    return re.compile(table["signs"][kind].strip() + whole, re.VERBOSE | re.MULTILINE)


def may_hold_code(text: str) -> bool:
    """Return quickly whether it is worth looking for code in a text."""
    return _HINTS.search(text) is not None

"""What a web site shows around its texts, and how texts speak of the page they stand on."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, vocabulary

_LONGEST = 160
_MOST_BUTTONS = 12


@functools.cache
def _whole(grade: str) -> re.Pattern[str]:
    forms = either(vocabulary("site")[grade])
    # A paragraph that goes on behind a stop is somebody's text.
    return re.compile(rf"\W*{forms}\W*", re.IGNORECASE)


def is_chrome(text: str) -> bool:
    """Tell whether a paragraph is no part of the text that it stood beside."""
    return len(text) <= _LONGEST and _whole("chrome").fullmatch(text) is not None


@functools.cache
def _buttons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = vocabulary("site")
    button, between = (table[name] for name in ("buttons", "between_buttons"))
    return (
        re.compile(rf"(?:{button})", re.IGNORECASE),
        re.compile(rf"(?:{button}|{between}|\W+)", re.IGNORECASE),
    )


def _is_row_of_buttons(text: str) -> bool:
    """Tell whether a short paragraph has no words but those of buttons, and two of these."""
    words = [word.strip(".,:;!?()[]|·•") for word in text.split()]
    words = [word for word in words if word]
    if not 2 <= len(words) <= _MOST_BUTTONS:
        return False
    button, allowed = _buttons()
    named = {word.casefold() for word in words if button.fullmatch(word)}
    return len(named) > 1 and all(allowed.fullmatch(word) for word in words)


def is_page_line(text: str) -> bool:
    """Tell whether a paragraph is chrome, or a word that is one where it stands alone."""
    return (
        is_chrome(text)
        or _is_row_of_buttons(text)
        or _whole("lines").fullmatch(text[:_LONGEST]) is not None
    )


@functools.cache
def page_words() -> re.Pattern[str]:
    """Return the pattern of what speaks of a web page within a sentence."""
    return re.compile(either(vocabulary("site")["phrases"]), re.IGNORECASE)

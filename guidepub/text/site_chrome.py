"""What a web site shows around its texts, and how texts speak of the page they stand on."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, vocabulary

_LONGEST = 160


@functools.cache
def _whole(grade: str) -> re.Pattern[str]:
    forms = either(vocabulary("site")[grade])
    # A paragraph that goes on behind a stop is somebody's text.
    return re.compile(rf"\W*{forms}\W*", re.IGNORECASE)


def is_chrome(text: str) -> bool:
    """Tell whether a paragraph is no part of the text that it stood beside."""
    return len(text) <= _LONGEST and _whole("chrome").fullmatch(text) is not None


def is_page_line(text: str) -> bool:
    """Tell whether a paragraph is chrome, or a word that is one where it stands alone."""
    return is_chrome(text) or _whole("lines").fullmatch(text[:_LONGEST]) is not None


@functools.cache
def page_words() -> re.Pattern[str]:
    """Return the pattern of what speaks of a web page within a sentence."""
    return re.compile(either(vocabulary("site")["phrases"]), re.IGNORECASE)

"""What a web site shows around its texts: “Show more”, “Posted by”, “Photo credit”."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, vocabulary

_LONGEST = 160


@functools.cache
def _chrome() -> re.Pattern[str]:
    forms = either(vocabulary("site")["chrome"])
    # A paragraph that goes on behind a stop is somebody's text.
    return re.compile(rf"\W*{forms}\W*", re.IGNORECASE)


def is_chrome(text: str) -> bool:
    """Tell whether a paragraph is no part of the text that it stood beside."""
    return len(text) <= _LONGEST and _chrome().fullmatch(text) is not None

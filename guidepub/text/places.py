"""Names of parts of countries and of cities, by which a text gives figures to a place."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import vocabulary
from guidepub.words.states import STATES

_CAPITALS = re.compile(r"\b[^\W\d_a-z]{4,}\b")


def place_named(text: str) -> str:
    """Return the first name of a state, a region or a city in a text, or an empty string.

    Names are known with capitals, as they are written, and in capitals alone: “TEXAS 2024”.
    """
    found = _places().search(_CAPITALS.sub(lambda word: word[0].title(), text))
    return found[0] if found else ""


@functools.cache
def _places() -> re.Pattern[str]:
    names = sorted((*STATES, *vocabulary("places")["names"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

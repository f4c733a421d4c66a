"""Writes the long forms of abbreviations as definitions below the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.residues import TOKEN

MOST_ABBREVIATIONS = 200
"""The most abbreviations that a guide can define."""

_SHORT = re.compile(r"[^\[\]\n]{1,80}")
_LONGEST = 400


def with_abbreviations(
    sections: Sequence[tuple[str, str]], meanings: Mapping[str, str]
) -> Sequence[tuple[str, str]]:
    """Return sections, with definitions of the abbreviations that they use in the last."""
    bodies = "\n".join(body for _, body in sections)
    lines = [
        f"*[{short}]: {spaced(meaning)}"
        for short, meaning in meanings.items()
        if _SHORT.fullmatch(short)
        and len(meaning) <= _LONGEST
        and not TOKEN.search(short + meaning)
        and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", bodies)
    ]
    if not lines or not sections:
        return sections
    title, body = sections[-1]
    return [*sections[:-1], (title, "\n\n".join([body, "\n".join(lines)]))]

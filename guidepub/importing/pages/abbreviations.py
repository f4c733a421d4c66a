"""The long forms of abbreviations in an original, as definitions below its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.residues import TOKEN

MOST_ABBREVIATIONS = 200
"""As many as a guide may define."""

_SHORT = re.compile(r"[^\[\]\n]{1,80}")
_LONGEST = 400


def with_abbreviations(
    sections: Sequence[tuple[str, str]], meanings: Mapping[str, str]
) -> Sequence[tuple[str, str]]:
    """Return sections, the last with the definitions of the abbreviations that they use."""
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

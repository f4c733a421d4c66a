"""Remarks in a definition on what import could not settle."""

from __future__ import annotations

import textwrap

from guidepub.importing.originals.escaping import spaced

# A remark keeps to one line of bounded length, without the signs that could end it.
_LONGEST = 360
_SIGNS = str.maketrans({"<": "‹", ">": "›"})


def remark(words: str) -> str:
    """Return lines that mark what could not be settled, for editors and not for readers."""
    plain = spaced(words).translate(_SIGNS)
    parts = textwrap.wrap(plain, _LONGEST, break_on_hyphens=False) or ["something"]
    return "\n".join(f"<!-- guidepub: unsettled {part} -->" for part in parts)


def inline_remark(words: str) -> str:
    """Return the same within a line."""
    return remark(words).replace("\n", " ")

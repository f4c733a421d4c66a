"""Writes remarks in a definition on what import could not settle."""

from __future__ import annotations

import textwrap

from guidepub.importing.originals.escaping import spaced

# A remark is a single line of limited length, without characters that could end the comment.
_LONGEST = 360
_SIGNS = str.maketrans({"<": "‹", ">": "›"})


def remark(words: str) -> str:
    """Return comments on what could not be settled, which editors see and readers do not."""
    plain = spaced(words).translate(_SIGNS)
    parts = textwrap.wrap(plain, _LONGEST, break_on_hyphens=False) or ["something"]
    return "\n".join(f"<!-- guidepub: unsettled {part} -->" for part in parts)


def inline_remark(words: str) -> str:
    """Return the same comments for use within a line."""
    return remark(words).replace("\n", " ")

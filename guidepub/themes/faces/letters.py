"""The characters that a theme can print."""

from __future__ import annotations

import functools

from guidepub.themes.faces.fonts import letters_of_fonts
from guidepub.themes.folders.resources import MEDIA_TYPES
from guidepub.themes.folders.theme import Theme


@functools.lru_cache(maxsize=16)
def letters_of(theme: Theme) -> frozenset[str]:
    """Return the characters that the fonts of a theme have, found once for each state of it.

    A font that is broken has none.
    """
    kinds = {path: MEDIA_TYPES.get(path.suffix.lower(), "") for path in theme.files().values()}
    return letters_of_fonts([path for path, kind in kinds.items() if kind.startswith("font/")])

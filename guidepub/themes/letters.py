"""Which characters a theme can print."""

from __future__ import annotations

import functools
import io

from guidepub.themes.theme import FILE_LIMIT, Theme

_SUFFIXES = (".ttf", ".otf", ".woff", ".woff2")


def letters_of(theme: Theme) -> frozenset[str]:
    """Return the characters that the fonts of a theme have. A font that is broken has none."""
    files = [path for path in theme.files().values() if path.suffix.lower() in _SUFFIXES]
    return frozenset().union(*(letters_of_face(theme.read_bytes(path)) for path in files))


@functools.lru_cache(maxsize=16)
def letters_of_face(face: bytes) -> frozenset[str]:
    """Return the characters that a font has, given its file. A font that is broken has none."""
    # An import that takes a quarter of a second, which few books need.
    from fontTools.ttLib import TTFont, TTLibError

    if len(face) > FILE_LIMIT:
        return frozenset()
    try:
        return frozenset(map(chr, TTFont(io.BytesIO(face), lazy=True).getBestCmap() or ()))
    except (TTLibError, ValueError, KeyError, AssertionError, OSError):
        return frozenset()

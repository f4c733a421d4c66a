"""The shipped faces cut down to the letters of Latin languages, for books that carry them along.

`styles/latin` holds one for each face that the shipped themes give to an EPUB;
`make faces` makes them. By their licence (OFL 1.1, 3) they have another name inside.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping, Set

from guidepub.files import sha256
from guidepub.themes.folders.shipped import shipped_folder

FOLDER = "latin"

_RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2000, 0x206F), (0x2074, 0x208E), (0x2153, 0x215E))
LATIN = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1)).union(
    "ŒœŠšŸŽž⁰€™−←↑→↓≈≠≤≥✓●"
)
"""The characters that they have, as far as the whole faces have them."""


def carried(face: bytes, letters: Set[str]) -> bytes:
    """Return a face as a book with some letters carries it along.

    That is the Latin part of a face that guidepub ships, where the rest of it has none of the
    letters. Any other face is returned whole: whether it may be altered, its licence says, and
    no field of a font.
    """
    part = _parts().get(sha256(face))
    if part is None or (letters - LATIN and letters & (_letters_of(face) - LATIN)):
        return face
    return part


@functools.cache
def _parts() -> Mapping[str, bytes]:
    """Return the Latin parts by the SHA-256 of their faces."""
    styles = shipped_folder("styles")
    return {
        sha256(whole.read_bytes()): part.read_bytes()
        for part in sorted((styles / FOLDER).glob("*.ttf"))
        for whole in sorted(styles.glob(f"*/fonts/{part.name}"))
    }


@functools.lru_cache(maxsize=16)
def _letters_of(face: bytes) -> frozenset[str]:
    # An import that takes a quarter of a second, which few books need.
    from fontTools.ttLib import TTFont

    return frozenset(map(chr, TTFont(io.BytesIO(face), lazy=True).getBestCmap()))

"""The face in which readers write into fields: its letters by the codes of a simple font.

A field's font is named by one byte a letter (ISO 32000-1, 9.6.6), so a language has the letters
of its code page. A reader who writes others is shown them in a face of the reading program.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from typing import NamedTuple

from guidepub.themes.faces.latin_faces import FOLDER, LATIN
from guidepub.themes.folders.shipped import shipped_folder

_FILE = "SourceSans3-Regular.ttf"
_WHOLE = "school/fonts"
# The code pages of languages that Western Europe's has not all letters for.
_PAGES = {"pl": "cp1250"}
_WESTERN = "cp1252"
# Vietnamese needs more letters than one code page has free; these take the place of Western signs.
_VIETNAMESE = (
    "ăâđêôơưĂÂĐÊÔƠƯ"
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    "ÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
)
_FIRST = 1
# The codes of letters in code pages; those below are controls, and free here except line ends.
_LETTERS_FROM = 32
_FREE = (*range(1, 9), *range(14, 32))
# Signs that are hardly ever typed, and that the Latin part of the face lacks.
_UNWRITTEN = frozenset("ƒˆ˜")


class TypingFace(NamedTuple):
    """A face as a simple font needs it; lengths in thousandths of the type's size.

    `differences` is what its codes mean otherwise than in WinAnsiEncoding (table 114).
    """

    name: str
    data: bytes
    first: int
    widths: tuple[int, ...]
    differences: tuple[int | str, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int


@functools.lru_cache(maxsize=16)
def typing_face(language: str) -> TypingFace:
    """Return the face for what is written in a language, given by its BCP 47 tag."""
    # An import that takes a quarter of a second, which few books need.
    from fontTools.agl import UV2AGL
    from fontTools.ttLib import TTFont

    letters = _letters(language.split("-", maxsplit=1)[0].lower())
    folder = FOLDER if set(letters.values()) <= LATIN else _WHOLE
    data = shipped_folder("styles").joinpath(folder, _FILE).read_bytes()
    font = TTFont(io.BytesIO(data), lazy=True)
    glyphs, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm

    def scaled(length: int) -> int:
        return int(length * 1000 / unit + 0.5)

    widths = tuple(
        scaled(advances[glyphs.get(ord(letters.get(code, "\0")), ".notdef")][0])
        for code in range(_FIRST, 256)
    )
    head, os2 = font["head"], font["OS/2"]
    return TypingFace(
        font["name"].getDebugName(6),
        data,
        _FIRST,
        widths,
        tuple(_differences(letters, UV2AGL)),
        tuple(map(scaled, (head.xMin, head.yMin, head.xMax, head.yMax))),
        scaled(os2.sTypoAscender),
        scaled(os2.sTypoDescender),
        scaled(os2.sCapHeight),
    )


def _letters(language: str) -> dict[int, str]:
    """Return the letters of a language by their codes."""
    page = _code_page(_PAGES.get(language, _WESTERN))
    if language != "vi":
        return page
    kept = set(page.values()) & {*_VIETNAMESE, *"–—“”‘’…•€"}
    codes = [*(code for code in range(128, 256) if page.get(code) not in kept), *_FREE]
    others = [letter for letter in _VIETNAMESE if letter not in kept]
    return page | dict(zip(codes, others, strict=False))


def _code_page(name: str) -> dict[int, str]:
    codes = (code for code in range(_LETTERS_FROM, 256) if code != 127)
    pairs = ((code, bytes([code]).decode(name, "ignore")) for code in codes)
    return {code: letter for code, letter in pairs if letter and letter not in _UNWRITTEN}


def _differences(letters: dict[int, str], names: dict[int, str]) -> Iterator[int | str]:
    western = _code_page(_WESTERN)
    for code, letter in letters.items():
        if western.get(code) != letter:
            yield code
            yield f"/{names.get(ord(letter), f'uni{ord(letter):04X}')}"

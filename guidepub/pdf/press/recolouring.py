"""Colours of a PDF that is being written: every one is looked up again, in text, rules and pictures.

Works on a PDF's objects before they are written, where a page is still a list
of operators (ISO 32000-1, annex A).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import pydyf
from PIL import Image

from guidepub.pdf.engine.objects import referenced
from guidepub.pdf.press.colouring import Rgb
from guidepub.pdf.press.inks import Inks
from guidepub.pictures import Separated, separated

Light = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

Translate = Callable[[Rgb], Light | Inks | None]
"""Returns what a colour becomes; nothing for one that is not painted."""

Operator = bytes | str | pydyf.Object
"""A part of a page's stream."""

Kept = Callable[[bytes], Separated | None]
"""Returns the inks in which a picture was made, by its bytes in light; or None."""

_COLOUR = re.compile(rb"(\S+) (\S+) (\S+) (rg|RG)")
_OPERATORS = {(3, b"rg"): b"rg", (3, b"RG"): b"RG", (4, b"rg"): b"k", (4, b"RG"): b"K"}
_SPACES = {3: "/DeviceRGB", 4: "/DeviceCMYK"}
_ENDS = (b"rg", b"RG")
_STROKES = frozenset({b"S", b"s"})


def recolour(pdf: pydyf.PDF, translate: Translate) -> None:
    """Give each colour of pages, drawings and gradients what it is translated to."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") in (None, "/Form"):
            item.stream = list(_recoloured(item.stream, translate))
        elif isinstance(item, pydyf.Dictionary) and "ShadingType" in item:
            _recolour_gradient(item, translate)


def light(colour: Rgb) -> Light:
    """Return a colour as a PDF states it."""
    red, green, blue = colour
    return red / 255, green / 255, blue / 255


def _recoloured(operators: Iterable[Operator], translate: Translate) -> Iterator[Operator]:
    """Yield a stream's operators; a line whose colour becomes nothing ends without a stroke."""
    hidden = [False]
    for operator in operators:
        if not isinstance(operator, bytes):
            yield operator
            continue
        if operator[-2:] in _ENDS and (match := _COLOUR.fullmatch(operator)):
            parts = translate(_rgb(match[1], match[2], match[3]))
            if match[4] == b"RG":
                hidden[-1] = parts is None
            if parts is not None:
                yield _numbers(parts) + b" " + _OPERATORS[len(parts), match[4]]
            continue
        if operator == b"q":
            hidden.append(hidden[-1])
        elif operator == b"Q":
            hidden.pop()
        yield b"n" if hidden[-1] and operator in _STROKES else operator


def _recolour_gradient(shading: pydyf.Dictionary, translate: Translate) -> None:
    if shading["ColorSpace"] != _SPACES[3]:
        return
    for function in _functions(shading["Function"]):
        for end in ("C0", "C1"):
            parts = translate(_rgb(*function[end])) or (0.0, 0.0, 0.0, 0.0)
            function[end] = pydyf.Array(parts)
            shading["ColorSpace"] = _SPACES[len(parts)]


def _functions(function: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    if "Functions" in function:
        for inner in function["Functions"]:
            yield from _functions(inner)
    else:
        yield function


def _rgb(*parts: bytes | float) -> Rgb:
    red, green, blue = (round(255 * float(part)) for part in parts)
    return red, green, blue


def _numbers(parts: Light | Inks) -> bytes:
    return " ".join(f"{part:.5g}" for part in parts).encode()


def ink_the_rest(pdf: pydyf.PDF, kept: Kept = lambda _: None) -> None:
    """Put in inks what has no colour of its own: pictures, and where colours are blended.

    `kept` gives the inks in which a picture was made; others are made of its colours.
    """
    for item in list(pdf.objects):
        if not isinstance(item, pydyf.Stream):
            continue
        if item.extra.get("Subtype") == "/Image":
            _ink_picture(pdf, item, kept)
        elif (group := item.extra.get("Group")) and group.get("CS") == _SPACES[3]:
            group["CS"] = _SPACES[4]


def _ink_picture(pdf: pydyf.PDF, item: pydyf.Stream, kept: Kept) -> None:
    """Replace a picture by one in inks; what lets it be seen through stays as it is.

    PDF/X-4 (ISO 15930-7) allows soft masks.
    """
    if item.extra["ColorSpace"] != _SPACES[3]:
        return
    data = _data(item)
    found = kept(data) if item.extra["Filter"] == "/DCTDecode" else None
    if found is None:
        mask = referenced(pdf, name) if (name := item.extra.get("SMask")) else None
        alpha = _opened(mask) if isinstance(mask, pydyf.Stream) else None
        found = separated(_opened(item), alpha)
    _replace(item, found)


def _data(item: pydyf.Stream) -> bytes:
    return b"".join(part if isinstance(part, bytes) else part.data for part in item.stream)


def _opened(item: pydyf.Stream) -> Image.Image:
    data = _data(item)
    if item.extra["Filter"] == "/FlateDecode":
        # WeasyPrint takes the rows of a PNG file as they are; with a head they are one again.
        kind = 2 if item.extra["ColorSpace"] == _SPACES[3] else 0
        head = struct.pack(">IIBBBBB", item.extra["Width"], item.extra["Height"], 8, kind, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
        data = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)
    image = Image.open(BytesIO(data))
    image.load()
    return image


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _replace(item: pydyf.Stream, found: Separated) -> None:
    item.stream = [found.data]
    item.extra.pop("DecodeParms", None)
    item.extra["ColorSpace"] = _SPACES[4] if found.inks == 4 else "/DeviceGray"
    item.extra["Filter"] = "/DCTDecode" if found.jpeg else "/FlateDecode"
    item.extra["Width"], item.extra["Height"] = found.size
    if found.inverted:
        item.extra["Decode"] = pydyf.Array((1, 0) * 4)

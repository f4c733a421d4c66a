"""Fingerprints of one book in one small file: a line of JSON and columns of numbers, packed."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from guidepub.model import Edition
from tools.references.fingerprints import Mark, PageLook


@dataclass(frozen=True, slots=True)
class Reference:
    """By their edition: the pages of a book's PDFs, and the checksums of its other documents."""

    pages: Mapping[Edition, tuple[PageLook, ...]]
    documents: Mapping[Edition, Mapping[str, int]]

    @property
    def editions(self) -> frozenset[Edition]:
        """All editions that the book had."""
        return frozenset((*self.pages, *self.documents))


def packed(reference: Reference) -> bytes:
    """Return a reference as the bytes of its file, the same for the same reference."""
    heads = {
        edition: [[page.width, page.height, len(page.marks)] for page in pages]
        for edition, pages in reference.pages.items()
    }
    head = json.dumps({"pages": heads, "documents": reference.documents}, sort_keys=True)
    body = b"".join(
        _columns(page.marks) + page.light + page.tint
        for edition in sorted(reference.pages)
        for page in reference.pages[edition]
    )
    return zlib.compress(f"{head}\n".encode() + body, 9)


def unpacked(data: bytes) -> Reference:
    """Return the reference that a file holds."""
    head, _, body = zlib.decompress(data).partition(b"\n")
    described = json.loads(head)
    pages: dict[Edition, tuple[PageLook, ...]] = {}
    place = 0
    for edition in sorted(described["pages"]):
        looks = []
        for width, height, count in described["pages"][edition]:
            bare = PageLook(width, height, (), b"", b"")
            across, down = bare.tint_size
            ends = [place, 16 * count, bare.columns * bare.rows, 2 * across * down]
            for number in range(1, 4):
                ends[number] += ends[number - 1]
            marks, light, tint = (body[a:b] for a, b in pairwise(ends))
            looks.append(PageLook(width, height, _marks(marks, count), light, tint))
            place = ends[-1]
        pages[edition] = tuple(looks)
    return Reference(pages, described["documents"])


def _columns(marks: tuple[Mark, ...]) -> bytes:
    """Return marks by columns, each number as its distance from the one above: that packs well."""
    numbers = array("h")
    for column in zip(*marks, strict=True):
        numbers.extend(_short(new - old) for old, new in zip((0, *column), column, strict=False))
    return _little(numbers).tobytes()


def _marks(data: bytes, count: int) -> tuple[Mark, ...]:
    numbers = array("h")
    numbers.frombytes(data)
    numbers = _little(numbers)
    columns = []
    for start in range(0, len(numbers), count or 1):
        total = 0
        columns.append([total := _short(total + step) for step in numbers[start : start + count]])
    return tuple((a, b, c, d, e, f, g, h) for a, b, c, d, e, f, g, h in zip(*columns, strict=True))


def _short(number: int) -> int:
    """Return a number folded into 16 bits, so that far-off places fit as well."""
    return (number + 0x8000) % 0x10000 - 0x8000


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

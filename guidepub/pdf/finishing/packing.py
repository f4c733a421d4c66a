"""A finished PDF to its bytes: each object is written once, and each stream packed once.

pydyf, which does this for WeasyPrint, packs every stream a second time to take its digest.
Objects other than streams are in an object stream (ISO 32000-1, 7.5.7), and a stream holds
the table of references (7.5.8). Versions before PDF 1.5 know neither: there each object and the
table (7.5.4) are in the file itself.
"""

from __future__ import annotations

import hashlib
import zlib

import pydyf

from guidepub.pdf.engine.weasyprint import Pdf

LEVEL = 6
"""How hard streams are packed, from 1 to 9."""

# Widths of a reference's fields in bytes: its kind, a place in the file, a place in a stream.
_WIDTHS = (1, 4, 3)
_FREE, _PLAIN, _IN_STREAM = range(3)


def packed(pdf: Pdf, identifier: bytes, level: int = LEVEL, *, in_streams: bool = True) -> bytes:
    """Return a PDF's bytes. `identifier` is the first half of its ID, which stays with it.

    `in_streams` says whether objects and the table of references may be in streams.
    """
    if pdf.info:
        pdf.add_object(pdf.info)
    kind = _File if in_streams else _PlainFile
    out = kind(pdf.version, len(pdf.objects), level)
    for item in pdf.objects:
        out.add(item)
    info = pdf.info.reference if pdf.info else None
    return out.finished(pdf.catalog.reference, info, identifier)


class _File:
    """A file that is being written, object by object; the first one is that of no object."""

    def __init__(self, version: str, count: int, level: int) -> None:
        self._level = level
        self._parts: list[bytes] = []
        self._size = 0
        self._table: list[tuple[int, int, int]] = []
        # The stream of objects follows after all of them.
        self._holder = count
        self._held: list[tuple[int, bytes]] = []
        self._digest = hashlib.md5(usedforsecurity=False)
        self._put(f"%PDF-{version}\n%".encode() + b"\xf0\x9f\x96\xa4\n")

    def add(self, item: pydyf.Object) -> None:
        """Add an object, whose number is how many there were before."""
        if item.free == "f":
            self._table.append((_FREE, 0, 65_535))
        elif isinstance(item, pydyf.Stream):
            self._digest.update(self._stream(item))
        else:
            self._table.append((_IN_STREAM, self._holder, len(self._held)))
            self._held.append((item.number, data := item.data))
            self._digest.update(data)

    def finished(self, catalog: bytes, info: bytes | None, identifier: bytes) -> bytes:
        """Return the whole file."""
        heads, place = [], 0
        for number, data in self._held:
            heads.append(b"%d %d" % (number, place))
            place += len(data) + 1
        head = b" ".join(heads)
        bodies = [data for _, data in self._held]
        extra = {"Type": "/ObjStm", "N": len(heads), "First": len(head) + 1}
        self._stream(pydyf.Stream([head, *bodies], extra, compress=True))
        start = self._size
        self._table.append((_PLAIN, start, 0))
        extra = {"Type": "/XRef", "W": pydyf.Array(_WIDTHS)}
        extra |= self._trailer(catalog, info, identifier)
        rows = b"".join(
            value.to_bytes(width, "big")
            for row in self._table
            for value, width in zip(row, _WIDTHS, strict=True)
        )
        # Its own place is in it already.
        self._table.pop()
        self._stream(pydyf.Stream([rows], extra, compress=True))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _trailer(self, catalog: bytes, info: bytes | None, identifier: bytes) -> dict[str, object]:
        """Return the trailer, which leads a reader to the objects (7.5.5)."""
        ids = (b"<%b>" % part.hex().encode() for part in (identifier, self._digest.digest()))
        extra: dict[str, object] = {"Size": len(self._table), "Root": catalog}
        return extra | {"ID": pydyf.Array(ids)} | ({"Info": info} if info else {})

    def _stream(self, stream: pydyf.Stream) -> bytes:
        data = b"\n".join(map(_as_bytes, stream.stream))
        extra = pydyf.Dictionary(stream.extra)
        if stream.compress:
            extra["Filter"] = "/FlateDecode"
            data = zlib.compress(data, self._level)
        extra["Length"] = len(data)
        number = len(self._table)
        self._table.append((_PLAIN, self._size, 0))
        head = b"%d 0 obj\n%b\nstream\n" % (number, extra.data)
        self._put(b"".join((head, data, b"\nendstream\nendobj\n")))
        return data

    def _put(self, part: bytes) -> None:
        self._parts.append(part)
        self._size += len(part)


class _PlainFile(_File):
    """A file of a version that has no streams of objects."""

    def add(self, item: pydyf.Object) -> None:
        """Add an object, whose number is how many there were before."""
        if item.free == "f" or isinstance(item, pydyf.Stream):
            super().add(item)
            return
        data = item.data
        self._table.append((_PLAIN, self._size, 0))
        self._put(b"%d 0 obj\n%b\nendobj\n" % (item.number, data))
        self._digest.update(data)

    def finished(self, catalog: bytes, info: bytes | None, identifier: bytes) -> bytes:
        """Return the whole file."""
        start = self._size
        self._put(b"xref\n0 %d\n" % len(self._table))
        for kind, place, generation in self._table:
            sign = b"f" if kind == _FREE else b"n"
            self._put(b"%010d %05d %b \n" % (place, generation, sign))
        trailer = pydyf.Dictionary(self._trailer(catalog, info, identifier))
        self._put(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer.data, start))
        return b"".join(self._parts)


def _as_bytes(part: object) -> bytes:
    if isinstance(part, bytes):
        return part
    return part.data if isinstance(part, pydyf.Object) else str(part).encode("ascii")

"""Zip archives that are the same for the same content (PKWARE's APPNOTE, 4.3).

The standard library's `zipfile` would compress the files that every book contains, such as a
theme's fonts, again for each book.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_STORED, _DEFLATED = 0, 8
_VERSION = 20
_UNIX = 3
_READABLE = 0o644 << 16
_UTF_8 = 0x800
# Midnight on 1 January 1980, the earliest date that a zip can hold.
_DATE, _TIME = (1 << 5) | 1, 0
# Compressed files that are kept, by their content: at most 16 MB of each.
_KEPT = 32
_LONGEST_KEPT = 512 * 1024


class _Packed(NamedTuple):
    """A file's content in an archive: compression method, CRC-32 of the content, packed bytes."""

    method: int
    checksum: int
    data: bytes


def zip_archive(
    entries: Iterable[tuple[str, bytes]],
    stored: frozenset[str],
    repeated: frozenset[str] = frozenset(),
) -> bytes:
    """Return a zip archive of (name, content) pairs in the order given.

    All entries have the same date and mode. Names in `stored` are not compressed; the content
    of those in `repeated` is likely to occur in other archives, and is compressed only once.
    """
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in entries:
        packed = _packed(content, name in stored, name in repeated)
        encoded, shared = name.encode(), _shared(name, content, packed)
        local = b"PK\x03\x04" + struct.pack("<H", _VERSION) + shared + encoded
        made_by = struct.pack("<BBH", _VERSION, _UNIX, _VERSION)
        place = struct.pack("<HHHII", 0, 0, 0, _READABLE, offset)
        directory.append(b"PK\x01\x02" + made_by + shared + place + encoded)
        parts += [local, packed.data]
        offset += len(local) + len(packed.data)
    listed = b"".join(directory)
    count = len(directory)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), offset, 0)
    return b"".join([*parts, listed, b"PK\x05\x06", end])


def _shared(name: str, content: bytes, packed: _Packed) -> bytes:
    """Return the fields that an entry's header and its record in the directory have in common."""
    flags = 0 if name.isascii() else _UTF_8
    sizes = len(packed.data), len(content), len(name.encode()), 0
    head = struct.pack("<HHHH", flags, packed.method, _TIME, _DATE)
    return head + struct.pack("<IIIHH", packed.checksum, *sizes)


def _packed(content: bytes, is_stored: bool, is_repeated: bool) -> _Packed:
    if is_stored:
        return _Packed(_STORED, zlib.crc32(content), content)
    if is_repeated and len(content) <= _LONGEST_KEPT:
        return _deflated_once(content)
    return _deflated(content)


def _deflated(content: bytes) -> _Packed:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return _Packed(_DEFLATED, zlib.crc32(content), data)


_deflated_once = functools.lru_cache(maxsize=_KEPT)(_deflated)

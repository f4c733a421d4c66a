"""Zip archives that are the same for the same content (PKWARE's APPNOTE, 4.3).

The standard library's would compress anew what stands in every book, such as a theme's fonts.
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
# The first of January 1980, the earliest day that a zip can tell, and midnight.
_DATE, _TIME = (1 << 5) | 1, 0
# Files that are compressed once are kept with what they become: 16 MB of each at most.
_KEPT = 32
_LONGEST_KEPT = 512 * 1024


class _Packed(NamedTuple):
    """A content as it stands in an archive: how it was packed, its checksum, and the bytes."""

    method: int
    checksum: int
    data: bytes


def zip_archive(
    entries: Iterable[tuple[str, bytes]],
    stored: frozenset[str],
    repeated: frozenset[str] = frozenset(),
) -> bytes:
    """Return a zip of (name, content) pairs in the order given.

    Every entry bears one fixed date and mode; names in `stored` are not compressed. What those
    in `repeated` hold is likely to come again in other archives, and is compressed once.
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
    """Return what an entry and its line in the directory say alike."""
    flags = 0 if name.isascii() else _UTF_8
    sizes = len(packed.data), len(content), len(name.encode()), 0
    head = struct.pack("<HHHH", flags, packed.method, _TIME, _DATE)
    return head + struct.pack("<IIIHH", packed.checksum, *sizes)


def _packed(content: bytes, as_it_is: bool, comes_again: bool) -> _Packed:
    if as_it_is:
        return _Packed(_STORED, zlib.crc32(content), content)
    if comes_again and len(content) <= _LONGEST_KEPT:
        return _deflated_once(content)
    return _deflated(content)


def _deflated(content: bytes) -> _Packed:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return _Packed(_DEFLATED, zlib.crc32(content), data)


_deflated_once = functools.lru_cache(maxsize=_KEPT)(_deflated)

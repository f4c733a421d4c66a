"""Copies pictures that are inside an original or next to it, under safe names.

A name contains a part of the content's hash, so that different pictures never share a name, and
the same picture has the same name in every import.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from guidepub.files import is_within, read_bytes, sha256, write_bytes
from guidepub.findings import InputError
from guidepub.importing.originals.archives import ForeignArchive
from guidepub.importing.originals.foreign import LARGEST_PICTURE
from guidepub.importing.originals.original import Original, OriginalBlock
from guidepub.loading.pictures.images import check_image
from guidepub.model import slug_of

_MOST = 80
_LARGEST_TOGETHER = 48 * 1024 * 1024
_LONGEST_STEM = 48
_KINDS = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
)


def path_within(target: str, folder: str = "") -> str:
    """Return the path at an image's address, relative to its page's folder, or "" if it has none."""
    path = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    if not path or path.startswith("/") or re.match(r"[a-z][a-z0-9+.-]*:", path, re.I):
        return ""
    return posixpath.normpath(posixpath.join(folder, path))


def picture_reader(page: Path, folder: Path) -> Callable[[str], bytes | None]:
    """Return a function that reads the pictures of a page from the folder of its site."""

    def picture(target: str) -> bytes | None:
        name = path_within(target)
        # The root of the site is the folder that contains it.
        path = page.parent / name if name else folder / path_within(target.lstrip("/"))
        try:
            if not is_within(path, folder):
                return None
            return read_bytes(path, LARGEST_PICTURE)
        except (InputError, OSError, ValueError):
            return None

    return picture


def archive_picture_reader(
    archive: ForeignArchive, folder: str = ""
) -> Callable[[str], bytes | None]:
    """Return a function that reads the pictures of a page in a folder of an archive."""
    return lambda target: archive.picture(path_within(target, folder))


@dataclass(slots=True)
class PictureFolder:
    """A temporary folder for the pictures of one text until its definition is written."""

    folder: Path
    names: list[str] = field(default_factory=list)
    _size: int = 0

    def with_files(self, original: Original) -> Original:
        """Return an original in which each image has a file, if its picture is available."""
        return replace(
            original, blocks=tuple(self._with_file(b, original) for b in original.blocks)
        )

    def _with_file(self, block: OriginalBlock, original: Original) -> OriginalBlock:
        if block.kind != "image" or not block.target or len(self.names) >= _MOST:
            return block
        data = original.picture_of(block.target)
        if not data or self._size + len(data) > _LARGEST_TOGETHER:
            return block
        name = _name(block.target, data)
        if name and name not in self.names:
            path = self.folder / name
            write_bytes(path, data)
            try:
                check_image(path)
            except InputError:
                return block
            self.names.append(name)
            self._size += len(data)
        return replace(block, file=name)


def shown_pictures(names: Iterable[str], text: str) -> list[str]:
    """Return the pictures that a definition shows."""
    return [name for name in names if f"]({name})" in text or f":::{{figure}} {name}\n" in text]


def _name(target: str, data: bytes) -> str:
    """Return a safe name for a picture, or "" where it is of no kind that books can have."""
    kind = next((kind for sign, kind in _KINDS if data.startswith(sign)), "")
    kind = kind or ("svg" if b"<svg" in data[:4096] else "")
    stem = slug_of(posixpath.splitext(posixpath.basename(path_within(target)))[0]) or "picture"
    stem = stem[:_LONGEST_STEM].strip("-")
    return f"{stem}-{sha256(data)[:8]}.{kind}" if kind else ""

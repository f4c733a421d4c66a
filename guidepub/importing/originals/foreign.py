"""A text to import: a file, or one of those that a file holds; and what its pictures may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PICTURE_NAME = re.compile(r"[a-z0-9-]{1,60}-[0-9a-f]{8}\.(?:png|jpg|gif|webp|svg)")
"""What a picture may be called that import copies."""

LARGEST_PICTURE = 16 * 1024 * 1024
"""Bytes that a picture may have to be copied."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """One of the texts that a file holds.

    `key` tells it from the others of the file, and `place` is the path that findings name. One of
    several guides in a document has a number there, `guide`, from 0 on; `holder` is the key of that
    document, where it is itself a part of the file.
    """

    key: str
    place: str
    guide: int | None = None
    holder: str | None = None

    @property
    def document(self) -> FilePart | None:
        """The part that the document of a guide is, or None where that is the file."""
        return None if self.holder is None else FilePart(self.holder, self.place)


def distinct_key(name: str, taken: dict[str, int]) -> str:
    """Return a key for a part that no other part has, as in `Baker (2)`, and add it to those taken.

    `taken` says by key how many parts have asked for it.
    """
    key = name
    while key in taken:
        taken[name] += 1
        key = f"{name} ({taken[name]})"
    taken[key] = 1
    return key


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A text to import: a file, or a part of one.

    `folder` is the one that is imported, whose pictures the text may show; for a file that is
    imported by itself, its own.
    """

    path: Path
    part: FilePart | None = None
    folder: Path | None = None

    @property
    def place(self) -> str:
        """The path that findings name."""
        return self.part.place if self.part else str(self.path)

    @property
    def name(self) -> str:
        """The name by which a reader recognises it."""
        return f"{self.path} ({self.part.key})" if self.part else str(self.path)

    def asked(self, for_parts: bool = False) -> dict[str, Any]:
        """Return the item for the confined process: to import the text, or to list its parts."""
        part = asdict(self.part) if self.part else None
        folder = str(self.folder) if self.folder else None
        return {"path": str(self.path), "part": part, "folder": folder, "for_parts": for_parts}

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> ForeignText:
        """Return the text that the confined process is given."""
        part = FilePart(**asked["part"]) if asked["part"] else None
        folder = Path(asked["folder"]) if asked["folder"] else None
        return cls(Path(asked["path"]), part, folder)

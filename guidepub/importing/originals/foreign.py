"""A text to import, which is a file or a part of one, and limits for its pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PICTURE_NAME = re.compile(r"[a-z0-9-]{1,60}-[0-9a-f]{8}\.(?:png|jpg|gif|webp|svg)")
"""The names that imported pictures can have."""

LARGEST_PICTURE = 16 * 1024 * 1024
"""The size of the largest picture that is copied, in bytes."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """One of the texts that a file holds.

    `key` is unique within the file, and `place` is the path that findings name. `guide` is the
    number, from 0, of one of several guides in a document; `holder` is the key of that document
    if the document itself is a part of the file.
    """

    key: str
    place: str
    guide: int | None = None
    holder: str | None = None

    @property
    def document(self) -> FilePart | None:
        """The part that is the document of this guide, or None if the document is the whole file."""
        return None if self.holder is None else FilePart(self.holder, self.place)


def distinct_key(name: str, taken: dict[str, int]) -> str:
    """Return a unique key for a part, such as `Baker (2)`, and add it to `taken`.

    `taken` has, for each key, how many parts have asked for it.
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

    `folder` is the folder that is imported, or for a single file the one it is in. The text may
    show pictures from it.
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
        """The path and the part, for messages."""
        return f"{self.path} ({self.part.key})" if self.part else str(self.path)

    def as_item(self, for_parts: bool = False) -> dict[str, Any]:
        """Return the item for the confined process: to import the text, or to list its parts."""
        part = asdict(self.part) if self.part else None
        folder = str(self.folder) if self.folder else None
        return {"path": str(self.path), "part": part, "folder": folder, "for_parts": for_parts}

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> ForeignText:
        """Return the text described by an item from `as_item`."""
        part = FilePart(**item["part"]) if item["part"] else None
        folder = Path(item["folder"]) if item["folder"] else None
        return cls(Path(item["path"]), part, folder)

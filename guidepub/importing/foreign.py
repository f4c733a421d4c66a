"""A text to import: a file, or one of those that a file holds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class FilePart:
    """One of the texts that a file holds.

    `key` tells it from the others of the file, and `place` is the path that findings name.
    """

    key: str
    place: str


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A text to import: a file, or a part of one."""

    path: Path
    part: FilePart | None = None

    @property
    def place(self) -> str:
        """The path that findings name."""
        return self.part.place if self.part else str(self.path)

    @property
    def name(self) -> str:
        """What a reader knows it by."""
        return f"{self.path} ({self.part.key})" if self.part else str(self.path)

    def asked(self, for_parts: bool = False) -> dict[str, Any]:
        """Return what the confined process is given: to import it, or to tell which parts it has."""
        part = asdict(self.part) if self.part else None
        return {"path": str(self.path), "part": part, "for_parts": for_parts}

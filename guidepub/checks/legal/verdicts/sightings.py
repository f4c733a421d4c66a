"""The examination of one finished file, as plain data that can be sent and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from guidepub.model import Mark

VERSION = 5
"""Raised when the same file would be examined otherwise: what was remembered is then stale."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A wording in a file. `sha256` is the digest of its wording as filled there.

    `language` is empty for a plain copyright line in a file that does not say its own.
    `unseen` says why a reader cannot see it, `doubt` why that is uncertain.
    """

    id: str
    version: int
    language: str
    where: tuple[str, ...]
    values: Mapping[str, str]
    difference: str
    unseen: str
    sha256: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """All that was found in one file. `error` is set where it could not be read."""

    mark: Mark | None = None
    language: str = ""
    holder: str = ""
    rights: str = ""
    stated_isbns: tuple[str, ...] = ()
    printed_isbns: tuple[str, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    error: str = ""
    solid_letters: int = 0
    """Letters of text that the file has: none in a book of pictures."""
    unread: str = ""
    """Which part of the file was not read; empty where all of it was."""
    terms: Mapping[str, str] = field(default_factory=dict)
    """What the file says to machines, by names as in `tdm:reservation`."""

    def as_data(self) -> dict[str, Any]:
        """Return the examination as plain data, fit for JSON."""
        data = asdict(self)
        data["mark"] = self.mark.model_dump(mode="json") if self.mark else None
        return data


def examination_of(data: Mapping[str, Any]) -> Examination:
    """Return the examination from the plain data of `as_data`."""
    values = dict(data)
    values["mark"] = Mark.model_validate(values["mark"]) if values["mark"] else None
    values["sightings"] = tuple(
        Sighting(**{**each, "where": tuple(each["where"])}) for each in values["sightings"]
    )
    for name in ("stated_isbns", "printed_isbns"):
        values[name] = tuple(values[name])
    return Examination(**values)

"""The record of a released edition: what it printed, and its files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from pydantic import ConfigDict

from guidepub.model.formats.edition_fields import KeptEdition
from guidepub.model.validation.frozen import Model

RELEASE_FORMAT = "guidepub release 1"
"""What a record says that it is."""


class Recorded(Model):
    """A part of a record; its texts keep their white space."""

    model_config = ConfigDict(str_strip_whitespace=False)


class ReleasedFile(Recorded):
    """A file of a released edition; `size` is in bytes, `pages` are those of a PDF.

    `product` is the catalogue's product that it belongs to, or empty.
    """

    edition: KeptEdition
    product: str = ""
    name: str
    size: int
    sha256: str
    pages: int | None = None


class ReleasedNotice(Recorded):
    """A notice in a released edition, with a fingerprint of its final wording."""

    id: str
    version: int
    language: str
    title: str = ""
    sha256: str

    @property
    def called(self) -> str:
        """The name for readers: its title, or else its id."""
        return self.title or self.id


class ReleasedFact(Recorded):
    """A fact as printed by a released edition: its label, its figure, its date and its source."""

    label: str
    printed: str
    when: str = ""
    source: str = ""

    @property
    def dated(self) -> str:
        """The figure with its year or years, as in `$51,000 (2024)`."""
        return f"{self.printed} ({self.when})" if self.when else self.printed

    @property
    def with_source(self) -> str:
        """The same with its source, as in `$51,000 (2024, Wages of Bakers)`."""
        behind = ", ".join(filter(None, (self.when, self.source)))
        return f"{self.printed} ({behind})" if behind else self.printed


class ReleasedLeaf(Recorded):
    """What a leaf prints, one text for each passage, and the number of its first printed page."""

    id: str
    title: str
    page: str = ""
    passages: tuple[str, ...] = ()


class Release(Recorded):
    """An edition as it was released.

    `definition` is the text of its definition, and `commit` that of the catalogue, or empty.
    `parts` has fingerprints of everything that determines the bytes of its files, by product name.
    """

    format: str = RELEASE_FORMAT
    guide: str
    title: str
    edition: int
    language: str
    imprint: str
    published: datetime.date
    commit: str = ""
    definition: str = ""
    parts: Mapping[str, Mapping[str, str]] = {}
    files: tuple[ReleasedFile, ...] = ()
    notices: tuple[ReleasedNotice, ...] = ()
    facts: Mapping[str, ReleasedFact] = {}
    leaves: tuple[ReleasedLeaf, ...] = ()

    @property
    def by_id(self) -> dict[str, ReleasedNotice]:
        """The notices by their ids."""
        return {notice.id: notice for notice in self.notices}

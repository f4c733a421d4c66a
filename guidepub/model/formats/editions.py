"""The editions: the kinds of files made from a book, and what is true of every file of an edition.

A new edition begins in this table; `guidepub.editions` has the module that makes it. Installed
packages add editions that are made from the files of these (`edition_file`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, cast, get_args

from guidepub import plugins
from guidepub.findings.errors import UsageError

Edition = Literal["print", "print-cover", "screen", "epub", "web"]
"""A product made from a book.

`print` is the interior for a press, `print-cover` the sheet that wraps it, `screen` a
PDF for reading, `epub` an EPUB 3, `web` a page of HTML for a web site.
"""

Bearer = Literal["print", "screen", "epub", "web"]
"""An edition with notices: the cover of a printed book has none."""

EDITIONS: tuple[Edition, ...] = get_args(Edition)
BEARERS: tuple[Bearer, ...] = get_args(Bearer)

Medium = Literal["pdf", "epub", "html"]
"""What a finished file is read as."""


ADDED_NAME = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
"""What the name of an edition that a package adds is: an ending of files."""


@dataclass(frozen=True, slots=True)
class EditionFile:
    """The file of an edition.

    Attributes:
        ending: the end of its name, after the book's slug.
        medium: the format it is read back as; None for one that a package adds.
        media_type: its media type (RFC 6838).
        maker: the module of `guidepub.editions` that makes it; empty for an added one.
        text_of: the edition whose text it shows or wraps.
        is_for_reading: whether it is for readers rather than for a press, so that it has links
            and text alternatives.
    """

    ending: str
    medium: Medium | None
    media_type: str
    maker: str
    text_of: Bearer
    is_for_reading: bool

    @property
    def suffix(self) -> str:
        """The suffix of its name, with the dot."""
        return f".{self.ending.rpartition('.')[2]}"


_PDF, _EPUB = "application/pdf", "application/epub+zip"
EDITION_FILES: Mapping[Edition, EditionFile] = {
    "print": EditionFile("-print.pdf", "pdf", _PDF, "press", "print", False),
    "print-cover": EditionFile("-print-cover.pdf", "pdf", _PDF, "wrap", "print", False),
    "screen": EditionFile("-screen.pdf", "pdf", _PDF, "screen", "screen", True),
    "epub": EditionFile(".epub", "epub", _EPUB, "epub", "epub", True),
    "web": EditionFile(".html", "html", "text/html", "web", "web", True),
}
MEDIA: Mapping[str, Medium] = {
    file.suffix: file.medium for file in EDITION_FILES.values() if file.medium
}
"""What files are read as, by their suffixes."""


def added_editions() -> tuple[Edition, ...]:
    """Return the editions that installed packages add: the endings of their files, by name."""
    own = {file.ending.removeprefix(".") for file in EDITION_FILES.values()} | {*EDITIONS}
    found = [name for name in plugins.entries(plugins.EDITIONS) if re.fullmatch(ADDED_NAME, name)]
    return tuple(cast("Edition", name) for name in sorted(found) if name not in own)


def edition_file(edition: Edition) -> EditionFile:
    """Return the properties of an edition's file, including editions that packages add."""
    if edition in EDITION_FILES:
        return EDITION_FILES[edition]
    return EditionFile(f".{edition}", None, "application/octet-stream", "", "epub", True)


def edition_named(name: object) -> Edition:
    """Return the edition with a name.

    Raises:
        UsageError: there is no such edition; the message lists those there are.
    """
    # To look for packages that add editions takes long.
    if name in EDITIONS or name in added_editions():
        return name
    known = (*EDITIONS, *added_editions())
    message = f"There is no edition “{name}”. Choose from: {', '.join(known)}."
    if "," in str(name):
        message += " Give each as a name of its own."
    raise UsageError(message)


def editions_named(names: str | Iterable[str]) -> tuple[Edition, ...]:
    """Return the editions with some names, in order and without duplicates; a string is one name.

    Raises:
        UsageError: there is no such edition, or no name is given.
    """
    listed = [names] if isinstance(names, str) else list(names)
    if not listed:
        raise UsageError(f"No edition is named. Choose from: {', '.join(EDITIONS)}.")
    return tuple(dict.fromkeys(map(edition_named, listed)))


def file_name(slug: str, edition: Edition) -> str:
    """Return the name of a book's file of an edition."""
    return slug + edition_file(edition).ending


def medium_of(path: PurePath) -> Medium:
    """Return the format that a finished file is read as; its suffix is one of `MEDIA`."""
    return MEDIA[path.suffix.lower()]


def edition_of_name(path: PurePath) -> tuple[str, Edition | None]:
    """Return the slug and the edition in a file's name.

    If it does not end like the file of any edition, the whole stem is the slug, and there is no
    edition.
    """
    for edition, file in EDITION_FILES.items():
        slug = path.name[: -len(file.ending)]
        if slug and path.name.lower().endswith(file.ending):
            return slug, edition
    return path.stem, None


def edition_of_file(path: PurePath, stated: str) -> Edition | None:
    """Return a file's edition from its metadata or else from its name, or None.

    The metadata only counts if a file of this kind can be that edition.
    """
    for edition, file in EDITION_FILES.items():
        if edition == stated and file.suffix == path.suffix.lower():
            return edition
    return edition_of_name(path)[1]

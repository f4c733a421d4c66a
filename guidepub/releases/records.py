"""The record of a released edition: one small JSON file in the catalogue, for version control."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import ConfigDict

from guidepub.files import make_folder, read_text, write_bytes
from guidepub.findings import Finding, InputError, Place
from guidepub.model import Edition
from guidepub.model.frozen import Model

FOLDER = "releases"
"""The folder of a catalogue that keeps the records."""

_FORMAT = "guidepub release 1"
_NAME = re.compile(r"edition-([1-9][0-9]{0,3})\.json")
# A book of 2,000 pages prints some 8 MB of text.
_LONGEST = 64 * 1024 * 1024


class Recorded(Model):
    """A part of a record, whose texts keep their white space."""

    model_config = ConfigDict(str_strip_whitespace=False)


class ReleasedFile(Recorded):
    """A file of a released edition; `size` is in bytes, `pages` are those of a PDF."""

    edition: Edition
    name: str
    size: int
    sha256: str
    pages: int | None = None


class ReleasedNotice(Recorded):
    """A notice that a released edition bears, with a fingerprint of its final wording."""

    id: str
    version: int
    language: str
    title: str = ""
    sha256: str


class ReleasedFact(Recorded):
    """A fact as a released edition prints it: its label, its figure, and when and where from."""

    label: str
    printed: str
    when: str = ""
    source: str = ""


class ReleasedLeaf(Recorded):
    """What a leaf prints, a text for each passage, and the number of its first printed page."""

    id: str
    title: str
    page: str = ""
    passages: tuple[str, ...] = ()


class Release(Recorded):
    """An edition as it was released.

    `definition` is its definition's text, `commit` that of the catalogue or empty, and `parts`
    are fingerprints of all that decides on the bytes of its files.
    """

    format: str = _FORMAT
    guide: str
    title: str
    edition: int
    language: str
    imprint: str
    published: datetime.date
    commit: str = ""
    definition: str = ""
    parts: Mapping[str, str] = {}
    files: tuple[ReleasedFile, ...] = ()
    notices: tuple[ReleasedNotice, ...] = ()
    facts: Mapping[str, ReleasedFact] = {}
    leaves: tuple[ReleasedLeaf, ...] = ()


def record_path(root: Path, slug: str, edition: int) -> Path:
    """Return where a catalogue keeps the record of an edition."""
    return root / FOLDER / slug / f"edition-{edition}.json"


def released_editions(root: Path, slug: str) -> list[int]:
    """Return the numbers of a guide's released editions, from the first on."""
    folder = root / FOLDER / slug
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted(int(found[1]) for name in names if (found := _NAME.fullmatch(name)))


def read_release(root: Path, slug: str, edition: int) -> Release:
    """Return the record of a released edition.

    Raises:
        InputError: it cannot be read, or is no record of that edition.
    """
    path = record_path(root, slug, edition)
    try:
        release = Release.model_validate_json(read_text(path, _LONGEST))
    except InputError as error:
        if any(finding.place.path == str(path) for finding in error.findings):
            raise
        raise _no_record(path) from error
    if (release.format, release.guide, release.edition) != (_FORMAT, slug, edition):
        raise _no_record(path)
    return release


def keep(release: Release, root: Path) -> Path:
    """Write a record into its catalogue, and return its path.

    Raises:
        OSError: it cannot be written.
    """
    path = record_path(root, release.guide, release.edition)
    make_folder(path.parent)
    data = release.model_dump(mode="json")
    write_bytes(path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())
    return path


def _no_record(path: Path) -> InputError:
    message = "This is no record of that released edition."
    remedy = "Take it from version control as guidepub release wrote it."
    return InputError([Finding(Place(str(path)), "D090", message, remedy)])

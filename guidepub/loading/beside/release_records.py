"""The records of released editions: small JSON files in the catalogue, for version control."""

from __future__ import annotations

import json
import re
from pathlib import Path

from guidepub.files import hold_inside, make_folder, read_text, write_bytes
from guidepub.files.folders import listing
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.formats.documents import Document, placeless
from guidepub.model import Catalog, Guide
from guidepub.model.formats.release import RELEASE_FORMAT, Release

FOLDER = "releases"
"""The folder of a catalogue that keeps the records."""

_NAME = re.compile(r"edition-([1-9][0-9]{0,3})\.json")
# A book of 2,000 pages prints some 8 MB of text.
_LONGEST = 64 * 1024 * 1024


def record_path(root: Path, slug: str, edition: int) -> Path:
    """Return the path of the record of an edition in a catalogue."""
    return root / FOLDER / slug / f"edition-{edition}.json"


def released_editions(root: Path, slug: str) -> list[int]:
    """Return the numbers of a guide's released editions, from the first on."""
    files = listing(root / FOLDER / slug).files
    return sorted(int(found[1]) for file in files if (found := _NAME.fullmatch(file.name)))


def read_release(root: Path, slug: str, edition: int) -> Release:
    """Return the record of a released edition.

    Raises:
        InputError: it cannot be read, lies outside the catalogue, or is not a record of that
            edition.
    """
    path = record_path(root, slug, edition)
    hold_inside(path, root, "The record of the release")
    try:
        release = Release.model_validate_json(read_text(path, _LONGEST))
    except InputError as error:
        if any(finding.place.path == str(path) for finding in error.findings):
            raise
        raise _no_record(path) from error
    if (release.format, release.guide, release.edition) != (RELEASE_FORMAT, slug, edition):
        raise _no_record(path)
    return release


def keep(release: Release, root: Path) -> Path:
    """Write a record into its catalogue, and return its path.

    Raises:
        InputError: its place lies outside the catalogue.
        OSError: it cannot be written.
    """
    path = record_path(root, release.guide, release.edition)
    hold_inside(path, root, "The record of the release")
    make_folder(path.parent)
    data = release.model_dump(mode="json")
    write_bytes(path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())
    return path


def with_release(
    guide: Guide, catalog: Catalog, document: Document | None = None
) -> tuple[Guide, list[Finding]]:
    """Return a guide with the record of the edition whose changes it prints, and faults.

    `document` has the places of a guide that came from a file.
    """
    if guide.changes_since is None or guide.released is not None:
        return guide, []
    edition, root = guide.changes_since, catalog.root
    if root is not None and edition in released_editions(root, guide.slug):
        try:
            release = read_release(root, guide.slug, edition)
        except InputError as error:
            return guide, list(error.findings)
        return guide.model_copy(update={"released": release}), []
    place = (document or placeless(guide)).place(("changes_since",))
    message = f"Edition {edition} has not been released."
    remedy = "Name one that guidepub release has recorded, or remove changes_since."
    return guide, [Finding(place, "D090", message, remedy)]


def _no_record(path: Path) -> InputError:
    message = "This is not the record of that released edition."
    remedy = "Restore it from version control, as guidepub release wrote it."
    return InputError([Finding(Place(str(path)), "D090", message, remedy)])

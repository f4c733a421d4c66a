"""Reads a zip of pages, as exported by Google Docs and Notion: each page is a text.

Nothing is unpacked to disk. If an archive contains only archives, as large Notion exports do, these
are read instead.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace

from guidepub.findings import Finding
from guidepub.importing.originals.archives import ForeignArchive
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.foreign import FilePart
from guidepub.importing.originals.original import Original, no_picture
from guidepub.importing.originals.picture_files import archive_picture_reader
from guidepub.importing.originals.skipped_files import is_about_folder, is_picture, skipped_files
from guidepub.words.characters import printable

_LARGEST = 512 * 1024 * 1024
_LARGEST_INNER = 128 * 1024 * 1024
_MOST_INNER = 20

ReadEntry = Callable[[str, bytes, str, Citations, str], Original]
"""Reads an entry, given its name, content, path for findings, citations and language."""


class PageArchive:
    """The pages in a zip. `is_text` decides by the name of a file whether it is one."""

    findings: tuple[Finding, ...]

    def __init__(
        self, data: bytes, path: str, is_text: Callable[[str], bool], read: ReadEntry
    ) -> None:
        """Open an archive.

        Raises:
            InputError: it is too large, damaged, or contains no page (I002 to I004).
        """
        self._read = read
        outer = ForeignArchive(data, path, "archive", _LARGEST)
        archives = [("", outer)]
        if not any(map(is_text, outer.names)):
            archives = list(_inner(outer))
        self._entries = {
            printable(prefix + name): (archive, name)
            for prefix, archive in archives
            for name in sorted(archive.names)
            if is_text(name) and not _is_hidden(name) and not is_about_folder(name)
        }
        if not self._entries:
            raise outer.fault("I002", "The archive contains no page that could be imported.")
        self.findings = skipped_files(
            [
                printable(prefix + name)
                for prefix, archive in archives
                for name in sorted(archive.names)
                if prefix + name not in self._entries and not _is_part(name)
            ],
            path,
        )
        self.parts = tuple(FilePart(key, f"{path}/{key}") for key in self._entries)

    def original(self, part: FilePart, citations: Citations, language: str) -> Original:
        """Return the text of one page.

        Raises:
            InputError: see the page's reader.
        """
        archive, name = self._entries[part.key]
        original = self._read(name, archive.read(name), part.place, citations, language)
        if original.picture_of is not no_picture:
            return original
        return replace(
            original, picture_of=archive_picture_reader(archive, posixpath.dirname(name))
        )


def _inner(outer: ForeignArchive) -> Iterator[tuple[str, ForeignArchive]]:
    names = [name for name in outer.names if name.lower().endswith(".zip")]
    for name in names[:_MOST_INNER]:
        data = outer.read(name, _LARGEST_INNER)
        yield f"{name}/", ForeignArchive(data, outer.path, "archive", _LARGEST)


def _is_part(name: str) -> bool:
    """Return whether an entry is a folder, a part of a page, or an archive that was opened."""
    return name.endswith(("/", ".zip")) or is_picture(name) or _is_hidden(name)


def _is_hidden(name: str) -> bool:
    """Return whether a file belongs to the system, or to the parts of a saved page."""
    *folders, last = [part for part in name.split("/") if part not in ("", ".", "..")]
    return last.startswith(".") or any(
        folder.startswith((".", "__MACOSX")) or folder.endswith("_files") for folder in folders
    )

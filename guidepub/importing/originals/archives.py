"""Untrusted zip archives, such as Word files and EPUBs: nothing is unpacked without limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from guidepub.findings import InputError
from guidepub.findings.errors import reason_of
from guidepub.importing.originals.refusals import refusal

_MOST_ENTRIES = 5000
_LARGEST_ENTRY = 24 * 1024 * 1024
# The largest ratio of unpacked to packed size. Real text is compressed to about a tenth.
_DENSEST = 250
_DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError,
           EOFError, ValueError, zlib.error)  # fmt: skip


class ForeignArchive:
    """An archive whose entries are checked against limits before they are read.

    `kind` is its name in messages, such as “Word file”; `largest` is how many bytes all its
    entries may have when unpacked.
    """

    def __init__(self, data: bytes, path: str, kind: str, largest: int, remedy: str = "") -> None:
        """Open an archive.

        Raises:
            InputError: it is too large when unpacked, or damaged (I003, I004).
        """
        self.path, self._kind, self._remedy = path, kind, remedy
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._damaged(error) from error
        entries = self._archive.infolist()
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}
        if len(entries) > _MOST_ENTRIES or sum(each.file_size for each in entries) > largest:
            raise self.fault("I003", f"The {kind} is too large when unpacked.")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries in their order."""
        return tuple(self._entries)

    def read(self, name: str, largest: int = _LARGEST_ENTRY) -> bytes:
        """Return the content of an entry, if it is at most `largest` bytes.

        Raises:
            InputError: the entry is too large when unpacked, or damaged (I003, I004).
        """
        entry = self._entries[name]
        densest = _DENSEST * max(entry.compress_size, 400)
        if entry.file_size > min(largest, densest):
            raise self.fault("I003", f"A part of the {self._kind} is too large when unpacked.")
        try:
            with self._archive.open(entry) as stream:
                # The archive's directory may state a smaller size than the real one.
                return stream.read(entry.file_size)
        except _DAMAGE as error:
            raise self._damaged(error) from error

    def picture(self, name: str) -> bytes | None:
        """Return an entry that may be a picture, or None if it is missing or cannot be read."""
        try:
            return self.read(name) if name in self._entries else None
        except InputError:
            return None

    def fault(self, code: str, message: str, remedy: str = "") -> InputError:
        """Return the error of an archive that cannot be read."""
        return refusal(self.path, code, message, remedy)

    def _damaged(self, error: BaseException) -> InputError:
        return self.fault("I004", f"The {self._kind} is damaged: {reason_of(error)}.", self._remedy)

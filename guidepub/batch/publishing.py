"""Sends outputs to addresses that fsspec supports: object stores and other machines.

Books are built in a folder on this machine, which keeps the ledger and all outputs; whatever the
remote side lacks is sent. A book is sent as soon as it is built.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from guidepub.batch.building import REPORT_FILE
from guidepub.batch.reports.events import Event
from guidepub.batch.reports.report import OutputFile
from guidepub.checks.validated.certificates import SUFFIX, certificate_file
from guidepub.files import sha256
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError, kind_and_reason, reason_of
from guidepub.words.characters import printable

# There, files appear completely or not at all; elsewhere they are first sent under another name.
_STORES = frozenset(
    {"abfs", "abfss", "adl", "az", "gcs", "gs", "memory", "oci", "oss", "s3", "s3a"}
)


def folder_of(output: str) -> tuple[Path, str | None]:
    """Return the local folder for an output, and the address to send it to.

    A path, or an address such as `file:///srv/books`, is itself a local folder.
    """
    scheme, _, rest = output.partition("://")
    if not rest:
        return Path(output), None
    if scheme == "file":
        return Path(unquote(urlsplit(output).path)), None
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "guidepub" / sha256(output.rstrip("/").encode())[:16], output.rstrip("/")


class Publisher:
    """Sends the outputs of a build to an address; `findings` reports what could not be sent.

    Raises:
        UsageError: fsspec or what it needs for the address is not installed, or the address is
            invalid.
    """

    def __init__(self, folder: Path, address: str) -> None:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise UsageError(
                f"{address} needs an extra: pip install 'guidepub[cluster]'"
            ) from error
        try:
            self._files, self._root = url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise UsageError(f"Nothing can be written to {address}: {reason_of(error)}.") from error
        self._folder, self._address = folder, address
        self._whole = address.partition("://")[0] in _STORES
        self._there: dict[str, int] | None = None
        self.findings: list[Finding] = []

    def listen(self, event: Event) -> None:
        """Send the files of a finished book that are not there yet, and the report."""
        if event.result is not None:
            for file in event.result.files:
                name = file.path.relative_to(self._folder).as_posix()
                if file.new or self._sizes().get(name) != file.size:
                    self._send(name)
                    # Without it, changes to a certified file would go unnoticed there.
                    if certificate_file(file.path).is_file():
                        self._send(f"{name}{SUFFIX}")
        elif event.kind != "started":
            self._send(REPORT_FILE)

    def _sizes(self) -> dict[str, int]:
        """Return the sizes of the remote files, which are requested only once."""
        if self._there is None:
            try:
                found: dict[str, Any] = self._files.find(self._root, detail=True)
            except Exception:  # noqa: BLE001 - each store fails in its own way; sending reports it
                found = {}
            start = len(self._root.rstrip("/")) + 1
            self._there = {name[start:]: int(about["size"] or 0) for name, about in found.items()}
        return self._there

    def _send(self, name: str) -> None:
        target = f"{self._root.rstrip('/')}/{name}"
        passing = target if self._whole else f"{target}.tmp"
        try:
            self._files.makedirs(target.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(passing, (self._folder / name).read_bytes())
            if passing != target:
                self._files.mv(passing, target)
        except Exception as error:  # noqa: BLE001 - each store fails in its own way
            message = f"The file cannot be sent: {kind_and_reason(error)}."
            place = Place(f"{self._address}/{name}")
            self.findings.append(
                Finding(place, "B006", message, "Run the build again to send the rest.")
            )


def place_for_readers(file: OutputFile, folder: Path, address: str | None) -> str:
    """Return the place of an output for readers: a path, or an address."""
    return (
        f"{address}/{file.path.relative_to(folder).as_posix()}"
        if address
        else printable(str(file.path))
    )

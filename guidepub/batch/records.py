"""What is remembered of a file that was made: what it was made from, and what it was.

A record is what one run of the program says to a later one, so it is validated like any
other input.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from guidepub.files import hash_file, sha256, stamp
from guidepub.files.folders import fault_of_name
from guidepub.findings import Finding
from guidepub.model import Edition, file_name
from guidepub.model.fields import Slug
from guidepub.model.frozen import Model


class InputFile(Model):
    """A file that a book was made from, as it was then.

    `stamp` changes whenever the file does; `sha256` is that of its content.
    """

    role: Literal["definition", "table", "image"]
    path: str
    stamp: str
    sha256: str


class Record(Model):
    """One output, and all that decided on it.

    `parts` holds a fingerprint of each thing that the file depends on: it is out of date when
    one of them differs. `context` and `guide` are digests of the catalogue and of the
    definition, by which most files are found unchanged without a look at their parts. `day`
    is the day of the build where the book shows it.
    """

    slug: Slug
    title: str
    edition: Edition
    origin: str
    context: str
    guide: str
    day: str
    theme: str
    inputs: tuple[InputFile, ...]
    parts: Mapping[str, str]
    stamp: str
    size: int
    sha256: str
    pages: int | None
    replaced: str | None
    """The SHA-256 of the output that this one took the place of."""
    made: str
    """The moment in UTC at which the run that made it began."""
    seconds: float
    findings: tuple[Finding, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    """The figures of tables that the output prints, as it states them itself."""

    @property
    def path(self) -> str:
        """The output, relative to the output folder."""
        return f"{self.slug}/{file_name(self.slug, self.edition)}"

    @property
    def key(self) -> str:
        """One fingerprint of all parts."""
        return sha256("\n".join(f"{k}: {v}" for k, v in sorted(self.parts.items())).encode())


def input_file(role: Literal["definition", "table", "image"], path: Path) -> InputFile | None:
    """Return a file as it is now, or None where it or its name cannot be read.

    Its stamp is taken first: what is written meanwhile is seen at the next run.
    """
    now = stamp(path)
    digest = hash_file(path)
    if now is None or digest is None or fault_of_name(path) is not None:
        return None
    return InputFile(role=role, path=str(path.absolute()), stamp=now, sha256=digest)

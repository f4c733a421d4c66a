"""The records of files that were made: their inputs and their digests.

A record is passed from one run of the program to a later one, so it is validated like any other
input.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from guidepub.files import hash_file, sha256, stamp
from guidepub.files.folders import fault_of_name
from guidepub.findings import Finding
from guidepub.model import Bearer, RetailPrice, file_name
from guidepub.model.formats.edition_fields import KeptEdition
from guidepub.model.validation.fields import Isbn, Slug
from guidepub.model.validation.frozen import Model

InputRole = Literal["definition", "table", "image", "release", "guide"]
"""What a file is to a book that is made from it: `guide` is the definition of another one."""


class InputFile(Model):
    """A file that a book was made from, as it was at the time.

    `stamp` changes whenever the file does; `sha256` is that of its content.
    """

    role: InputRole
    path: str
    stamp: str
    sha256: str


class ProductRecord(Model):
    """The catalogue's product that an output is, with its own settings at that time.

    `isbn` has 13 digits; `press` is the id of the printer whose requirements it meets.
    """

    name: Slug
    edition: Bearer
    imprint: Slug
    suffix: str = ""
    press: Slug | None = None
    isbn: Isbn | None = None
    prices: tuple[RetailPrice, ...] = ()


class Record(Model):
    """An output, and everything that determined it.

    `parts` has a fingerprint of everything that the file depends on: the file is out of date if one
    of them differs. `context` and `guide` are digests of the catalogue and of the definition; with
    them, most files are recognised as unchanged without comparing their parts. `day` is the day of
    the build, if the book shows it.
    """

    slug: Slug
    title: str
    edition: KeptEdition
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
    product: ProductRecord | None = None
    products: tuple[Slug, ...] = ()
    """The names of all products of its guide."""
    editions: tuple[KeptEdition, ...] = ()
    """The editions that a build makes of the guide in this form when none are asked for."""
    findings: tuple[Finding, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    """The figures of tables that the output prints, as it states them itself."""
    certificate: str = ""
    """The SHA-256 of its certificate, or an empty text where it has none."""

    @property
    def path(self) -> str:
        """The output, relative to the output folder."""
        suffix = self.product.suffix if self.product else ""
        return f"{self.slug}/{file_name(self.slug + suffix, self.edition)}"

    @property
    def product_name(self) -> str:
        """The product's name, or an empty text if the catalogue has no products."""
        return self.product.name if self.product else ""

    @property
    def key(self) -> str:
        """A single fingerprint of all parts."""
        return sha256("\n".join(f"{k}: {v}" for k, v in sorted(self.parts.items())).encode())


def by_product(records: Iterable[Record]) -> list[tuple[Record, ...]]:
    """Return the records of a guide, grouped by product."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.product_name, []).append(record)
    return [tuple(together) for together in found.values()]


def input_file(role: InputRole, path: Path) -> InputFile | None:
    """Return a file as it is now, or None if it or its name cannot be read.

    Its stamp is taken first, so that changes in the meantime are noticed at the next run.
    """
    now = stamp(path)
    digest = hash_file(path)
    if now is None or digest is None or fault_of_name(path) is not None:
        return None
    return InputFile(role=role, path=str(path.absolute()), stamp=now, sha256=digest)

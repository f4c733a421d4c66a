"""The report of a build: a result for each guide, also as plain data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import indent
from typing import cast

from guidepub.batch.kept.records import InputFile, ProductRecord
from guidepub.batch.reports.report_schema import (
    SCHEMA,
    BookData,
    FileData,
    FindingData,
    ProductData,
    ReportData,
    Status,
)
from guidepub.batch.stale.versions import versions
from guidepub.findings import Finding, Severity, errors_of
from guidepub.model import Edition, FileFindings
from guidepub.words.characters import printable


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file: its edition, its path, its size in bytes and its SHA-256.

    `new` says whether this build made it, and `reasons` why; `seconds` is the wall time of making
    it, now or earlier. `key` is a fingerprint of everything it was made from, `made` the time in
    UTC at which the build that made it began, and `replaced` the SHA-256 of the file that it
    replaced.
    """

    edition: Edition
    path: Path
    size: int
    sha256: str
    new: bool = True
    reasons: tuple[str, ...] = ()
    pages: int | None = None
    seconds: float = 0.0
    key: str = ""
    made: str = ""
    replaced: str | None = None


@dataclass(frozen=True, slots=True)
class BookResult:
    """The result of one guide: its files, or what stopped it.

    `status` is `built` if a file was made, `unchanged` if all were up to date, `failed` if nothing
    could be made, and `stopped` if the build ended before. `seconds` is the wall time, `phases` the
    time of each step. `inputs` are the files that it was made from, `figures` the figures from
    tables that it prints, as in its files: `table` or `figure`, each with its JSON. `product` is
    one of the catalogue's products, if it has any.
    """

    slug: str
    status: Status
    files: tuple[OutputFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    phases: Mapping[str, float] = field(default_factory=dict)
    inputs: tuple[InputFile, ...] = ()
    title: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    product: ProductRecord | None = None

    @property
    def name(self) -> str:
        """Its name for readers: its slug, with the name of its product, if any."""
        return f"{self.slug} ({self.product.name})" if self.product else self.slug

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why files were made, each reason once."""
        return tuple(dict.fromkeys(why for file in self.files if file.new for why in file.reasons))


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a build in the order of slugs, and its duration in seconds.

    `begun` is the time in UTC at which it began; `notes` are findings on the build itself.
    """

    results: tuple[BookResult, ...]
    output: Path
    seconds: float
    begun: str = ""
    notes: tuple[Finding, ...] = ()

    @property
    def built(self) -> tuple[BookResult, ...]:
        """The books for which a file was made."""
        return self._with("built")

    @property
    def unchanged(self) -> tuple[BookResult, ...]:
        """The books that were up to date."""
        return self._with("unchanged")

    @property
    def failed(self) -> tuple[BookResult, ...]:
        """The guides that did not become a book."""
        return self._with("failed")

    @property
    def stopped(self) -> tuple[BookResult, ...]:
        """The guides that had not been reached when the build was stopped."""
        return self._with("stopped")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, errors and warnings."""
        return (*(f for result in self.results for f in result.findings), *self.notes)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that did not stop anything."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    def as_dict(self) -> ReportData:
        """Return the report as plain data, with outputs' paths relative to the output folder."""
        summary = self._summary()
        summary["books"] = [book_data(each, self.output) for each in self.results]
        return summary

    def as_json(self) -> str:
        """Return the report as JSON, indented by two spaces, with one line for each table or figure."""
        head = json.dumps(self._summary(), indent=2, ensure_ascii=False)
        books = ",\n".join(indent(_book_json(each, self.output), "    ") for each in self.results)
        return head.removesuffix("]\n}") + (f"\n{books}\n  " if books else "") + "]\n}\n"

    def _summary(self) -> ReportData:
        counts = Counter(result.status for result in self.results)
        return {
            "schema": SCHEMA,
            "begun": self.begun,
            "seconds": round(self.seconds, 3),
            "complete": not counts["stopped"],
            "built": counts["built"],
            "unchanged": counts["unchanged"],
            "failed": counts["failed"],
            "stopped": counts["stopped"],
            "versions": dict(versions()),
            "findings": _found(self.notes),
            "books": [],
        }

    def _with(self, status: Status) -> tuple[BookResult, ...]:
        return tuple(result for result in self.results if result.status == status)


def book_data(result: BookResult, output: Path) -> BookData:
    """Return a result as plain data, with outputs' paths relative to the output folder."""
    data: BookData = {
        "slug": result.slug,
        "title": result.title,
        "status": result.status,
        "seconds": round(result.seconds, 3),
        "phases": {name: round(seconds, 3) for name, seconds in result.phases.items()},
        "reasons": list(result.reasons),
        "inputs": [
            {"role": file.role, "path": file.path, "sha256": file.sha256} for file in result.inputs
        ],
        "tables": [json.loads(text) for name, text in result.figures if name == "table"],
        "figures": [json.loads(text) for name, text in result.figures if name == "figure"],
        "files": [_file_data(file, output) for file in result.files],
        "findings": _found(result.findings),
    }
    if result.product is not None:
        data["product"] = _product_data(result.product)
    return data


def _product_data(product: ProductRecord) -> ProductData:
    return {
        "name": product.name,
        "edition": product.edition,
        "imprint": product.imprint,
        "press": product.press,
        "isbn": product.isbn,
        "prices": [
            {
                "price": price.price,
                "territory": price.territory,
                "tax_included": price.tax_included,
            }
            for price in product.prices
        ],
    }


def _book_json(result: BookResult, output: Path) -> str:
    """Return a result as JSON, with figures in the form that files have."""
    text = json.dumps(book_data(replace(result, figures=()), output), indent=2, ensure_ascii=False)
    for kind in ("table", "figure"):
        stated = [f"    {line}" for name, line in result.figures if name == kind]
        if stated:
            listed = ",\n".join(stated)
            # No text can contain the key like this: its quotation marks would be escaped.
            text = text.replace(f'"{kind}s": []', f'"{kind}s": [\n{listed}\n  ]', 1)
    return text


def _file_data(file: OutputFile, output: Path) -> FileData:
    return {
        "edition": file.edition,
        "path": file.path.relative_to(output).as_posix(),
        "size": file.size,
        "sha256": file.sha256,
        "pages": file.pages,
        "new": file.new,
        "seconds": round(file.seconds, 3),
        "lineage": {"key": file.key, "made": file.made, "replaced": file.replaced},
    }


def _found(findings: tuple[Finding, ...]) -> list[FindingData]:
    return [cast(FindingData, finding.as_dict()) for finding in findings]


def failed_by_loading(
    definitions: Iterable[FileFindings], taken: frozenset[str]
) -> list[BookResult]:
    """Return a failed result for each definition that did not make a guide, with all its findings.

    `taken` are the slugs of existing guides: a failed one may have the same slug.
    """
    failed = [each for each in definitions if errors_of(each.findings)]
    count = Counter(each.slug for each in failed)
    return [
        BookResult(
            f"{each.slug} ({printable(each.file.name)})"
            if each.slug in taken or count[each.slug] > 1
            else each.slug,
            "failed",
            findings=each.findings,
            title=each.title,
        )
        for each in failed
    ]

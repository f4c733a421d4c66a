"""Finds the definitions that need not even be read, because all their files are up to date.

Reading a guide takes a few milliseconds; a thousand unchanged guides should take no time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidepub.batch.kept.ledger import LEDGER_FILE, Ledger, failed_origin
from guidepub.batch.kept.records import InputFile, Record
from guidepub.batch.stale.freshness import Inspector, definition_file, origin_of
from guidepub.batch.stale.views import ProductView, views_of
from guidepub.files import read_bytes
from guidepub.findings import Finding, InputError
from guidepub.loading import (
    SECONDS,
    Selection,
    definition_files,
    is_definition,
    label_of,
    read_guides,
    template_of_row,
)
from guidepub.model import CATALOG_FILE, Catalog, Edition, FileFindings, Imprint

# The limit for any definition.
_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BatchSurvey:
    """A catalogue with the guides that may be out of date, and what is known about the others.

    `unchanged` has the records of those whose outputs are all up to date, by the definition's path;
    `definitions` has the files of the other definitions, as they were before they were read, by
    their names in the ledger.
    """

    catalog: Catalog
    unchanged: Mapping[Path, tuple[Record, ...]] = field(default_factory=dict)
    definitions: Mapping[str, InputFile] = field(default_factory=dict)

    @property
    def slugs(self) -> frozenset[str]:
        """The slugs of all guides, read or not."""
        unread = (record.slug for records in self.unchanged.values() for record in records)
        return frozenset(unread) | frozenset(self.catalog)


def open_catalog(
    selection: Selection,
    output: Path,
    editions: Sequence[Edition] | None = None,
    imprint: Imprint | str | None = None,
    force: bool = False,
    timeout: float = SECONDS,
    products: Sequence[str] = (),
    on_stale: Callable[[Catalog, int], None] = lambda _catalog, _count: None,
) -> BatchSurvey:
    """Read the guides of a catalogue that may be out of date, or all of them with `force`.

    `timeout` is the time limit for reading one definition, in seconds. `on_stale` is called with
    the catalogue and the number of guides to read, before these are read.

    Raises:
        UsageError: a requested product does not exist, or no product has a requested edition.
    """
    views = views_of(selection.catalog, editions, products)
    unchanged = {} if force else _unchanged(selection, output, views, imprint)
    stale = [file for file in selection.files if file not in unchanged]
    on_stale(selection.catalog, len(stale))
    # A file's stamp is taken before it is read, so that changes in the meantime are noticed later.
    files = {origin_of(file): definition_file(file, selection.catalog) for file in stale}
    definitions = {origin: file for origin, file in files.items() if file is not None}
    sure = selection.files if selection.sure else _with_books(stale, output)
    found = BatchSurvey(
        read_guides(selection.catalog, stale, sure, timeout), unchanged, definitions
    )
    if len(found.slugs) < len(found.catalog) + len(unchanged) or _may_share_isbns(found):
        # Two guides share a slug or an ISBN; that is a fault, and reported when both are read.
        return open_catalog(selection, output, editions, imprint, True, timeout, products)
    return found


def _may_share_isbns(found: BatchSurvey) -> bool:
    """Return whether a definition that need not be read may state an ISBN of one that was read."""
    numbers = [
        # The digits that an ISBN-10 and its ISBN-13 have in common.
        isbn[3:-1].encode()
        for guide in found.catalog.values()
        for isbn in guide.stated_isbns.values()
    ]
    return bool(numbers) and any(_states(file, numbers, found.catalog) for file in found.unchanged)


def _states(file: Path, numbers: Iterable[bytes], catalog: Catalog) -> bool:
    try:
        if template_of_row(file) is not None:
            # Imported here: a catalogue without templates does not need the code that runs them.
            from guidepub.loading import row_text

            text = row_text(file, catalog).encode()
        else:
            text = read_bytes(file, _LARGEST)
    except InputError:
        return True
    digits = text.replace(b"-", b"").replace(b" ", b"")
    return any(number in digits for number in numbers)


def refused(path: Path, findings: tuple[Finding, ...]) -> BatchSurvey:
    """Return the survey of a catalogue that cannot be opened: its faults make all its guides fail."""
    if path.is_file() and path.name != CATALOG_FILE:
        return BatchSurvey(Catalog(by_file=(FileFindings(path, label_of(path), findings),)))
    found = definition_files(path if path.is_dir() else path.parent)
    by_file = [FileFindings(f, label_of(f), findings) for f in found.files if is_definition(f)]
    for finding in found.findings:
        folder = Path(finding.place.path)
        by_file.append(FileFindings(folder, label_of(folder), (finding,)))
    return BatchSurvey(Catalog(by_file=tuple(by_file)))


def to_retry(selections: Iterable[Selection], output: Path) -> list[Selection]:
    """Return the selections with only those definitions that failed in their last build.

    If one of these no longer exists, it may have been renamed, so definitions that never made a
    book are tried as well.
    """
    ledger = Ledger(output / LEDGER_FILE)
    failed = {failed_origin(failure) for failure in ledger.failures()}
    ledger.close()
    kept = []
    for selection in selections:
        files = [file for file in selection.files if origin_of(file) in failed]
        if any(map(_is_gone, failed)):
            known = _with_books(selection.files, output)
            files += [f for f in selection.files if f not in known and f not in files]
        kept.append(replace(selection, files=tuple(files)))
    return kept


def forget_gone(output: Path) -> None:
    """Forget the failures of definitions that no longer exist, once a retry is done."""
    ledger = Ledger(output / LEDGER_FILE)
    gone = [each for each in ledger.failures() if _is_gone(failed_origin(each))]
    ledger.forget_failures(gone)
    ledger.close()


def _is_gone(origin: str) -> bool:
    return not os.path.isfile(template_of_row(Path(origin)) or origin)


def _with_books(files: Iterable[Path], output: Path) -> frozenset[Path]:
    """Return the files that have made a book before, and so are definitions whatever they contain now."""
    origins = {origin_of(file): file for file in files}
    if not origins:
        return frozenset()
    ledger = Ledger(output / LEDGER_FILE)
    known = ledger.records(origins=frozenset(origins))
    ledger.close()
    return frozenset(origins[record.origin] for record in known if record.origin in origins)


def _unchanged(
    selection: Selection,
    output: Path,
    views: Sequence[ProductView],
    imprint: Imprint | str | None,
) -> dict[Path, tuple[Record, ...]]:
    """Return the records of the definitions whose outputs are all up to date."""
    inspectors = {view.product_name: Inspector(view.catalog, output, imprint) for view in views}
    origins = {origin_of(file): file for file in selection.files}
    ledger = Ledger(output / LEDGER_FILE)
    known: dict[str, list[Record]] = {}
    for record in ledger.records(origins=frozenset(origins)):
        known.setdefault(record.origin, []).append(record)
    unchanged: dict[Path, tuple[Record, ...]] = {}
    touched: list[Record] = []
    for origin, file in origins.items():
        records = _complete(known.get(origin, []), views)
        if records and all(inspectors[r.product_name].current(r) for r in records):
            unchanged[file] = tuple(inspectors[r.product_name].refreshed(r) for r in records)
            touched += [new for new in unchanged[file] if new not in records]
    # New stamps for files that were only touched, so that they are not read again next time.
    ledger.keep(touched)
    ledger.close()
    return unchanged


def _complete(known: Sequence[Record], views: Iterable[ProductView]) -> tuple[Record, ...]:
    """Return the records of all files that a build makes from a definition, or none if one is missing.

    Each record has the products and editions of its guide, so the guide need not be read for them.
    """
    found = {(record.product_name, record.edition): record for record in known}
    stated = {record.product_name: record.editions for record in known}
    asked = [
        (view.product_name, edition)
        for view in views
        for edition in view.editions or stated.get(view.product_name, ())
    ]
    products = next((found[each].products for each in asked if each in found), ())
    wanted = [each for each in asked if not each[0] or each[0] in products]
    return tuple(found[each] for each in wanted) if set(wanted) <= found.keys() else ()

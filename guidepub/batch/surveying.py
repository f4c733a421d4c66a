"""Which definitions need not even be read, since all that they gave is up to date.

Reading a guide takes some milliseconds; a thousand that have not changed should take none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidepub.batch.freshness import Inspector, origin_of
from guidepub.batch.ledger import LEDGER_FILE, Ledger
from guidepub.batch.records import InputFile, Record, input_file
from guidepub.loading import Selection, read_guides
from guidepub.model import Catalog, Edition, Imprint


@dataclass(frozen=True, slots=True)
class Survey:
    """A catalogue with the guides that may be out of date, and what is known of the others.

    `unchanged` holds the records of those whose outputs are all up to date, by the
    definition's path; `definitions` the other definitions' files as they were before they
    were read, by their names in the ledger.
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
) -> Survey:
    """Read the guides of a catalogue that may be out of date; with `force` all of them."""
    wanted = tuple(editions or selection.catalog.defaults.editions)
    unchanged = {} if force else _unchanged(selection, output, wanted, imprint)
    stale = [file for file in selection.files if file not in unchanged]
    # A file is looked at before it is read: what is written meanwhile is seen the next time.
    files = {origin_of(file): input_file("definition", file) for file in stale}
    definitions = {origin: file for origin, file in files.items() if file is not None}
    found = Survey(read_guides(selection.catalog, stale), unchanged, definitions)
    if len(found.slugs) < len(found.catalog) + len(unchanged):
        # Two guides share a slug; that is a fault, and told when both are read.
        return open_catalog(selection, output, editions, imprint, force=True)
    return found


def _unchanged(
    selection: Selection,
    output: Path,
    editions: tuple[Edition, ...],
    imprint: Imprint | str | None,
) -> dict[Path, tuple[Record, ...]]:
    """Return the records of the definitions whose outputs are all up to date."""
    inspector = Inspector(selection.catalog, output, imprint)
    origins = {origin_of(file): file for file in selection.files}
    ledger = Ledger(output / LEDGER_FILE)
    known: dict[str, dict[Edition, Record]] = {}
    for record in ledger.records(origins=frozenset(origins)).values():
        known.setdefault(record.origin, {})[record.edition] = record
    unchanged: dict[Path, tuple[Record, ...]] = {}
    touched: list[Record] = []
    for origin, file in origins.items():
        found = known.get(origin, {})
        records = tuple(found[edition] for edition in editions if edition in found)
        if len(records) == len(editions) and all(map(inspector.current, records)):
            unchanged[file] = tuple(map(inspector.refreshed, records))
            touched += [new for new in unchanged[file] if new not in records]
    # The stamps of files that were only touched; next time these are not read again.
    ledger.keep(touched)
    ledger.close()
    return unchanged

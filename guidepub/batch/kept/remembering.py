"""The books of a catalogue in an output folder, according to its ledger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guidepub.batch.kept.ledger import LEDGER_FILE, Ledger
from guidepub.batch.kept.records import Record


def made_files(output: Path, slugs: Iterable[str]) -> dict[str, list[Record]]:
    """Return the records of the files that exist, in the order of their editions.

    The keys are the books' names: the slug, with the name of the catalogue's product, if any.
    """
    ledger = Ledger(output / LEDGER_FILE)
    try:
        records = ledger.records(slugs=frozenset(slugs))
    finally:
        ledger.close()
    found: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda each: (each.slug, each.product_name, each.edition)):
        if (output / record.path).is_file():
            found.setdefault(f"{record.slug} {record.product_name}".rstrip(), []).append(record)
    return found

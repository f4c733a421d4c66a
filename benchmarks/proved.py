"""What it costs to read a book's files back, in a process that has made books before.

Run as `python -m benchmarks.proved CATALOGUE ROUNDS`; prints the processor's seconds as JSON:
for each guide and round those of all editions, of their notices' proof, and of their text's.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time

import guidepub
from guidepub.checks.legal.proof import notice_findings
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.sources import opened, source_of
from guidepub.editions import SharedParts, manuscript, unproved_file
from guidepub.model import EDITIONS, Book, Edition


def main(folder: str, rounds: int) -> None:
    """Time each guide of a catalogue."""
    catalog = guidepub.load(folder)
    found: dict[str, list[tuple[float, float, float]]] = {}
    for number in range(rounds + 1):
        for slug in catalog:
            taken = _timed(guidepub.assemble(catalog[slug], catalog))
            # The first round warms the process up.
            if number:
                found.setdefault(slug, []).append(taken)
    json.dump(found, sys.stdout)


def _timed(book: Book) -> tuple[float, float, float]:
    making = legal = text = 0.0
    shared = SharedParts(book)
    for edition in EDITIONS:
        begin = process_time()
        data = unproved_file(shared, edition)
        making += process_time() - begin
        notices, words = _proved(book, edition, data)
        legal += notices
        text += words
    return making, legal, text


def _proved(book: Book, edition: Edition, data: bytes) -> tuple[float, float]:
    """Return the seconds of reading a file for its notices, and of holding its text as well."""
    begin = process_time()
    with opened(edition, Path(f"{book.slug}.epub"), data) as read:
        list(notice_findings(book, edition, read))
        middle = process_time()
        list(text_findings(manuscript(book, edition), edition, source_of(read, edition), False))
        end = process_time()
    return middle - begin, end - middle


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

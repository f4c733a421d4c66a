"""The ledger of ISBNs, a file next to `catalog.toml`: read, and written so that it can be merged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from guidepub.files import hold_inside, read_text, write_bytes
from guidepub.findings import Finding, InputError, Place, capped, errors_of
from guidepub.loading.formats.documents import Document, check_text
from guidepub.loading.formats.faults import faults_by_path
from guidepub.loading.formats.toml_reader import read_toml
from guidepub.model import IsbnLedger, format_isbn
from guidepub.model.selling.isbns import LEDGER_OF_ISBNS
from guidepub.model.validation.faults import findings_of

_LIMIT = 16 * 1024 * 1024
_HEAD = """\
# The ISBNs of this catalogue, as `guidepub isbn assign` gives them. Keep it under version control.
# What was given once is never given again: take no line out.
"""


def read_ledger(root: Path) -> IsbnLedger:
    """Return the ledger of a catalogue's folder; one that is not there is empty.

    Raises:
        InputError: it has faults, or an ISBN is in it twice (D051).
    """
    path = root / LEDGER_OF_ISBNS
    if not path.is_file() and not path.is_symlink():
        return IsbnLedger()
    hold_inside(path, root, f"The ledger {LEDGER_OF_ISBNS}")
    text = read_text(path, _LIMIT)
    check_text(path, text)
    document = read_toml(path, text)
    try:
        ledger = IsbnLedger.of_data(document.data)
    except ValidationError as error:
        faults = findings_of(faults_by_path(error, document), IsbnLedger, document)
        raise InputError(capped([*document.findings, *faults])) from error
    document.findings += _twins(ledger, document)
    if errors_of(document.findings):
        raise InputError(capped(document.findings))
    placed = (
        each.model_copy(update={"line": document.place(("assigned", index, "isbn")).line})
        for index, each in enumerate(ledger.assigned)
    )
    return ledger.model_copy(update={"assigned": tuple(placed)})


def write_ledger(root: Path, ledger: IsbnLedger) -> None:
    """Write a catalogue's ledger, a line for each range and each ISBN.

    Raises:
        OSError: it cannot be written.
    """
    ranges = [
        f'  {{prefix = "{each.shown_prefix}", first = {each.first}, last = {each.last},'
        f" next = {each.next}, imprint = {json.dumps(each.imprint)}}},\n"
        for each in ledger.ranges
    ]
    assigned = [
        f'  {{isbn = "{format_isbn(each.isbn)}", guide = {json.dumps(each.guide)},'
        f" product = {json.dumps(each.product)}, imprint = {json.dumps(each.imprint)}}},\n"
        for each in ledger.assigned
    ]
    text = f"{_HEAD}ranges = [\n{''.join(ranges)}]\nassigned = [\n{''.join(assigned)}]\n"
    write_bytes(root / LEDGER_OF_ISBNS, text.encode())


def _twins(ledger: IsbnLedger, document: Document) -> Iterator[Finding]:
    """Yield a finding for each ISBN, and each product of a guide, that occurs twice."""
    isbns: dict[str, Place] = {}
    books: dict[tuple[str, str, str], Place] = {}
    for index, each in enumerate(ledger.assigned):
        place = document.place(("assigned", index, "isbn"))
        if (first := isbns.setdefault(each.isbn, place)) is not place:
            message = f"The ISBN {format_isbn(each.isbn)} is at {first} as well."
            remedy = "If two branches assigned it, delete one of the lines and assign another."
            yield Finding(place, "D051", message, remedy)
        book = (each.guide, each.product, each.imprint)
        if (first := books.setdefault(book, place)) is not place:
            message = f"“{each.product}” of “{each.guide}” also has an ISBN at {first}."
            yield Finding(place, "D051", message, "Keep the one that its books have.")

"""Stores the results of jobs: files on disk, and their records in the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guidepub.batch.kept.ledger import Ledger
from guidepub.batch.kept.records import Record
from guidepub.batch.orders.planning import Order, output_file
from guidepub.batch.reports.report import BookResult
from guidepub.batch.work.jobs import Made, MadeFile
from guidepub.checks.validated.certificates import certificate_file
from guidepub.files import hash_file, remove_file, sha256, stamp, write_bytes
from guidepub.findings import Finding, Place
from guidepub.findings.errors import reason_and_file
from guidepub.model import Edition


def place(order: Order, made: Made, ledger: Ledger, begun: str) -> BookResult:
    """Write the files of one book, record them, and return the book's result.

    `begun` is the moment at which the build began.
    """
    if made.findings:
        return _failed(order, made, made.findings, ledger)
    try:
        records = {
            edition: _record(order, edition, file, made, begun)
            for edition, file in made.files.items()
        }
    except OSError as error:
        message = f"The book cannot be written: {reason_and_file(error)}."
        remedy = "Make room, or choose another folder with -o."
        finding = Finding(Place(order.job.path), "B001", message, remedy)
        return _failed(order, made, (finding,), ledger)
    ledger.keep(records.values())
    ledger.forget_failures([order.failure])
    return _result(order, made, records)


def _record(
    order: Order,
    edition: Edition,
    file: MadeFile,
    made: Made,
    begun: str,
) -> Record:
    """Write a file if it is new, and return its record."""
    guide, inspector = order.job.catalog[order.job.slug], order.inspector
    known: dict[str, Any] = {
        "slug": guide.slug,
        "title": guide.title,
        "edition": edition,
        "origin": order.origin,
        "context": inspector.context,
        "guide": order.guide,
        "day": "" if guide.published else inspector.day,
        "theme": made.theme,
        "inputs": made.inputs,
        "parts": file.parts,
        "product": order.product,
        "products": tuple(each.name for each in order.job.catalog.products_of(guide)),
        "editions": order.job.catalog.editions_of(guide),
        "findings": (*order.warnings, *file.findings),
    }
    if file.findings:
        # A claim that a validator denied is tried again by the next build.
        known["context"] = ""
        known["parts"] = {**file.parts, "access": ""}
    before = order.previous.get(edition)
    if file.data is None:
        assert before is not None, "only what is known can be found unchanged"
        return inspector.refreshed(before.model_copy(update=known))
    path = inspector.output / order.paths[edition]
    # The certificate of an earlier file would report that this one was changed.
    remove_file(certificate_file(path))
    write_bytes(path, file.data)
    if file.certificate:
        write_bytes(certificate_file(path), file.certificate)
    digest = sha256(file.data)
    now = stamp(path)
    # If another build has written here at the same moment, the stamp is that of its file.
    is_ours = hash_file(path) == digest
    return Record(
        **known,
        stamp=now if is_ours and now else "",
        size=len(file.data),
        sha256=digest,
        pages=file.pages,
        replaced=before.sha256 if before else None,
        figures=made.figures,
        certificate=sha256(file.certificate) if file.certificate else "",
        made=begun,
        seconds=file.seconds,
    )


def _result(order: Order, made: Made, records: dict[Edition, Record]) -> BookResult:
    output = order.inspector.output
    files = [
        replace(
            output_file(record, output),
            new=made.files[edition].data is not None,
            reasons=made.files[edition].reasons,
        )
        for edition, record in records.items()
    ]
    files += [output_file(record, output) for record in order.standing.values()]
    phases = {"assemble": made.assembling}
    phases |= {edition: file.seconds for edition, file in made.files.items() if file.data}
    denied = (finding for file in made.files.values() for finding in file.findings)
    return BookResult(
        slug=order.job.slug,
        status="built" if any(file.new for file in files) else "unchanged",
        files=tuple(files),
        findings=(*order.warnings, *denied),
        seconds=made.seconds,
        phases=phases,
        inputs=made.inputs,
        title=order.job.catalog[order.job.slug].title,
        product=order.product,
        figures=next((record.figures for record in records.values()), ()),
    )


def _failed(order: Order, made: Made, findings: tuple[Finding, ...], ledger: Ledger) -> BookResult:
    ledger.keep_failures([order.failure])
    title = order.job.catalog[order.job.slug].title
    found = (*order.warnings, *findings)
    return BookResult(
        order.job.slug, "failed", (), found, made.seconds, title=title, product=order.product
    )

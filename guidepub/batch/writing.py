"""What comes back of a job to its place: the files to the disk, what they are to the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guidepub.batch.jobs import Made, Product
from guidepub.batch.ledger import Ledger
from guidepub.batch.planning import Order, output_file
from guidepub.batch.records import Record
from guidepub.batch.report import BookResult
from guidepub.files import hash_file, sha256, stamp, write_bytes
from guidepub.findings import Finding, Place
from guidepub.findings.errors import reason_and_file
from guidepub.model import Edition, file_name


def place(order: Order, made: Made, ledger: Ledger, begun: str) -> BookResult:
    """Write the files of one book, remember them, and return what became of it.

    `begun` is the moment at which the build began.
    """
    if made.findings:
        return _failed(order, made, made.findings, ledger)
    try:
        records = {
            edition: _record(order, edition, product, made, begun)
            for edition, product in made.products.items()
        }
    except OSError as error:
        message = f"The book cannot be written: {reason_and_file(error)}."
        remedy = "Make room, or choose another folder with -o."
        finding = Finding(Place(order.job.path), "B001", message, remedy)
        return _failed(order, made, (finding,), ledger)
    ledger.keep(records.values())
    ledger.forget_failures([order.origin])
    return _result(order, made, records)


def _record(
    order: Order,
    edition: Edition,
    product: Product,
    made: Made,
    begun: str,
) -> Record:
    """Write a product where it is new, and return the record of it."""
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
        "parts": product.parts,
        "findings": order.warnings,
    }
    before = order.before.get(edition)
    if product.data is None:
        assert before is not None, "only what is known can be found unchanged"
        return inspector.refreshed(before.model_copy(update=known))
    path = f"{guide.slug}/{file_name(guide.slug, edition)}"
    write_bytes(inspector.output / path, product.data)
    digest = sha256(product.data)
    now = stamp(inspector.output / path)
    # Another build may have written here at the same moment: then the stamp is of its file.
    stands = hash_file(inspector.output / path) == digest
    return Record(
        **known,
        stamp=now if stands and now else "",
        size=len(product.data),
        sha256=digest,
        pages=product.pages,
        replaced=before.sha256 if before else None,
        figures=made.figures,
        made=begun,
        seconds=product.seconds,
    )


def _result(order: Order, made: Made, records: dict[Edition, Record]) -> BookResult:
    products, output = made.products, order.inspector.output
    files = [
        replace(
            output_file(record, output),
            new=products[edition].data is not None,
            reasons=products[edition].reasons,
        )
        for edition, record in records.items()
    ]
    files += [output_file(record, output) for record in order.standing.values()]
    phases = {"assemble": made.assembling}
    phases |= {edition: product.seconds for edition, product in products.items() if product.data}
    return BookResult(
        slug=order.job.slug,
        status="built" if any(file.new for file in files) else "unchanged",
        files=tuple(files),
        findings=order.warnings,
        seconds=made.seconds,
        phases=phases,
        inputs=made.inputs,
        title=order.job.catalog[order.job.slug].title,
        figures=next((record.figures for record in records.values()), ()),
    )


def _failed(order: Order, made: Made, findings: tuple[Finding, ...], ledger: Ledger) -> BookResult:
    ledger.keep_failures([order.origin])
    title = order.job.catalog[order.job.slug].title
    found = (*order.warnings, *findings)
    return BookResult(order.job.slug, "failed", (), found, made.seconds, title=title)

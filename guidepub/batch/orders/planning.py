"""The plan of a build: the books that are up to date, and the jobs for the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guidepub.batch.kept.ledger import Ledger, failure_name
from guidepub.batch.kept.records import ProductRecord, Record, by_product
from guidepub.batch.reports.report import BookResult, OutputFile, failed_by_loading
from guidepub.batch.stale.freshness import Inspector, guide_digest, named_guides, origin_of
from guidepub.batch.stale.surveying import BatchSurvey
from guidepub.batch.stale.views import ProductView, product_record, views_of
from guidepub.batch.work.jobs import Job
from guidepub.findings import Finding, errors_of
from guidepub.loading import with_known_members, with_others
from guidepub.model import Edition, Imprint, file_name

# Rough seconds per letter of prose and edition: only the order of jobs depends on it.
_PER_LETTER = 1e-4


@dataclass(frozen=True, slots=True)
class Order:
    """A job, with what the batch itself has to know about its book.

    `inspector` is its catalogue's. `standing` are the records of editions that need not be checked,
    `previous` those of all editions that were ever built, and `origin` and `guide` the definition's
    name and digest.
    """

    job: Job
    inspector: Inspector
    origin: str
    guide: str
    standing: Mapping[Edition, Record]
    previous: Mapping[Edition, Record]
    warnings: tuple[Finding, ...]

    @property
    def product(self) -> ProductRecord | None:
        """The catalogue's product that the book is, if any."""
        return product_record(self.job.catalog[self.job.slug], self.job.catalog, self.job.imprint)

    @property
    def paths(self) -> dict[Edition, str]:
        """The outputs of its editions, relative to the output folder."""
        return output_paths(self.job)

    @property
    def failure(self) -> str:
        """The name under which the ledger records that it failed."""
        product = self.job.catalog.product
        return failure_name(self.origin, product.name if product else "")

    @property
    def weight(self) -> float:
        """The estimated seconds that the job takes."""
        guide = self.job.catalog[self.job.slug]
        sections = (section for each in (guide, *guide.members) for section in each.sections)
        guess = _PER_LETTER * sum(len(section.body) for section in sections)
        known = {edition: record.seconds for edition, record in self.previous.items()}
        return sum(known.get(edition, guess) for edition in self.job.editions)


@dataclass(frozen=True, slots=True)
class Plan:
    """The results that are known already, and the orders from the longest to the shortest.

    `refreshed` are records that are still valid, with the current stamps of their files. `standing`
    are the names of definitions whose books are up to date, `failed` of those that did not make a
    guide.
    """

    ready: tuple[BookResult, ...]
    orders: tuple[Order, ...]
    refreshed: tuple[Record, ...]
    standing: tuple[str, ...]
    failed: tuple[str, ...]


def plan(
    surveys: Iterable[BatchSurvey],
    output: Path,
    editions: Sequence[Edition] | None,
    imprint: Imprint | str | None,
    ledger: Ledger,
    force: bool,
    products: Sequence[str] = (),
) -> Plan:
    """Return the plan for some catalogues, given the records of their books.

    Raises:
        UsageError: a requested product does not exist, or no product has a requested edition.
    """
    parts = [
        _plan(each, views_of(each.catalog, editions, products), output, imprint, ledger, force)
        for each in surveys
    ]
    orders = [order for part in parts for order in part.orders]
    return Plan(
        ready=tuple(result for part in parts for result in part.ready),
        orders=tuple(sorted(orders, key=lambda order: order.weight, reverse=True)),
        refreshed=tuple(record for part in parts for record in part.refreshed),
        standing=tuple(origin for part in parts for origin in part.standing),
        failed=tuple(origin for part in parts for origin in part.failed),
    )


def _plan(
    survey: BatchSurvey,
    views: Sequence[ProductView],
    output: Path,
    imprint: Imprint | str | None,
    ledger: Ledger,
    force: bool,
) -> Plan:
    catalog = survey.catalog
    ready = failed_by_loading(catalog.by_file, survey.slugs)
    for records in survey.unchanged.values():
        ready += [_unchanged(together, output) for together in by_product(records)]
    known = _by_book(ledger.records(slugs=frozenset(catalog)))
    reported = {origin_of(each.file): each.findings for each in catalog.by_file}
    failed = [origin_of(each.file) for each in catalog.by_file if errors_of(each.findings)]
    standing = [
        failure_name(origin_of(file), record.product_name)
        for file, records in survey.unchanged.items()
        for record in records
    ]
    orders: list[Order] = []
    refreshed: list[Record] = []
    for view in views:
        inspector = Inspector(view.catalog, output, imprint)
        # Each job is sent by itself, and does not need the findings on other guides.
        alone = view.catalog.model_copy(update={"guides": {}, "by_file": ()})
        for slug, guide in catalog.items():
            if not view.is_of(guide):
                continue
            origin = origin_of(guide.origin)
            definition = survey.definitions.get(origin)
            own = alone.with_guides(with_known_members(with_others(guide, catalog), catalog))
            others = named_guides(own[slug], view.catalog)
            job = Job(own, slug, view.editions_of(guide), imprint, definition, others)
            found = reported.get(origin, ()) if origin else ()
            order = _order(job, known.get((slug, view.product_name), {}), found, inspector, force)
            if order.job.editions:
                orders.append(order)
                continue
            records = tuple(inspector.refreshed(r, definition) for r in order.standing.values())
            ready.append(replace(_unchanged(records, output), title=guide.title, findings=found))
            standing.append(order.failure)
            refreshed += [new for new in records if new not in order.standing.values()]
    ready += [
        BookResult(slug, "unchanged", title=guide.title)
        for slug, guide in catalog.items()
        if not any(view.is_of(guide) for view in views)
    ]
    return Plan(tuple(ready), tuple(orders), tuple(refreshed), tuple(standing), tuple(failed))


def output_file(record: Record, output: Path) -> OutputFile:
    """Return the report's entry for an output that is up to date."""
    return OutputFile(
        edition=record.edition,
        path=output / record.path,
        size=record.size,
        sha256=record.sha256,
        new=False,
        pages=record.pages,
        seconds=record.seconds,
        key=record.key,
        made=record.made,
        replaced=record.replaced,
    )


def output_paths(job: Job) -> dict[Edition, str]:
    """Return the paths of the files of a job's editions, relative to the output folder."""
    return {edition: f"{job.slug}/{file_name(job.name, edition)}" for edition in job.editions}


def _order(
    job: Job,
    before: Mapping[Edition, Record],
    warnings: tuple[Finding, ...],
    inspector: Inspector,
    force: bool,
) -> Order:
    """Return a job's order, with only the editions to check and what is known about each."""
    guide = guide_digest(job.catalog[job.slug])
    paths = output_paths(job)
    standing: dict[Edition, Record] = {}
    known: dict[Edition, Record] = {}
    asked: dict[Edition, str] = {}
    for edition in job.editions:
        record = before.get(edition)
        if force:
            asked[edition] = "it was asked for by --force"
        elif record is None or record.path != paths[edition]:
            asked[edition] = "it was not made here before"
        elif not inspector.intact(record):
            asked[edition] = inspector.damage(record)
        elif record.guide == guide and inspector.unchanged(record):
            standing[edition] = record
        else:
            known[edition] = record
    editions = tuple(edition for edition in job.editions if edition not in standing)
    job = replace(job, editions=editions, current=known, reasons=asked)
    origin = origin_of(job.catalog[job.slug].origin)
    return Order(job, inspector, origin, guide, standing, before, warnings)


def _unchanged(records: Sequence[Record], output: Path) -> BookResult:
    """Return the result of a book whose files all exist."""
    first = records[0]
    files = tuple(output_file(record, output) for record in records)
    return BookResult(
        first.slug, "unchanged", files, first.findings, inputs=first.inputs, title=first.title,
        figures=first.figures, product=first.product,
    )  # fmt: skip


def _by_book(records: Iterable[Record]) -> dict[tuple[str, str], dict[Edition, Record]]:
    """Return records by the slug and the product, and then by the edition."""
    found: dict[tuple[str, str], dict[Edition, Record]] = {}
    for record in records:
        found.setdefault((record.slug, record.product_name), {})[record.edition] = record
    return found

"""Explains why books are out of date, without building any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidepub.batch.kept.ledger import LEDGER_FILE, Ledger
from guidepub.batch.orders.dispatch import finished_orders
from guidepub.batch.orders.planning import plan
from guidepub.batch.stale.surveying import BatchSurvey
from guidepub.findings import Finding
from guidepub.model import Edition, Imprint


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the editions of a guide's book are out of date, or why it cannot be made.

    A book that is up to date has neither. `product` is the name of the catalogue's product, or
    empty.
    """

    slug: str
    reasons: Mapping[Edition, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    product: str = ""


def explain(
    surveys: Iterable[BatchSurvey],
    output: Path,
    editions: Sequence[Edition] | None = None,
    executor: Executor | None = None,
    imprint: Imprint | str | None = None,
    force: bool = False,
    products: Sequence[str] = (),
) -> list[Explanation]:
    """Return for each book what a build with the same arguments would build, and why.

    Raises:
        UsageError: a requested product does not exist, or no product has a requested edition.
    """
    ledger = Ledger(output / LEDGER_FILE)
    to_do = plan(surveys, output, editions, imprint, ledger, force, products)
    ledger.close()
    found = [
        Explanation(
            result.slug,
            findings=result.findings if result.status == "failed" else (),
            product=result.product.name if result.product else "",
        )
        for result in to_do.ready
    ]
    orders = [replace(order, job=replace(order.job, explain=True)) for order in to_do.orders]
    with closing(finished_orders(orders, executor)) as answers:
        for order, answer in answers:
            why = {edition: p.reasons for edition, p in answer.files.items() if p.reasons}
            product = order.job.catalog.product
            name = product.name if product else ""
            found.append(Explanation(order.job.slug, why, answer.findings, name))
    return sorted(found, key=lambda each: (each.slug, each.product))

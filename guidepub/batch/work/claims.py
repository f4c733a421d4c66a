"""Files that claim to be accessible, checked by validators before they are released.

A claim is part of the bytes that it is about. So a file is made with its claim and without it:
validators see the one with the claim, and where one of them finds a fault the other one leaves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidepub.checks.validated.certificates import as_json
from guidepub.checks.validated.validators import Answered, validators_for, verdicts
from guidepub.files import sha256
from guidepub.findings import Finding, InputError, Place
from guidepub.model import CLAIMING, Book, Edition
from guidepub.model.catalogs.accessibility import Accessibility, Certificate, Judgement

if TYPE_CHECKING:
    from guidepub.editions import Production


@dataclass(frozen=True, slots=True)
class Claimed:
    """A file that waits for its verdict: as it claims to be accessible, and as it claims nothing.

    `standards` are those that it claims, by their names.
    """

    edition: Edition
    place: Place
    file: str
    slug: str
    accessibility: Accessibility
    standards: tuple[str, ...]
    with_claim: bytes
    without: bytes


@dataclass(frozen=True, slots=True)
class Settled:
    """The file that leaves, with its certificate as JSON, or with what denies its claim."""

    data: bytes
    certificate: bytes = b""
    findings: tuple[Finding, ...] = ()


def claimed(production: Production, book: Book, edition: Edition, file: str) -> Claimed | None:
    """Return an edition that waits for its verdict, or None where nothing is claimed of it.

    Raises:
        UsageError, RenderError: as `Production.file`.
    """
    stated = book.accessibility
    if not stated.certify or edition not in CLAIMING:
        return None
    standards = (stated.standard,) if edition == "epub" else book.screen.standards
    with_claim = production.claiming(edition, "certified")
    without = production.claiming(edition, "none")
    return Claimed(edition, book.place, file, book.slug, stated, standards, with_claim, without)


def settled(waiting: Claimed) -> Settled:
    """Ask the validators, and return which of the two files leaves."""
    answers = verdicts(waiting.edition, waiting.with_claim, waiting.standards)
    if findings := tuple(_denials(waiting, answers)):
        return Settled(waiting.without, findings=findings)
    return Settled(waiting.with_claim, as_json(_certificate(waiting, answers)))


def refuse_without_validators(editions: Iterable[Edition]) -> None:
    """Make sure that the validators are here that claims of some editions need.

    Raises:
        InputError: one is missing (B007).
    """
    missing = [each for each in validators_for(frozenset(editions)) if not each.is_here()]
    if missing:
        place = Place("certify")
        raise InputError(
            Finding(
                place, "B007", f"{each.name}, which a claim needs, is not installed.", each.remedy
            )
            for each in missing
        )


def _denials(waiting: Claimed, answers: Iterable[Answered]) -> Iterable[Finding]:
    for verdict in answers:
        for fault in verdict.faults:
            cause = (
                fault if fault.startswith(verdict.validator) else f"{verdict.validator}: {fault}"
            )
            message = f"{waiting.file} does not claim to be accessible. {cause.rstrip('.')}."
            yield Finding(waiting.place, "B008", message, _REMEDY)


_REMEDY = "Fix the faults, and certify it again."


def _certificate(waiting: Claimed, answers: Iterable[Answered]) -> Certificate:
    stated, is_epub = waiting.accessibility, waiting.edition == "epub"
    judgements = {v.validator: Judgement(validator=v.validator, version=v.version) for v in answers}
    return Certificate(
        file=waiting.file,
        sha256=sha256(waiting.with_claim),
        size=len(waiting.with_claim),
        standard=", ".join(waiting.standards),
        certified_by=stated.certified_by or "",
        wcag=stated.wcag if is_epub else None,
        level=stated.level if is_epub else None,
        credential=stated.credential,
        report=stated.report_on(waiting.slug),
        evaluated=stated.evaluated,
        validators=tuple(judgements.values()),
    )

"""Files that claim to be accessible, checked by validators before they are released.

A claim is part of the bytes that it is about. So a file is made both with and without its claim:
validators check the one with the claim, and if one of them finds a fault, the other file is
released.
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
    """A file that waits for its verdict, with and without a claim of accessibility.

    `standards` are the names of those that it claims.
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
    """The released file, with its certificate as JSON, or with the reasons why its claim was denied."""

    data: bytes
    certificate: bytes = b""
    findings: tuple[Finding, ...] = ()


def claimed(production: Production, book: Book, edition: Edition, file: str) -> Claimed | None:
    """Return an edition that waits for its verdict, or None if nothing is claimed for it.

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
    """Run the validators, and return the file to release."""
    answers = verdicts(waiting.edition, waiting.with_claim, waiting.standards)
    if findings := tuple(_denials(waiting, answers)):
        return Settled(waiting.without, findings=findings)
    return Settled(waiting.with_claim, as_json(_certificate(waiting, answers)))


def refuse_without_validators(editions: Iterable[Edition]) -> None:
    """Make sure that the validators for the claims of some editions are installed.

    Raises:
        InputError: a validator is missing (B007).
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

"""Notices without a version in force: why a book cannot have one, and which will lapse soon."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidepub.figures.locales import language_name
from guidepub.files.dates import build_date
from guidepub.findings import Finding, Place, Severity
from guidepub.model import Notice
from guidepub.notices.owing import Owing, in_language, on_day

DAYS = 60
"""How many days before a notice lapses that is reported."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """A notice's lapse in one language: from `day` on, no version of it is in force.

    `until` is the day from which one is in force again, or `None` if none is approved.
    """

    id: str
    language: str
    day: datetime.date
    until: datetime.date | None


def gap_finding(owing: Owing, language: str, place: Place) -> Finding:
    """Return a finding on why a book in a language cannot have a notice that it owes.

    N001 if no version in its language is in force, N009 if none is in force in any language.
    """
    if owing.languages:
        message = (
            f"The notice “{owing.id}” is owed, but not approved in {language_name(language)}: "
            f"{owing.gap}."
        )
        return Finding(place, "N001", message, "Approve a wording in that language.")
    message = (
        f"The notice “{owing.id}” is owed ({', '.join(owing.reasons)}), but no version of it is "
        f"in force: {owing.gap}."
    )
    remedy = 'Approve a version in catalog.toml; if no book owes it, set when = "never".'
    return Finding(place, "N009", message, remedy)


def lapses(notices: Iterable[Notice]) -> Iterator[Lapse]:
    """Yield the notices that will lapse within `DAYS`, in the register's order.

    Raises:
        UsageError: as `dates.build_date`.
    """
    notices = list(notices)
    seen: set[tuple[str, str]] = set()
    for notice in notices:
        if not notice.is_in_force or notice.when == "never":
            continue
        versions = [other for other in notices if other.id == notice.id]
        for language in (notice.language, *notice.fallback_for):
            if (notice.id, language) not in seen:
                seen.add((notice.id, language))
                lapse = lapse_of(versions, language)
                if lapse is not None:
                    yield lapse


def lapse_of(versions: Sequence[Notice], language: str) -> Lapse | None:
    """Return the next lapse, for books in a language, of a notice that is in force today.

    None if a version is in force on each of the next `DAYS`.

    Raises:
        UsageError: as `dates.build_date`.
    """
    today = build_date()
    last = today + datetime.timedelta(days=DAYS)
    ends = sorted({n.retired for n in versions if n.retired and today < n.retired <= last})
    for day in ends:
        if not in_language(on_day(versions, day), language):
            starts = sorted({n.approved for n in versions if n.approved and n.approved > day})
            back = (start for start in starts if in_language(on_day(versions, start), language))
            return Lapse(versions[0].id, language, day, next(back, None))
    return None


def standing_findings(owings: Iterable[Owing], language: str, place: Place) -> Iterator[Finding]:
    """Yield findings on the owed notices that a book cannot have, or that will lapse soon.

    Raises:
        UsageError: as `dates.build_date`.
    """
    for owing in owings:
        if owing.notice is None:
            yield gap_finding(owing, language, place)
        elif (lapse := lapse_of(owing.versions, language)) is not None:
            yield lapse_finding(lapse, place)


def lapse_finding(lapse: Lapse, place: Place) -> Finding:
    """Return a warning that a notice will lapse (N010)."""
    gap = f"until {lapse.until}" if lapse.until else "and none is approved to follow it"
    message = (
        f"The notice “{lapse.id}” has no version in force in {language_name(lapse.language)} "
        f"from {lapse.day} on, {gap}: from that day, the books that owe it cannot be built."
    )
    remedy = f"Approve a version from {lapse.day} on."
    return Finding(place, "N010", message, remedy, Severity.WARNING)

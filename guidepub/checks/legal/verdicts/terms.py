"""Statements to machines on mining, training and licence, compared with the notices in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from guidepub.checks.legal.verdicts.sightings import Examination
from guidepub.findings import Finding, Place, Severity
from guidepub.model import Notice

_ANEW = "Build the book again, and keep its files as they are."


def term_findings(
    file: Path, examination: Examination, register: Mapping[tuple[str, int, str], Notice]
) -> Iterator[Finding]:
    """Yield where a file's metadata state less to machines than its notices, more, or otherwise.

    `register` has the notices by id, version and language. A notice that is changed or cannot be
    seen is reported as that; the file must make its statements to machines all the same.
    """
    place, stated, by_notices = Place(str(file)), examination.terms, set()
    for sighting in examination.sightings:
        notice = register.get((sighting.id, sighting.version, sighting.language))
        for name, value in notice.machine.properties() if notice and notice.machine else ():
            by_notices.add(name)
            if (found := stated.get(name)) != value:
                shown = f"{name} {found}" if found else "nothing of it"
                message = f"The notice {sighting.id}@{sighting.version} has the machine-readable term {name} {value}, but the metadata has {shown}."
                yield Finding(place, "L012", message, _ANEW)
    # The notice may be in the part that was not read.
    for name in sorted(() if examination.unread else stated.keys() - by_notices):
        message = (
            f"The metadata has the term {name} {stated[name]}, which no notice in the text states."
        )
        remedy = "Find out where it comes from, or state it in a notice: machine, in catalog.toml."
        yield Finding(place, "L013", message, remedy, Severity.WARNING)

"""Verdicts on finished files: what was found in them, against the catalogue and their own marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from guidepub.checks.legal.verdicts.owing import Debts, Expected, guide_of
from guidepub.checks.legal.verdicts.rights import rights_findings
from guidepub.checks.legal.verdicts.sightings import Examination, Sighting
from guidepub.checks.legal.verdicts.terms import term_findings
from guidepub.checks.legal.wordings.register import is_plain_line
from guidepub.figures.locales import language_name
from guidepub.findings import Finding, Place, Severity
from guidepub.model import Catalog, MarkedNotice, edition_of_file, edition_of_name
from guidepub.model.notices.notice import COPYRIGHT

Status = Literal["verbatim", "differs", "unseen", "unjudged", "claimed", "missing"]
"""The state of a notice in a file: word for word, changed, invisible, in a way that cannot
be judged, in the metadata alone, or not at all although the book owes it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of one notice in one file; `version` is 0 where any version would have done.

    `register` is the version's status in the catalogue, empty where it has no such version.
    """

    id: str
    version: int
    language: str
    status: Status
    register: str
    where: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file has. `holder`, `years` and `isbns` are as printed, else as stated."""

    path: Path
    marked: bool
    guide: str
    edition: str
    language: str
    holder: str
    years: str
    isbns: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]


def unread(finding: Finding) -> FileReport:
    """Return the report on an unreadable file, with the finding that says why."""
    return FileReport(Path(finding.place.path), False, "", "", "", "", "", (), (), (finding,))


def judged(examinations: Mapping[Path, Examination], catalog: Catalog) -> list[FileReport]:
    """Return a report for each file, in the order given."""
    formats: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for file, examination in examinations.items():
        own = {s.id for s in examination.sightings if not (s.difference or s.unseen or s.doubt)}
        book = formats.setdefault(_book(file, examination), {})
        book.setdefault(edition_of(file, examination), set()).update(own)
    debts = Debts(catalog)
    return [
        _Judge(file, examination, debts, formats[_book(file, examination)]).report()
        for file, examination in examinations.items()
    ]


def edition_of(file: Path, examination: Examination) -> str:
    """Return which edition a file is: as its mark or its name says, `pdf` where neither does."""
    stated = examination.mark.edition if examination.mark else ""
    return edition_of_file(file, stated) or "pdf"


def _book(file: Path, examination: Examination) -> tuple[str, ...]:
    """Return a key that all files of one book share."""
    mark = examination.mark
    if mark and mark.guide:
        return mark.guide, mark.imprint, mark.guide_sha256
    return str(file.parent), edition_of_name(file)[0]


class _Judge:
    def __init__(
        self,
        file: Path,
        examination: Examination,
        debts: Debts,
        formats: Mapping[str, set[str]],
    ) -> None:
        self.file, self.examination, self.debts = file, examination, debts
        self.catalog = catalog = debts.catalog
        self.edition = edition_of(file, examination)
        self.siblings = {i for e, ids in formats.items() if e != self.edition for i in ids}
        self.guide = guide_of(examination, catalog)
        mark = examination.mark
        self.disagrees = False
        self.claims = mark.notices if mark else ()
        self.register = {(n.id, n.version, n.language): n for n in catalog.notices}

    def report(self) -> FileReport:
        examination, findings = self.examination, list(self._findings())
        verdicts = [] if examination.error else [*self._standing(), *self._absent()]
        findings += [f for verdict in verdicts if (f := self._finding(verdict)) is not None]
        mark, values = examination.mark, _printed(examination.sightings)
        return FileReport(
            self.file,
            mark is not None,
            self.guide.slug if self.guide else mark.guide if mark else "",
            self.edition,
            examination.language,
            values.get("holder") or examination.holder,
            values.get("years") or (mark.years if mark else ""),
            examination.printed_isbns or examination.stated_isbns,
            tuple(verdicts),
            tuple(sorted(findings)),
        )

    def _findings(self) -> Iterator[Finding]:
        if self.examination.error:
            place = Place(str(self.file))
            message = f"The file cannot be examined: {self.examination.error}"
            yield Finding(place, "L010", message, "Create the file again.")
            return
        found = list(
            rights_findings(self.file, self.examination, self.edition, self.catalog, self.guide)
        )
        # A notice filled with another year or holder differs, too: one report is enough.
        self.disagrees = any(finding.code in ("L007", "L008") for finding in found)
        yield from found
        yield from term_findings(self.file, self.examination, self.register)

    def _standing(self) -> Iterator[Verdict]:
        """Yield a verdict on each notice in the text, be it changed or hidden."""
        for sighting in self.examination.sightings:
            status, detail = self._status(sighting)
            notice = self.register.get((sighting.id, sighting.version, sighting.language))
            yield Verdict(
                sighting.id, sighting.version, sighting.language, status,
                notice.status_today if notice else "", sighting.where, detail,
            )  # fmt: skip

    def _status(self, sighting: Sighting) -> tuple[Status, str]:
        foreign = [c for c in self._claims_of(sighting.id) if not self._has_wording(c)]
        if sighting.unseen:
            return "unseen", sighting.unseen
        is_claimed = any(_is_claimed(sighting, c) for c in self._claims_of(sighting.id))
        if foreign and (sighting.difference or not is_claimed):
            known = f"{sighting.id}@{sighting.version}"
            return "unjudged", f"{_lacking(foreign[0])} The nearest that it has is {known}."
        if sighting.difference:
            return "differs", sighting.difference
        return ("unjudged", sighting.doubt) if sighting.doubt else ("verbatim", "")

    def _absent(self) -> Iterator[Verdict]:
        """Yield the notices that the metadata claim or the book owes, and that are not there."""
        ids = {s.id for s in self.examination.sightings}
        for claim in self.claims:
            # Another version in its place has a finding of its own.
            if claim.id in ids:
                continue
            notice = self.register.get((claim.id, claim.version, claim.language))
            verdict = Verdict(claim.id, claim.version, claim.language, "claimed", "")
            if notice is not None:
                verdict = replace(verdict, register=notice.status_today)
            elif not self._has_wording(claim):
                verdict = replace(verdict, status="unjudged", detail=_lacking(claim))
            yield self._unless_unread(verdict)
        if self.edition == "print-cover":
            return
        there = ids | {claim.id for claim in self.claims}
        for expected in self.debts.expected(self.examination, self.edition, self.guide):
            if expected.id not in there:
                yield self._unless_unread(self._missing(expected))

    def _unless_unread(self, verdict: Verdict) -> Verdict:
        """Return a verdict on a missing notice, which may be in the part that was not read."""
        if not self.examination.unread:
            return verdict
        return replace(
            verdict, status="unjudged", detail=f"It was not found, but {self.examination.unread}."
        )

    def _missing(self, expected: Expected) -> Verdict:
        if expected.reason:
            detail = f"The register has no version of it for this file: {expected.reason}."
            return Verdict(expected.id, 0, expected.language, "unjudged", "", (), detail)
        state = "approved" if expected.version else ""
        return Verdict(expected.id, expected.version, expected.language, "missing", state)

    def _claims_of(self, notice_id: str) -> list[MarkedNotice]:
        return [claim for claim in self.claims if claim.id == notice_id]

    def _has_wording(self, claim: MarkedNotice) -> bool:
        """Return whether the register has the words of a notice that a mark names."""
        if (claim.id, claim.version, claim.language) in self.register:
            return True
        return is_plain_line(claim.id, claim.version) and self.catalog.speaks(claim.language)

    def _finding(self, verdict: Verdict) -> Finding | None:
        name = _name(verdict.id, verdict.version, verdict.language)
        place = self._place(verdict)
        if verdict.status == "unseen":
            message = f"The notice {name} is in the file, but readers cannot see it: "
            return Finding(place, "L004", f"{message}{verdict.detail}.", _MAKE_ANEW)
        if verdict.status == "differs":
            message = f"The notice {name} is not there word for word: {verdict.detail}"
            return Finding(place, "L002", message, _MAKE_ANEW)
        if verdict.status == "unjudged":
            message = f"Whether the notice {name} is shown cannot be judged: {verdict.detail}"
            return Finding(place, "L011", message, "Check it by eye.", Severity.WARNING)
        if verdict.status in ("claimed", "missing"):
            return self._absence_finding(verdict, name, place)
        return self._verbatim_finding(verdict, name, place)

    def _verbatim_finding(self, verdict: Verdict, name: str, place: Place) -> Finding | None:
        claims = self._claims_of(verdict.id)
        own = next((claim for claim in claims if _is_claimed(verdict, claim)), None)
        if claims and own is None:
            claimed = _name(claims[0].id, claims[0].version, claims[0].language)
            message = f"The metadata claims {claimed}, but the text is that of {name}."
            return Finding(place, "L005", message, _MAKE_ANEW)
        notice = self.register.get((verdict.id, verdict.version, verdict.language))
        if notice is not None and not notice.is_in_force:
            message = f"The notice {name} is in the book, and {notice.standing}."
            return Finding(place, "L005", message, "Build the book again.", Severity.WARNING)
        if (
            own is not None
            and own.sha256 not in self._printed_hashes(verdict.id)
            and not self.disagrees
        ):
            message = (
                f"The notice {name} has other values filled in than the file’s metadata states."
            )
            return Finding(place, "L002", message, _MAKE_ANEW)
        return None

    def _printed_hashes(self, notice_id: str) -> set[str]:
        return {s.sha256 for s in self.examination.sightings if s.id == notice_id}

    def _absence_finding(self, verdict: Verdict, name: str, place: Place) -> Finding:
        if verdict.id in self.siblings:
            message = f"The notice {name} is in another format of the book, but not here."
            return Finding(place, "L006", message, _MAKE_ANEW)
        if verdict.status == "claimed":
            message = f"The notice {name} is claimed by the metadata, but is not in the text."
            return Finding(place, "L003", message, _MAKE_ANEW)
        message = f"The notice {name} is owed, but is not in the text."
        if not self.examination.solid_letters:
            message = f"{message} The file has no text at all."
        return Finding(place, "L001", message, _MAKE_ANEW)

    def _place(self, verdict: Verdict) -> Place:
        if not verdict.where:
            return Place(str(self.file))
        first = verdict.where[0]
        if first.startswith("page "):
            return Place(str(self.file), page=int(first.removeprefix("page ")))
        # A page is its file's only document.
        return Place(str(self.file) if first == self.file.name else f"{self.file}!/{first}")


_MAKE_ANEW = "Build the book again, and keep its files as they are."


def _name(notice_id: str, version: int, language: str) -> str:
    """Return a readable name for a version of a notice, as in “disclaimer@3 (English)”."""
    name = f"{notice_id}@{version}" if version or notice_id == COPYRIGHT else notice_id
    return f"{name} ({language_name(language)})" if language else name


def _is_claimed(verdict: Verdict | Sighting, claim: MarkedNotice) -> bool:
    """Return whether a mark names the very wording that is there.

    The plain copyright line, which has no version, has the language of its book.
    """
    is_alike = claim.language == verdict.language or not claim.version
    return claim.version == verdict.version and is_alike


def _lacking(claim: MarkedNotice) -> str:
    name = _name(claim.id, claim.version, claim.language)
    return f"The metadata claims {name}, which is not in the register, so the words cannot be compared."


def _printed(sightings: Sequence[Sighting]) -> dict[str, str]:
    """Return the values of the placeholders in the text, the copyright notice's first."""
    values: dict[str, str] = {}
    for sighting in sorted(sightings, key=lambda s: s.id != "copyright"):
        for name, value in sighting.values.items():
            values.setdefault(name, value)
    return values

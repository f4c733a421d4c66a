"""Which notices a guide owes, in which version, and their final wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidepub.findings import Finding, InputError, Place
from guidepub.model import Catalog, Guide, Imprint, Notice, OwedNotice, When


def owed_notices(
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint,
    directives: frozenset[str],
    values: Mapping[str, str | None],
) -> tuple[OwedNotice, ...]:
    """Return the notices that a guide owes, in the catalogue's order, with their wording.

    `values` fills the placeholders; `None` stands for a value that the book does not have.

    Raises:
        InputError: a notice that is owed is not approved in the guide's language (N001), or
            a placeholder has no value (N004). All of them at once.
    """
    findings: list[Finding] = []
    owed: list[OwedNotice] = []
    place = Place(str(guide.origin or ""))
    for notice_id, approved in _in_force(catalog):
        versions = _in_language(approved, guide.language)
        deciding = versions or approved
        if not any(_holds(notice.when, guide, imprint, directives) for notice in deciding):
            continue
        if not versions:
            found = ", ".join(sorted({notice.language for notice in approved}))
            message = f"The notice “{notice_id}” is owed, but not approved in {guide.language}."
            remedy = f"Approve a wording in that language; there is one in: {found}."
            findings.append(Finding(place, "N001", message, remedy))
            continue
        notice = versions[0]
        try:
            given = {name: value for name, value in values.items() if value is not None}
            wording = notice.wording(given)
        except KeyError as error:
            message = f"The notice “{notice_id}” needs {{{error.args[0]}}}, which has no value."
            remedy = "Give the imprint or the guide what it stands for."
            findings.append(Finding(place, "N004", message, remedy))
            continue
        owed.append(
            OwedNotice(
                id=notice.id,
                version=notice.version,
                language=notice.language,
                placement=notice.placement,
                title=notice.title,
                wording=wording,
            )
        )
    if findings:
        raise InputError(findings)
    return tuple(owed)


def _in_force(catalog: Catalog) -> Iterator[tuple[str, list[Notice]]]:
    """Yield each id that has an approved version, with those versions."""
    by_id: dict[str, list[Notice]] = {}
    for notice in catalog.notices:
        if notice.status == "approved":
            by_id.setdefault(notice.id, []).append(notice)
    yield from by_id.items()


def _in_language(notices: list[Notice], language: str) -> list[Notice]:
    """Return those in a language, the nearest first (RFC 4647, section 3.4: look-up)."""
    wanted = language.lower()
    matches = [
        notice for notice in notices if f"{wanted}-".startswith(f"{notice.language.lower()}-")
    ]
    return sorted(matches, key=lambda notice: (len(notice.language), notice.version), reverse=True)


def _holds(when: When | str, guide: Guide, imprint: Imprint, directives: frozenset[str]) -> bool:
    """Tell whether every condition that is given holds."""
    if isinstance(when, str):
        return True
    given = (
        (when.tags, frozenset(guide.tags)),
        (when.facts, frozenset(guide.facts)),
        (when.directives, directives),
        (when.sources, frozenset(guide.sources)),
        (when.imprints, frozenset({imprint.id})),
    )
    return all(not wanted or not there.isdisjoint(wanted) for wanted, there in given)

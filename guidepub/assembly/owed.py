"""The notices that a book owes, with their final wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guidepub.findings import Finding, InputError, Place
from guidepub.model import Bearer, Catalog, Guide, Imprint, Notice, OwedNotice
from guidepub.notices import Owing, gap_finding
from guidepub.words.characters import isolated


def owed_notices(
    owings: Iterable[Owing],
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint,
    values: Mapping[str, str | None],
) -> tuple[OwedNotice, ...]:
    """Return the notices that a guide owes, in the order given, with their wording.

    `values` fills the placeholders; `None` stands for a value that the book does not have.

    Raises:
        InputError: a notice that is owed is not approved in the guide's language (N001) or not
            in force at all (N009), a placeholder has no value (N004), two say different things to
            machines (N011), or the wording's file or the imprint's logo cannot be used. All of them at once.
    """
    findings = [*catalog.broken.get(imprint.id, ())]
    owed: list[OwedNotice] = []
    place = Place(guide.known_by)
    given = {name: value for name, value in values.items() if value is not None}
    for owing in owings:
        notice = owing.notice
        if notice is None:
            findings.append(gap_finding(owing, guide.language, place))
            continue
        if broken := catalog.broken.get(notice.key):
            findings += broken
            continue
        try:
            owed.append(_filled(notice, owing.editions, given))
        except KeyError as error:
            message = f"The notice “{notice.id}” needs {{{error.args[0]}}}, which has no value."
            remedy = "Add it to the imprint or to the guide."
            findings.append(Finding(place, "N004", message, remedy))
    findings += _contradictions(owed, place)
    if findings:
        raise InputError(findings)
    return tuple(owed)


def _contradictions(owed: Iterable[OwedNotice], place: Place) -> Iterator[Finding]:
    """Yield where two notices say different things to machines."""
    first_by_name: dict[str, tuple[str, str]] = {}
    for notice in owed:
        for name, value in notice.machine.properties() if notice.machine else ():
            before, by = first_by_name.setdefault(name, (value, notice.name))
            if before != value:
                message = f"The notices {by} and {notice.name} have different values for {name}."
                remedy = (
                    "Change their conditions in catalog.toml so that a book owes only one of them."
                )
                yield Finding(place, "N011", message, remedy)


def _filled(notice: Notice, editions: tuple[Bearer, ...], values: Mapping[str, str]) -> OwedNotice:
    return OwedNotice(
        id=notice.id,
        version=notice.version,
        language=notice.language,
        placement=notice.placement,
        title=notice.title,
        wording=notice.wording({name: isolated(value) for name, value in values.items()}),
        editions=editions,
        min_size=notice.min_size,
        min_contrast=notice.min_contrast,
        machine=notice.machine,
    )

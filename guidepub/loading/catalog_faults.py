"""Faults between the parts of a catalogue, each of which is right by itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guidepub.findings import Finding, InputError, did_you_mean
from guidepub.loading.beside.data_facts import tableless_fact
from guidepub.loading.formats.documents import Document
from guidepub.loading.pictures.images import check_image, find_image
from guidepub.loading.referring.named_themes import theme_findings
from guidepub.loading.referring.plain_texts import note_findings
from guidepub.loading.referring.products import product_findings
from guidepub.model import Catalog, Imprint, Notice, SectionRules, When
from guidepub.model.validation.annotated import Path_
from guidepub.tables import no_table


def catalog_findings(catalog: Catalog, document: Document, root: Path) -> Iterator[Finding]:
    """Yield the faults of imprints, notices, themes, products, titles of sections and notes of tables."""
    seen: set[str] = set()
    for path, imprint in _imprints(catalog):
        if imprint.id in seen:
            message = f"Two imprints have the id “{imprint.id}”."
            yield Finding(document.place((*path, "id")), "C004", message, "Rename one.")
        seen.add(imprint.id)
        if imprint.programs is not None and imprint.programs not in catalog.data:
            place = document.place((*path, "programs"))
            yield no_table(catalog, imprint.programs, place)
    yield from _notice_findings(catalog, document, [each.id for each in catalog.all_imprints])
    yield from _theme_findings(catalog, document, root)
    yield from _fact_findings(catalog, document)
    yield from product_findings(catalog, document)
    yield from _section_findings(catalog.sections, document)
    yield from note_findings(catalog, document)


def _imprints(catalog: Catalog) -> Iterator[tuple[Path_, Imprint]]:
    """Yield a catalogue's imprints, and where its file has each."""
    yield ("imprint",), catalog.imprint
    for index, imprint in enumerate(catalog.imprints):
        yield ("imprints", index), imprint


def _theme_findings(catalog: Catalog, document: Document, root: Path) -> Iterator[Finding]:
    named: dict[str, Path_] = {catalog.defaults.theme: ("defaults", "theme")}
    for path, imprint in _imprints(catalog):
        if imprint.theme is not None:
            named.setdefault(imprint.theme, (*path, "theme"))
    for index, product in enumerate(catalog.products):
        if product.theme is not None:
            named.setdefault(product.theme, ("products", index, "theme"))
    for name, where in named.items():
        yield from theme_findings(name, document.place(where), root)


def _fact_findings(catalog: Catalog, document: Document) -> Iterator[Finding]:
    for key, fact in catalog.facts.items():
        if fact.table is None:
            yield tableless_fact(key, document.place(("facts", key)))


def _section_findings(rules: SectionRules, document: Document) -> Iterator[Finding]:
    for key, ids in (("required", rules.required), ("order", rules.order)):
        for index, section_id in enumerate(ids):
            if section_id not in rules.titles:
                message = f"The section “{section_id}” has no titles."
                remedy = did_you_mean(section_id, rules.titles)
                if not remedy.startswith("Did"):
                    remedy = "Name them under [sections.titles]."
                yield Finding(document.place(("sections", key, index)), "D012", message, remedy)
    owners: dict[str, str] = {}
    for section_id, titles in rules.titles.items():
        for index, title in enumerate(titles):
            if owners.setdefault(title.casefold(), section_id) != section_id:
                message = f"The title “{title}” also belongs to “{owners[title.casefold()]}”."
                place = document.place(("sections", "titles", section_id, index))
                yield Finding(place, "C004", message, "Remove one.")


def _notice_findings(
    catalog: Catalog, document: Document, imprint_ids: list[str]
) -> Iterator[Finding]:
    versions: set[tuple[str, int, str]] = set()
    in_force: dict[tuple[str, str], list[Notice]] = {}
    for index, notice in enumerate(catalog.notices):
        place = document.place(("notices", index, "id"))
        name = f"{notice.id}@{notice.version} ({notice.language})"
        if (key := (notice.id, notice.version, notice.language)) in versions:
            yield Finding(place, "C004", f"The notice {name} occurs twice.", "Remove one.")
            continue
        versions.add(key)
        if notice.title is None and notice.placement != "imprint-page":
            message = f"The notice {name} needs a title, since it has a page of its own."
            yield Finding(place, "D012", message, "Add a title.")
        if notice.status == "approved":
            for other in in_force.setdefault((notice.id, notice.language), []):
                if _overlap(other, notice):
                    message = (
                        f"Versions {other.version} and {notice.version} of “{notice.id}” are both "
                        "in force."
                    )
                    yield Finding(place, "N002", message, "Retire one.")
                    break
            in_force[notice.id, notice.language].append(notice)
        if isinstance(notice.when, When):
            for number, imprint_id in enumerate(notice.when.imprints):
                if imprint_id not in imprint_ids:
                    where = document.place(("notices", index, "when", "imprints", number))
                    message = f"The imprint “{imprint_id}” is unknown."
                    yield Finding(where, "C002", message, did_you_mean(imprint_id, imprint_ids))


def _overlap(one: Notice, other: Notice) -> bool:
    """Return whether two versions are in force on one day; a version ends before its last day."""
    first, last = datetime.date.min, datetime.date.max
    begin = max(one.approved or first, other.approved or first)
    return begin < min(one.retired or last, other.retired or last)


def logo_findings(
    catalog: Catalog, document: Document, root: Path
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield the id of each imprint whose logo cannot be used, and why."""
    for path, imprint in _imprints(catalog):
        try:
            if imprint.logo is not None:
                check_image(find_image(imprint.logo, root, root))
        except InputError as error:
            place = document.place((*path, "logo"))
            yield imprint.id, tuple(replace(finding, place=place) for finding in error.findings)

"""A guide as its file or its row states it, and as its catalogue completes it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from guidepub.findings import Finding
from guidepub.loading.beside.data_facts import with_data
from guidepub.loading.beside.release_records import with_release
from guidepub.loading.formats.documents import Document
from guidepub.loading.guides.definitions import read_definition
from guidepub.loading.referring.named_themes import face_warnings
from guidepub.loading.referring.others import with_others_of_files
from guidepub.loading.referring.references import guide_findings
from guidepub.loading.referring.volumes import with_members
from guidepub.loading.templated.addresses import template_of_row
from guidepub.model import Catalog, Guide


def read_guide(path: Path, catalog: Catalog) -> tuple[Guide, Document]:
    """Return the guide of a file or at a row's address, as `read_definition` does.

    Raises:
        InputError: as `read_definition` and `read_row`.
    """
    if template_of_row(path) is None:
        return read_definition(path)
    # Only here: a catalogue without templates needs nothing that runs them.
    from guidepub.loading.templated.rows import read_row

    return read_row(path, catalog)


def held_against(guide: Guide, catalog: Catalog, document: Document) -> tuple[Guide, list[Finding]]:
    """Return a guide completed by its catalogue, and the findings on both together.

    Raises:
        InputError: a guide of a volume cannot be read.
    """
    if not document.is_whole:
        # What would be missing may be in what could not be read.
        return guide, []
    guide, findings = with_data(catalog.with_defaults(guide), catalog, document)
    guide, unreleased = with_release(guide, catalog, document)
    guide = with_others_of_files(guide, catalog)
    guide, missing = with_members(guide, catalog, partial(_member, catalog), document)
    found = guide_findings(guide, catalog, document)
    return guide, [*findings, *unreleased, *missing, *found, *face_warnings(guide, catalog)]


def _member(catalog: Catalog, guide: Guide) -> tuple[Guide, list[Finding]]:
    """Return a guide of a volume, read again with the places of what may be wrong with it."""
    if guide.origin is None:
        return held_against(guide, catalog, Document())
    guide, document = read_guide(guide.origin, catalog)
    guide, found = held_against(guide, catalog, document)
    return guide, [*document.findings, *found]

"""The guides that a template makes of a table's rows, by their addresses.

A row that gives no slug is called by its line: `occupation.md/row-14`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidepub.files import hash_file, sha256, stamp
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.loading.formats.documents import Document
from guidepub.loading.guides.definitions import FOR_EACH, guide_of
from guidepub.loading.templated.addresses import with_row
from guidepub.loading.templated.filling import Values, filled, filled_field
from guidepub.loading.templated.given import given_of, row_values
from guidepub.loading.templated.row_figures import RowCells
from guidepub.loading.templated.templates import GuideTemplate, template_of
from guidepub.model import Catalog, Guide, slug_of
from guidepub.tables import DataRow, table_files, table_named

_MOST = 20_000
"""Guides that one template may make."""


@dataclass(frozen=True, slots=True, eq=False)
class _Made:
    """A template, and the row of each of its guides by name."""

    template: GuideTemplate
    rows: Mapping[str, DataRow]


def row_addresses(template: Path, catalog: Catalog) -> tuple[Path, ...]:
    """Return the addresses of a template's guides, in the order of the table's rows.

    Raises:
        InputError: the template or one of its tables cannot be used.
    """
    return tuple(template / name for name in _made(template, catalog).rows)


def read_row(address: Path, catalog: Catalog) -> tuple[Guide, Document]:
    """Return the guide at an address, as `read_definition` does that of a file.

    Raises:
        InputError: there is no such row, or the template cannot be filled with it (D072); with
            every fault found so far.
    """
    made = _made(address.parent, catalog)
    row = made.rows.get(address.name)
    if row is None:
        message = f"No row makes a guide “{address.name}”."
        remedy = did_you_mean(address.name, made.rows)
        raise InputError([Finding(Place(str(address.parent)), "D072", message, remedy)])
    try:
        given = given_of(row, made.template, catalog)
        filling = filled(made.template, given.values, catalog.defaults.language)
        document = filling.document
        if not document.data.get("slug"):
            # Its address may be another, where two rows have one title.
            document.data["slug"] = slug_of(str(document.data.get("title", ""))) or address.name
        guide = guide_of(document, address)
    except InputError as error:
        raise InputError(with_row(error.findings, address, row.place)) from error
    cells = RowCells(given, made.template.source)
    update = {
        "row": row.place,
        "facts": cells.traced(guide.facts, filling.facts),
        "row_figures": cells.figures(filling.values),
    }
    return guide.model_copy(update=update), document


def row_stamp(address: Path, catalog: Catalog) -> str | None:
    """Return a text that changes with the files of a row's guide, or None where one is gone."""
    stamps = [stamp(path) for path in _files(address.parent, catalog)]
    return None if None in stamps else " ".join(map(str, stamps))


def row_digest(address: Path, catalog: Catalog) -> str | None:
    """Return a fingerprint of a template and of a row with its lists, or None where they are gone."""
    text = row_text(address, catalog)
    return sha256(f"{hash_file(address.parent)} {text}".encode()) if text else None


def row_text(address: Path, catalog: Catalog) -> str:
    """Return the values of a row and its lists as one text, empty where there is no such row."""
    try:
        made = _made(address.parent, catalog)
        given = given_of(made.rows[address.name], made.template, catalog)
    except (InputError, KeyError):
        return ""
    return json.dumps(given.values, default=str, sort_keys=True)


def _files(template: Path, catalog: Catalog) -> Iterator[Path]:
    yield template
    source = template_of(template).source
    for name in dict.fromkeys((source.table, *(each.table for each in source.lists.values()))):
        if name in catalog.data:
            yield from table_files(catalog, name)


def _made(template: Path, catalog: Catalog) -> _Made:
    files = tuple(stamp(path) or "" for path in _files(template, catalog))
    return _made_once(template, files, _CatalogByTables(catalog))


class _CatalogByTables:
    """A catalogue, equal to another of the same tables."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        tables = {name: table.model_dump(mode="json") for name, table in catalog.data.items()}
        self._key = json.dumps([str(catalog.root), catalog.defaults.language, tables])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _CatalogByTables) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)


@functools.lru_cache(maxsize=8)
def _made_once(path: Path, _stamps: tuple[str, ...], tables: _CatalogByTables) -> _Made:
    template = template_of(path)
    source, catalog = template.source, tables.catalog
    place = template.front.place((FOR_EACH,), of_key=True)
    table = table_named(catalog, source.table, place)
    rows: dict[str, DataRow] = {}
    for row in table.where(source.where):
        slug = _slug(template, row, catalog)
        rows[slug if slug and slug not in rows else f"row-{row.line}"] = row
        if len(rows) > _MOST:
            message = f"The template would make more than {_MOST:,} guides."
            raise InputError([Finding(place, "D002", message, "Choose fewer rows with “where”.")])
    return _Made(template, rows)


def _slug(template: GuideTemplate, row: DataRow, catalog: Catalog) -> str:
    """Return the slug of a row's guide, or an empty string where the row gives none.

    A row that cannot be used gives none, and is reported when its guide is read.
    """
    try:
        # Few slugs ask for lists, which take long to look up for each row.
        found = _slug_of({"row": row_values(row, template.naming_fields)}, template)
        return found or _slug_of(given_of(row, template, catalog).values, template)
    except InputError:
        return ""


def _slug_of(values: Values, template: GuideTemplate) -> str:
    stated = filled_field(template, values, "slug")
    if isinstance(stated, str) and stated:
        return stated if stated == slug_of(stated) else ""
    title = filled_field(template, values, "title")
    return slug_of(title) if isinstance(title, str) else ""

"""A guide's template: a definition that makes a guide of each row of a table.

Its front matter says of which rows (`for_each`); the texts in it and the prose are templates. Only
one that the catalogue names is compiled, and it can do no more than a theme's (see `templating`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidepub.files import read_text, stamp
from guidepub.findings import Finding, InputError, Place, capped
from guidepub.loading.formats.documents import Document
from guidepub.loading.formats.faults import faults_by_path
from guidepub.loading.guides.definitions import FOR_EACH, LIMIT, check_definition, front_matter_of
from guidepub.loading.templated.filters import GUIDE_DIALECT
from guidepub.model.validation.annotated import Path_
from guidepub.model.validation.faults import findings_of
from guidepub.model.validation.fields import NonEmpty
from guidepub.model.validation.frozen import Model
from guidepub.templating.sandbox import TemplateFault, TemplateFaults
from guidepub.templating.texts import ProseTemplate, ValueTemplate

_NAMES = ("slug", "title")
_REMEDY = "Fix the template."


class RelatedRows(Model):
    """Rows of another table that belong to a row: those that have the same text in a column.

    `by` is that column of the table, `of` that of the row, if it has another name there.
    """

    table: NonEmpty
    by: NonEmpty
    of: NonEmpty | None = None
    where: str = ""

    @property
    def own_column(self) -> str:
        """The column of the row that has the text."""
        return self.of or self.by


class ForEach(Model):
    """The rows of which a template makes guides: those of a table that meet a condition.

    `lists` gives names to rows of other tables.
    """

    table: NonEmpty
    where: str = ""
    lists: Mapping[NonEmpty, RelatedRows] = {}


@dataclass(frozen=True, slots=True, eq=False)
class GuideTemplate:
    """A template, ready to be filled: `front` has its front matter, without what is a template."""

    path: Path
    front: Document
    source: ForEach
    fields: Mapping[Path_, ValueTemplate]
    prose: ProseTemplate
    naming_fields: frozenset[str]
    """The columns that the names of guides may ask for: their slugs and titles."""


def template_of(path: Path) -> GuideTemplate:
    """Return the template of a file, read once for as long as the file stays the same.

    Raises:
        InputError: it cannot be read, or goes beyond what a template may do (D071 and others).
    """
    return _template(path, stamp(path))


@functools.lru_cache(maxsize=16)
def _template(path: Path, _stamp: str | None) -> GuideTemplate:
    text = read_text(path, LIMIT)
    check_definition(path, text)
    if path.suffix.lower() not in (".md", ".markdown"):
        message = "A template must be a Markdown file."
        raise InputError([Finding(Place(str(path)), "D071", message, "Convert it to Markdown.")])
    document, body, line = front_matter_of(path, text)
    source = _source(document)
    fields: dict[Path_, ValueTemplate] = {}
    for where, value in _texts(document.data, ()):
        if "{{" in value or "{%" in value or "{#" in value:
            try:
                fields[where] = ValueTemplate(value, GUIDE_DIALECT)
            except TemplateFaults as error:
                document.findings += _findings(error, document.place(where))
    try:
        # The lines above keep the numbers of those below.
        prose = ProseTemplate("\n" * (line - 1) + body, GUIDE_DIALECT)
    except TemplateFaults as error:
        document.findings += _findings(error, Place(str(path), line))
        raise InputError(capped(document.findings)) from error
    if document.findings:
        raise InputError(capped(document.findings))
    names = (fields[key,].fields for key in _NAMES if (key,) in fields)
    return GuideTemplate(path, document, source, fields, prose, frozenset().union(*names))


def _source(document: Document) -> ForEach:
    """Take the description of its rows, `for_each`, out of a template's front matter.

    Raises:
        InputError: it does not say it, or wrongly (D010 to D012).
    """
    if FOR_EACH not in document.data:
        message = (
            "The catalogue lists this file as a template, but it does not state the rows to use."
        )
        remedy = "Add a line such as for_each: {table: occupations}."
        raise InputError([Finding(document.place(), "D012", message, remedy)])
    data = document.data.pop(FOR_EACH)
    try:
        return ForEach.of_data(data)
    except ValidationError as error:
        part = _part(document, data)
        faults = faults_by_path(error, part)
        raise InputError(
            capped([*document.findings, *findings_of(faults, ForEach, part)])
        ) from error


def _part(document: Document, data: Any) -> Document:
    """Return the values under `for_each` as a document of its own."""
    part = Document(document.path, data if isinstance(data, dict) else {})
    part.keys = {path[1:]: at for path, at in document.keys.items() if path[0] == FOR_EACH}
    part.values = {path[1:]: at for path, at in document.values.items() if path[:1] == (FOR_EACH,)}
    return part


def _texts(data: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Yield the texts of plain data with their paths."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def _findings(error: TemplateFaults, place: Place) -> Iterator[Finding]:
    """Yield the findings on a template: on their own lines in prose, else where its text stands."""
    for fault in error.faults:
        yield Finding(_at(fault, place), "D071", fault.message, fault.remedy or _REMEDY)


def _at(fault: TemplateFault, place: Place) -> Place:
    in_prose = place.column == 0
    return Place(place.path, fault.line or place.line) if in_prose else place

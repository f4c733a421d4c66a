"""A template and a row to a guide's document: its front matter and its sections filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from guidepub.findings import Finding, InputError, Place
from guidepub.loading.formats.documents import Document
from guidepub.loading.guides.definitions import check_definition, put_sections, report_stray
from guidepub.loading.templated.filters import OMITTED, speaking
from guidepub.loading.templated.spots import MadeLine, made_lines
from guidepub.loading.templated.templates import GuideTemplate
from guidepub.markdown import split_sections
from guidepub.model.validation.annotated import Path_
from guidepub.templating.texts import FillError, Noted

Values = Mapping[str, object]
"""The values for a template: the row as `row`, and its lists by their names."""

# Fields that no book prints as they are.
_UNSEEN = frozenset({"at_a_glance", "cluster", "imprint", "language", "notices", "slug", "tags"})
# Keys that give a fact its figure: stated, or from a cell of a table.
_FIGURES = frozenset({"column", "from", "key", "value"})
_REMEDY = "Test for the value with “is given”, or use | optional or | default(…)."


@dataclass(frozen=True, slots=True)
class Filled:
    """The document of a guide that a template makes of a row, and the values that it prints.

    `facts` are those printed as the values of facts, by the facts' keys.
    """

    document: Document
    values: tuple[Noted, ...]
    facts: Mapping[str, Sequence[Noted]]


def filled(template: GuideTemplate, values: Values, language: str) -> Filled:
    """Return the guide that a template makes of a row.

    `language` is the catalogue's, for a guide that states none.

    Raises:
        InputError: a value is missing or cannot be used, with all such faults (D072).
    """
    front = template.front
    document = Document(front.path, {}, front.keys, front.values, dict(front.texts))
    with speaking(_language(template, values, language)):
        document.data, stated = _front(template, values, document)
        try:
            lines = made_lines(template.prose.fill(values), template.prose.tag_lines)
        except FillError as error:
            column = template.prose.column(error.line)
            place = Place(str(template.path), error.line, column)
            document.findings.append(_finding(place, error))
            raise InputError(document.findings) from error
    if document.findings:
        raise InputError(document.findings)
    _put_prose(document, lines)
    facts = {str(path[1]): noted for path, noted in stated.items() if _is_value(path)}
    seen = [each for path, noted in stated.items() if not _is_unseen(path) for each in noted]
    return Filled(document, (*seen, *(each for line in lines for each in line.values)), facts)


def filled_field(template: GuideTemplate, values: Values, key: str) -> object:
    """Return the value of a key of the front matter for a row, or None if it cannot be filled."""
    field = template.fields.get((key,))
    if field is None:
        return template.front.data.get(key)
    try:
        return field.fill(values)
    except FillError:
        return None


def _language(template: GuideTemplate, values: Values, language: str) -> str:
    stated = filled_field(template, values, "language")
    return stated if isinstance(stated, str) and stated else language


def _front(
    template: GuideTemplate, values: Values, document: Document
) -> tuple[dict[str, Any], dict[Path_, tuple[Noted, ...]]]:
    """Return the front matter for a row without what is left out, and the values printed in it.

    Values that cannot be filled are added to the document's findings.
    """
    made: dict[Path_, object] = {}
    stated: dict[Path_, tuple[Noted, ...]] = {}
    for path, field in template.fields.items():
        try:
            made[path], stated[path] = field.fill_noting(values)
        except FillError as error:
            document.findings.append(_finding(document.place(path), error))
            made[path] = ""
        document.texts.pop(path, None)
    gone = {_gone_with(path) for path, value in made.items() if _is_left_out(value)}
    data: dict[str, Any] = _copy(template.front.data, (), made, gone)
    keys = data.get("at_a_glance")
    if isinstance(keys, list):
        absent = {path[1] for path in gone if len(path) == 2 and path[0] == "facts"}
        data["at_a_glance"] = [key for key in keys if key not in absent]
    kept = {path: noted for path, noted in stated.items() if not _is_in(path, gone)}
    return data, kept


def _is_in(path: Path_, gone: set[Path_]) -> bool:
    return any(path[:length] in gone for length in range(1, len(path) + 1))


def _is_value(path: Path_) -> bool:
    return path[0] == "facts" and path[2:] == ("value",)


def _is_unseen(path: Path_) -> bool:
    return path[0] in _UNSEEN or (path[0] == "facts" and path[-1] not in ("label", "note"))


def _is_left_out(value: object) -> bool:
    return isinstance(value, str) and (not value.strip() or OMITTED in value)


def _gone_with(path: Path_) -> Path_:
    """Return the path that is left out with a value: the whole fact, if the value is its figure."""
    return path[:-1] if path[0] == "facts" and path[-1] in _FIGURES else path


def _copy(data: Any, path: Path_, made: Mapping[Path_, object], gone: set[Path_]) -> Any:
    if path in made:
        return made[path]
    if isinstance(data, dict):
        return {
            key: _copy(value, (*path, key), made, gone)
            for key, value in data.items()
            if (*path, key) not in gone
        }
    if isinstance(data, list):
        return [
            _copy(value, (*path, index), made, gone)
            for index, value in enumerate(data)
            if (*path, index) not in gone
        ]
    return data


def _finding(place: Place, error: FillError) -> Finding:
    message = f"The template cannot be filled from the row: {error.reason}."
    return Finding(place, "D072", message, _REMEDY)


def _put_prose(document: Document, lines: Sequence[MadeLine]) -> None:
    """Put the prose that was made into a document's sections, with where its lines are from."""
    text = "\n".join(line.text for line in lines)
    path = document.path
    assert path is not None
    check_definition(path, text or "-")
    before, sections = split_sections(text)
    first = next((line.place(1)[0] for line in lines if line.text.strip()), 1)
    blank = sum(1 for _ in takewhile(lambda line: not line.text.strip(), lines))
    report_stray(document, before, first - blank)
    put_sections(document, sections, 1, first)
    for index, section in enumerate(sections):
        heading = lines[section.heading_line - 1]
        body = lines[section.body_line - 1 :]
        document.values["sections", index] = heading.place(1)
        document.made["sections", index, "title"] = [heading.from_column(section.column)]
        document.made["sections", index, "body"] = body
        if body:
            document.data["sections"][index]["line"] = body[0].place(1)[0]

"""One definition's file to a guide, with every fault that the file has by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from guidepub.files import read_text
from guidepub.findings import Finding, InputError, Place, capped
from guidepub.loading.discovery import MARKDOWN, name_of
from guidepub.loading.documents import Document, check_text
from guidepub.loading.faults import faults_by_path, findings_of, unknown_key
from guidepub.loading.json_reader import read_json
from guidepub.loading.salvage import salvaged
from guidepub.loading.yaml_reader import read_yaml
from guidepub.markdown import COMMENT, RawSection, split_sections
from guidepub.model import Guide, slug_of

# Some eighty thousand words: beyond it a slip, or somebody's wish to keep a machine busy.
_LIMIT = 512 * 1024
_MOST_LINES = 20_000
_MOST_MARKS = 100_000
_MARK = re.compile(r"[\[\]{}<&!*_~`\"'\\]")
_FENCE = re.compile(r"^---[ \t]*$", re.M)


def read_definition(path: Path) -> tuple[Guide, Document]:
    """Return a file's guide, with the places of its keys and what is wrong with the file.

    Where the document has findings, the guide holds stand-ins for what could not be read.

    Raises:
        InputError: nothing can be read on, with every fault found so far.
    """
    return definition_of(path, read_text(path, _LIMIT))


def definition_of(path: Path, text: str) -> tuple[Guide, Document]:
    """Return the guide of a text as if it stood in a file, as `read_definition` does.

    Raises:
        InputError: nothing can be read on, with every fault found so far.
    """
    if len(text.encode("utf-8", "surrogatepass")) > _LIMIT:
        message = f"The file is larger than the {_LIMIT // 1024} KiB allowed here."
        raise InputError([Finding(Place(str(path)), "D002", message, "Split it.")])
    check_text(path, text)
    _refuse_toil(path, text)
    suffix = path.suffix.lower()
    if suffix == ".json":
        document = read_json(path, text)
    elif suffix in (".yaml", ".yml"):
        document = read_yaml(path, text)
    else:
        document = _read_markdown(path, text)
    if suffix not in MARKDOWN:
        _place_bodies(document)
    # A key with nothing behind it is a key that is not filled in yet.
    data = {key: value for key, value in document.data.items() if value is not None}
    if "origin" in data:
        document.findings.append(unknown_key(document, ("origin",), Guide))
    data["origin"] = path
    if data.get("slug") in (None, ""):
        # Without a slug of its own or of its file's name, a guide has that of its title.
        data["slug"] = slug_of(name_of(path))
    if not data["slug"]:
        del data["slug"]
    try:
        return Guide.model_validate(data), document
    except ValidationError as error:
        faults = faults_by_path(error, document)
        document.findings = capped([*document.findings, *findings_of(faults, Guide, document)])
        guide = salvaged(data, faults)
        if guide is None:
            raise InputError(document.findings) from error
        return guide, document


def document_of(guide: Guide) -> Document:
    """Return where the parts of a guide stand in its file, if it has one that still reads so."""
    if guide.origin is not None:
        try:
            read, document = read_definition(guide.origin)
        except InputError:
            return Document(guide.origin)
        if read.sections == guide.sections:
            return document
    return Document(guide.origin)


def read_front_matter(path: Path, text: str) -> tuple[dict[str, object], str]:
    """Return what is said by some front matter, no guide's perhaps, and why it cannot be read."""
    try:
        return read_yaml(path, text, 2).data, ""
    except InputError as error:
        return {}, error.findings[0].message


def _refuse_toil(path: Path, text: str) -> None:
    """Refuse what no author writes and what would take long to parse."""
    if text.count("\n") >= _MOST_LINES:
        message = f"The file has over {_MOST_LINES:,} lines."
    elif sum(1 for _ in _MARK.finditer(text)) > _MOST_MARKS:
        message = f"The file has over {_MOST_MARKS:,} brackets, quotation marks and other signs."
    else:
        return
    raise InputError([Finding(Place(str(path)), "D002", message, "Split it or make it smaller.")])


def _read_markdown(path: Path, text: str) -> Document:
    first = _FENCE.match(text)
    end = _FENCE.search(text, first.end()) if first else None
    if first is None or end is None:
        message = "The file does not begin with its front matter."
        if first:
            message = "The front matter is not closed."
        remedy = "Begin with a line ---, a line such as title: Welder, and a line ---."
        raise InputError([Finding(Place(str(path), 1, 1), "D004", message, remedy)])
    head = text[first.end() + 1 : end.start()]
    document = read_yaml(path, head, 2) if head.strip() else Document(path)
    body_line = text.count("\n", 0, end.end()) + 2
    before, sections = split_sections(text[end.end() + 1 :])
    _report_stray(document, before, body_line)
    if "sections" in document.data:
        place = document.place(("sections",), of_key=True)
        message = "The sections of a Markdown file are its first-level headings."
        document.findings.append(Finding(place, "D010", message, "Remove the key “sections”."))
    document.data["sections"] = _section_data(sections, body_line)
    for index, section in enumerate(sections):
        heading_line = body_line + section.heading_line - 1
        document.values["sections", index] = (heading_line, 1)
        document.texts["sections", index, "title"] = (heading_line, section.column)
        document.texts["sections", index, "body"] = (body_line + section.body_line - 1, 0)
    if not sections:
        message = "The guide has no section."
        remedy = "Write one below the front matter, such as “# Overview”."
        document.report((min(body_line, text.count("\n") + 1), 1), "D020", message, remedy)
        document.data["sections"] = [{"title": "-", "body": "-"}]
    return document


def _section_data(sections: Sequence[RawSection], body_line: int) -> list[dict[str, object]]:
    return [
        {
            "title": section.title,
            "body": section.body,
            "line": body_line + section.body_line - 1,
        }
        for section in sections
    ]


def _report_stray(document: Document, before: str, line: int) -> None:
    for offset, text in enumerate(before.split("\n")):
        if COMMENT.sub("", text).strip():
            place = Place(str(document.path), line + offset, 1)
            message = "Text stands before the first section."
            remedy = "Put a first-level heading such as “# Overview” above it."
            document.findings.append(Finding(place, "D023", message, remedy))
            return


def _place_bodies(document: Document) -> None:
    """Tell each section of a YAML or JSON file where its prose begins."""
    sections = document.data.get("sections")
    for index, section in enumerate(sections if isinstance(sections, list) else ()):
        if not isinstance(section, dict):
            continue
        if "line" in section:
            path = ("sections", index, "line")
            document.findings.append(unknown_key(document, path, Guide))
        body = ("sections", index, "body")
        section["line"] = document.place_in(body, 1, 1).line

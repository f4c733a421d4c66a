"""One definition's file to a guide, with every fault that the file has by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidepub.files import read_text
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.documents import Document, check_text, read_json, read_yaml
from guidepub.loading.faults import findings_of
from guidepub.markdown import RawSection, split_sections
from guidepub.model import Guide
from guidepub.names import slugify

SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".json")
_LIMIT = 4 * 1024 * 1024
_FENCE = re.compile(r"^---[ \t]*$", re.M)


def read_definition(path: Path) -> tuple[Guide, Document]:
    """Return a file's guide, with the places of its keys.

    Raises:
        InputError: with every fault found.
    """
    text = read_text(path, _LIMIT)
    check_text(path, text)
    suffix = path.suffix.lower()
    if suffix == ".json":
        document = read_json(path, text)
    elif suffix in (".yaml", ".yml"):
        document = read_yaml(path, text)
    else:
        document = _read_markdown(path, text)
    _refuse_private_keys(document)
    if suffix not in (".md", ".markdown"):
        _place_bodies(document, text)
    # A key with nothing behind it is a key that is not filled in yet.
    data = {key: value for key, value in document.data.items() if value is not None}
    data["origin"] = path
    if not data.get("slug"):
        stem = path.parent.name if path.stem == "guide" else path.stem
        data["slug"] = slugify(stem)
    try:
        guide = Guide.model_validate(data)
    except ValidationError as error:
        raise InputError([*document.findings, *findings_of(error, Guide, document)]) from error
    if document.findings:
        raise InputError(document.findings)
    return guide, document


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
        document.values["sections", index] = (body_line + section.heading_line - 1, 1)
    if not sections:
        message = "The guide has no section."
        finding = Finding(Place(str(path), body_line), "D020", message, "Write “# Overview”.")
        document.findings.append(finding)
        document.data["sections"] = [{"title": "-"}]
    return document


def _section_data(sections: Sequence[RawSection], body_line: int) -> list[dict[str, Any]]:
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
        if text.strip():
            place = Place(str(document.path), line + offset, 1)
            message = "Text stands before the first section."
            remedy = "Put a first-level heading such as “# Overview” above it."
            document.findings.append(Finding(place, "D023", message, remedy))
            return


def _refuse_private_keys(document: Document) -> None:
    if "origin" in document.data:
        place = document.place(("origin",), of_key=True)
        document.findings.append(Finding(place, "D010", "The key “origin” is unknown."))


def _place_bodies(document: Document, text: str) -> None:
    """Tell each section of a YAML or JSON file where its prose begins."""
    lines = text.split("\n")
    sections = document.data.get("sections")
    for index, section in enumerate(sections if isinstance(sections, list) else ()):
        if not isinstance(section, dict):
            continue
        if "line" in section:
            place = document.place(("sections", index, "line"), of_key=True)
            document.findings.append(Finding(place, "D010", "The key “line” is unknown."))
        line, column = document.values.get(("sections", index, "body"), (1, 1))
        in_block = line <= len(lines) and lines[line - 1][column - 1 :][:1] in ("|", ">")
        section["line"] = line + 1 if in_block else line

"""One definition's file to a guide, with every fault that the file has by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile
from pathlib import Path

from pydantic import ValidationError

from guidepub.files import read_text
from guidepub.findings import Finding, InputError, Place, capped
from guidepub.loading.guides.discovery import MARKDOWN, name_of
from guidepub.loading.formats.documents import Document, check_text
from guidepub.loading.formats.faults import faults_by_path
from guidepub.loading.formats.json_reader import read_json
from guidepub.loading.guides.salvage import STAND_IN, salvaged
from guidepub.loading.formats.yaml_reader import read_yaml
from guidepub.markdown import COMMENT, RawSection, split_sections
from guidepub.model import Guide, slug_of
from guidepub.model.validation.faults import findings_of, unknown_key

# Some eighty thousand words: beyond it a slip, or somebody's wish to keep a machine busy.
LIMIT = 512 * 1024
"""Bytes that a definition may have."""
FOR_EACH = "for_each"
"""The key that makes a definition a template: of which rows it makes guides."""
# Fields that guidepub fills itself, and no file states.
_PRIVATE = tuple(name for name, field in Guide.model_fields.items() if field.exclude)
_MOST_LINES = 20_000
_MOST_MARKS = 100_000
_MARK = re.compile(r"[\[\]{}<&!*_~`\"'\\]")
_FENCE = re.compile(r"^---[ \t]*$", re.M)
# Mistaken fences for a line of three hyphens: other marks, and what programs turn hyphens into.
_MEANT_AS_FENCE = re.compile(r"[ \t]*(?:-{2,10}|\.{3}|\+{3}|[—–]-?|\*{3}|={3,10})[ \t]*")
_MOST_HEAD = 400
# A key of front matter, and a title with a colon that no quotation marks enclose.
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
_TITLE = re.compile(r"title:[ \t]+([^\s\"'\[{&*!|>%@`][^\"]*?)[ \t]*")
_MOST_KEYS = 60
_HEADING = re.compile(r"#[ \u00a0]?([^\s#].{0,60})$")
_LOWER_HEADING = re.compile(r" {0,3}#{2,6}[ \t]+(\S.*?)[ \t#]*$")


def read_definition(path: Path) -> tuple[Guide, Document]:
    """Return a file's guide, with the places of its keys and what is wrong with the file.

    Where the document has findings, the guide holds stand-ins for what could not be read.

    Raises:
        InputError: nothing can be read on, with every fault found so far.
    """
    return definition_of(path, read_text(path, LIMIT))


def definition_of(path: Path, text: str) -> tuple[Guide, Document]:
    """Return the guide of a text as if it were in a file, as `read_definition` does.

    Raises:
        InputError: nothing can be read on, with every fault found so far.
    """
    check_definition(path, text)
    suffix = path.suffix.lower()
    if suffix == ".json":
        document = read_json(path, text)
    elif suffix in (".yaml", ".yml"):
        document = read_yaml(path, text)
    else:
        document = _read_markdown(path, text)
    if suffix not in MARKDOWN:
        _place_bodies(document)
    if FOR_EACH in document.data:
        _report_unnamed(document)
    return guide_of(document, path), document


def check_definition(path: Path, text: str) -> None:
    """Refuse a definition's text that is too large, or that no book can carry.

    Raises:
        InputError: it is (D002, D003, D008).
    """
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        message = f"The file is larger than the {LIMIT // 1024} KiB allowed here."
        raise InputError([Finding(Place(str(path)), "D002", message, "Split it.")])
    check_text(path, text)
    _refuse_toil(path, text)


def guide_of(document: Document, path: Path) -> Guide:
    """Return the guide of a definition's data, as `read_definition` does; `path` is its origin.

    Raises:
        InputError: nothing can be read on, with every fault found so far.
    """
    # A key with nothing behind it is a key that is not filled in yet.
    data = {key: value for key, value in document.own_data().items() if value is not None}
    for key in _PRIVATE:
        if key in data:
            document.findings.append(unknown_key(document, (key,), Guide))
            del data[key]
    data["origin"] = path
    if data.get("guides"):
        # A volume may do without a text of its own.
        data.setdefault("sections", [])
    if data.get("slug") in (None, ""):
        # Without a slug of its own or of its file's name, a guide has that of its title.
        data["slug"] = slug_of(name_of(path))
    if not data["slug"]:
        del data["slug"]
    try:
        return Guide.of_data(data)
    except ValidationError as error:
        faults = faults_by_path(error, document)
        document.findings = capped([*document.findings, *findings_of(faults, Guide, document)])
        guide = salvaged(data, faults)
        if guide is None:
            raise InputError(document.findings) from error
        return guide


def _report_unnamed(document: Document) -> None:
    """Report that a file is a template that the catalogue does not name, and so is not run."""
    place = document.place((FOR_EACH,), of_key=True)
    message = "The catalogue does not list this template, so no guides are made from it."
    remedy = f'Add it in catalog.toml: [definitions] templates = ["{document.path.name if document.path else ""}"].'
    document.findings.append(Finding(place, "D070", message, remedy))
    del document.data[FOR_EACH]


def read_front_matter(path: Path, text: str) -> tuple[dict[str, object], str]:
    """Return the text of front matter, which may be no guide's, and why it cannot be read, or ""."""
    try:
        return read_yaml(path, text, 2).data, ""
    except InputError as error:
        return {}, error.findings[0].message


def _refuse_toil(path: Path, text: str) -> None:
    """Refuse what no author writes and what would take long to parse."""
    if text.count("\n") >= _MOST_LINES:
        message = f"The file has more than {_MOST_LINES:,} lines."
    elif sum(1 for _ in _MARK.finditer(text)) > _MOST_MARKS:
        message = f"The file has more than {_MOST_MARKS:,} brackets, quotation marks and other special characters."
    else:
        return
    raise InputError([Finding(Place(str(path)), "D002", message, "Split it or make it smaller.")])


def _read_markdown(path: Path, text: str) -> Document:
    document, body, line = front_matter_of(path, text, _read_in_parts)
    before, sections = split_sections(body)
    report_stray(document, before, line, is_all=not sections)
    if not sections and before.strip() and not document.data.get("guides"):
        # Without a heading, the text is not printed, but may be checked.
        sections = (RawSection(STAND_IN, 1, 0, before, 1),)
    put_sections(document, sections, line, min(line, text.count("\n") + 1))
    for index, section in enumerate(sections):
        heading_line = line + section.heading_line - 1
        document.values["sections", index] = (heading_line, 1)
        document.texts["sections", index, "title"] = (heading_line, section.column)
        document.texts["sections", index, "body"] = (line + section.body_line - 1, 0)
    return document


def _read_in_parts(path: Path, text: str, first_line: int) -> Document:
    """Return the keys of a front matter that can be read, with a finding on what cannot.

    What the others say is lost, but the prose can be checked.

    Raises:
        InputError: as `read_yaml`, and where it cannot be told in which language the guide is.
    """
    try:
        return read_yaml(path, text, first_line)
    except InputError as error:
        lines = text.split("\n")
        starts = [row for row, line in enumerate(lines) if _KEY.match(line)][:_MOST_KEYS]
        for start, end in pairwise([*starts, len(lines)]):
            if not _is_readable(path, "\n".join(lines[start:end])):
                title = _TITLE.fullmatch(lines[start])
                if title is None and lines[start].startswith(("language", "title")):
                    raise
                named = [f"title: {json.dumps(title[1], ensure_ascii=False)}"] if title else [""]
                lines[start:end] = [*named, *[""] * (end - start - 1)]
        try:
            document = read_yaml(path, "\n".join(lines), first_line)
        except InputError:
            raise error from None
        document.findings = [*error.findings, *document.findings]
        document.is_whole = False
        return document


def _is_readable(path: Path, text: str) -> bool:
    try:
        read_yaml(path, text)
    except InputError:
        return False
    return True


def front_matter_of(
    path: Path, text: str, read: Callable[[Path, str, int], Document] = read_yaml
) -> tuple[Document, str, int]:
    """Return a Markdown definition's front matter, its prose, and the line that this begins on.

    `read` reads the front matter.

    Raises:
        InputError: there is none, or it is not closed or cannot be read (D004 and others).
    """
    first = _FENCE.match(text)
    end = _FENCE.search(text, first.end()) if first else None
    if first is None or end is None:
        raise InputError([_no_front_matter(path, text, bool(first))])
    head = text[first.end() + 1 : end.start()]
    document = read(path, head, 2) if head.strip() else Document(path)
    if "sections" in document.data:
        place = document.place(("sections",), of_key=True)
        message = "The sections of a Markdown file are its first-level headings."
        document.findings.append(Finding(place, "D010", message, "Remove the key “sections”."))
    return document, text[end.end() + 1 :], text.count("\n", 0, end.end()) + 2


def _no_front_matter(path: Path, text: str, begun: bool) -> Finding:
    """Return the finding on missing front matter, often at a line meant as its fence."""
    message = "The file does not begin with its front matter."
    if begun:
        message = "The front matter is not closed."
    remedy = "Begin with a line ---, a line such as title: Welder, and a line ---."
    lines = text.split("\n", _MOST_HEAD)[:_MOST_HEAD]
    given = next((row for row, line in enumerate(lines) if line.strip()), 0)
    if not begun and given and _FENCE.fullmatch(lines[given]):
        message = "There are empty lines above the front matter."
        return Finding(Place(str(path), 1, 1), "D004", message, "Delete them.")
    rows: Iterable[int] = range(1, len(lines)) if begun else (given,)
    # Hyphens below a heading end no front matter: they are a rule, or underline a heading.
    rows = takewhile(lambda row: not lines[row].startswith("# "), rows)
    row = next((row for row in rows if _MEANT_AS_FENCE.fullmatch(lines[row])), None)
    if row is None:
        return Finding(Place(str(path), 1, 1), "D004", message, remedy)
    written = lines[row].rstrip()
    message = (
        f"The front matter {'ends' if begun else 'begins'} with a line ---, not with “{written}”."
    )
    return Finding(Place(str(path), row + 1, 1), "D004", message, "Write --- on a line of its own.")


def put_sections(
    document: Document, sections: Sequence[RawSection], body_line: int, line: int
) -> None:
    """Put the sections of a Markdown definition into its data; report at a line if there are none."""
    document.data["sections"] = _section_data(sections, body_line)
    if not sections and not document.data.get("guides"):
        message = "The guide has no section."
        remedy = "Write one below the front matter, such as “# Overview”."
        document.report((line, 1), "D020", message, remedy)
        document.data["sections"] = [{"title": "-", "body": "-"}]


def _section_data(sections: Sequence[RawSection], body_line: int) -> list[dict[str, object]]:
    return [
        {
            "title": section.title,
            "body": section.body,
            "line": body_line + section.body_line - 1,
            **({"kind": section.kind} if section.kind else {}),
        }
        for section in sections
    ]


def report_stray(document: Document, before: str, line: int, is_all: bool = False) -> None:
    """Report where text is before the first section, if there is some."""
    without_remarks = COMMENT.sub(lambda remark: "\n" * remark[0].count("\n"), before)
    for offset, text in enumerate(without_remarks.split("\n")):
        if text.strip():
            place = Place(str(document.path), line + offset, 1)
            message = "There is text before the first section."
            if is_all:
                message = "There is text, but no section: no line is a first-level heading."
            remedy = "Put a first-level heading such as “# Overview” above it."
            if lower := _LOWER_HEADING.match(text):
                remedy = f"Sections have headings of the first level. Write: # {lower[1].strip()}"
            elif close := _HEADING.match(text):
                message = "This is not a heading."
                remedy = f"Write a space after the #: # {close[1].strip()}"
            document.findings.append(Finding(place, "D023", message, remedy))
            return


def _place_bodies(document: Document) -> None:
    """Set in each section of a YAML or JSON file where its prose begins."""
    sections = document.data.get("sections")
    for index, section in enumerate(sections if isinstance(sections, list) else ()):
        if not isinstance(section, dict):
            continue
        if "line" in section:
            path = ("sections", index, "line")
            document.findings.append(unknown_key(document, path, Guide))
        body = ("sections", index, "body")
        section["line"] = document.place_in(body, 1, 1).line

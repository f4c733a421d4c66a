"""The messages that the server sends to the page in the browser, as plain data."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from guidepub.files import is_within
from guidepub.findings import Finding, errors_of
from guidepub.preview.surveys import Survey
from guidepub.preview.views import Draft, Json, Publication, Sheets

Group = tuple[str, Iterable[Finding]]
"""The kind of some findings, such as `lint`, and the findings."""

# The limit on pictures sent with a draft, in bytes. A browser reads large messages slowly.
_MOST_ALONG = 400_000


def book_message(
    serial: int, stage: str, about: Json, sheets: Sequence[Sheets], total: int, full: bool
) -> Json:
    """Return the message with a book's pages: all of them, or those that a draft replaces."""
    pages = [
        page | {"at": part.first + place, "id": part.ids[place]}
        for part in sheets
        for place, page in enumerate(part.pages)
    ]
    return {
        "type": "book",
        "serial": serial,
        "stage": stage,
        "about": about,
        "pages": pages,
        "total": total,
        "full": full,
    }


def pictures_along(made: Draft) -> Json:
    """Return the pictures of a draft's pages, so that the browser need not ask for them."""
    along: dict[str, str] = {}
    room = _MOST_ALONG
    for page, picture in made.pictures.items():
        room -= len(picture)
        if room >= 0:
            along[page] = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    return {"scale": made.scale, "pictures": along}


def publication_message(serial: int, stage: str, token: str, made: Publication) -> Json:
    """Return the message with the documents of a reflowable edition."""
    return {
        "type": "publication",
        "serial": serial,
        "stage": stage,
        "about": made.about,
        "token": token,
        "documents": made.documents,
    }


def findings_message(serial: int, groups: Iterable[Group], root: Path) -> Json:
    """Return the message with findings, and whether they keep the newest state from being shown."""
    given = [(kind, tuple(found)) for kind, found in groups]
    broken = any(errors_of(found) for kind, found in given if kind in ("definition", "making"))
    return {
        "type": "findings",
        "serial": serial,
        "broken": broken,
        "items": [_finding(kind, finding, root) for kind, found in given for finding in found],
    }


def survey_message(made: Survey, root: Path, renamed: Mapping[Path, Path]) -> Json:
    """Return the message with the catalogue's list."""
    return {
        "type": "catalog",
        "entries": [
            {
                "path": relative(entry.path, root),
                "title": entry.title,
                "errors": entry.errors,
                "warnings": entry.warnings,
            }
            for entry in made.entries
        ],
        "findings": [_finding("catalog", finding, root) for finding in made.findings],
        "renamed": {relative(old, root): relative(new, root) for old, new in renamed.items()},
    }


def relative(path: Path, root: Path) -> str:
    """Return a file's path relative to its catalogue, or its bare name if it lies outside."""
    if is_within(path, root):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.name


def _finding(kind: str, finding: Finding, root: Path) -> Json:
    place = finding.place
    path = Path(place.path) if place.path else None
    return {
        "kind": kind,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": f"{finding.message}{finding.row_suffix}",
        "remedy": finding.remedy,
        "path": relative(path, root) if path and kind != "check" else place.path,
        "line": place.line,
        "column": place.column,
        "page": place.page,
    }

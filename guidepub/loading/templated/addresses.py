"""The origin of a guide that a template makes of a row: its address, and its row.

The address is the template's path with the guide's slug after it, as if the template were a
folder: `occupation.md/welders`. No file has that path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from guidepub.files import resolved
from guidepub.findings import Finding, Place
from guidepub.loading.guides.discovery import SUFFIXES
from guidepub.model import Catalog


def template_of_row(path: Path) -> Path | None:
    """Return the template in the address of a row's guide, or None for other paths."""
    is_address = not path.suffix and path.parent.suffix.lower() in SUFFIXES
    return path.parent if is_address and path.parent.is_file() else None


def templates_of(catalog: Catalog) -> tuple[Path, ...]:
    """Return the paths of the templates that a catalogue names."""
    root = catalog.root or Path()
    return tuple(root / name for name in catalog.definitions.templates)


def is_template(path: Path, catalog: Catalog) -> bool:
    """Return whether the catalogue names a file as a template."""
    named = catalog.definitions.templates
    return bool(named) and resolved(path) in map(resolved, templates_of(catalog))


def with_row(findings: Iterable[Finding], address: Path | None, row: Place | None) -> list[Finding]:
    """Return findings on a guide, with its row where it is one that a template made of a row."""
    if row is None or address is None:
        return list(findings)
    return [_with_row(finding, address, row) for finding in findings]


def _with_row(finding: Finding, address: Path, row: Place) -> Finding:
    place = finding.place
    if place.path == str(address):
        place = replace(place, path=str(address.parent))
    return replace(finding, place=place, row=finding.row if finding.row.path else row)

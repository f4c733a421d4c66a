"""Guides and catalogues for tests, made in Python or as files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guidepub.model import Book, Guide, Section

DAY = datetime.date(2026, 11, 24)


def guide(*bodies: str, **fields: Any) -> Guide:
    """Return a guide with a section for each body: Part 1, Part 2 and so on."""
    sections = [Section(title=f"Part {n}", body=body) for n, body in enumerate(bodies, 1)]
    given: dict[str, Any] = {
        "title": "Baker",
        "published": DAY,
        "sections": sections or [Section(title="Part 1")],
    }
    return Guide(**(given | fields))


def write(folder: Path, files: Mapping[str, Any]) -> Path:
    """Write files of text or bytes into a folder, with the folders that their names ask for."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def definition(body: str = "Bread.", head: str = "", title: str = "Baker") -> str:
    """Return a Markdown guide with one section."""
    extra = f"{head.strip()}\n" if head else ""
    return f"---\ntitle: {title}\npublished: 2026-11-24\n{extra}---\n# Overview\n\n{body}\n"


def books_of_rows(prose: str, rows: str) -> dict[str, str]:
    """Return the files of a catalogue whose template makes a guide of each row of a table.

    `rows` is the table as CSV, with a column `name` for the guides' titles.
    """
    catalog = '[imprint]\nname = "Press"\n[definitions]\ntemplates = ["jobs.md"]\n'
    return {
        "catalog.toml": f'{catalog}[data]\njobs = "jobs.csv"\n',
        "jobs.md": definition(prose, "for_each: {table: jobs}", '"{{ row.name }}"'),
        "jobs.csv": rows,
    }


def leaf(book: Book, leaf_id: str) -> str:
    """Return a leaf's XHTML."""
    return next(leaf.xhtml for leaf in book.leaves if leaf.id == leaf_id)

"""Guides with all Markdown that a guide may have, nested, held against veraPDF and EPUBCheck."""

from __future__ import annotations

from pathlib import Path

import pytest
from outside import epubcheck, verapdf

import guidepub
from guidepub.model import PRESETS

GUIDES = Path(__file__).parent / "nested"
TRIMS = {"classic": "us-trade", "school": "us-letter", "school-large": "a4"}


def books(theme: str) -> list[guidepub.Book]:
    catalog = guidepub.load(GUIDES)
    trim = PRESETS[TRIMS[theme]]
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": trim})
    catalog = catalog.model_copy(update={"defaults": defaults})
    found = [guidepub.assemble(catalog[slug], catalog) for slug in catalog]
    assert len(found) == len(list(GUIDES.glob("*.md")))
    return found


@pytest.mark.parametrize("theme", TRIMS)
def test_verapdf_finds_nested_text_accessible_and_archival(theme, tmp_path):
    files = []
    for book in books(theme):
        files.append(tmp_path / f"{book.slug}.pdf")
        files[-1].write_bytes(guidepub.render(book, "screen"))
    lines = verapdf("ua1,2a", files, tmp_path)
    # So many rules each profile has: none was lost on the way.
    wanted = [f"PASS {profile} {path}" for profile in ("ua1 106", "2a 153") for path in files]
    assert lines == wanted


def test_epubcheck_has_nothing_to_say_of_nested_text(tmp_path):
    files = []
    for book in books("classic"):
        files.append(tmp_path / f"{book.slug}.epub")
        files[-1].write_bytes(guidepub.render(book, "epub"))
    assert epubcheck(files, tmp_path) == []

"""Guides with all Markdown that a guide may have, nested, checked with veraPDF and EPUBCheck.

A guide's blocks are tagged alike in all themes, so those beside classic get a share of the
guides each.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from outside import epubcheck, verapdf

import guidepub
from guidepub import epub
from guidepub.model import PRESETS

GUIDES = Path(__file__).parent / "nested"
TRIMS = {"classic": "us-trade", "school": "us-letter", "school-large": "a4"}
# The place of the first guide that is made in a theme, and the step to the next.
SHARES = {"classic": (0, 1), "school": (0, 3), "school-large": (1, 3)}


def books(theme: str) -> list[guidepub.Book]:
    catalog = guidepub.load(GUIDES)
    trim = PRESETS[TRIMS[theme]]
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": trim})
    catalog = catalog.model_copy(update={"defaults": defaults})
    assert len(catalog) == len(list(GUIDES.glob("*.md")))
    first, step = SHARES[theme]
    return [guidepub.assemble(catalog[slug], catalog) for slug in list(catalog)[first::step]]


@pytest.mark.parametrize("theme", TRIMS)
def test_verapdf_finds_nested_text_accessible_and_archival(theme, tmp_path):
    files = []
    for book in books(theme):
        files.append(tmp_path / f"{book.slug}.pdf")
        files[-1].write_bytes(guidepub.render(book, "screen"))
    lines = verapdf("ua1,2a", files)
    # So many rules each profile has: none was lost on the way.
    wanted = [f"PASS {profile} {path}" for profile in ("ua1 106", "2a 153") for path in files]
    assert lines == wanted


def test_verapdf_finds_nested_text_accessible_by_the_second_part_too(tmp_path):
    catalog = guidepub.load(GUIDES)
    catalog = catalog.model_copy(update={"screen": guidepub.Screen(standard="ua-2")})
    files = []
    for slug in ("boxes", "definitions", "figures", "links", "notes", "tables"):
        files.append(tmp_path / f"{slug}.pdf")
        files[-1].write_bytes(guidepub.render(guidepub.assemble(catalog[slug], catalog), "screen"))
    lines = verapdf("ua2,4", files)
    assert lines == [f"PASS {part} {path}" for part in ("ua2 1728", "4 111") for path in files]


def test_epubcheck_has_nothing_to_say_of_nested_text(tmp_path):
    # Without the list of printed pages, for which each book would be laid out.
    cover = (GUIDES / "arrow.png").read_bytes()
    files = []
    for book in books("school"):
        files.append(tmp_path / f"{book.slug}.epub")
        files[-1].write_bytes(epub.write_epub(book, cover))
    assert epubcheck(files, tmp_path) == []

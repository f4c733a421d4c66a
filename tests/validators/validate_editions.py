"""All sample books in all editions, checked with outside validators by `make validate`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from aloud import faults
from outside import ace, epubcheck, ghostscript, qpdf, verapdf
from pagelist import page_list_faults

import guidepub

SAMPLES = 7
LEFTWARD = "lahham"
"""The sample in Arabic, for validators that know in which order its words are read."""


def _made(pattern: str, leftward: bool = False) -> list[Path]:
    folder = os.environ.get("GUIDEPUB_BUILT")
    assert folder, "GUIDEPUB_BUILT names no folder: run `make validate`"
    every = sorted(Path(folder).glob(f"*/{pattern}"))
    found = [path for path in every if leftward or path.parent.name != LEFTWARD]
    assert len(found) == SAMPLES + leftward, f"{len(found)} of {SAMPLES} {pattern} are there"
    return found


@pytest.mark.parametrize("edition", ["screen", "print", "print-cover"])
def test_qpdf_finds_no_fault(edition):
    assert [
        fault for path in _made(f"*-{edition}.pdf", leftward=True) for fault in qpdf(path)
    ] == []


def test_epubcheck_has_nothing_to_say(tmp_path):
    assert epubcheck(_made("*.epub", leftward=True), tmp_path) == []


def test_ace_finds_no_violation(tmp_path):
    assert ace(_made("*.epub", leftward=True), tmp_path) == []


def test_verapdf_finds_the_editions_for_reading_accessible_and_archival():
    files = _made("*-screen.pdf", leftward=True)
    # The edition for a press is not tagged: of that it finds something.
    untagged = _made("*-print.pdf")[0]
    lines = verapdf("ua1,2a", [*files, untagged])
    faults = [line for line in lines if line.startswith("\t")]
    # So many rules each profile has: none was lost on the way.
    assert [line for line in lines if line not in faults] == [
        f"{'FAIL' if path == untagged else 'PASS'} {profile} {path}"
        for profile in ("ua1 106", "2a 153")
        for path in (*files, untagged)
    ], faults
    assert any("6.2-1" in fault for fault in faults)


def test_the_editions_for_reading_say_all_that_is_written_in_order():
    catalog = guidepub.load(Path(__file__).parent.parent.parent / "guides")
    for path in _made("*-screen.pdf"):
        book = guidepub.assemble(catalog[path.parent.name], catalog)
        assert faults(book, path.read_bytes()) == [], path.name


def test_ghostscript_reads_the_covers_that_go_to_a_press():
    for path in _made("*-print-cover.pdf", leftward=True):
        faults, pages = ghostscript(path)
        assert faults == []
        assert pages


def test_ghostscript_reads_the_interior_which_is_printed_in_black_ink_alone():
    for path in _made("*-print.pdf", leftward=True):
        faults, pages = ghostscript(path)
        assert faults == []
        assert pages
        for number, (cyan, magenta, yellow, _) in enumerate(pages, 1):
            # Crop marks are on every plate, and take less than a thousandth of the sheet.
            assert max(cyan, magenta, yellow) < 0.001, f"{path.name}, page {number}"


def test_each_page_number_leads_to_what_the_printed_page_begins_with():
    faults = []
    for epub, printed in zip(_made("*.epub"), _made("*-print.pdf"), strict=True):
        found = page_list_faults(epub.read_bytes(), printed.read_bytes())
        faults += [f"{epub.name}: {fault}" for fault in found]
    assert faults == []


def test_a_book_made_again_has_the_same_bytes():
    # The one with pictures, drawings, tables and fonts.
    catalog = guidepub.load(Path(__file__).parent.parent.parent / "guides")
    book = guidepub.assemble(catalog["wind-turbine-technician"], catalog)
    for edition, pattern in (
        ("print", "*-print.pdf"),
        ("print-cover", "*-print-cover.pdf"),
        ("screen", "*-screen.pdf"),
        ("epub", "*.epub"),
    ):
        (path,) = [path for path in _made(pattern) if path.parent.name == book.slug]
        assert guidepub.render(book, edition) == path.read_bytes(), edition

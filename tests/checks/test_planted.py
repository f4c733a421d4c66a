"""Each planted fault is told by its one code, and good files by none."""

from __future__ import annotations

import pytest
from planted import EPUB_FAULTS, PDF_FAULTS

from guidepub.checks.claimed.conformance import PDF_EVIDENCE
from guidepub.findings import CODES

pytestmark = pytest.mark.xdist_group("checks")

# These stand for a file or a machine that tests do not make.
ELSEWHERE = {"P005", "E006", "E091", "E092"}
# These are told of files for a printer alone: see test_printers.py.
FOR_PRINTERS = {"K004", "K005", "K006", "K015", "K016", "K017", "K042", "K050", "K051"}


@pytest.mark.parametrize("name", PDF_FAULTS)
def test_a_fault_of_a_pdf_is_reported_by_its_code_alone(news, name):
    fault = PDF_FAULTS[name]
    findings = news(f"{name}.pdf", fault.edition)
    denies = fault.edition == "screen" and fault.code in PDF_EVIDENCE
    # The files claim PDF/UA, which such a fault denies.
    expected = {fault.code, "P036"} if denies else {fault.code}
    assert {finding.code for finding in findings} == expected, findings


@pytest.mark.parametrize("name", EPUB_FAULTS)
def test_a_fault_of_an_epub_is_reported_by_its_code_alone(news, name):
    fault = EPUB_FAULTS[name]
    findings = news(f"{name}.epub", "epub")
    assert {finding.code for finding in findings} == {fault.code}, findings


@pytest.mark.parametrize("edition", ["print", "print-cover", "epub"])
def test_nothing_is_found_on_a_good_file(good, found, edition):
    assert [str(finding) for finding in found[good[edition].name]] == []


def test_nothing_is_found_on_a_good_file_for_the_screen(good, found):
    assert [str(finding) for finding in found[good["screen"].name]] == []


def test_every_code_has_a_fault_that_shows_it():
    planted = {fault.code for fault in (*PDF_FAULTS.values(), *EPUB_FAULTS.values())}
    assert planted | ELSEWHERE | FOR_PRINTERS == {code for code in CODES if code[0] in "PKE"}


def test_a_finding_names_the_page_and_says_how_to_mend_it(news):
    (finding,) = news("wrong-trim.pdf", "print")
    assert finding.place.page == 7
    assert str(finding).partition("wrong-trim.pdf")[2] == (
        ":p7 K013 The page is trimmed to 148.2 × 225.8 mm, others to 152.4 × 228.6 mm. "
        "Trim all pages to the same size."
    )


def test_a_fault_on_many_pages_is_one_finding_that_names_them(news):
    (finding,) = news("missing-bleed.pdf", "print")
    assert finding.place.page == 1
    assert "0.0 mm" in finding.message
    assert "(pages 1–" in finding.message


def test_a_fault_in_a_book_names_the_document_and_the_line(news):
    (finding,) = news("link-to-no-id.epub", "epub")
    assert finding.place.path.endswith("link-to-no-id.epub!/EPUB/section-overview.xhtml")
    assert finding.place.line > 5

"""The PDF for reading as PDF/UA-2 and PDF/A-4: a file of PDF 2.0 that is read aloud as before."""

from __future__ import annotations

import io

import pikepdf
import pytest
from aloud import faults
from definitions import guide
from structures import structure

import guidepub
from guidepub import Catalog, Screen
from guidepub.assembly import assemble

BODY = "See [more](#part-2).[^a]\n\n## A heading\n\nTerm\n: Meaning.\n\n- one\n\n[^a]: A note."


@pytest.fixture(scope="module")
def made() -> tuple[guidepub.Book, bytes]:
    own = guide(BODY, "Text.")
    book = assemble(own, Catalog.of(own, screen=Screen(standard="ua-2")))
    return book, guidepub.render(book, "screen")


@pytest.fixture(scope="module")
def pdf(made):
    with pikepdf.open(io.BytesIO(made[1])) as opened:
        yield opened


def test_it_is_a_file_of_pdf_2_that_says_which_parts_it_keeps_to(made, pdf):
    assert made[1].startswith(b"%PDF-2.0")
    # ISO 19005-4, 6.1.3.
    assert "/Info" not in pdf.trailer
    metadata = pdf.Root.Metadata.read_bytes()
    for part in (b'pdfuaid:part="2"', b'pdfaid:part="4"', b'pdfaid:rev="2020"'):
        assert part in metadata


def test_it_is_read_aloud_as_it_is_written(made):
    assert faults(*made) == []


def test_links_and_bookmarks_lead_to_what_they_name(pdf):
    tree = structure(pdf)
    led = {}
    for link in tree.all("Link"):
        for annotation in link.annotations():
            assert "/Dest" not in annotation
            led[str(annotation.Contents)] = str(annotation.A.SD[0].S)
    assert led == {"Part 1": "/Sect", "Part 2": "/Sect", "Notes: 1": "/FENote"} | {
        words: "/Sect" for words in led if words not in ("Part 1", "Part 2", "Notes: 1")
    }
    with pdf.open_outline() as outline:
        kinds = {item.title: item.action.SD[0] for item in outline.root}
    assert {str(each.S) for each in kinds.values()} == {"/H1"}
    assert len({each.objgen for each in kinds.values()}) == len(kinds)


def test_contents_and_calls_refer_to_what_they_name(pdf):
    tree = structure(pdf)
    (note,) = tree.all("FENote")
    assert str(note.object.NS.NS) == "http://iso.org/pdf2/ssn"
    (call,) = note.object.Ref
    assert call.Ref[0].objgen == note.object.objgen
    for entry in tree.all("TOCI"):
        assert str(entry.kids[0].object.Ref[0].S) == "/Sect"


def test_terms_are_no_list_without_numbers(pdf):
    kinds = [str(each.object.A.ListNumbering) for each in structure(pdf).all("L")]
    assert kinds[-2:] == ["/Description", "/Disc"]


def test_the_other_part_stays_as_it_is():
    own = guide(BODY, "Text.")
    data = guidepub.render(assemble(own, Catalog.of(own)), "screen")
    assert data.startswith(b"%PDF-1.7")
    assert b"pdf2/ssn" not in data

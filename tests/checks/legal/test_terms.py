"""The machine-readable terms of files: written, and compared with the notices in them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from definitions import guide

import guidepub
from guidepub import Book, Catalog, MachineTerms, Notice
from guidepub.assembly import assemble
from guidepub.checks.documents.archives import read_package
from guidepub.checks.documents.hypertext import page_package, page_tree
from guidepub.checks.legal.verdicts.judging import judged
from guidepub.checks.legal.verdicts.sightings import Examination, Sighting, examination_of
from guidepub.checks.legal.verdicts.statements import package_statement, statement_of
from guidepub.epub import write_epub

POLICY, LICENSE = "https://press.example/tdm.json", "https://press.example/by?a&b"
MINING = Notice(
    id="mining",
    version=2,
    language="en",
    placement="imprint-page",
    text="The rights of text and data mining in this guide are reserved by the publisher.",
    machine=MachineTerms(
        mining="reserved", mining_policy=POLICY, ai_training="prohibited-generative"
    ),
)
SHARING = Notice(
    id="sharing",
    version=1,
    language="en",
    placement="imprint-page",
    text="You may share the text of this guide under the licence that is named here.",
    machine=MachineTerms(license=LICENSE),
)
TERMS = {
    "tdm:reservation": "1",
    "tdm:policy": POLICY,
    "plus:DataMining": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING",
    "cc:license": LICENSE,
}
REGISTER = Catalog.of(notices=(MINING, SHARING))


@pytest.fixture(scope="module")
def book() -> Book:
    made = guide("Bread.", slug="baker")
    return assemble(made, Catalog.of(made, notices=(MINING, SHARING)))


def test_an_epub_states_them_with_each_prefix_once(book, tmp_path):
    file = tmp_path / "b.epub"
    file.write_bytes(write_epub(book, b""))
    package, _ = read_package(file)
    assert package is not None
    assert package_statement(package).terms == TERMS
    import zipfile

    with zipfile.ZipFile(file) as archive:
        opf = archive.read(package.name).decode()
    assert opf.count("tdm: http://www.w3.org/ns/tdmrep#") == 1


def test_a_web_edition_states_them(book):
    page = guidepub.render(book, "web")
    read = page_package(Path("b.html"), page_tree(page))
    assert package_statement(read).terms == TERMS


@pytest.fixture(scope="module")
def pdf(book) -> bytes:
    return guidepub.render(book, "screen")


def test_a_pdf_states_them_and_describes_their_namespaces(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert statement_of(read).terms == TERMS
        xmp = read.Root.Metadata.read_bytes().decode()
    assert "<xmpRights:WebStatement>https://press.example/by?a&amp;b<" in xmp
    for namespace in ("http://www.w3.org/ns/tdmrep/", "http://creativecommons.org/ns#"):
        assert f"<pdfaSchema:namespaceURI>{namespace}<" in xmp


def reported(pdf: bytes, old: str, new: str, tmp_path) -> list[str]:
    """Return the codes of a file's findings after a change of its metadata."""
    file = tmp_path / "baker-screen.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as changed:
        xmp = changed.Root.Metadata.read_bytes().decode()
        assert old in xmp
        changed.Root.Metadata.write(xmp.replace(old, new).encode())
        changed.save(file)
    report = guidepub.check_legal(file, REGISTER)
    return [f.code for f in report.findings if f.code in ("L012", "L013")]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("xmlns:dc=", "xmlns:dc=", []),
        (">1</tdm:reservation>", ">0</tdm:reservation>", ["L012"]),
        (f">{POLICY}<", "><", ["L012"]),
        ("GENAIMLTRAINING", "AIMLTRAINING", ["L012"]),
    ],
)
def test_a_file_whose_metadata_were_changed_is_reported(pdf, tmp_path, old, new, codes):
    assert reported(pdf, old, new, tmp_path) == codes


def test_xmp_may_state_them_as_attributes_and_resources():
    pdf = pikepdf.new()
    pdf.Root.Metadata = pdf.make_stream(
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:mine="http://www.w3.org/ns/tdmrep/" mine:reservation="1">'
        b'<c:license xmlns:c="http://creativecommons.org/ns#" rdf:resource="https://a.example/"/>'
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    assert statement_of(pdf).terms == {
        "tdm:reservation": "1",
        "cc:license": "https://a.example/",
    }


def codes(terms: dict[str, str], *seen: Notice, **fields) -> list[str]:
    sightings = tuple(
        Sighting(n.id, n.version, "en", ("page 3",), {}, "", "", "a" * 64) for n in seen
    )
    examination = Examination(
        language="en", sightings=sightings, solid_letters=9, terms=terms, **fields
    )
    assert examination_of(examination.as_data()) == examination
    (report,) = judged({Path("b.pdf"): examination}, REGISTER)
    return [f.code for f in report.findings if f.code in ("L012", "L013")]


def test_what_a_file_says_is_held_against_the_notices_in_it():
    assert codes(TERMS, MINING, SHARING) == []
    assert codes({}, MINING, SHARING) == ["L012"] * 4
    assert codes(TERMS, MINING) == ["L013"]
    assert codes({"tdm:reservation": "1"}) == ["L013"]
    # Where a part was not read, the notice may stand there.
    assert codes(TERMS, MINING, unread="page 9 was not read") == []


def test_another_version_is_asked_for_what_it_stated():
    older = MINING.model_copy(update={"version": 1, "status": "retired", "machine": None})
    register = Catalog.of(notices=(older, MINING))
    sighting = Sighting("mining", 1, "en", ("page 3",), {}, "", "", "a" * 64)
    examination = Examination(language="en", sightings=(sighting,), solid_letters=9)
    (report,) = judged({Path("b.pdf"): examination}, register)
    assert "L012" not in [f.code for f in report.findings]

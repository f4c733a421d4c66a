"""Claims of conformance that a file denies itself, in anybody's files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from guidepub.checks.claimed.conformance import pdf_claims
from guidepub.checks.epub import epub_findings
from guidepub.findings import Finding, Place

WCAG = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"


def made(folder: Path, metadata: str, body: str, lang: str = ' lang="en"') -> Path:
    """Return a small EPUB by nobody in particular, which has contents and no more than it says."""
    file = folder / "b.epub"
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata>'
        '<meta property="schema:accessMode">textual</meta>'
        '<meta property="schema:accessMode">visual</meta>'
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>'
        f'<meta property="schema:accessibilityHazard">none</meta>{metadata}</metadata><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '</manifest><spine><itemref idref="a"/></spine></package>'
    )
    page = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"{lang}><head><title>A</title></head><body>'
        '<nav xmlns:e="http://www.idpf.org/2007/ops" e:type="toc"><ol>'
        f'<li><a href="a.xhtml">A</a></li></ol></nav><h1 id="a">A</h1>{body}</body></html>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="c.opf"/></rootfiles></container>'
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("c.opf", opf)
        archive.writestr("a.xhtml", page)
    return file


def reported(file: Path) -> list[str]:
    return [f.message for f in epub_findings(file) if f.code == "E024"]


WITHOUT_ALT, WITH_ALT = '<img src="p.png"/>', '<img src="p.png" alt="A lathe."/>'
IN_WORDS = f'<meta property="dcterms:conformsTo">{WCAG}</meta>'
BY_ADDRESS = (
    '<link rel="dcterms:conformsTo" '
    'href="http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa"/>'
)


@pytest.mark.parametrize("claim", [IN_WORDS, BY_ADDRESS])
def test_a_picture_without_words_denies_conformance(tmp_path, claim):
    (message,) = reported(made(tmp_path, claim, WITHOUT_ALT))
    assert message.endswith("denies it: a picture has no text alternative (WCAG 1.1.1).")
    assert reported(made(tmp_path, claim, WITH_ALT)) == []


def test_all_that_denies_it_is_reported_at_once(tmp_path):
    untrue = '<meta property="schema:accessibilityFeature">captions</meta>'
    (message,) = reported(made(tmp_path, IN_WORDS + untrue, WITHOUT_ALT, lang=""))
    assert "is wrong" in message
    assert "a.xhtml does not state its language" in message


@pytest.mark.parametrize(
    ("claim", "body", "is_false"),
    [
        ("captions", "", True),
        ("captions", '<video src="v.mp4"></video>', False),
        ("structuralNavigation", "", False),
        ("describedMath", "", True),
    ],
)
def test_what_the_metadata_claim_is_looked_for(tmp_path, claim, body, is_false):
    meta = f'<meta property="schema:accessibilityFeature">{claim}</meta>'
    found = [f for f in epub_findings(made(tmp_path, meta, WITH_ALT + body)) if f.code == "E022"]
    assert bool(found) is is_false


def test_sound_that_only_the_manifest_names_is_sound(tmp_path):
    meta = '<meta property="schema:accessMode">auditory</meta>'
    silent = made(tmp_path, meta, WITH_ALT)
    assert "E022" in [f.code for f in epub_findings(silent)]
    with zipfile.ZipFile(silent) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sound = b'<item id="s" href="s.mp3" media-type="audio/mpeg"/></manifest>'
    entries["c.opf"] = entries["c.opf"].replace(b"</manifest>", sound)
    with zipfile.ZipFile(silent, "w") as archive:
        for name, data in {**entries, "s.mp3": b""}.items():
            archive.writestr(name, data)
    assert "E022" not in [f.code for f in epub_findings(silent)]


def test_a_file_that_claims_nothing_or_another_thing_has_no_finding(tmp_path):
    assert reported(made(tmp_path, "", WITHOUT_ALT)) == []
    other = '<meta property="dcterms:conformsTo">EDUPUB 1.0</meta>'
    assert reported(made(tmp_path, other, WITHOUT_ALT)) == []


def pdf(xmp: str, version: str) -> pikepdf.Pdf:
    made = pikepdf.new()
    whole = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
        f'xmlns:pdfd="http://pdfa.org/declarations/">{xmp}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    made.Root.Metadata = made.make_stream(whole.encode(), Type=Name.Metadata, Subtype=Name.XML)
    buffer = io.BytesIO()
    made.save(buffer, force_version=version)
    return pikepdf.open(buffer)


def codes(xmp: str, *found: str, version: str = "1.7") -> list[str]:
    findings = [Finding(Place("b.pdf"), code, "Wrong.") for code in found]
    return [f.message for f in pdf_claims(Path("b.pdf"), pdf(xmp, version), findings)]


def test_a_pdf_s_claims_are_held_against_what_is_found():
    ua = "<pdfuaid:part>1</pdfuaid:part>"
    wcag = "<pdfd:conformsTo>http://pdfa.org/declarations#wcag22AA</pdfd:conformsTo>"
    assert codes(ua) == []
    assert codes("", "P024") == []
    (message,) = codes(ua, "P024", "P040")
    assert message == (
        "The file claims PDF/UA-1, but contradicts it: a figure has no text alternative."
    )
    assert len(codes(ua + wcag, "P024")) == 2
    # What WCAG does not ask for denies PDF/UA alone.
    assert len(codes(ua + wcag, "P033")) == 1


def test_the_second_part_is_of_pdf_2():
    second = "<pdfuaid:part>2</pdfuaid:part>"
    assert "it is PDF 1.7, not 2.0" in codes(second)[0]
    assert codes(second, version="2.0") == []

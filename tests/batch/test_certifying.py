"""Claims of accessibility: made in the very bytes that validators pass, and in no others."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

import guidepub
from guidepub.batch import build
from guidepub.checks.validated.validators import Answered
from guidepub.files import sha256
from guidepub.findings import InputError
from guidepub.model import Accessibility, Catalog

STATED = Accessibility(
    certify=True,
    certified_by="Dewey & Checkett",
    credential="Gold",
    report="https://press.example/{slug}/access",
    evaluated="2026-11-20",
    contact="access@press.example",
    exemption="microenterprise",
)


@pytest.fixture(scope="module")
def claiming(bakery: Catalog) -> Catalog:
    return bakery.model_copy(update={"accessibility": STATED})


@pytest.fixture
def judged(monkeypatch):
    """Let validators be here, and return what they saw and a list of what they find wrong."""
    seen, faults = {}, []

    def verdicts(edition, data, standards):
        seen[edition] = data, tuple(standards)
        return [Answered("Ace by DAISY", "1.4.6", tuple(faults))]

    monkeypatch.setattr("guidepub.batch.work.claims.verdicts", verdicts)
    monkeypatch.setattr("guidepub.batch.work.claims.validators_for", lambda _: ())
    return seen, faults


def part_of(file: Path, name: str) -> str:
    with zipfile.ZipFile(file) as archive:
        return archive.read(name).decode()


def test_what_passes_leaves_with_its_claim_and_what_fails_without(claiming, judged, tmp_path):
    seen, faults = judged
    report = build(claiming, tmp_path, ("screen", "epub"))
    assert report.findings == ()
    folder = tmp_path / "baker"
    for edition, name in (("screen", "baker-screen.pdf"), ("epub", "baker.epub")):
        data = (folder / name).read_bytes()
        # The very bytes were looked at.
        assert seen[edition][0] == data
        certificate = json.loads((folder / f"{name}.certificate.json").read_text())
        assert certificate["sha256"] == sha256(data)
        assert certificate["validators"] == [{"validator": "Ace by DAISY", "version": "1.4.6"}]
    assert seen["screen"][1] == ("PDF/UA-1", "PDF/A-2A")
    package = part_of(folder / "baker.epub", "EPUB/content.opf")
    for part in (
        'id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA<',
        'property="a11y:certifiedBy" id="certifier" refines="#conformance">Dewey &amp; Checkett<',
        'refines="#certifier" property="a11y:certifierCredential">Gold<',
        'refines="#certifier" property="dcterms:date">2026-11-20<',
        'rel="a11y:certifierReport" refines="#certifier" href="https://press.example/baker/access"',
        'property="a11y:exemption">eaa-microenterprise<',
    ):
        assert part in package
    statement = part_of(folder / "baker.epub", "EPUB/accessibility.xhtml")
    assert "Evaluated by Dewey &amp; Checkett on November 20, 2026." in statement
    assert 'href="mailto:access@press.example"' in statement
    assert "it is a microenterprise" in statement

    # Nothing has changed: nothing is asked again.
    seen.clear()
    assert not build(claiming, tmp_path, ("screen", "epub")).built
    assert seen == {}
    # Without its certificate nobody could tell a change.
    (folder / "baker.epub.certificate.json").unlink()
    again = build(claiming, tmp_path, ("epub",))
    assert again.built[0].reasons == ("its certificate is missing, or has been changed",)

    faults.append("image-alt: Images need words")
    denied = build(claiming, tmp_path, ("screen", "epub"), force=True)
    assert [finding.code for finding in denied.findings] == ["B008", "B008"]
    assert denied.findings[0].message == (
        "baker-screen.pdf does not claim to be accessible. "
        "Ace by DAISY: image-alt: Images need words."
    )
    assert not list(folder.glob("*.certificate.json"))
    for name in ("baker.epub", "baker-screen.pdf"):
        assert b"EPUB Accessibility" not in (folder / name).read_bytes()
    package = part_of(folder / "baker.epub", "EPUB/content.opf")
    assert "conformsTo" not in package
    assert "certifiedBy" not in package
    with pikepdf.open(io.BytesIO((folder / "baker-screen.pdf").read_bytes())) as pdf:
        assert not re.search(rb"pdf(ua|a)id:part=", pdf.Root.Metadata.read_bytes())
    # What was denied is tried anew, without being asked for.
    faults.clear()
    assert build(claiming, tmp_path, ("screen", "epub")).built[0].findings == ()


def test_a_byte_that_was_changed_since_is_reported(claiming, judged, tmp_path, monkeypatch):
    # What EPUBCheck says of such a file is not asked: two starts of Java.
    monkeypatch.setattr("guidepub.checks.opened_files.epubcheck_findings", lambda *_: [])
    build(claiming, tmp_path, ("epub",))
    file = tmp_path / "baker" / "baker.epub"
    assert [f.code for f in guidepub.check(file)] == []
    assert [f.code for f in guidepub.check_text(file, claiming)] == []
    data = bytearray(file.read_bytes())
    # A letter of the comment that no reader looks at: the file stays a good one.
    data[10] ^= 1
    file.write_bytes(data)
    assert "T010" in {f.code for f in guidepub.check(file)}


def test_without_its_validators_nothing_is_made(claiming, tmp_path, monkeypatch):
    monkeypatch.setenv("GUIDEPUB_VERAPDF", "/nowhere")
    with pytest.raises(InputError) as refused:
        build(claiming, tmp_path, ("screen",))
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == (
        "B007",
        "veraPDF, which a claim needs, is not installed.",
    )
    assert not (tmp_path / "baker").exists()


def test_nobody_claims_what_nobody_answers_for():
    with pytest.raises(InputError, match="Nobody is named who certifies the claim"):
        Accessibility(certify=True)

"""Hostile and foreign files: a finding in bounded time, never a traceback."""

from __future__ import annotations

import io
import os
import random
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

import guidepub
from guidepub import UsageError
from guidepub.checks.opening import guarding
from guidepub.checks.painted import painting, reading
from guidepub.checks.painted.decoding import limit_decoding
from guidepub.checks.worker import findings_on
from guidepub.findings import Severity


def codes(path: Path) -> set[str]:
    return {finding.code for finding in guidepub.check(path)}


def forms_in_forms(levels: int, each: int) -> bytes:
    """Return a PDF in which each form draws the next one several times."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    form = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    for _ in range(levels):
        form = pdf.make_stream(
            b"/F Do " * each,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 1, 1],
            Resources=Dictionary(XObject=Dictionary(F=form)),
        )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do")
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def test_a_page_that_draws_without_end_is_given_up(tmp_path, monkeypatch):
    file = tmp_path / "endless.pdf"
    file.write_bytes(forms_in_forms(12, 12))
    monkeypatch.setattr(painting, "OPERATORS", 20_000)
    (finding,) = findings_on(file, [])
    assert finding.code == "P005"
    assert "steps" in finding.message


def test_more_pages_than_are_read_are_reported(tmp_path, monkeypatch):
    pdf = Pdf.new()
    for _ in range(4):
        pdf.add_blank_page()
    pdf.save(tmp_path / "long.pdf")
    monkeypatch.setattr(reading, "PAGES", 3)
    assert [f.code for f in findings_on(tmp_path / "long.pdf", [])] == ["P005"]


def test_a_file_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    (tmp_path / "endless.pdf").write_bytes(forms_in_forms(12, 12))
    monkeypatch.setattr(guarding, "SECONDS", 2)
    assert codes(tmp_path / "endless.pdf") == {"P005"}


def test_a_form_that_draws_itself_comes_to_an_end(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page()
    form = pdf.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do")
    pdf.save(tmp_path / "itself.pdf")
    assert "P020" in codes(tmp_path / "itself.pdf")


def test_content_that_swells_is_not_unpacked(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page()
    packer = zlib.compressobj(9)
    swollen = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(300)) + packer.flush()
    stream = pdf.make_stream(b"")
    stream.write(swollen, filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stream
    pdf.save(tmp_path / "bomb.pdf", compress_streams=False)
    # No fault of the file, and the rest is looked at.
    found = codes(tmp_path / "bomb.pdf")
    assert "P002" not in found
    assert {"P005", "P020", "P021"} <= found


def test_a_structure_that_goes_in_a_circle_comes_to_an_end(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page()
    first = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div))
    second = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=first))
    first.K = second
    pdf.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot, K=first, RoleMap=Dictionary(Div=Name.Div)
    )
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.save(tmp_path / "circle.pdf")
    assert "P021" in codes(tmp_path / "circle.pdf")


def test_an_archive_that_swells_is_refused(tmp_path):
    file = tmp_path / "bomb.epub"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", b" " * (40 << 20))
    assert [f.code for f in findings_on(file, [])] == ["E006"]


def test_entities_are_not_expanded(tmp_path):
    file = tmp_path / "laughs.epub"
    container = (
        '<!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<c xmlns="urn:oasis:names:tc:opendocument:xmlns:container">&b;</c>'
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", b"application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
    assert [f.code for f in findings_on(file, [])] == ["E003"]


@pytest.mark.parametrize("seed", range(3))
def test_random_damage_gives_findings_and_no_traceback(tmp_path, seed):
    chance = random.Random(seed)
    pdf = Pdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    buffer = io.BytesIO()
    pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    for number in range(40):
        data = bytearray(buffer.getvalue())
        for _ in range(12):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(data)
        assert all(f.code.startswith(("P", "K")) for f in findings_on(file, []))


def test_a_file_that_kills_the_process_does_not_take_others_with_it(tmp_path, monkeypatch):
    good = forms_in_forms(0, 1)
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(good)
    kill = "import os; from guidepub.checks import worker; real = worker.findings_on; "
    kill += "worker.findings_on = lambda f, *a: os._exit(9) if f.name == 'b.pdf' else real(f, *a); "
    (tmp_path / "doomed_worker.py").write_text(f"{kill} work = worker.work")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(guarding, "_WORKER", "doomed_worker")
    found = guidepub.check(tmp_path)
    assert [f.place.path[-5:] for f in found if f.code == "P005"] == ["b.pdf"]
    assert {f.place.path[-5:] for f in found} == {"a.pdf", "b.pdf", "c.pdf"}


def test_paths_that_cannot_be_meant_are_wrong_usage(tmp_path):
    (tmp_path / "notes.txt").write_text("Not a book.")
    for path in (tmp_path, tmp_path / "notes.txt", tmp_path / "gone.pdf"):
        with pytest.raises(UsageError):
            guidepub.check(path)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UsageError):
        guidepub.check(tmp_path / "pipe.pdf")
    (found,) = guidepub.check(tmp_path)
    assert str(found) == f"{tmp_path}/pipe.pdf D001 The file is not a regular file."


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "empty.epub").write_bytes(b"")
    assert {
        f.code for name in ("empty.pdf", "empty.epub") for f in findings_on(tmp_path / name, [])
    } == {
        "P001",
        "E001",
    }


def photo_pdf(pixels: tuple[int, int], mode: str) -> bytes:
    """Return an untagged PDF of one page that shows a picture of so many pixels."""
    packed = io.BytesIO()
    Image.new(mode, pixels, 128 if mode == "L" else (200, 100, 50)).save(packed, "JPEG")
    pdf = Pdf.new()
    pdf.add_blank_page()
    space = Name.DeviceGray if mode == "L" else Name.DeviceRGB
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, ColorSpace=space)
    picture.Width, picture.Height, picture.BitsPerComponent = *pixels, 8
    picture.write(packed.getvalue(), filter=Name.DCTDecode)
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(P=picture))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 200 0 0 200 9 9 cm /P Do Q")
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(("pixels", "mode"), [((4032, 3024), "RGB"), ((8000, 6000), "L")])
def test_a_large_photo_is_no_damage(tmp_path, pixels, mode):
    (tmp_path / "photo.pdf").write_bytes(photo_pdf(pixels, mode))
    assert codes(tmp_path / "photo.pdf") == {"P020", "P021", "P022", "P023"}


def test_a_photo_beyond_what_is_unpacked_is_no_damage(tmp_path):
    (tmp_path / "photo.pdf").write_bytes(photo_pdf((4032, 3024), "RGB"))
    pikepdf.settings.set_qpdf_limits(dct_max_memory=1 << 20)
    try:
        found = findings_on(tmp_path / "photo.pdf", [])
    finally:
        limit_decoding()
    assert {f.code for f in found} == {"P005", "P020", "P021", "P022", "P023"}
    (given,) = [f for f in found if f.code == "P005"]
    assert given.severity == Severity.WARNING


def test_damage_hides_no_other_fault(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q << /A [ ( BT ")
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=[], ParentTree=Dictionary())
    pdf.save(tmp_path / "torn.pdf")
    found = findings_on(tmp_path / "torn.pdf", [])
    assert {"P002", "P020", "P021", "P022"} <= {f.code for f in found}
    # The page that cannot be read is not called blank; the other one is.
    assert [f.place.page for f in found if f.code == "P040"] == [2]


def test_a_rule_that_fails_on_damage_hides_no_other(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.Root.OutputIntents = [Dictionary(S=Name.GTS_PDFX)]
    pdf.pages[0].obj.Annots = [Dictionary(Subtype=Name.Link, Rect=["a", "b", "c", "d"])]
    pdf.save(tmp_path / "torn.pdf")
    assert {f.code for f in findings_on(tmp_path / "torn.pdf", [])} >= {"K001", "K002", "K010"}

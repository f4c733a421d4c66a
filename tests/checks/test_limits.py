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

import guidepub
from guidepub import UsageError
from guidepub.checks import guarding, painting, reading
from guidepub.checks.worker import findings_on


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


def test_more_pages_than_are_read_are_told(tmp_path, monkeypatch):
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
    (code,) = codes(tmp_path / "bomb.pdf")
    assert code in ("P002", "P005")


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
    kill += "worker.findings_on = lambda f, t: os._exit(9) if f.name == 'b.pdf' else real(f, t); "
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
    with pytest.raises(UsageError):
        guidepub.check(tmp_path)


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "empty.epub").write_bytes(b"")
    assert {
        f.code for name in ("empty.pdf", "empty.epub") for f in findings_on(tmp_path / name, [])
    } == {
        "P001",
        "E001",
    }

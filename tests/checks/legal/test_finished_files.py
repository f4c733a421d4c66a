"""Runs over files: what is remembered, what is broken, and what other tools have made."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile

import pikepdf
import pytest
import weasyprint
from tampering import entries, packed, true_book, whole_register

import guidepub
from guidepub import UsageError
from guidepub.checks.legal import auditing
from guidepub.checks.legal.verdicts.memory import Memory, user_cache

pytestmark = pytest.mark.xdist_group("tampered")
NAMES = [("copyright", 1, "verbatim"), ("disclaimer", 2, "verbatim")]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a book's two files."""
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "a-screen.pdf").write_bytes(true_book("en").pdf)
    (tmp_path / "books" / "a.epub").write_bytes(true_book("en").epub)
    return tmp_path / "books"


def test_what_was_found_is_remembered_by_the_files_bytes(folder, tmp_path, monkeypatch):
    register, cache = whole_register(), tmp_path / "cache"
    asked: list[int] = []
    real = auditing.confined

    def counted(module, order, items, *limits):
        asked.append(len(items))
        return real(module, order, items, *limits)

    monkeypatch.setattr(auditing, "confined", counted)
    first = guidepub.check_legal([folder], register, jobs=1, cache=cache)
    assert guidepub.check_legal([folder], register, cache=cache) == first
    assert asked == [2]
    with pikepdf.open(folder / "a-screen.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Subject"] = "Touched"
        pdf.save()
    assert guidepub.check_legal([folder], register, jobs=1, cache=cache) == first
    assert asked == [2, 1]
    # Another register finds other things.
    fewer = register.model_copy(update={"notices": register.notices[:1]})
    other = guidepub.check_legal([folder], fewer, jobs=1, cache=cache)
    assert asked == [2, 1, 2]
    assert [len(file.verdicts) for file in other.files] == [2, 2]


def test_a_cache_that_is_broken_is_done_without(folder, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "legal.sqlite3").write_bytes(b"no database" * 100)
    (tmp_path / "file").write_text("x")
    for cache in (tmp_path / "cache", tmp_path / "file"):
        report = guidepub.check_legal([folder], whole_register(), cache=cache)
        assert not report.findings


def test_what_is_remembered_wrongly_is_found_anew(folder, tmp_path):
    cache = tmp_path / "cache"
    guidepub.check_legal([folder], whole_register(), cache=cache)
    with sqlite3.connect(cache / "legal.sqlite3") as database:
        database.execute("UPDATE examinations SET data = '{'")
    database.close()
    assert not guidepub.check_legal([folder], whole_register(), cache=cache).findings


def test_the_users_cache_is_where_the_system_has_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "guidepub"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert user_cache().name in ("guidepub", "Cache")


def test_nothing_is_kept_without_a_folder():
    memory = Memory(None, {})
    memory.keep({"a": 1})
    assert memory.recall(["a"]) == {}
    memory.close()


def test_progress_is_reported(folder):
    reported: list[tuple[int, int]] = []
    guidepub.check_legal(
        [folder],
        whole_register(),
        jobs=1,
        on_progress=lambda done, total: reported.append((done, total)),
    )
    assert reported[0] == (0, 2)
    assert reported[-1] == (2, 2)


def test_an_audit_that_is_stopped_lets_no_process_go_on(folder, monkeypatch):
    asked = []

    def confined(_worker, _order, names, _seconds, _memory, stopped):
        asked.append(stopped)
        return [None] * len(names)

    def stop(done, _total):
        assert not any(stopped() for stopped in asked)
        if done:
            raise KeyboardInterrupt

    monkeypatch.setattr(auditing, "confined", confined)
    with pytest.raises(KeyboardInterrupt):
        guidepub.check_legal([folder], whole_register(), jobs=1, on_progress=stop)
    assert [stopped() for stopped in asked] == [True] * len(asked) != []


def test_broken_files_are_findings_and_stop_no_other(folder):
    pdf, epub = true_book("en").pdf, true_book("en").epub
    broken = {
        "empty.pdf": b"",
        "text.pdf": b"%PDF-1.7\nno more",
        "cut.pdf": pdf[: len(pdf) // 2],
        "empty.epub": b"",
        "cut.epub": epub[: len(epub) // 2],
        "other.epub": packed({"mimetype": b"application/epub+zip"}),
        "wild.epub": packed(entries(epub) | {"EPUB/notices.xhtml": b"<html><body>&x;<p>"}),
    }
    for name, data in broken.items():
        (folder / name).write_bytes(data)
    report = guidepub.check_legal([folder], whole_register())
    by_name = {file.path.name: [f.code for f in file.findings] for file in report.files}
    assert by_name.pop("a.epub") == []
    assert by_name.pop("a-screen.pdf") == []
    # A document that cannot be read leaves the others: its notice is not there.
    assert by_name.pop("wild.epub") == ["L006"]
    assert set(map(tuple, by_name.values())) <= {("L010",), ("L003", "L003"), ("L001", "L001")}
    assert len(by_name) == 6


def doomed(tmp_path, monkeypatch, imports: str, examine: str) -> None:
    """Let the process run a module in which the examination of a file is another one."""
    code = f"import {imports}\nfrom guidepub.checks.legal import worker\nreal = worker.examine\n"
    code += f"worker.examine = lambda file, register: {examine}\nwork = worker.work\n"
    (tmp_path / "doomed_worker.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(auditing, "_WORKER", "doomed_worker")


def test_a_file_that_kills_its_process_does_not_take_others_with_it(folder, tmp_path, monkeypatch):
    dies = "os._exit(9) if file.name == 'a.epub' else real(file, register)"
    doomed(tmp_path, monkeypatch, "os", dies)
    report = guidepub.check_legal([folder], whole_register(), jobs=1)
    found = {file.path.name: [f.code for f in file.findings] for file in report.files}
    assert found == {"a.epub": ["L010"], "a-screen.pdf": []}


def test_a_file_that_takes_too_long_is_given_up(folder, tmp_path, monkeypatch):
    waits = "time.sleep(60) if file.name == 'a.epub' else real(file, register)"
    doomed(tmp_path, monkeypatch, "time", waits)
    monkeypatch.setattr(auditing, "SECONDS", 5)
    report = guidepub.check_legal([folder], whole_register(), jobs=1)
    assert {file.path.name: [f.code for f in file.findings] for file in report.files} == {
        "a.epub": ["L010"], "a-screen.pdf": [],
    }  # fmt: skip


def test_a_page_of_any_size_is_drawn_within_bounds(folder):
    with pikepdf.open(folder / "a-screen.pdf", allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.MediaBox = pikepdf.Array([0, 0, 14400, 14400])
            page.TrimBox = page.CropBox = page.MediaBox
        pdf.save()
    (report,) = guidepub.check_legal([folder / "a-screen.pdf"], whole_register()).files
    assert [v.id for v in report.verdicts] == ["copyright", "disclaimer"]


def test_paths_that_cannot_be_meant_are_wrong_usage(tmp_path):
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "empty", tmp_path / "pipe.pdf", tmp_path / "gone.epub"):
        with pytest.raises(UsageError):
            guidepub.check_legal([path], whole_register())


def words_of_the_book() -> str:
    register = [
        n for n in whole_register().notices if n.language == "en" and n.status == "approved"
    ]
    texts = [n.text.format(years="2026", holder="Lantern Press, LLC") for n in register]
    return "".join(f"<p>{part}</p>" for text in texts for part in text.split("\n\n"))


def test_files_by_other_tools_are_recognised_by_their_words(tmp_path):
    page = f'<html lang="en"><body style="font-size: 11pt">{words_of_the_book()}</body></html>'
    weasyprint.HTML(string=page).write_pdf(tmp_path / "other.pdf")
    held = entries(true_book("en").epub)
    package = held["EPUB/content.opf"].decode()
    bare = "\n".join(x for x in package.split("\n") if "guidepub:" not in x or "prefix" in x)
    (tmp_path / "other.epub").write_bytes(packed(held | {"EPUB/content.opf": bare.encode()}))
    report = guidepub.check_legal([tmp_path], whole_register())
    assert not report.findings
    for file in report.files:
        assert not file.marked
        assert [(v.id, v.version, v.status) for v in file.verdicts] == NAMES
        assert (file.holder, file.years) == ("Lantern Press, LLC", "2026")


def test_an_encrypted_pdf_is_read_where_it_lets_itself(tmp_path):
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        pdf.save(tmp_path / "open.pdf", encryption=pikepdf.Encryption(owner="x", user=""))
        pdf.save(tmp_path / "shut.pdf", encryption=pikepdf.Encryption(owner="x", user="y"))
    report = guidepub.check_legal([tmp_path], whole_register())
    assert {f.path.name: [x.code for x in f.findings] for f in report.files} == {
        "open.pdf": [], "shut.pdf": ["L010"],
    }  # fmt: skip


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.epub", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries(true_book("en").epub).items():
            archive.writestr(name, data)
        archive.writestr("EPUB/notices.xhtml.css", b"x" * 40 * 1024 * 1024)
        archive.writestr("EPUB/bomb.xhtml", b"<p>" + b" " * 40 * 1024 * 1024)
    report = guidepub.check_legal([tmp_path], whole_register())
    assert [f.code for f in report.findings] in ([], ["L010"])

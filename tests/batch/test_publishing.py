"""Outputs to addresses that fsspec reaches."""

from __future__ import annotations

import json
from pathlib import Path

import fsspec
import pytest

from guidepub.batch import BookResult, Event, OutputFile, Publisher, folder_of
from guidepub.checks.validated.certificates import certificate_file
from guidepub.findings.errors import UsageError


@pytest.fixture
def store():
    """Return an empty store in memory."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    yield files
    files.store.clear()


def test_a_path_and_a_file_address_are_folders_of_this_machine(tmp_path, monkeypatch):
    assert folder_of("dist") == (Path("dist"), None)
    assert folder_of(f"file://{tmp_path}/my%20books") == (tmp_path / "my books", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, address = folder_of("s3://bucket/books/")
    assert address == "s3://bucket/books"
    assert one.parent == tmp_path / "guidepub"
    assert folder_of("s3://bucket/books")[0] == one != folder_of("s3://bucket/other")[0]


def names(files, root):
    return sorted(name.removeprefix(root) for name in files.find(root))


def test_books_are_sent_and_what_is_missing_there_is_sent_again(shop, store):
    def build():
        publisher = Publisher(shop.output, "memory://shop/books")
        report = shop.build(on_event=publisher.listen)
        assert publisher.findings == []
        return [result.slug for result in report.built]

    build()
    books = ["baker/baker.epub", "fisher/fisher.epub", "sailor/sailor.epub"]
    assert names(store, "/shop/books/") == sorted([*books, "build.json"])
    for name in books:
        assert store.cat(f"/shop/books/{name}") == (shop.output / name).read_bytes()
    store.rm("/shop/books/baker/baker.epub")
    store.pipe("/shop/books/fisher/fisher.epub", b"half")
    assert build() == []
    for name in books:
        assert store.cat(f"/shop/books/{name}") == (shop.output / name).read_bytes()
    assert json.loads(store.cat("/shop/books/build.json"))["unchanged"] == 3


def test_where_files_can_be_torn_they_are_sent_under_another_name(shop, tmp_path):
    target = tmp_path / "far"
    publisher = Publisher(shop.output, f"local://{target}")
    moved = []
    move = publisher._files.mv

    def reported(one, other):
        moved.append((one, other))
        move(one, other)

    publisher._files.mv = reported
    shop.build(on_event=publisher.listen)
    assert publisher.findings == []
    assert (target / "baker" / "baker.epub").read_bytes() == (
        shop.output / "baker" / "baker.epub"
    ).read_bytes()
    assert len(moved) == 4
    assert not list(target.rglob("*.tmp"))


def test_what_cannot_be_sent_is_reported_and_sent_the_next_time(shop, store, monkeypatch):
    def fail(path, data):
        raise ConnectionError("no route")

    publisher = Publisher(shop.output, "memory://shop/books")
    with monkeypatch.context() as patch:
        patch.setattr(publisher._files, "pipe_file", fail)
        report = shop.build(on_event=publisher.listen)
    assert len(report.built) == 3
    assert {finding.code for finding in publisher.findings} == {"B006"}
    places = [finding.place.path for finding in publisher.findings]
    assert "memory://shop/books/baker/baker.epub" in places
    again = Publisher(shop.output, "memory://shop/books")
    shop.build(on_event=again.listen)
    assert len(names(store, "/shop/books/")) == 4


@pytest.mark.parametrize("address", ["nonsense://there", "s3://bucket/books"])
def test_an_address_that_cannot_be_reached_is_wrong_usage(shop, address):
    with pytest.raises(UsageError, match="Nothing can be written to"):
        Publisher(shop.output, address)


def test_a_certificate_is_sent_with_its_file(store, tmp_path):
    file = OutputFile("epub", tmp_path / "a" / "a.epub", 2, "0" * 64)
    file.path.parent.mkdir()
    file.path.write_bytes(b"PK")
    certificate_file(file.path).write_text("{}")
    publisher = Publisher(tmp_path, "memory://shop/books")
    publisher.listen(Event("book", 1, 1, BookResult("a", "built", (file,))))
    assert names(store, "/shop/books/") == ["a/a.epub", "a/a.epub.certificate.json"]

"""Zip archives: in order, of one date, the same for the same content, and known to all readers."""

from __future__ import annotations

import io
import random
import stat
import zipfile

import pytest

from guidepub.files import archives
from guidepub.files.archives import zip_archive

ENTRIES = [("mimetype", b"application/epub+zip"), ("b", b"x" * 1000), ("a", b"")]


def test_an_archive_is_the_same_for_the_same_entries():
    archive = zip_archive(ENTRIES, frozenset({"mimetype"}))
    assert archive == zip_archive(ENTRIES, frozenset({"mimetype"}))


def test_an_archive_keeps_its_entries_in_order_and_bears_one_date():
    data = zip_archive(ENTRIES, frozenset({"mimetype"}))
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert [entry.filename for entry in entries] == ["mimetype", "b", "a"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {stat.S_IMODE(entry.external_attr >> 16) for entry in entries} == {0o644}


def test_an_archive_compresses_all_but_what_is_to_be_stored():
    data = zip_archive(ENTRIES, frozenset({"mimetype"}))
    kinds = [entry.compress_type for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()]
    assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]
    # EPUB 3.3, 4.3.3: the type can be read at a fixed place.
    assert data[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize(
    "entries",
    [
        [],
        ENTRIES,
        [("café/ümlaut.txt", b"a" * 70_000), ("plain", random.Random(1).randbytes(5000))],
        [(str(number), bytes([number]) * number) for number in range(200)],
    ],
)
def test_an_archive_is_the_one_that_the_standard_library_writes(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, kind)
    assert zip_archive(entries, frozenset({"mimetype"})) == buffer.getvalue()


@pytest.fixture
def compressed(monkeypatch) -> list[int]:
    """The sizes of what is compressed, of a process that has compressed nothing."""
    sizes: list[int] = []
    real = archives.zlib.compressobj

    class Counted:
        def __init__(self, *settings: int) -> None:
            self._packer = real(*settings)

        def compress(self, content: bytes) -> bytes:
            sizes.append(len(content))
            return self._packer.compress(content)

        def flush(self) -> bytes:
            return self._packer.flush()

    archives._deflated_once.cache_clear()
    monkeypatch.setattr(archives.zlib, "compressobj", Counted)
    yield sizes
    archives._deflated_once.cache_clear()


def test_what_comes_again_is_compressed_once(compressed):
    entries = [("font", b"f" * 1000), ("text", b"t" * 500)]
    first = zip_archive(entries, frozenset(), frozenset({"font"}))
    assert zip_archive(entries, frozenset(), frozenset({"font"})) == first
    assert compressed == [1000, 500, 500]
    assert first == zip_archive(entries, frozenset())


def test_no_large_file_and_not_many_are_kept(compressed):
    large = [("font", bytes(archives._LONGEST_KEPT + 1))]
    for _ in range(2):
        zip_archive(large, frozenset(), frozenset({"font"}))
    assert len(compressed) == 2
    for number in range(100):
        zip_archive([("font", bytes(number))], frozenset(), frozenset({"font"}))
    assert archives._deflated_once.cache_info().currsize < 100

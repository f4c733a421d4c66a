"""The front of a finished book as a picture."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

from guidepub.batch.covers import cover_of


def record(folder, edition: str, name: str, data: bytes) -> SimpleNamespace:
    (folder / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return SimpleNamespace(edition=edition, path=name, sha256=digest)


def test_the_pdf_is_drawn_as_large_as_is_asked(tmp_path, baker_pdf):
    cover = cover_of(tmp_path, [record(tmp_path, "screen", "a.pdf", baker_pdf)], 600)
    assert max(cover.size) == 600
    assert cover.mode == "RGB"


def test_an_epub_has_the_same_front_in_its_own_size(tmp_path, baker_pdf, baker_epub):
    cover = cover_of(tmp_path, [record(tmp_path, "epub", "a.epub", baker_epub)], 600)
    assert cover.height == 2400
    drawn = cover_of(tmp_path, [record(tmp_path, "screen", "a.pdf", baker_pdf)], 60)
    middle = (drawn.width // 2, drawn.height // 2)
    small = cover.resize(drawn.size)
    assert all(
        abs(one - other) < 40
        for one, other in zip(drawn.getpixel(middle), small.getpixel(middle), strict=True)
    )


def test_a_file_that_was_changed_or_is_gone_is_not_trusted(tmp_path, baker_pdf):
    made = record(tmp_path, "screen", "a.pdf", baker_pdf)
    (tmp_path / "a.pdf").write_bytes(baker_pdf + b"%")
    assert cover_of(tmp_path, [made], 600) is None
    (tmp_path / "a.pdf").unlink()
    assert cover_of(tmp_path, [made], 600) is None
    assert cover_of(tmp_path, [], 600) is None

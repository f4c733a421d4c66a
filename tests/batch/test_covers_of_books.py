"""The front of a finished book as a picture."""

from __future__ import annotations

import hashlib
import io
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import ImageColor

from guidepub.batch.kept.covers import cover_of


def record(folder, edition: str, name: str, data: bytes) -> SimpleNamespace:
    (folder / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return SimpleNamespace(edition=edition, path=name, sha256=digest)


def test_the_pdf_is_drawn_as_large_as_is_asked(tmp_path, baker_pdf):
    cover = cover_of(tmp_path, [record(tmp_path, "screen", "a.pdf", baker_pdf)], 600, 432, False)
    assert max(cover.size) == 600
    assert cover.mode == "RGB"


def test_an_epub_has_the_same_front_in_its_own_size(tmp_path, baker_pdf, baker_epub):
    cover = cover_of(tmp_path, [record(tmp_path, "epub", "a.epub", baker_epub)], 600, 432, False)
    assert cover.height == 2560
    drawn = cover_of(tmp_path, [record(tmp_path, "screen", "a.pdf", baker_pdf)], 60, 432, False)
    middle = (drawn.width // 2, drawn.height // 2)
    small = cover.resize(drawn.size)
    assert all(
        abs(one - other) < 40
        for one, other in zip(drawn.getpixel(middle), small.getpixel(middle), strict=True)
    )


def test_a_file_that_was_changed_or_is_gone_is_not_trusted(tmp_path, baker_pdf):
    made = record(tmp_path, "screen", "a.pdf", baker_pdf)
    (tmp_path / "a.pdf").write_bytes(baker_pdf + b"%")
    assert cover_of(tmp_path, [made], 600, 432, False) is None
    (tmp_path / "a.pdf").unlink()
    assert cover_of(tmp_path, [made], 600, 432, False) is None
    assert cover_of(tmp_path, [], 600, 432, False) is None


@pytest.mark.parametrize(("is_leftward", "colour"), [(False, "navy"), (True, "olive")])
def test_a_book_on_paper_alone_has_the_front_of_its_wrap(tmp_path, is_leftward, colour):
    # Marks, a bleed, a front of 100 by 150 points on either side, and a spine of 10 points.
    with pikepdf.new() as sheet:
        page = sheet.add_blank_page(page_size=(250, 190))
        page.obj.TrimBox = pikepdf.Array([20, 20, 230, 170])
        left, right = "0.5 0.5 0 rg 10 10 110 170 re f", "0 0 0.5 rg 130 10 110 170 re f"
        page.contents_add(f"0 g 0 0 250 190 re f {left} {right}".encode())
        data = io.BytesIO()
        sheet.save(data)
    wrap = record(tmp_path, "print-cover", "a.pdf", data.getvalue())
    # Nothing beside it is seen, and no pixel is missing where edges fall between pixels.
    for longest in (600, 601):
        cover = cover_of(tmp_path, [wrap], longest, 100, is_leftward)
        assert max(cover.size) == longest
        assert [found for _, found in cover.getcolors()] == [ImageColor.getrgb(colour)]

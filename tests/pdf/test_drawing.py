"""A laid-out book is drawn once, and each file has what its own pages need of the drawing."""

from __future__ import annotations

import io
import re
import zlib
from base64 import b64encode
from typing import Any

import pikepdf
import pypdfium2
import pytest
from definitions import guide
from PIL import Image
from weasyprint.document import Page

from guidepub import Book, Catalog, RenderError
from guidepub.assembly import assemble
from guidepub.pdf import BookPages
from guidepub.pdf.drawn.drawing import Drawing
from guidepub.pdf.engine.weasyprint import HTML
from guidepub.pdf.finishing.packing import packed

_WAVE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'>"
    b"<path d='M0 0 7 5' stroke='green'/></svg>"
)
WAVE = f"url(data:image/svg+xml;base64,{b64encode(_WAVE).decode()})"
GRADIENT = "<svg width='80' height='40'><defs><linearGradient id='g'><stop offset='0'"
GRADIENT += " stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient></defs>"
GRADIENT += "<rect width='80' height='40' fill='url(#g)'/></svg>"


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def drawing(body: str, rules: str = "") -> Drawing:
    style = f"@page {{ size: 3in 2in; margin: .5in }} * {{ margin: 0 }} {rules}"
    html = f"<html lang=en><title>T</title><style>{style}</style><body>{body}"
    return Drawing(HTML(string=html).render())


def picture(data: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")


def painted(book: Book, monkeypatch: pytest.MonkeyPatch, make) -> int:
    """Return how many pages are painted while a book's files are made."""
    pages = []
    paint = Page.paint

    def counted(self, *arguments):
        pages.append(self)
        return paint(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Page, "paint", counted)
        make(BookPages(book))
    return len(pages)


def test_pages_are_painted_once_for_paper_screen_and_the_covers_picture(baker_book, monkeypatch):
    def all_files(pages):
        for edition in ("print", "screen"):
            pages.file(edition)
        pages.cover_image()

    once = painted(baker_book, monkeypatch, lambda pages: pages.file("screen"))
    assert once == painted(baker_book, monkeypatch, all_files)


def test_it_does_not_matter_which_file_is_made_first(baker_book):
    one, other = BookPages(baker_book), BookPages(baker_book)
    first = [one.file("screen"), one.file("print"), one.cover_image(), one.file("screen")]
    second = [other.cover_image(), other.file("print"), other.file("screen")]
    assert first == [second[2], second[1], second[0], second[2]]


def test_what_was_lost_for_one_file_is_reported_for_the_next():
    made = guide("Bread is 麵.")
    pages = BookPages(assemble(made, Catalog.of(made)))
    for edition in ("screen", "print"):
        with pytest.raises(RenderError, match="麵"):
            pages.file(edition)


def test_pages_for_a_press_carry_nothing_that_only_the_cover_needs(baker_book):
    file = opened(BookPages(baker_book).file("print"))
    named = set(re.findall(rb"/\w\S*", b"".join(map(content, file.pages))))
    resources: Any = file.pages[0].obj.Resources
    for listed in ("/XObject", "/Pattern", "/Shading", "/ExtGState"):
        assert {name.encode() for name in resources.get(listed, {})} <= named
    forms = [resources.XObject[name] for name in resources.get("/XObject", {})]
    named |= {
        name.encode() for form in forms for name in form.get("/Resources", {}).get("/Font", {})
    }
    assert {name.encode() for name in resources.Font} <= named


def test_pages_for_a_press_have_no_marks_of_a_structure(baker_book):
    file = opened(BookPages(baker_book).file("print"))
    assert "/StructTreeRoot" not in file.Root
    operators = {
        str(operator) for page in file.pages for _, operator in pikepdf.parse_content_stream(page)
    }
    assert "Tj" in operators or "TJ" in operators
    assert not operators & {"BDC", "BMC", "EMC"}


def test_destinations_lead_to_pages_that_are_there():
    made = drawing(
        "<p id=a>1<p id=b style='break-before: page'>2<p id=c style='break-before: page'>3"
    )
    file = opened(packed(made.copy([0, 2], "pdf/ua-1"), b"id"))
    names = file.Root.Names.Dests.Names
    places = {
        str(name): place[0].objgen for name, place in zip(names[::2], names[1::2], strict=True)
    }
    assert places == {"a": file.pages[0].obj.objgen, "c": file.pages[1].obj.objgen}


def test_the_structure_is_that_of_the_pages_that_are_there():
    made = drawing("<p>1<p style='break-before: page'>2<p style='break-before: page'>3")
    file = opened(packed(made.copy([0, 2], "pdf/ua-1"), b"id"))
    (document,) = file.Root.StructTreeRoot.K
    assert [kid.Pg.objgen for kid in document.K] == [page.obj.objgen for page in file.pages]
    owners = file.Root.StructTreeRoot.ParentTree.Nums
    listed = dict(zip(map(int, owners[::2]), owners[1::2], strict=True))
    for page in file.pages:
        (owner,) = listed[int(page.obj.StructParents)]
        assert owner.Pg.objgen == page.obj.objgen


ON_A_SHEET = [
    "<p>Words",
    f"<p style='width: 1in; height: 1in; background: {WAVE}'>Words",
    f"<div style='opacity: .5'>{GRADIENT}</div>",
    GRADIENT,
]


@pytest.mark.parametrize("body", ON_A_SHEET)
@pytest.mark.parametrize("rules", ["", "@page { background: #dde }"])
def test_what_lies_on_a_sheet_moves(body, rules):
    made = drawing(body, rules)
    thin, thick = (picture(packed(made.copy([0], shifts=[by]), b"")) for by in (0.0, 9.0))
    width, height = thin.size
    assert thick != thin
    assert thick.crop((9, 0, width, height)) == thin.crop((0, 0, width - 9, height))


@pytest.mark.parametrize("body", ON_A_SHEET)
@pytest.mark.parametrize("rules", ["background: #dde", f"background: {WAVE}"])
def test_what_colours_the_sheet_stays(body, rules):
    rules = f"@page {{ {rules} }}"
    sheet, made = drawing("", rules), drawing(body, rules)
    bare = picture(packed(sheet.copy([0]), b""))
    thick = picture(packed(made.copy([0], shifts=[9.0]), b""))
    # What lies on it begins half an inch from its edges.
    for box in ((0, 0, 40, bare.height), (0, 0, bare.width, 30)):
        assert bare.crop(box).getcolors() != [(40 * bare.height, (255, 255, 255))]
        assert thick.crop(box) == bare.crop(box)


def test_bookmarks_and_destinations_move_with_the_text():
    made = drawing("<h1 id=a>Bread</h1>")
    places = []
    for shift in (0.0, 9.0):
        file = opened(packed(made.copy([0], shifts=[shift]), b""))
        places.append(
            (float(file.Root.Outlines.First.Dest[2]), float(file.Root.Names.Dests.Names[1][2]))
        )
    assert places[1] == (places[0][0] + 9, places[0][1] + 9)


def test_changes_to_a_copy_change_no_other():
    made = drawing(GRADIENT + "<p>Words")
    untouched = packed(made.copy([0], "pdf/ua-1"), b"id")
    changed = made.copy([0], "pdf/ua-1")
    item: Any
    for item in changed.objects[3:]:
        if hasattr(item, "stream"):
            item.stream.clear()
            item.extra.clear()
        elif hasattr(item, "clear"):
            item.clear()
    assert packed(made.copy([0], "pdf/ua-1"), b"id") == untouched


@pytest.mark.parametrize("level", [0, 1, 9])
def test_a_packed_file_is_sound_and_has_its_identifier(level):
    data = packed(drawing("<p>Words").copy([0], "pdf/x-4"), b"0123456789abcdef", level)
    file = opened(data)
    assert file.check_pdf_syntax() == []
    assert bytes(file.trailer.ID[0]) == b"0123456789abcdef"
    assert data.startswith(b"%PDF-1.6")
    assert "Words" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_the_structure_is_that_of_the_version_of_pdf():
    file = opened(packed(drawing("<p>Words").copy([0], "pdf/ua-1"), b"id"))
    assert file.pdf_version == "1.7"
    assert "/Namespaces" not in file.Root.StructTreeRoot


def test_each_stream_is_compressed_once(monkeypatch):
    sizes = []
    compress = zlib.compress

    def counted(data, level):
        sizes.append(len(data))
        return compress(data, level)

    copy = drawing("<p>Words").copy([0], "pdf/x-4")
    monkeypatch.setattr(zlib, "compress", counted)
    packed(copy, b"id")
    waiting = [each for each in copy.objects if getattr(each, "compress", False)]
    # And the stream of objects, and that of the references.
    assert len(sizes) == len(waiting) + 2


def content(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return page.obj.Contents.read_bytes()

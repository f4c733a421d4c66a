"""Fields of the PDF for reading: each with its name, its place in the structure and its look."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from definitions import guide
from structures import Element, annotations_of_pages, structure

import guidepub
from guidepub import Book, Catalog
from guidepub.assembly import assemble
from guidepub.pdf.tags.typing_faces import typing_face

BODY = """\
:::{worksheet} Two programs
:columns: 2
- Town
- Cost

Then:

- [ ] I have *asked*.
:::

See [the web](https://example.org).

:::{worksheet} Notes
1. Now
:::
"""
NAMES = ["Town – A", "Town – B", "Cost – A", "Cost – B", "I have asked.", "Now"]
_TAB, _SPACE = 9, 32


@pytest.fixture(scope="module")
def book() -> Book:
    own = guide(BODY, "No field here.")
    return assemble(own, Catalog.of(own))


@pytest.fixture(scope="module")
def file(book) -> bytes:
    return guidepub.render(book, "screen")


@pytest.fixture(scope="module")
def pdf(file) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(file)) as opened:
        yield opened


def fields(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return list(pdf.Root.AcroForm.Fields)


def test_each_blank_is_a_field_with_a_name_of_its_own(pdf):
    assert [str(field.TU) for field in fields(pdf)] == NAMES
    assert [str(field.Contents) for field in fields(pdf)] == NAMES
    assert len({str(field["/T"]) for field in fields(pdf)}) == len(NAMES)
    assert [str(field.FT) for field in fields(pdf)] == ["/Tx"] * 4 + ["/Btn", "/Tx"]


def test_a_field_stands_in_the_structure_where_it_is_read(pdf):
    root = structure(pdf)
    forms = root.all("Form")
    assert [str(form.annotations()[0].TU) for form in forms] == NAMES
    (table,) = [each for each in root.all("Table") if each.all("Form")]
    assert table.outline() == (
        "Table(THead(TR(TD TH TH)) TBody(TR(TH TD(Form) TD(Form)) TR(TH TD(Form) TD(Form))))"
    )
    items = [item.outline() for item in root.all("LI") if item.all("Form")]
    assert items == ["LI(LBody(Form))", "LI(LBody(P Form))"]


def test_the_file_knows_whose_each_field_is(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert list(owners) == sorted(owners)
    for field in fields(pdf):
        owner = owners[int(field.StructParent)]
        assert owner.S == "/Form"
        assert Element("", owner, ()).annotations() == [field]


def test_a_field_lies_where_its_outline_is_drawn(pdf):
    boxes = [[float(edge) for edge in field.Rect] for field in fields(pdf)[:4]]
    assert all(right - left > 40 and top - bottom > 15 for left, bottom, right, top in boxes)
    # Two columns side by side, two rows below each other.
    assert boxes[0][2] <= boxes[1][0]
    assert boxes[2][3] <= boxes[0][1]


def test_each_field_has_a_look_and_none_is_left_to_the_program(pdf):
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    box = fields(pdf)[4]
    assert set(box.AP.N) == {"/Yes", "/Off"}
    assert box.AS == "/Off"
    assert all(field.F == 4 and "/N" in field.AP for field in fields(pdf))


def test_what_is_written_is_set_in_a_face_that_the_file_holds(pdf):
    (font,) = pdf.Root.AcroForm.DR.Font.values()
    assert "/FontFile2" in font.FontDescriptor
    assert str(fields(pdf)[0].DA).startswith("/F ")
    assert len(font.Widths) == font.LastChar - font.FirstChar + 1


def test_pages_are_gone_through_in_the_order_of_reading(pdf):
    pages = [page.obj for page in pdf.pages if page.obj.get("/Annots")]
    assert all(page.Tabs == "/S" for page in pages)


def test_links_are_as_they_were(pdf):
    links = [each for each in annotations_of_pages(pdf) if each.Subtype == "/Link"]
    assert "https://example.org" in [str(link.A.URI) for link in links if "/A" in link]


def test_paper_has_no_field(book):
    with pikepdf.open(io.BytesIO(guidepub.render(book, "print"))) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not annotations_of_pages(pdf)


def test_a_book_without_worksheets_has_no_form(baker_book):
    with pikepdf.open(io.BytesIO(guidepub.render(baker_book, "screen"))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_every_field_is_reached_and_filled_by_keyboard(file):
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    form = document.formenv.raw
    reached = []
    for page in (document[number] for number in range(len(document))):
        pdfium.FORM_OnAfterLoadPage(page.raw, form)
        for _ in NAMES:
            pdfium.FORM_OnKeyDown(form, page.raw, _TAB, 0)
            name = _focused(form)
            if not name or name in reached:
                break
            reached.append(name)
            pdfium.FORM_OnChar(form, page.raw, _SPACE if name.endswith(".") else ord("é"), 0)
        pdfium.FORM_ForceToKillFocus(form)
    assert reached == NAMES
    saved = io.BytesIO()
    document.save(saved)
    with pikepdf.open(saved) as pdf:
        values = [str(field.V) for field in fields(pdf)]
    assert values == ["é"] * 4 + ["/Yes", "é"]


def _focused(form) -> str:
    page, annotation = ctypes.c_int(-1), pdfium.FPDF_ANNOTATION()
    if not pdfium.FORM_GetFocusedAnnot(form, page, annotation) or not annotation:
        return ""
    read = pdfium.FPDFAnnot_GetFormFieldAlternateName
    size = read(form, annotation, None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(form, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return buffer.raw[: size - 2].decode("utf-16-le")


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("en-US", "Résumé – “now”"),
        ("de", "Größe Äpfel"),
        ("fr", "Œuvre à côté, été"),
        ("pl", "Zażółć gęślą jaźń ŁÓDŹ"),
        ("vi", "Điều dưỡng ở Hà Nội, ỹ Ỹ ẵ Ẵ"),
    ],
)
def test_a_language_has_its_letters(language, letters):
    face = typing_face(language)
    codes = _codes(face)
    missing = {letter for letter in letters if letter not in codes}
    assert not missing
    # What the face lacks has the width of its sign for that.
    assert all(face.widths[codes[letter] - face.first] > 0 for letter in letters)
    assert max(codes.values()) < 256


def _codes(face) -> dict[str, int]:
    from fontTools.agl import toUnicode

    codes = {bytes([c]).decode("cp1252", "ignore"): c for c in range(face.first, 256)}
    code = 0
    for entry in face.differences:
        if isinstance(entry, int):
            code = entry
            continue
        codes = {letter: at for letter, at in codes.items() if at != code}
        codes[toUnicode(entry.removeprefix("/"))] = code
        code += 1
    return codes

"""Whatever hides a notice is seen through, and what only looks odd hides nothing."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tampering import (
    edited_epub,
    edited_pdf,
    entries,
    operator,
    packed,
    true_book,
    whole_register,
)

from guidepub.checks.legal.examining import examine
from guidepub.checks.legal.wordings.register import read_register, register_data

pytestmark = pytest.mark.xdist_group("tampered")
REGISTER = read_register(register_data(whole_register()))

WORDS = "This guide is"


def unseen(folder, name, data) -> str:
    """Return why the disclaimer of a file cannot be seen, without figures and places."""
    (folder / name).write_bytes(data)
    examination = examine(folder / name, REGISTER)
    assert examination.error == ""
    (found,) = [s for s in examination.sightings if s.id == "disclaimer"]
    return found.unseen.split(" on ")[0].split(" (")[0]


def page_edit(edit):
    return edited_pdf(true_book("en").pdf, WORDS, edit)


def with_state(**values):
    """Return an edit that sets a graphics state on the page of the disclaimer."""

    def edited() -> bytes:
        data = page_edit(lambda operators: [operator("gs", pikepdf.Name.Hide), *operators])
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.Resources.ExtGState = pikepdf.Dictionary(Hide=pikepdf.Dictionary(**values))
            return saved(pdf)

    return edited


def saved(pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def covered(colour, box=(0, 0, 2000, 2000), before=False):
    """Return an edit that paints a rectangle over the page, or under its text."""

    def edit(operators):
        paint = [
            operator("q"),
            operator("rg", *colour),
            operator("re", *box),
            operator("f"),
            operator("Q"),
        ]
        return [*paint, *operators] if before else [*operators, *paint]

    return edit


def annotated() -> bytes:
    """Lay a white square, as a comment, over every page."""
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        form = pdf.make_stream(b"1 g 0 0 900 900 re f", Type=pikepdf.Name.XObject,
                               Subtype=pikepdf.Name.Form, BBox=[0, 0, 900, 900])  # fmt: skip
        for page in pdf.pages:
            page.Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[0, 0, 900, 900], F=4,
                AP=pikepdf.Dictionary(N=form)))])  # fmt: skip
        return saved(pdf)


def cropped(box) -> bytes:
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        for page in pdf.pages:
            page.CropBox = pikepdf.Array(box)
        return saved(pdf)


def inherited(crop=None, up=0) -> bytes:
    """Let all pages inherit their boxes, their contents so many points further up."""
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
        media = [left, bottom + up, right, top + up]
        pdf.Root.Pages.MediaBox = pikepdf.Array(media)
        pdf.Root.Pages.CropBox = pikepdf.Array(crop or media)
        for page in pdf.pages:
            page.contents_add(f"1 0 0 1 0 {up} cm".encode(), prepend=True)
            for name in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if name in page.obj:
                    del page.obj[name]
        return saved(pdf)


HIDDEN = {
    "render mode 3": (lambda: page_edit(lambda o: [operator("Tr", 3), *o]), "drawn so that it cannot be seen"),
    "zero opacity": (with_state(ca=0), "drawn so that it cannot be seen"),
    "faint opacity": (with_state(ca=0.2), "too faint"),
    "a white rectangle": (lambda: page_edit(covered((1, 1, 1))), "covered or cut off"),
    "a black rectangle": (lambda: page_edit(covered((0, 0, 0))), "too faint"),
    "half a line": (lambda: page_edit(covered((1, 1, 1), (0, 0, 150, 2000))), "covered or cut off"),
    "dark paper": (lambda: page_edit(covered((0.2, 0.2, 0.2), before=True)), "too faint"),
    "light paper": (lambda: page_edit(covered((0.9, 0.9, 1), before=True)), ""),
    "a clip": (lambda: page_edit(
        lambda o: [operator("re", 0, 0, 10, 10), operator("W"), operator("n"), *o]), "covered or cut off"),
    "an annotation": (annotated, "covered or cut off"),
    "a crop": (lambda: cropped([0, 0, 432, 200]), "off the page"),
    "a crop of all pages": (lambda: inherited([0, 0, 432, 200]), "off the page"),
    "a box of all pages": (lambda: inherited(up=400), ""),
    "no change": (lambda: true_book("en").pdf, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_what_hides_words_on_a_page_is_reported(name, tmp_path):
    make, reason = HIDDEN[name]
    assert unseen(tmp_path, "book.pdf", make()) == reason


def test_a_turned_page_is_looked_at_as_it_lies(tmp_path):
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        for page in pdf.pages:
            page.Rotate = 90
        assert unseen(tmp_path, "turned.pdf", saved(pdf)) == ""
    data = page_edit(covered((1, 1, 1)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Rotate = 270
        assert unseen(tmp_path, "covered.pdf", saved(pdf)) == "covered or cut off"


def styled(css: str, sheet: str = ""):
    wording = '<div class="wording"'
    data = edited_epub(
        true_book("en").epub,
        "notices",
        lambda text: text.replace(wording, f'{wording} style="{css}"'),
    )
    held = entries(data)
    return packed(held | {"EPUB/notices.css": held["EPUB/notices.css"] + sheet.encode()})


STYLES = {
    "display: none": "hidden by a style",
    "display: none; display: block": "",
    "visibility: hidden": "hidden by a style",
    "opacity: 0": "hidden by a style",
    "font-size: 0": "too small",
    "font-size: 40%": "too small",
    "font: 3px serif": "too small",
    "color: rgba(0, 0, 0, .1)": "too faint",
    "color: white": "too faint",
    "color: white; background: #222": "",
    "color: #222; background: #111": "too faint",
    "text-indent: -9999px": "hidden by a style",
    "height: 0; overflow: hidden": "hidden by a style",
    "position: absolute; clip: rect(0, 0, 0, 0)": "hidden by a style",
    "transform: scale(0)": "hidden by a style",
    "margin: 1em; color: #333; font-size: 0.9em": "",
    "": "",
}


@pytest.mark.parametrize("css", STYLES)
def test_what_hides_words_in_a_document_is_reported(css, tmp_path):
    assert unseen(tmp_path, "book.epub", styled(css)) == STYLES[css]


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (".wording { display: none }", "hidden by a style"),
        ("body .wording p { color: #fff !important } .wording p { color: #000 }", "too faint"),
        (".wording { display: none } .leaf > .wording { display: block }", ""),
        ("@media screen { .notices { visibility: hidden } }", "hidden by a style"),
        ("@media print { .wording { display: none } }", ""),
        (".wording::before { display: none } nonsense { { }", ""),
        ("html { font-size: 5pt } .wording { font-size: 1em }", "too small"),
    ],
)
def test_the_cascade_decides_as_a_reading_system_does(sheet, reason, tmp_path):
    assert unseen(tmp_path, "book.epub", styled("", sheet)) == reason


@pytest.mark.parametrize(("field", "value"), [("min_size", 20), ("min_contrast", 20)])
def test_the_least_size_and_contrast_are_those_of_the_register(field, value, tmp_path):
    whole = whole_register()
    notices = tuple(n.model_copy(update={field: value}) for n in whole.notices)
    strict = read_register(register_data(whole.model_copy(update={"notices": notices})))
    grey = styled("color: #222")
    for name, data in (("book.pdf", true_book("en").pdf), ("book.epub", grey)):
        (tmp_path / name).write_bytes(data)
        seen = examine(tmp_path / name, REGISTER).sightings
        assert [s.unseen for s in seen if s.id == "disclaimer"] == [""]
        (reported,) = [
            s.unseen for s in examine(tmp_path / name, strict).sightings if s.id == "disclaimer"
        ]
        assert f"at least {value}" in reported

"""What each printer asks: a build for it passes its own check, and each planted fault is told."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pikepdf
import pydyf
import pytest
from click.testing import CliRunner
from pikepdf import Array, Dictionary, Name, Pdf
from planted import adding, deleting, loose_link, no_font_files, no_trim_box, word

import guidepub
from guidepub.checks.pdf import pdf_findings
from guidepub.cli import group
from guidepub.findings import Place, RenderError
from guidepub.findings.errors import UsageError
from guidepub.model import PRESETS, Press
from guidepub.model.presses.printers import PressStandard, Printer, printer_named, printers
from guidepub.pdf import BookPages
from guidepub.pdf.engine.weasyprint import Pdf as DrawnPdf
from guidepub.pdf.press import flat

pytestmark = pytest.mark.xdist_group("printers")

NAMES = ("ingramspark", "kdp-paperback", "lulu", "offset-eu", "offset-us")
TRIMS = sorted({(trim.width, trim.height) for trim in PRESETS.values()})


@pytest.fixture(scope="module")
def made(baker_book) -> Callable[[str, str], bytes]:
    """Return a function that gives the small book's file for a printer."""
    pages: dict[str, BookPages] = {}

    def file(printer: str, edition: str) -> bytes:
        if printer not in pages:
            book = baker_book.model_copy(update={"press": Press(press=printer)})
            pages[printer] = BookPages(book)
        return pages[printer].file(edition)

    return file


@pytest.fixture
def judged(tmp_path) -> Callable[[bytes, str], list[str]]:
    """Return a function that gives the codes of what a printer has against a file."""

    def codes(data: bytes, printer: str) -> list[str]:
        path = tmp_path / "book.pdf"
        path.write_bytes(data)
        found = pdf_findings(path, TRIMS, printer_named(printer))
        return sorted({finding.code for finding in found})

    return codes


@pytest.mark.parametrize("name", NAMES)
def test_a_table_states_its_sources_and_its_day(name):
    printer = printers()[name]
    assert printer.sources
    assert printer.read.year >= 2026


def test_all_tables_are_known():
    assert tuple(printers()) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edition", ["print", "print-cover"])
def test_a_build_for_a_printer_passes_its_check(made, judged, name, edition):
    assert judged(made(name, edition), name) == []


@pytest.mark.parametrize("edition", ["print", "print-cover"])
def test_a_file_says_for_whom_it_was_made_and_is_judged_by_that(made, tmp_path, edition):
    path = tmp_path / "book.pdf"
    for name in NAMES:
        path.write_bytes(made(name, edition))
        assert pdf_findings(path, TRIMS) == []
    with Pdf.open(io.BytesIO(made("kdp-paperback", edition))) as pdf:
        pdf.Root.Metadata.write(
            pdf.Root.Metadata.read_bytes().replace(b">kdp-paperback<", b">ingramspark<")
        )
        pdf.save(path)
    # Anybody's word is enough to be held to it.
    assert "K005" in {finding.code for finding in pdf_findings(path, TRIMS)}


def row(printer: Printer) -> str:
    """Return a printer's row in the documentation."""
    least, most = printer.limits()
    pages = f"{least:,} to {most:,}" if most else f"from {least:,}" if least > 1 else "as agreed"
    cells = (
        f"`{printer.id}`",
        f"{printer.bleed / 72 * 25.4:.4g} mm"
        + ("" if printer.bleed_at_spine else ", none at the spine"),
        pages + (f", by {printer.multiple}" if printer.multiple > 1 else ""),
        ", ".join(printer.standards) or "any PDF",
        f"{printer.ink} %",
        f"{printer.safe / 72 * 25.4:.4g} mm",
    )
    return f"| {' | '.join(cells)} |"


def test_the_documentation_has_the_figures_of_the_tables():
    text = (Path(__file__).parents[2] / "docs" / "printers.md").read_text("utf-8")
    for printer in printers().values():
        assert row(printer) in text
        assert f"`{printer.id}` ({printer.read}): {printer.note}" in text


def pages_left(count: int) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        while len(pdf.pages) > count:
            del pdf.pages[-1]
        while len(pdf.pages) < count:
            pdf.pages.append(pdf.pages[-2])

    return change


def reaching(left: float, other: float) -> Callable[[Pdf], None]:
    """Let each sheet and bleed go so far beyond the trim, at the spine and elsewhere."""

    def change(pdf: Pdf) -> None:
        for number, page in enumerate(pdf.pages):
            x0, y0, x1, y1 = (float(edge) for edge in page.TrimBox)
            spine, fore = (left, other) if number % 2 == 0 else (other, left)
            page.obj.MediaBox = Array([x0 - spine, y0 - other, x1 + fore, y1 + other])
            page.obj.BleedBox = page.obj.MediaBox

    return change


def crop_mark(pdf: Pdf) -> None:
    page = pdf.pages[5]
    x0, y0, x1, y1 = (float(edge) for edge in page.MediaBox)
    page.obj.MediaBox = Array([x0 - 18, y0 - 18, x1 + 18, y1 + 18])
    adding(f"0 0 0 1 K {x0 - 16} {y0 + 30} m {x0 - 6} {y0 + 30} l S")(pdf)


def bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Here", 0))


def see_through(pdf: Pdf) -> None:
    name = pdf.pages[5].add_resource(Dictionary(ca=0.5), Name.ExtGState)
    adding(f"q {name} gs 0 0 0 1 k 99 99 9 9 re f Q")(pdf)


def ink(percent: int) -> Callable[[Pdf], None]:
    part = percent / 400
    return adding(f"{part} {part} {part} {part} k 99 99 9 9 re f")


def picture(resolution: int) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        image = pdf.make_stream(b"\x80" * resolution * resolution)
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        image.Width = image.Height = resolution
        image.BitsPerComponent = 8
        name = pdf.pages[5].add_resource(image, Name.XObject)
        adding(f"q 72 0 0 72 99 99 cm {name} Do Q")(pdf)

    return change


def near_trim(distance: float) -> Callable[[Pdf], None]:
    return adding(word(200, distance))


def near_spine(distance: float) -> Callable[[Pdf], None]:
    """Set a word on a left page, which has the spine on its right."""

    def change(pdf: Pdf) -> None:
        width = float(pdf.pages[5].TrimBox[2])
        adding(word(width - distance - 10, 300))(pdf)

    return change


def another_standard(pdf: Pdf) -> None:
    pdf.docinfo["/GTS_PDFXVersion"] = pdf.docinfo["/GTS_PDFXConformance"] = "PDF/X-4"
    data = pdf.Root.Metadata.read_bytes().replace(b"PDF/X-1a:2001", b"PDF/X-4")
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def no_standard(pdf: Pdf) -> None:
    data = re.sub(rb"PDF/X-4", b"nothing", pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def boxes_crossed(pdf: Pdf) -> None:
    pdf.pages[3].obj.BleedBox = Array([20, 20, 300, 300])


RGB = adding("1 0 0 rg 99 99 9 9 re f")
# By printer: the fault, and the codes that tell it.
FAULTS: dict[str, dict[str, tuple[Callable[[Pdf], None], set[str]]]] = {
    "kdp-paperback": {
        "too thin": (pages_left(22), {"K050"}),
        "too thick": (pages_left(830), {"K050"}),
        "an odd page": (pages_left(25), {"K050"}),
        "a bleed at the spine": (reaching(9, 9), {"K015"}),
        "a narrow bleed": (reaching(0, 4), {"K012"}),
        "crop marks": (crop_mark, {"K015", "K016"}),
        "bookmarks": (bookmark, {"K004"}),
        "a link": (loose_link, {"K003"}),
        "transparency": (see_through, {"K006"}),
        "type in the gutter": (near_spine(20), {"K042"}),
        "type near the trim": (near_trim(20), {"K041"}),
        "a font that is not embedded": (no_font_files, {"P010"}),
    },
    "ingramspark": {
        "too thin": (pages_left(16), {"K050"}),
        "an odd page": (pages_left(23), {"K050"}),
        "a bleed at the spine": (reaching(9, 9), {"K015"}),
        "a narrow bleed": (reaching(0, 4), {"K012"}),
        "crop marks": (crop_mark, {"K015", "K016"}),
        "PDF/X-4": (another_standard, {"K005"}),
        "transparency": (see_through, {"K006"}),
        "RGB": (RGB, {"K020"}),
        "too much ink": (ink(260), {"K023"}),
        "type near the trim": (near_trim(30), {"K041"}),
    },
    "lulu": {
        "too thin": (pages_left(30), {"K050"}),
        "no bleed at the spine": (reaching(0, 9), {"K012"}),
        "a narrow bleed": (reaching(4, 4), {"K012"}),
        "a large sheet": (reaching(18, 18), {"K015"}),
        "crop marks": (crop_mark, {"K015", "K016"}),
        "a link": (loose_link, {"K003"}),
        "type near the trim": (near_trim(30), {"K041"}),
        "too much ink": (ink(320), {"K023"}),
        "a font that is not embedded": (no_font_files, {"P010"}),
    },
    "offset-eu": {
        "no trim box": (no_trim_box, {"K010"}),
        "boxes that cross": (boxes_crossed, {"K011"}),
        "no bleed at the spine": (reaching(0, 9), {"K012"}),
        "a narrow bleed": (reaching(6, 6), {"K012"}),
        "no PDF/X": (no_standard, {"K002"}),
        "no output intent": (deleting("/OutputIntents"), {"K001"}),
        "bookmarks": (bookmark, {"K004"}),
        "a link": (loose_link, {"K003"}),
        "RGB": (RGB, {"K020"}),
        "too much ink": (ink(310), {"K023"}),
        "a coarse picture": (picture(180), {"K030"}),
        "type near the trim": (near_trim(11), {"K041"}),
    },
    "offset-us": {
        "no trim box": (no_trim_box, {"K010"}),
        "a bleed of 3 mm": (reaching(8.5, 8.5), {"K012"}),
        "pages not by eights": (pages_left(12), {"K050"}),
        "a link": (loose_link, {"K003"}),
        "RGB": (RGB, {"K020"}),
        "too much ink": (ink(310), {"K023"}),
        "a coarse picture": (picture(180), {"K030"}),
        "type near the trim": (near_trim(14), {"K041"}),
        "type in the gutter": (near_spine(40), {"K042"}),
    },
}


def test_there_are_eight_faults_a_printer():
    assert set(FAULTS) == set(NAMES)
    assert all(len(faults) >= 8 for faults in FAULTS.values())


@pytest.mark.parametrize(("name", "fault"), [(n, f) for n in NAMES for f in FAULTS[n]])
def test_a_fault_is_reported_by_its_code(made, judged, name, fault):
    change, codes = FAULTS[name][fault]
    assert set(judged(changed(made(name, "print"), change), name)) == codes


def changed(data: bytes, *changes: Callable[[Pdf], None]) -> bytes:
    """Return a PDF after some changes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for change in changes:
            change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def no_boxes(pdf: Pdf) -> None:
    no_trim_box(pdf)
    for page in pdf.pages:
        del page.obj["/BleedBox"]


@pytest.mark.parametrize("name", ["ingramspark", "kdp-paperback", "lulu"])
@pytest.mark.parametrize("edition", ["print", "print-cover"])
def test_a_sheet_has_its_trim_for_printers_that_ask_for_no_box(made, judged, name, edition):
    assert judged(changed(made(name, edition), no_boxes), name) == []


def test_type_beyond_the_trim_is_found_without_a_trim_box(made, judged):
    data = changed(made("kdp-paperback", "print"), adding(word(200, -4)), no_boxes)
    assert judged(data, "kdp-paperback") == ["K040"]


def test_a_graphics_state_that_is_opaque_is_not_transparent(made, judged):
    def opaque(pdf: Pdf) -> None:
        state = Dictionary(ca=Decimal("1.00"), CA=1, BM=Name.Normal, SMask=pikepdf.Name("/None"))
        pdf.pages[5].add_resource(state, Name.ExtGState)

    data = changed(made("kdp-paperback", "print"), opaque)
    assert judged(data, "kdp-paperback") == []


def test_a_bleed_on_three_sides_is_right_where_it_is_asked_for(made, judged):
    data = made("kdp-paperback", "print")
    assert judged(data, "kdp-paperback") == []
    assert judged(data, "lulu") == ["K012", "K050"]


def test_words_on_a_spine_that_is_too_thin_are_reported(baker_book, judged):
    thin = baker_book.model_copy(update={"press": Press(caliper="1.6pt", marks=False)})
    wrap = BookPages(thin).file("print-cover")
    assert judged(wrap, "kdp-paperback") == []
    with pikepdf.open(io.BytesIO(wrap)) as pdf:
        # As if it were a wrap for thirty pages: the spine is where it was, and so are its words.
        page = pdf.pages[0]
        width = float(page.TrimBox[2])
        less = width - 2 * float(baker_book.trim.width) - 5
        page.obj.TrimBox = Array([0, 0, width - less, page.TrimBox[3]])
        page.obj.BleedBox = Array([-9, -9, width - less + 9, float(page.TrimBox[3]) + 9])
        page.obj.MediaBox = page.obj.BleedBox
        name = next(iter(page.Resources.Font.keys()))
        page.contents_add(b"q", prepend=True)
        middle = float(baker_book.trim.width) + 1
        words = f"Q q 0 0 0 1 k BT {name} 3 Tf {middle} 300 Td <0002> Tj ET Q"
        page.contents_add(words.encode())
        out = io.BytesIO()
        pdf.save(out)
    assert "K051" in judged(out.getvalue(), "kdp-paperback")


def test_a_book_that_no_printer_binds_is_refused_with_the_reason(baker_book, monkeypatch):
    press = Press(press="kdp-paperback", paper="cream")
    monkeypatch.setattr(Printer, "limits", lambda self, paper=None: (2, 4))
    book = baker_book.model_copy(update={"press": press})
    for edition in ("print", "print-cover"):
        with pytest.raises(RenderError, match=r"R007 The book has \d+ pages; the limit is 4 for the paper “cream” \(Amazon KDP, paperback\)"):  # fmt: skip
            BookPages(book).file(edition)


def test_what_can_be_seen_through_is_refused_where_a_file_allows_none():
    pdf = DrawnPdf()
    pdf.add_object(pydyf.Dictionary({"ExtGState": pydyf.Dictionary({"a": {"ca": 0.5}})}))
    with pytest.raises(RenderError, match=r"R006 .* is transparent"):
        flat.make_flat(pdf, Place("book"))


def test_a_file_for_a_printer_that_takes_nothing_newer_is_of_pdf_1_3(made):
    data = made("ingramspark", "print")
    assert data.startswith(b"%PDF-1.3")
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/GTS_PDFXConformance"]) == "PDF/X-1a:2001"
        assert b"PDF/X-1a:2001" in pdf.Root.Metadata.read_bytes()


def test_a_printer_and_its_paper_say_what_is_not_stated():
    press = Press(press="kdp-paperback", paper="cream")
    assert (press.bleed, press.marks, press.bleed_at_spine) == (9, False, False)
    assert press.caliper == pytest.approx(2 * 0.0025 * 72)
    assert Press(press="lulu").spine(444) == pytest.approx(1.06 * 72, abs=0.01)
    assert Press(press="lulu", marks=True).marks
    assert (Press(press="kdp-paperback").padded(16), Press(press="offset-us").padded(17)) == (
        24,
        24,
    )


def test_no_table_is_read_where_no_printer_is_named():
    code = "from guidepub.model import Catalog, Press; from guidepub.model.presses.printers import printers;"
    code += "Press(bleed='3mm'); Catalog(); print(printers.cache_info().currsize)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "0\n"


def test_an_unknown_printer_or_paper_is_reported_with_its_place(tmp_path):
    for keys, message in (
        ('paper = "cream"', "3:9 D011 The paper “cream” is named without a printer. Name the printer as well,"),
        ('press = "kdp"', "3:9 D011 The printer “kdp” is unknown. Did you mean “kdp-paperback”?"),
        ('press = "lulu"\npaper = "creme"',
         "4:9 D011 “creme” is not a paper of Lulu, perfect bound. Choose from: magazine, standard."),
    ):  # fmt: skip
        (tmp_path / "catalog.toml").write_text(f'imprint = {{name = "P"}}\n[print]\n{keys}\n')
        with pytest.raises(guidepub.InputError) as caught:
            guidepub.load(tmp_path)
        assert message in str(caught.value)


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["check", *map(str, arguments)], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.output


def test_the_command_judges_for_a_printer(made, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(made("kdp-paperback", "print"))
    assert run(file, "--for", "kdp-paperback") == (0, "Nothing found.\n")
    code, output = run(file, "--for", "lulu")
    assert code == 1
    assert (
        "K050 The file has 24 pages. At least 32 pages are required (Lulu, perfect bound)."
        in output
    )


def test_the_command_lists_the_printers_that_would_take_a_file(made, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(made("kdp-paperback", "print"))
    code, output = run(file, "--for", "any", "--format", "json")
    assert code == 0
    against = json.loads(output)["files"][0]["against"]
    assert [name for name, codes in against.items() if not codes] == ["kdp-paperback"]
    assert "K005" in against["ingramspark"]
    code, output = run(file, "--for", "any")
    assert re.search(r"kdp-paperback +would take it", output)
    assert run(file, "--for", "any", "-o", tmp_path / "said.txt") == (0, "")
    assert f"{file} kdp-paperback would take it\n" in (tmp_path / "said.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["lulu", "any"])
def test_files_that_no_printer_takes_are_wrong_usage(tmp_path, name):
    (tmp_path / "book.epub").write_bytes(b"PK")
    with pytest.raises(UsageError, match="There is no PDF to check"):
        run(tmp_path, "--for", name)


def test_an_unknown_printer_of_the_command_is_wrong_usage(tmp_path):
    (tmp_path / "book.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(UsageError, match="Did you mean “kdp-paperback”"):
        run(tmp_path, "--for", "kdp-paperbak")


def test_every_printer_takes_a_standard_that_can_be_written():
    assert {printer.standard for printer in printers().values()} == set(get_args(PressStandard))

"""Pictures in finished files: the same colours to the eye in every edition, and sound files."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from definitions import definition, write
from finished import Epub
from photos import PATCHES, SIZE, as_ycck, colours, near, photo, printed, saved, without_adobe
from PIL import Image

import guidepub

pytestmark = pytest.mark.xdist_group("pictures in editions")

EXIF = Image.Exif()
EXIF[0x0112] = 3
UPRIGHT = Image.Exif()
UPRIGHT[0x0112] = 1
SEEN_THROUGH = photo("RGBA")
SEEN_THROUGH.putalpha(Image.new("L", SIZE, 255))
SEEN_THROUGH.paste((255, 0, 0, 0), (100, 0, 160, 30))
FILES = {
    "plain.jpg": saved(photo(), "JPEG", exif=UPRIGHT),
    "inks.jpg": saved(photo("CMYK"), "JPEG"),
    "ycck.jpg": as_ycck(photo("CMYK")),
    "bare.jpg": without_adobe(photo("CMYK")),
    "turned.jpg": saved(photo().transpose(Image.Transpose.ROTATE_180), "JPEG", exif=EXIF),
    "through.png": saved(SEEN_THROUGH, "PNG"),
    "through.webp": saved(SEEN_THROUGH, "WEBP"),
    "indexed.gif": saved(photo("P"), "GIF"),
}
INKED = ("inks.jpg", "ycck.jpg", "bare.jpg")
MEANT = {name: list(PATCHES) for name in FILES} | dict.fromkeys(INKED, printed())
# Pixels a point at which pages are looked at; a picture is 60 % of its measure.
SCALE = 2


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    """All editions of a guide with a page for each picture."""
    folder = tmp_path_factory.mktemp("pictures")
    text = "".join(
        f"\n\n# Part {n}\n\n:::{{figure}} {name}\n:alt: Four patches.\n:width: 60%\n:::"
        for n, name in enumerate(FILES)
    )
    write(folder, {"guide.md": definition(f"Text.{text}"), **FILES})
    catalog = guidepub.load(folder / "guide.md")
    book = guidepub.assemble(next(iter(catalog.values())), catalog)
    return {edition: guidepub.render(book, edition) for edition in ("screen", "print", "epub")}


def pictures(data: bytes) -> list[Image.Image]:
    """Return what is seen where each picture stands, in the order of the pages."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        edges = page.get_mediabox()
        for item in page.get_objects(filter=[3]):  # FPDF_PAGEOBJ_IMAGE
            left, low, right, high = item.get_bounds()
            area = (left - edges[0], edges[3] - high, right - edges[0], edges[3] - low)
            box = tuple(round(edge * SCALE) for edge in area)
            found.append(page.render(scale=SCALE).to_pil().convert("RGB").crop(box))
    return found


def streams_of(data: bytes) -> list[bytes]:
    """Return the pictures of a PDF as they are packed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            item.read_raw_bytes()
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and str(item.get("/Subtype", "")) == "/Image"
        ]


@pytest.mark.parametrize("number", range(len(FILES)), ids=list(FILES))
def test_a_screen_shows_the_colours_that_were_meant(files, number):
    found = pictures(files["screen"])[number]
    assert near(colours(found), list(MEANT.values())[number])
    width, height = found.size
    assert near([found.getpixel((width // 30, height // 20))], [(0, 0, 0)], slack=16)
    # White, or seen through to the paper.
    assert near([found.getpixel((width * 9 // 10, height // 8))], [(255, 255, 255)])


@pytest.mark.parametrize("number", range(len(FILES)), ids=list(FILES))
def test_a_press_prints_the_colours_that_were_meant(files, number):
    found = pictures(files["print"])[number]
    # How inks look is the viewer's guess: all of them must look alike.
    inked = pictures(files["print"])[list(FILES).index("inks.jpg")]
    assert near(colours(found), colours(inked), slack=8)
    width, height = found.size
    assert near([found.getpixel((width * 9 // 10, height // 8))], [(255, 255, 255)])


def test_an_epub_has_no_inks_and_nothing_that_lies_on_its_side(files):
    book = Epub(files["epub"])
    for stem, (name, meant) in zip(
        ("plain", "inks", "ycck", "bare", "turned"), MEANT.items(), strict=False
    ):
        (path,) = [path for path in book.names if f"images/{stem}-" in path]
        image = Image.open(io.BytesIO(book.archive.read(path)))
        assert image.mode == "RGB", name
        assert image.getexif().get(0x0112, 1) == 1
        assert near(colours(image), meant), name


def test_the_press_gets_the_very_inks(files):
    # The one without Adobe's mark holds the same inks as the first, and is drawn by it.
    assert {FILES["inks.jpg"], FILES["ycck.jpg"]} <= set(streams_of(files["print"]))


@pytest.mark.parametrize("edition", ["screen", "print"])
def test_no_entry_of_the_file_leads_nowhere(files, edition):
    with pikepdf.open(io.BytesIO(files[edition])) as pdf:
        assert [*pdf.get_warnings(), *pdf.check_pdf_syntax()] == []


def test_a_screen_gets_a_photo_byte_for_byte(files):
    assert FILES["plain.jpg"] in streams_of(files["screen"])

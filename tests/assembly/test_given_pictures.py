"""Pictures and logos that are given as bytes: found by their names, and the same in each process."""

import io
import zipfile

import pytest
from PIL import Image

from guidepub import Catalog, Guide, Imprint, InputError, Section, assemble, build, render

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
BODY = "Look.\n\n![A red square](art/red.png)\n"


def png(colour="red"):
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16), colour).save(buffer, "PNG")
    return buffer.getvalue()


def catalog_of(body=BODY, **pictures):
    given = {"art/red.png": png(), "logo.svg": SVG} | pictures
    guide = Guide(
        title="Welder",
        cover={"image": "art/red.png", "alt": "A red square"},
        sections=[Section(title="Overview", body=body)],
    )
    return Catalog.of(guide, imprint=Imprint(name="Press", logo="logo.svg"), pictures=given)


def test_prose_cover_and_imprint_show_pictures_that_are_bytes():
    catalog = catalog_of()
    book = assemble(catalog["welder"], catalog)
    assert sorted(picture.media_type for picture in book.pictures) == ["image/png", "image/svg+xml"]
    epub = render(book, "epub")
    names = zipfile.ZipFile(io.BytesIO(epub)).namelist()
    assert sum("images/red-" in name or "images/logo-" in name for name in names) == 2
    assert render(assemble(catalog["welder"], catalog_of()), "epub") == epub
    assert "art/red" not in repr(catalog)


def test_a_build_sees_that_the_bytes_are_others(tmp_path):
    for colour, built in (("red", 1), ("red", 0), ("blue", 1)):
        catalog = catalog_of(**{"art/red.png": png(colour)})
        report = build(catalog, tmp_path, ["epub"])
        assert (len(report.built), report.failed) == (built, ())


@pytest.mark.parametrize(
    "pictures", [{"art/red.png": b"no picture"}, {"logo.svg": b"<svg><script/></svg>"}]
)
def test_bytes_that_are_no_picture_stop_the_book(pictures):
    catalog = catalog_of(**pictures)
    with pytest.raises(InputError) as raised:
        assemble(catalog["welder"], catalog)
    assert raised.value.findings[0].code == "D042"


def test_a_name_that_leads_elsewhere_is_a_name_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    catalog = catalog_of("![A red square](../../red.png)\n", **{"../../red.png": png()})
    assert assemble(catalog["welder"], catalog).pictures
    assert list(tmp_path.iterdir()) == []

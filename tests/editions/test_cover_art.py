"""A guide's own picture on its cover, an imprint's own theme, and names in other languages."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from definitions import definition, leaf, write
from finished import OPF, Epub
from PIL import Image

import guidepub
from guidepub import Production

COVER = 'cover: {image: art.jpg, alt: "A loaf.", credit: "Ann Oakes"}\n'


def picture(width: int, height: int, mode: str = "RGB", kind: str = "JPEG") -> bytes:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(data, kind)
    return data.getvalue()


def book(folder, head: str = COVER, art: bytes = b"", theme: str = "classic", name="art.jpg"):
    settings = f'[imprint]\nname = "Harbor"\n[defaults]\ntheme = "{theme}"\n'
    files = {"catalog.toml": settings, "baker.md": definition("Bread.", head)}
    catalog = guidepub.load(write(folder, {**files, name: art or picture(400, 300)}))
    return guidepub.assemble(catalog["baker"], catalog)


@pytest.mark.parametrize(
    ("theme", "art"),
    [
        ("classic", picture(1900, 4000, "CMYK")),
        ("school", picture(3900, 1900)),
        ("school", picture(1900, 3000, "LA", "PNG")),
    ],
    ids=["tall, in inks", "panorama", "transparent"],
)
def test_a_picture_of_any_shape_fills_its_place_in_every_edition(tmp_path, theme, art):
    name = "art.jpg" if art.startswith(b"\xff\xd8") else "art.png"
    made = book(tmp_path, COVER.replace("art.jpg", name), art, theme, name)
    production = Production(made)
    for edition in ("screen", "print", "print-cover", "epub"):
        ending = "epub" if edition == "epub" else "pdf"
        (tmp_path / f"baker-{edition}.{ending}").write_bytes(production.file(edition))
    found = guidepub.check(tmp_path.glob("*.pdf"))
    assert [str(finding) for finding in found] == []
    cover = pypdfium2.PdfDocument(tmp_path / "baker-screen.pdf")[0].render(scale=1).to_pil()
    # Down the page's left edge, the grey of the gradient stands in the place of the pattern.
    edge = [cover.getpixel((1, y)) for y in range(0, cover.height, 4)]
    grey = [pixel for pixel in edge if max(pixel) - min(pixel) < 12 and max(pixel) < 240]
    assert len(grey) > 0.3 * len(edge)


def test_a_coarse_picture_is_reported_as_others_are(tmp_path):
    path = tmp_path / "baker-print-cover.pdf"
    path.write_bytes(guidepub.render(book(tmp_path), "print-cover"))
    assert [finding.code for finding in guidepub.check(path)] == ["K030"]


def test_an_epub_has_the_cover_as_a_photo_and_says_what_it_shows(tmp_path):
    made = book(tmp_path)
    data = guidepub.render(made, "epub")
    (tmp_path / "baker.epub").write_bytes(data)
    assert guidepub.check(tmp_path / "baker.epub") == []
    epub = Epub(data)
    items = epub.package.xpath(
        "opf:manifest/opf:item[starts-with(@media-type,'image')]", namespaces=OPF
    )
    assert [(i.get("href"), i.get("media-type")) for i in items] == [
        ("images/cover.jpg", "image/jpeg")
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("EPUB/images/cover.jpg").startswith(b"\xff\xd8")
        assert 'alt="Cover: Baker. Harbor. A loaf."' in archive.read("EPUB/cover.xhtml").decode()


def test_the_credit_stands_on_the_imprint_page(tmp_path):
    assert "<p>Cover picture: Ann Oakes</p>" in leaf(book(tmp_path), "imprint-page")


def test_a_name_alone_is_a_picture_without_credit(tmp_path):
    made = book(tmp_path, "cover: art.jpg\n")
    assert 'alt="Picture on the cover"' in leaf(made, "cover")
    assert "Cover picture" not in leaf(made, "imprint-page")


def test_a_picture_that_is_not_there_is_reported_with_its_line(tmp_path):
    files = {"baker.md": definition("Bread.", "cover: loaf.jpg\n"), "leaf.jpg": picture(9, 9)}
    (found,) = guidepub.load(write(tmp_path, files)).findings
    assert (found.code, found.place.line) == ("D040", 4)
    assert "Did you mean “leaf.jpg”?" in str(found)


def test_an_imprint_may_have_a_theme_of_its_own(tmp_path):
    settings = (
        '[imprint]\nname = "Harbor"\n[[imprints]]\nid = "quay"\nname = "Quay"\ntheme = "school"\n'
    )
    files = {"catalog.toml": settings, "baker.md": definition()}
    catalog = guidepub.load(write(tmp_path, files))
    guide = catalog["baker"]
    assert guidepub.assemble(guide, catalog).theme.name == "classic"
    assert guidepub.assemble(guide, catalog, "quay").theme.name == "school"


def test_a_theme_of_an_imprint_that_is_not_there_is_reported_with_its_line(tmp_path):
    files = {"catalog.toml": '[imprint]\nname = "A"\ntheme = "gone"\n', "baker.md": definition()}
    with pytest.raises(guidepub.InputError) as reported:
        guidepub.load(write(tmp_path, files))
    (found,) = reported.value.findings
    assert (found.code, found.place.line) == ("C003", 3)


def test_names_and_titles_in_another_language_say_so(tmp_path):
    head = (
        'authors: [{name: "José Ruiz", language: es}, {name: Ann Oakes}]\n'
        'occupation: {soc: "51-3011", title: "Bäcker & Koch", language: de}\n'
    )
    made = book(tmp_path, head)
    names = '<span lang="es">José Ruiz</span> and Ann Oakes'
    assert f">by {names}<" in leaf(made, "title-page")
    assert f">{names}<" in leaf(made, "cover")
    assert '<span lang="de">Bäcker &amp; Koch</span>' in leaf(made, "imprint-page")

"""The EPUB's package: container, metadata, manifest, spine, navigation."""

from __future__ import annotations

import io
import posixpath
import zipfile

import pytest
from definitions import guide, leaf
from finished import OPF, OPS, Epub, words_of
from lxml import etree

import guidepub
from guidepub import Book, Catalog, Imprint
from guidepub.assembly import assemble
from guidepub.epub import write_epub
from guidepub.model import Isbns, Person, Section, Series, Trade
from guidepub.words.names import slugify

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
# What stands in for a cover where its look does not matter.
COVER = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)


def epub_of(**fields) -> Epub:
    settings = {key: fields.pop(key) for key in ("imprint",) if key in fields}
    made = guide(*fields.pop("bodies", ["Bread."]), **fields)
    return Epub(write_epub(assemble(made, Catalog.of(made, **settings)), COVER))


def navigation(epub: Epub, kind: str) -> etree._Element:
    """Return the one <nav> of a kind."""
    navs = epub.part("contents.xhtml").iter("{*}nav")
    (nav,) = [nav for nav in navs if nav.get(f"{OPS}type") == kind]
    return nav


@pytest.fixture(scope="module")
def epub(baker_epub) -> Epub:
    return Epub(baker_epub)


def test_the_type_comes_first_and_is_not_compressed(baker_epub):
    with zipfile.ZipFile(io.BytesIO(baker_epub)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert first.extra == b""
        assert archive.read("mimetype") == b"application/epub+zip"
        assert archive.testzip() is None
    # OCF: the type can be read at a fixed place.
    assert baker_epub[30:58] == b"mimetypeapplication/epub+zip"


def test_no_entry_of_the_archive_depends_on_the_clock(baker_epub):
    with zipfile.ZipFile(io.BytesIO(baker_epub)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert len(names) == len(set(names))


def test_every_file_is_in_the_manifest_and_the_other_way_round(epub):
    listed = {f"{epub.folder}/{href}" for href in epub.manifest()}
    held = set(epub.names) - {"mimetype", "META-INF/container.xml", epub.package_path}
    assert listed == held


def test_the_metadata_tell_of_the_book(epub):
    assert epub.metadata("dc:title[@id='title']") == ["Baker & Pastry Cook"]
    assert epub.metadata("dc:title[@id='subtitle']") == ["Flour, Fire & Patience"]
    assert epub.metadata("opf:meta[@refines='#title'][@property='title-type']") == ["main"]
    assert epub.metadata("opf:meta[@refines='#subtitle'][@property='title-type']") == ["subtitle"]
    assert epub.metadata("dc:language") == ["en-US"]
    assert epub.metadata("dc:publisher") == ["Oven Press"]
    assert epub.metadata("dc:date") == ["2026-11-24"]
    assert epub.metadata("dc:rights") == ["Copyright © 2021–2026 Oven Press & Sons, Ltd"]
    assert epub.metadata("dc:subject") == ["food"]
    assert epub.metadata("dc:description") == ["What bakers do, and how one becomes a baker."]
    assert epub.properties("dcterms:modified") == ["2026-11-24T00:00:00Z"]
    assert epub.package.get("version") == "3.0"
    assert epub.package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-US"


def test_people_bear_their_roles():
    people = [
        ("Ada", "author"),
        ("Ben", "author"),
        ("Cy", "editor"),
        ("Di", "illustrator"),
        ("Ed", "translator"),
    ]
    made = epub_of(authors=[Person(name=name, role=role) for name, role in people])
    roles = {}
    for element in ("creator", "contributor"):
        for node in made.package.xpath(f"opf:metadata/dc:{element}", namespaces=OPF):
            (role,) = made.metadata(
                f"opf:meta[@refines='#{node.get('id')}'][@property='role'][@scheme='marc:relators']"
            )
            roles[node.text] = (element, role)
    assert roles == {
        "Ada": ("creator", "aut"),
        "Ben": ("creator", "aut"),
        "Cy": ("contributor", "edt"),
        "Di": ("contributor", "ill"),
        "Ed": ("contributor", "trl"),
    }


def test_a_series_is_reported_with_the_number_in_it():
    series = Series(title="Trades & Crafts", number=3)
    made = epub_of(trade=Trade(series=series))
    (name,) = made.package.xpath(
        "opf:metadata/opf:meta[@property='belongs-to-collection']", namespaces=OPF
    )
    assert name.text == series.title
    refined = f"opf:meta[@refines='#{name.get('id')}'][@property='{{}}']"
    assert made.metadata(refined.format("collection-type")) == ["series"]
    assert made.metadata(refined.format("group-position")) == ["3"]


def test_the_identifier_is_the_isbn_of_the_epub(epub):
    name = epub.package.get("unique-identifier")
    assert epub.metadata(f"dc:identifier[@id='{name}']") == ["urn:isbn:9780000411280"]


def test_without_an_isbn_the_identifier_stays_the_same_for_a_book():
    def identifier(**fields) -> str:
        (found,) = epub_of(**fields).metadata("dc:identifier")
        return found

    first = identifier()
    assert first.startswith("urn:uuid:")
    # A new edition with other text is the same publication; another one is not.
    assert identifier(edition=2, bodies=["Other."]) == first
    # The ISBN of the printed book is none of this file's.
    assert identifier(isbn=Isbns(print="9780000411273")) == first
    others = [
        identifier(slug="butcher"),
        identifier(language="en-GB"),
        identifier(imprint=Imprint(id="school", name="School")),
    ]
    assert len({first, *others}) == 4


def test_the_spine_holds_all_documents_in_the_order_of_the_leaves(epub, baker_book):
    assert [href for href, _ in epub.documents()] == [part.file_name for part in baker_book.leaves]


def test_items_bear_the_properties_that_are_true_of_them(epub):
    properties = {
        href: item.get("properties")
        for href, item in epub.manifest().items()
        if item.get("properties")
    }
    assert properties == {
        "images/cover.png": "cover-image",
        "contents.xhtml": "nav",
        # This section draws charts; pictures that are files are no inline SVG.
        "section-salary.xhtml": "svg",
    }


def test_the_navigation_lists_what_the_contents_list(epub, baker_book):
    nav = navigation(epub, "toc")
    links = [(node.get("href"), node.text) for node in nav.findall("{*}ol/{*}li/{*}a")]
    listed = [part for part in baker_book.leaves if part.in_contents]
    assert links == [(part.file_name, part.title) for part in listed]


def test_landmarks_lead_to_cover_contents_text_and_sources(epub):
    nav = navigation(epub, "landmarks")
    marks = {node.get(f"{OPS}type"): node.get("href") for node in nav.iter("{*}a")}
    assert marks == {
        "cover": "cover.xhtml",
        "toc": "contents.xhtml",
        "bodymatter": "section-overview.xhtml",
        "bibliography": "sources.xhtml",
    }
    assert all(node.text for node in nav.iter("{*}a"))


def test_landmarks_name_no_sources_where_there_are_none():
    nav = epub_of().part("contents.xhtml")
    assert "bibliography" not in [node.get(f"{OPS}type") for node in nav.iter("{*}a")]


def test_older_readers_find_the_same_contents(epub):
    ncx = epub.part("toc.ncx")
    points = [
        (point.find(f"{NCX}content").get("src"), words_of(point.find(f"{NCX}navLabel")))
        for point in ncx.iter(f"{NCX}navPoint")
    ]
    listed = [(node.get("href"), words_of(node)) for node in navigation(epub, "toc").iter("{*}a")]
    assert points == listed
    (identifier,) = epub.metadata("dc:identifier")
    uid = ncx.find(f"{NCX}head/{NCX}meta[@name='dtb:uid']")
    assert uid.get("content") == identifier
    (spine,) = epub.package.xpath("opf:spine", namespaces=OPF)
    assert epub.manifest()["toc.ncx"].get("id") == spine.get("toc")


DEEP = "Bread.\n\n## Flour & *water* [@s]\n\n### Rye\n\n## Fire\n\nText.[^1]\n\n[^1]: Hot."


def test_headings_stand_below_their_sections_for_readers_alone():
    epub = epub_of(
        bodies=[f"### Salt\n\n{DEEP}", "Pay."],
        sources={"s": {"title": "Of bread", "publisher": "P"}},
    )
    (outer,) = navigation(epub, "toc").findall("{*}ol")
    first, second, *_ = outer
    assert second.find("{*}ol") is None
    (inner,) = first.findall("{*}ol")
    # The page shows what the printed contents do.
    assert inner.get("hidden") == "hidden"
    assert [words_of(item.find("{*}a")) for item in inner.iter("{*}li")] == [
        "Salt",
        "Flour & water",
        "Rye",
        "Fire",
    ]
    assert [len(item.findall("{*}ol")) for item in inner] == [0, 1, 0]
    ncx = epub.part("toc.ncx")
    assert ncx.find(f"{NCX}head/{NCX}meta[@name='dtb:depth']").get("content") == "3"
    ids = [node.get("id") for node in ncx.iter(f"{NCX}navPoint")]
    assert len(ids) == len(set(ids)) > 5


def test_older_readers_find_the_printed_pages(epub):
    ncx = epub.part("toc.ncx")
    targets = [
        (node.find(f"{NCX}content").get("src"), words_of(node.find(f"{NCX}navLabel")))
        for node in ncx.iter(f"{NCX}pageTarget")
    ]
    links = navigation(epub, "page-list").iter("{*}a")
    assert targets == [(link.get("href"), words_of(link)) for link in links]
    meta = {node.get("name"): node.get("content") for node in ncx.iter(f"{NCX}meta")}
    assert meta["dtb:totalPageCount"] == str(len(targets))
    assert int(meta["dtb:maxPageNumber"]) == max(int(p) for _, p in targets if p.isdecimal())
    assert {node.get("type") for node in ncx.iter(f"{NCX}pageTarget")} == {"front", "normal"}


def test_the_cover_is_named_for_old_and_new_readers(epub):
    (name,) = epub.package.xpath("opf:metadata/opf:meta[@name='cover']/@content", namespaces=OPF)
    assert epub.manifest()["images/cover.png"].get("id") == name
    assert epub.archive.read(f"{epub.folder}/images/cover.png").startswith(b"\x89PNG")


ACCESS = {
    "schema:accessMode": ["textual", "visual"],
    "schema:accessModeSufficient": ["textual"],
    "schema:accessibilityHazard": ["none"],
}


@pytest.mark.parametrize("name", ACCESS)
def test_the_metadata_say_how_the_book_can_be_read(epub, name):
    assert epub.properties(name) == ACCESS[name]


def test_the_features_that_are_claimed_are_there(epub):
    features = set(epub.properties("schema:accessibilityFeature"))
    assert features == {
        "alternativeText",
        "displayTransformability",
        "pageBreakMarkers",
        "pageNavigation",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
    }
    documents = dict(epub.documents())
    breaks = [node for document in documents.values() for node in document.iter("{*}span")]
    assert any(node.get("role") == "doc-pagebreak" for node in breaks)
    assert documents["contents.xhtml"].find(".//{*}nav[@id='page-list']") is not None
    # A table of contents, and in every other document of text a heading to move by.
    assert documents["contents.xhtml"].findall(".//{*}nav")
    for href, document in documents.items():
        if href not in ("cover.xhtml", "imprint-page.xhtml"):
            assert document.findall(".//{*}h1"), href
    # A text alternative for every picture.
    images = [node for document in documents.values() for node in document.iter("{*}img")]
    drawings = [node for document in documents.values() for node in document.iter("{*}div")]
    drawings = [node for node in drawings if node.get("role") == "img"]
    assert len(images) >= 3
    assert all(node.get("alt", "").strip() for node in images)
    assert len(drawings) == 2
    assert all(node.get("aria-label") for node in drawings)
    bars = [node for document in documents.values() for node in document.iter("{*}svg")]
    assert all(node.get("aria-hidden") == "true" for node in bars)


def test_no_conformance_is_claimed_that_nobody_has_evaluated(epub):
    assert epub.properties("dcterms:conformsTo") == []
    assert not epub.package.xpath("//opf:link[@rel='dcterms:conformsTo']", namespaces=OPF)


@pytest.mark.parametrize(
    ("bodies", "words"),
    [(["Bread."], "This book is all text."), (["![Loaf.](a.svg)"], "some pictures")],
)
def test_the_summary_is_true_of_the_book(bodies, words, tmp_path):
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    made = guide(*bodies)
    book = assemble(made, Catalog.of(made, root=tmp_path))
    (summary,) = Epub(write_epub(book, COVER)).properties("schema:accessibilitySummary")
    assert words in summary


def test_no_font_or_picture_is_heavier_than_shops_allow(epub):
    assert max(entry.file_size for entry in epub.archive.infolist()) < 1_500_000


def test_the_library_and_the_renderer_give_the_same_file(baker_book: Book, baker_epub):
    from guidepub import pdf

    pages = pdf.BookPages(baker_book)
    assert write_epub(baker_book, pages.cover_image(), pages.page_starts()) == baker_epub
    assert guidepub.render(baker_book, "epub") == baker_epub
    assert "contents.xhtml" not in leaf(baker_book, "contents")


def test_long_titles_make_files_that_fit_on_any_disk():
    title = "Duties and " * 30
    sections = [
        Section(title=f"{title}{end}", body=f"See [it](#{slugify(title)}-b).") for end in "ab"
    ]
    made = guide(sections=sections)
    file = Epub(write_epub(assemble(made, Catalog.of(made)), COVER))
    names = [name for name in file.names if "/section-" in name]
    assert len(set(names)) == 2
    assert all(len(posixpath.basename(name)) < 100 for name in names)
    links = file.xml(names[0]).xpath("//*[local-name()='p']/*[local-name()='a']/@href")
    assert links == [posixpath.basename(names[1])]

"""EPUBs of other tools: their text in order, without what only a book has."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from words import codes

from guidepub.findings import InputError
from guidepub.importing import import_all, import_guide
from guidepub.importing.epub.chapters import GuideBook
from guidepub.importing.originals.citations import Citations

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
METADATA = (
    '<dc:title>Florist</dc:title><dc:creator id="a" opf:role="aut">Ann Lee</dc:creator>'
    '<dc:creator opf:role="ill">Bo Day</dc:creator><dc:language>es-ES</dc:language>'
    "<dc:date>2011-04-05</dc:date><dc:subject>Flowers</dc:subject>"
)
CHAPTER = "<h1>Overview</h1><p>Florists arrange flowers.</p>"


def book(*documents, metadata=METADATA, guide="", extra=None, first="c1"):
    """Return an EPUB of the bodies of documents, or of (name, body, properties) each."""
    named = [d if isinstance(d, tuple) else (f"c{n}", d, "") for n, d in enumerate(documents, 1)]
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml" properties="{p}"/>'
        for name, _, p in named
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name, _, _ in named)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    parts = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, **(extra or {})}
    for name, body, _ in named:
        parts[f"OPS/{name}.xhtml"] = (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>{body}</html>'
            if body.startswith("<body")
            else f"<html><head><title>x</title></head><body>{body}</body></html>"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def read(*documents, **options):
    return read_epub(book(*documents, **options))


def read_epub(data):
    opened = GuideBook(data, Path("x.epub"))
    return opened.original(opened.parts[0], Citations(), "en")


def shown(original):
    return [block.markdown or f"image {block.target}" for block in original.blocks]


def left_out(original):
    return [(aside.text, aside.reason) for aside in original.asides]


def test_documents_are_read_in_the_order_of_the_spine():
    original = read(("b", CHAPTER, ""), ("a", "<h1>Salary</h1><p>Low.</p>", ""))
    assert shown(original) == ["Overview", "Florists arrange flowers.", "Salary", "Low."]


def test_a_book_becomes_a_guide_with_what_its_package_says(tmp_path):
    (tmp_path / "old.epub").write_bytes(book(CHAPTER))
    (result,) = import_all(tmp_path / "old.epub", tmp_path / "out")
    assert result.target.name == "florist.md"
    for line in (
        "title: Florist", "language: es-ES", 'authors: [{name: "Ann Lee"}]',
        "first_published: 2011", "tags: [Flowers]", "Florists arrange flowers.",
    ):  # fmt: skip
        assert line in result.text


TITLES = (
    '<dc:title id="s">Pay and Training</dc:title><dc:title id="t">Florist</dc:title>'
    '<meta refines="#s" property="title-type">subtitle</meta>'
    '<meta refines="#t" property="title-type">main</meta>'
)
ROLES = (
    '<dc:creator id="a">Ann Lee</dc:creator><dc:creator id="b">Bo Day</dc:creator>'
    '<meta refines="#a" property="role">aut</meta><meta refines="#a" property="role">ill</meta>'
    '<meta refines="#b" property="role">trl</meta>'
)


def test_refinements_say_which_title_is_the_main_one_and_who_wrote_a_book(tmp_path):
    (tmp_path / "old.epub").write_bytes(book(CHAPTER, metadata=TITLES + ROLES))
    (result,) = import_all(tmp_path / "old.epub", tmp_path / "out")
    for line in ("title: Florist", 'subtitle: "Pay and Training"', 'authors: [{name: "Ann Lee"}]'):
        assert line in result.text


@pytest.mark.parametrize(
    ("metadata", "title", "subtitle"),
    [
        (TITLES.replace(">main<", ">short<"), "Pay and Training", None),
        (TITLES.replace(">main<", "><"), "Florist", "Pay and Training"),
        ("<dc:title>One</dc:title><dc:title>Two</dc:title>", "One", None),
    ],
)
def test_a_title_that_nothing_calls_the_main_one_is_the_first(metadata, title, subtitle):
    about = read(CHAPTER, metadata=metadata).about
    assert (about["title"], about.get("subtitle")) == (title, subtitle)


COVER = ("the-cover", '<body><section epub:type="cover"><p>Florist</p></section></body>', "")
TITLE = ("t", "<h1>Florist</h1><p>by Ann Lee</p>", "")
LINKS = "<p>{}</p>".format("".join(f'<a href="c{n}.xhtml#x">Part number {n}</a> ' for n in "123"))


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (COVER, "the book’s cover"),
        (TITLE, "the book’s title page"),
        (("n", '<nav><ol><li><a href="c1.xhtml">One</a></li></ol></nav>', "nav"),
         "the book’s contents"),
        (("l", LINKS, ""), "the book’s contents"),
        (("toc", "<h2>Contents</h2><p>One</p>", ""), "the book’s contents"),
        (("c", "<p>Copyright © 2009 Career Press</p><p>ISBN 978-0-306-40615-7</p>", ""),
         "the book’s copyright page"),
        (("x", "<h2>Copyright</h2><p>Printed in Ohio.</p>", ""), "the book’s copyright page"),
    ],
)  # fmt: skip
def test_what_only_a_book_has_is_left_out_and_reported(document, reason):
    original = read(document, ("c1", CHAPTER, ""), ("c2", "<p>A</p>", ""), ("c3", "<p>B</p>", ""))
    assert shown(original) == ["Overview", "Florists arrange flowers.", "A", "B"]
    assert {r for _, r in left_out(original)} == {reason}


def test_an_old_book_names_such_pages_in_its_guide():
    reference = '<reference type="title-page" href="c1.xhtml"/>'
    original = read("<p>All about flowers</p>", CHAPTER, guide=reference)
    assert left_out(original) == [("All about flowers", "the book’s title page")]


def test_the_year_of_the_copyright_page_is_the_guide_s(tmp_path):
    page = "<p>Copyright © 2009 Career Press. All rights reserved.</p><p>First edition.</p>"
    (tmp_path / "old.epub").write_bytes(book(("copyright", page, ""), CHAPTER))
    (result,) = import_all(tmp_path / "old.epub", tmp_path / "out")
    assert "first_published: 2009" in result.text
    assert "rights reserved" not in result.text
    assert [(p["text"], p["fate"]) for p in result.report["paragraphs"][-2:]] == [
        ("Copyright © 2009 Career Press. All rights reserved.", "notice"),
        ("First edition.", "metadata"),
    ]


def test_notes_of_another_document_are_footnotes():
    chapter = (
        '<body><p>Few shops open.<a epub:type="noteref" href="n.xhtml#n1">1</a></p>'
        '<p>See <a href="c2.xhtml#n1">pay</a>.</p></body>'
    )
    notes = '<body><aside id="n1" epub:type="footnote"><p>1. Trade press.</p></aside></body>'
    original = read(chapter, '<p id="n1">Low pay.</p>', ("n", notes, ""))
    assert shown(original)[0] == "Few shops open.[^1]"
    assert dict(original.notes) == {"1": "Trade press."}
    assert shown(original)[1:] == ["See pay.", "Low pay."]


def test_pictures_are_named_by_their_place_in_the_archive_and_page_numbers_go():
    chapter = (
        '<body><p>One <span epub:type="pagebreak" id="p1">17</span>line.</p>'
        '<img src="../img/a%20b.png" alt="A"/></body>'
    )
    assert shown(read(chapter)) == ["One line.", "image img/a%20b.png"]


def encrypted(algorithm):
    return {
        "META-INF/encryption.xml": '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptionMethod Algorithm="{algorithm}"/></e:EncryptedData></encryption>'
    }


def test_scrambled_fonts_hinder_nothing_and_encrypted_texts_are_refused():
    read(CHAPTER, extra=encrypted("http://www.idpf.org/2008/embedding"))
    with pytest.raises(InputError) as error:
        read(CHAPTER, extra=encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert codes(error.value) == ["I001"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x", "I004"),
        (book(CHAPTER)[:300], "I004"),
        (book(), "I002"),
        (book("<p> </p>"), "I002"),
        (book(CHAPTER, extra={"META-INF/container.xml": "<container/>"}), "I001"),
        (book(CHAPTER, extra={"OPS/book.opf": "no XML"}), "I004"),
        (book("a" * 3_000_000), "I003"),
        (book("<div>" * 5000 + "x"), "I002"),
    ],
)
def test_what_is_no_book_is_refused(data, code):
    with pytest.raises(InputError) as error:
        read_epub(data)
    assert codes(error.value) == [code]


def guide_of(name, people):
    return (
        f"<h1>{name}</h1><p>{people} work by the water.</p><h2>Salary</h2><p>{people} are paid by the"
        " day.</p><h2>Education</h2><p>They learn at work.</p>"
    )


def test_chapters_that_are_guides_become_one_each(tmp_path):
    preface = "<h1>Preface</h1><p>This book was long in the making.</p>"
    lone = "<h1>Lock Keeper</h1><p>A lock keeper opens gates.</p>"
    going_on = "<p>Divers are cold.</p>"
    chapters = [preface, guide_of("Rigger", "Riggers"), guide_of("Chapter 2: Diver", "Divers")]
    (tmp_path / "old.epub").write_bytes(book(*chapters, going_on, lone))
    reported, *made = import_all(tmp_path / "old.epub", tmp_path / "out")
    assert [each.target.stem for each in made] == ["rigger", "diver", "lock-keeper"]
    assert "Divers are cold." in made[1].text
    assert "long in the making" not in "".join(each.text for each in made)
    assert [(f.code, "“Preface”" in f.message) for f in reported.findings] == [("I018", True)]
    with pytest.raises(InputError) as caught:
        import_guide(tmp_path / "old.epub")
    assert codes(caught.value) == ["I001"]


def made_of(tmp_path, *documents, **options):
    (tmp_path / "old.epub").write_bytes(book(*documents, **options))
    return import_all(tmp_path / "old.epub", tmp_path / "out")


@pytest.mark.parametrize("kind", ["text", "start"])
def test_a_chapter_at_which_reading_begins_is_a_guide_too(tmp_path, kind):
    chapters = [guide_of(name, f"{name}s") for name in ("Rigger", "Diver", "Baker")]
    begins = f'<reference type="{kind}" href="c1.xhtml"/>'
    made = made_of(tmp_path, *chapters, guide=begins)
    assert [each.target.stem for each in made] == ["rigger", "diver", "baker"]


def test_words_before_the_first_guide_are_reported_and_covers_are_not(tmp_path):
    chapters = [guide_of("Rigger", "Riggers"), guide_of("Diver", "Divers")]
    reported, *made = made_of(tmp_path, "<p>Welcome to the port.</p>", *chapters)
    assert [(f.code, "Welcome to" in f.message) for f in reported.findings] == [("I018", True)]
    assert len(made) == 2
    rights = "<p>Copyright © 2011 Ann Lee. All rights reserved.</p>"
    assert len(made_of(tmp_path, rights, *chapters)) == 2


def test_a_lesser_heading_in_a_document_of_its_own_stays_in_its_guide(tmp_path):
    parts = ["<h1>Rigger</h1><p>A rigger hoists.</p>", "<h2>Salary</h2><p>They are paid.</p>",
             "<h2>A Day at Sea</h2><p>They wake.</p>", "<h2>Education</h2><p>At work.</p>"]  # fmt: skip
    made = made_of(tmp_path, *parts, guide_of("Diver", "Divers"))
    assert [each.target.stem for each in made] == ["rigger", "diver"]
    assert all(words in made[0].text for words in ("They wake.", "At work."))


def test_chapters_about_one_occupation_are_its_sections(tmp_path):
    port = "<h1>Working in a Port</h1><p>It is loud there.</p><h2>Pay</h2><p>Good.</p><h2>Hours</h2><p>Long.</p>"
    chapters = [CHAPTER, port, port.replace("a Port", "Shops")]
    (tmp_path / "old.epub").write_bytes(book(*chapters))
    (result,) = import_all(tmp_path / "old.epub", tmp_path / "out")
    assert result.target

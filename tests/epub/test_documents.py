"""The EPUB's documents: well-formed, linked, with notes that lead there and back."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

import pytest
from definitions import guide
from finished import HTML, OPS, Epub, words_of, xhtml
from lxml import etree

from guidepub import Catalog
from guidepub.assembly import assemble
from guidepub.epub import write_epub
from guidepub.epub.documents import leaf_document
from guidepub.model import Book
from guidepub.themes.drawings.bars import spread_charts


@pytest.fixture(scope="module")
def epub(baker_epub) -> Epub:
    return Epub(baker_epub)


def link_faults(epub: Epub) -> list[str]:
    """Return each reference of a document that leads nowhere."""
    documents = dict(epub.documents())
    ids = {
        href: {str(node.get("id")) for node in document.iter() if node.get("id")}
        for href, document in documents.items()
    }
    faults = []
    for href, document in documents.items():
        for node in document.iter():
            target = node.get("href") or node.get("src")
            if target is None or urlsplit(target).scheme in ("https", "http", "mailto"):
                continue
            name, _, fragment = target.partition("#")
            found = (
                posixpath.normpath(posixpath.join(posixpath.dirname(href), name)) if name else href
            )
            if found not in epub.manifest() or (fragment and fragment not in ids.get(found, ())):
                faults.append(f"{href}: {target}")
    return faults


def test_every_reference_leads_somewhere(epub):
    assert link_faults(epub) == []


def test_a_dead_reference_would_be_seen(baker_book, baker_epub):
    damaged = baker_book.model_copy(
        update={
            "leaves": tuple(
                part.model_copy(update={"xhtml": part.xhtml.replace("#source-", "#sauce-")})
                for part in baker_book.leaves
            )
        }
    )
    faults = link_faults(Epub(write_epub(damaged, b"")))
    assert "section-overview.xhtml: sources.xhtml#sauce-wages" in faults


def test_ids_are_unique_in_each_document(epub):
    for href, document in epub.documents():
        ids = [node.get("id") for node in document.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), href


def test_each_document_says_its_language_and_title(epub, baker_book):
    titles = {part.file_name: part.title for part in baker_book.leaves}
    for href, document in epub.documents():
        assert document.get("lang") == "en-US"
        assert document.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-US"
        assert document.findtext(f"{HTML}head/{HTML}title") == titles[href]


def test_each_document_belongs_to_its_part(epub, baker_book):
    parts = {part.file_name: part.part for part in baker_book.leaves}
    for href, document in epub.documents():
        if href != "cover.xhtml":
            assert document.find(f"{HTML}body").get(f"{OPS}type") == parts[href]


def test_each_document_takes_one_stylesheet_and_notices_their_own(epub):
    for name, document in epub.documents():
        (sheet,) = document.findall(f"{HTML}head/{HTML}link")
        bears_notices = name in ("imprint-page.xhtml", "front-notices.xhtml", "notices.xhtml")
        own = "notices.css" if bears_notices else "book.css"
        assert (sheet.get("rel"), sheet.get("href")) == ("stylesheet", own)


def test_the_leaves_are_the_books_own_word_for_word(epub, baker_book):
    documents = dict(epub.documents())
    for part in baker_book.leaves:
        if part.kind == "cover":
            continue
        body = documents[part.file_name].find(f"{HTML}body")
        for hidden in body.xpath(".//*[@hidden]"):
            hidden.getparent().remove(hidden)
        shown = list(body)
        # Where a printed page begins, an empty mark may stand before the leaf itself.
        words = [words_of(node) for node in shown if words_of(node)]
        written = xhtml(part.xhtml)
        spread_charts(written)
        assert words == [words_of(written)]


def test_the_cover_is_a_picture_with_words_for_who_cannot_see_it(epub):
    document = dict(epub.documents())["cover.xhtml"]
    (image,) = document.iter(f"{HTML}img")
    assert image.get("src") == "images/cover.png"
    assert image.get("alt") == "Cover: Baker & Pastry Cook. Oven Press."


def notes(document: etree._Element) -> list[tuple[str, str, str, str]]:
    """Return for each note: the call's number, the note's text, and the two link targets."""
    found = []
    by_id = {node.get("id"): node for node in document.iter() if node.get("id")}
    for call in document.iter(f"{HTML}a"):
        if call.get(f"{OPS}type") != "noteref":
            continue
        target = call.get("href").removeprefix("#")
        note = by_id[target]
        assert note.get(f"{OPS}type") == "footnote"
        assert (call.get("role"), note.get("role")) == ("doc-noteref", "doc-footnote")
        (back,) = [node for node in note.iter(f"{HTML}a") if node.get("role") == "doc-backlink"]
        assert back.get("aria-label")
        found.append(
            (
                call.text or "",
                words_of(note),
                call.get("id", ""),
                back.get("href").removeprefix("#"),
            )
        )
    return found


def test_notes_are_called_and_lead_back(epub):
    overview = notes(dict(epub.documents())["section-overview.xhtml"])
    assert [(number, text) for number, text, _, _ in overview] == [
        ("1", "1. In the morning, that is. ↩"),
        ("2", "2. By hand where the dough is soft; the spiral mixer does the rest. ↩"),
    ]
    assert all(call == back for _, _, call, back in overview)


def test_a_note_that_is_called_twice_leads_back_to_its_first_call():
    made = guide("One[^a], two[^b], one again[^a].\n\n[^a]: Note A.\n[^b]: Note B.")
    epub = Epub(write_epub(assemble(made, Catalog.of(made)), b""))
    first, second, again = notes(dict(epub.documents())["section-part-1.xhtml"])
    assert (first[0], second[0], again[0]) == ("1", "2", "1")
    assert first[3] == again[3] == first[2]
    assert len({first[2], second[2], again[2]}) == 3


def test_notes_of_two_sections_do_not_meet():
    made = guide("One[^a].\n\n[^a]: Note A.", "Two[^a].\n\n[^a]: Note B.")
    epub = Epub(write_epub(assemble(made, Catalog.of(made)), b""))
    documents = dict(epub.documents())
    assert notes(documents["section-part-1.xhtml"])[0][1] == "1. Note A. ↩"
    assert notes(documents["section-part-2.xhtml"])[0][1] == "2. Note B. ↩"


def test_drawings_keep_the_case_that_svg_asks_for(epub):
    text = epub.archive.read(f"{epub.folder}/section-salary.xhtml").decode()
    assert 'viewBox="0 0 100 1"' in text
    assert "viewbox" not in text


def test_a_head_keeps_its_scope_and_loses_the_short_name_that_epubcheck_refuses(baker_book):
    table = '<table><tr><th scope="col" abbr="Pay">Median pay</th></tr></table>'
    leaf = baker_book.leaves[-1].model_copy(update={"xhtml": f"<section>{table}</section>"})
    assert b'<th scope="col">Median pay</th>' in leaf_document(baker_book, leaf)


def test_a_text_with_all_that_xml_must_escape_survives():
    hostile = "Bread & <butter> \"quoted\" 'single' ]]> © “” 🙂"
    made = guide(hostile, title=hostile, slug="hostile", description=hostile, tags=[hostile])
    book: Book = assemble(made, Catalog.of(made))
    epub = Epub(write_epub(book, b""))
    set_in_type = "Bread & <butter> “quoted” ‘single’ ]]> © “” 🙂"
    assert epub.metadata("dc:title") == [set_in_type]
    assert epub.metadata("dc:description") == [set_in_type]
    assert epub.metadata("dc:subject") == [hostile]
    assert dict(epub.documents())["title-page.xhtml"].findtext(f".//{HTML}h1") == set_in_type

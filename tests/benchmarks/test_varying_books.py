"""Books that `make variants` makes, and that its readers of finished files see what is wrong."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pikepdf
import pytest

import guidepub
from benchmarks.examining import epub_faults, pdf_faults, smallest_type
from benchmarks.generating import LANGUAGES, THEMES, TRIMS
from benchmarks.varying import shelves, title_of


@pytest.fixture
def changed(tmp_path, baker_pdf):
    """Return a function that writes the small book's PDF, changed by a function, to a file."""

    def write(change):
        path = tmp_path / "baker.pdf"
        with pikepdf.open(io.BytesIO(baker_pdf)) as pdf:
            change(pdf)
            pdf.save(path)
        return path

    return write


def test_sixty_books_are_of_all_themes_trims_and_languages(tmp_path):
    made = list(shelves(tmp_path, 60))
    assert {(shelf.theme, shelf.trim) for shelf in made} == {
        (theme, trim) for theme in THEMES for trim in TRIMS
    }
    assert sum(len(shelf.variants) for shelf in made) == 60
    for shelf in made[:2]:
        catalog = guidepub.load(shelf.folder)
        assert [str(finding) for finding in catalog.findings] == []
        assert set(catalog) == set(shelf.variants)
    about = [variant.about for shelf in made for variant in shelf.variants.values()]
    assert all(any(language in each for each in about) for language in LANGUAGES)


@pytest.mark.parametrize("length", [5, 24, 79, 160])
def test_a_title_has_as_many_characters_as_it_should(length):
    assert len(title_of(length, Random(3))) == length


def test_nothing_is_wrong_with_a_book_as_it_is_made(changed, tmp_path, baker_epub):
    path = changed(lambda pdf: None)
    assert list(pdf_faults(path)) == []
    assert 6 < smallest_type(path) < 12
    (tmp_path / "baker.epub").write_bytes(baker_epub)
    assert list(epub_faults(tmp_path / "baker.epub")) == []


def test_a_citation_without_a_link_is_seen(changed):
    def unlink(pdf):
        for page in pdf.pages:
            page.obj["/Annots"] = pikepdf.Array()

    assert any("cannot be clicked" in fault for fault in pdf_faults(changed(unlink)))


def test_a_note_on_another_page_is_seen(changed):
    def move(pdf):
        names = pdf.Root.Names.Dests.Names
        for name, place in zip(list(names)[::2], list(names)[1::2], strict=True):
            if "_note_" in str(name):
                place[0] = pdf.pages[0].obj

    assert any(fault.endswith("is on page 1") for fault in pdf_faults(changed(move)))


def test_words_over_others_are_seen(changed):
    def print_again(pdf):
        page = pdf.pages[3]
        streams = page.obj.Contents
        data = (
            streams.read_bytes()
            if isinstance(streams, pikepdf.Stream)
            else b"\n".join(stream.read_bytes() for stream in streams)
        )
        shifted = pdf.make_stream(b"q 1 0 0 1 0 3 cm\n" + data + b"\nQ")
        page.contents_add(shifted)

    assert any("stands over" in fault for fault in pdf_faults(changed(print_again)))


def test_a_link_of_an_epub_that_leads_nowhere_is_seen(tmp_path, baker_epub):
    path = tmp_path / "baker.epub"
    with zipfile.ZipFile(io.BytesIO(baker_epub)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'id="source-', b'id="sources-'))
    assert any("has no such place" in fault for fault in epub_faults(path))

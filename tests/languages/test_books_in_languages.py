"""A small guide in each language that is neither the samples' nor tested elsewhere, as books."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Epub, Pdf, words_of

import guidepub
from guidepub.figures import plural_category
from guidepub.markdown import typeset
from guidepub.phrases import phrases
from guidepub.words.typography import bound

GUIDES = Path(__file__).parent / "guides"
# NB stands for a space that does not break.
NB = "\N{NO-BREAK SPACE}"
PRINTED = {
    "soldador": ("“Uma boa solda não se vê”", f"US${NB}51.000", "4.500", f"3{NB}meses"),
    "saldatore": ("«Una buona saldatura non si vede»", f"51.000{NB}USD", "4500", f"3{NB}mesi"),
    "spawacz": ("„Dobrej spoiny nie widać”", f"51{NB}000{NB}USD", "4500", f"3{NB}miesiące"),
    "tho-han": ("“Mối hàn tốt thì không ai nhìn thấy”", f"51.000{NB}US$", "4.500", f"3{NB}tháng"),
}


@pytest.fixture(scope="module")
def catalog():
    return guidepub.load(GUIDES)


# A build proves each file: that it bears its notices, and loses no word.
@pytest.fixture(scope="module")
def built(catalog, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    report = guidepub.build(catalog, folder, editions=["screen", "epub"])
    assert report.failed == ()
    return folder


def test_the_guides_have_no_fault(catalog):
    assert catalog.findings == ()
    assert sorted(catalog) == sorted(PRINTED)


@pytest.mark.parametrize("slug", PRINTED)
def test_both_files_say_it_as_the_language_does(slug, built):
    folder = built / slug
    epub = Epub((folder / f"{slug}.epub").read_bytes())
    words = " ".join(words_of(document) for _, document in epub.documents())
    pdf = Pdf((folder / f"{slug}-screen.pdf").read_bytes())
    pages = " ".join(" ".join(pdf.text(page).split()) for page in range(len(pdf)))
    for printed in PRINTED[slug]:
        assert printed.replace(NB, " ") in words.replace(NB, " ")
        assert printed.replace(NB, " ") in pages.replace(NB, " ")


def test_all_editions_have_the_letters_of_vietnamese(catalog):
    book = guidepub.assemble(catalog["tho-han"], catalog)
    production = guidepub.Production(book)
    assert production.file("print").startswith(b"%PDF")
    assert "phổ biến nhất" in production.file("web").decode()


@pytest.mark.parametrize(
    ("language", "text", "set_as"),
    [
        ("pt", "2 de dezembro", f"2{NB}de dezembro"),
        ("it", "2 dicembre, 3 mesi", f"2{NB}dicembre, 3{NB}mesi"),
        ("pl", "w domu i na 2 grudnia", f"w{NB}domu i{NB}na 2{NB}grudnia"),
        ("pl", "2024-2034, nr 5", f"2024–2034, nr{NB}5"),
        ("vi", "ngày 2 tháng 12 năm 2026", f"ngày{NB}2{NB}tháng{NB}12{NB}năm{NB}2026"),
    ],
)
def test_no_line_ends_inside_of_what_belongs_together(language, text, set_as):
    assert bound(text, phrases(language).typography) == set_as


@pytest.mark.parametrize(
    ("language", "text"),
    [("pt", "“x ‘y’”"), ("it", "«x “y”»"), ("pl", "„x «y»”"), ("vi", "“x ‘y’”")],
)
def test_quotation_marks_stand_inside_each_other(language, text):
    assert typeset("\"x 'y'\"", phrases(language).typography) == text


@pytest.mark.parametrize(
    ("language", "categories"),
    [("pl", "one few few many few many"), ("vi", " ".join(["other"] * 6)),
     ("it", "one other other other other other")],
)  # fmt: skip
def test_plurals_are_those_of_the_cldr(language, categories):
    assert [plural_category(n, language) for n in (1, 2, 4, 5, 22, 25)] == categories.split()

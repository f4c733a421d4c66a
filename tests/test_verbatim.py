"""Every notice stands in every file word for word as the catalogue states it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from finished import Epub, Pdf, folded, words_of
from wordings import back_matter, epub_text, missing_wordings, page_text, pdf_text, wordings

import guidepub
from guidepub import epub, pdf
from guidepub.model import Book

ROOT = Path(__file__).parent.parent
FILES = (*(ROOT / "guides").glob("*.*"), *(ROOT / "guides").glob("*/guide.*"))
GUIDES = sorted(
    path.parent.name if path.stem == "guide" else path.stem
    for path in FILES
    if path.suffix in (".md", ".yaml") and path.stem != "README"
)


def owed(path: Path, imprint: str | None = None) -> set[str]:
    """Work out which notices a guide owes from nothing but the two files' plain text."""
    text = path.read_text("utf-8")
    head = yaml.safe_load(text if path.suffix == ".yaml" else text.split("---\n")[1])
    there = {
        "tags": set(head["tags"]),
        "sources": set(head["sources"]),
        "directives": set(re.findall(r"^ *:{3,}\{(\w+)\}", text, re.M)),
        "imprints": {imprint or head.get("imprint", "lanternfield")},
    }
    catalog = tomllib.loads((ROOT / "guides" / "catalog.toml").read_text("utf-8"))
    return {
        notice["id"]
        for notice in catalog["notices"]
        if notice["status"] == "approved"
        and notice["language"] == head["language"].split("-")[0]
        and all(
            there[kind] & set(names)
            for kind, names in (notice["when"] if notice["when"] != "always" else {}).items()
        )
    }


def expected_of(book: Book) -> dict[str, str]:
    first, last = book.guide.first_published, book.guide.published.year
    years = str(last) if first in (None, last) else f"{first}–{last}"
    word = {"en": "Edition", "es": "Edición"}[book.language.partition("-")[0]]
    catalog = ROOT / "guides" / "catalog.toml"
    return wordings(book, catalog, years, f"{word} {book.guide.edition}")


samples = pytest.mark.xdist_group("samples")
each_book = pytest.mark.parametrize("name", [*GUIDES, "welder, riverbend"])


@samples
@each_book
def test_a_sample_owes_the_notices_that_its_text_calls_for(name, sample_books):
    book = sample_books[name]
    expected = owed(book.guide.origin, "riverbend" if "riverbend" in name else None)
    assert {notice.id for notice in book.notices} == expected
    assert {notice.language for notice in book.notices} == {book.language.partition("-")[0]}
    assert set(expected_of(book)) == expected
    assert {"copyright", "disclaimer", "bls-data"} <= expected


@samples
@each_book
def test_notices_stand_in_the_pdf_word_for_word(name, sample_books, sample_pdfs):
    book, pdf = sample_books[name], Pdf(sample_pdfs[name])
    assert missing_wordings(expected_of(book), pdf_text(pdf)) == []


@samples
@each_book
def test_notices_stand_in_the_epub_word_for_word(name, sample_books, sample_epubs):
    book, epub = sample_books[name], Epub(sample_epubs[name])
    assert missing_wordings(expected_of(book), epub_text(epub)) == []


@samples
@each_book
def test_the_notices_own_pages_hold_nothing_else(name, sample_books, sample_pdfs, sample_epubs):
    book = sample_books[name]
    expected = back_matter(book, expected_of(book))
    pdf, epub = Pdf(sample_pdfs[name]), Epub(sample_epubs[name])
    title = next(leaf.title for leaf in book.leaves if leaf.id == "notices")
    assert page_text(pdf, pdf.leaf_pages(title)) == expected
    assert words_of(dict(epub.documents())["notices.xhtml"].find("{*}body")) == expected


@samples
@each_book
def test_wordings_that_are_not_in_force_stand_nowhere(name, sample_pdfs, sample_epubs):
    catalog = tomllib.loads((ROOT / "guides" / "catalog.toml").read_text("utf-8"))
    old = [n["text"] for n in catalog["notices"] if n["status"] != "approved"]
    assert old
    texts = pdf_text(Pdf(sample_pdfs[name])), epub_text(Epub(sample_epubs[name]))
    for sentence in (s for text in old for s in folded(text).split(". ")):
        assert not any(sentence in text for text in texts), sentence


@pytest.fixture(scope="module")
def damaged(baker_book: Book) -> Book:
    """Return the small book with a word lost from its notices on the way to the renderers."""
    leaves = [
        leaf.model_copy(update={"xhtml": leaf.xhtml.replace("only", "")})
        if leaf.kind == "notice"
        else leaf
        for leaf in baker_book.leaves
    ]
    assert leaves != list(baker_book.leaves)
    return baker_book.model_copy(update={"leaves": tuple(leaves)})


def test_a_word_that_is_lost_is_seen_in_both_files(damaged, baker_book, baker_pdf, baker_epub):
    catalog = Path(__file__).parent / "bakery" / "catalog.toml"
    expected = wordings(baker_book, catalog, "2021–2026", "Edition 3")
    assert missing_wordings(expected, pdf_text(Pdf(baker_pdf))) == []
    assert missing_wordings(expected, epub_text(Epub(baker_epub))) == []

    broken = pdf_text(Pdf(pdf.BookPages(damaged).file("screen")))
    assert missing_wordings(expected, broken) == ["disclaimer"]
    data = epub.write_epub(damaged, pdf.BookPages(damaged).cover_image())
    assert missing_wordings(expected, epub_text(Epub(data))) == ["disclaimer"]


@pytest.mark.parametrize("edition", ["screen", "print", "epub"])
def test_a_book_that_lacks_a_word_is_not_made(damaged, edition):
    with pytest.raises(guidepub.RenderError) as caught:
        guidepub.render(damaged, edition)
    (finding,) = caught.value.findings
    assert finding.code == "N008"
    assert f"In the edition “{edition}”, the notice disclaimer@1" in finding.message
    assert "[-only" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "before It promises noth- ing. after",
        "before It promises. after",
        "before It promises nothing at all. after",
        "It promises nothing. It promises nothing.",
        "",
    ],
)
def test_the_comparison_sees_broken_missing_added_and_repeated_words(text):
    assert missing_wordings({"a": "It promises nothing."}, text) == ["a"]


def test_the_comparison_folds_white_space_only():
    text = "before It\n promises \N{NO-BREAK SPACE}nothing.\tafter"
    assert missing_wordings({"a": "It promises nothing."}, text) == []

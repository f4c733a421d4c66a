"""Whatever a notice says, it is found again: in any layout, format, trim size and language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import guidepub
from guidepub import Catalog, Guide, Notice, Section, epub, pdf
from guidepub.checks.legal.in_documents.documents import epub_documents
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.proof import notice_findings
from guidepub.checks.legal.wordings.heads import readings
from guidepub.checks.legal.wordings.matching import matches
from guidepub.checks.legal.wordings.register import read_register

LETTERS = {
    "en": "etaoinshrdlu",
    "es": "eaosrnidláéíóúñü",
    "de": "enisratdhuläöüß",
    "fr": "esaitnrulodcéèêàçœ",
}
LONG = {
    "en": ["responsibility", "nondiscrimination", "office", "first", "affiliated"],
    "es": ["responsabilidad", "desafortunadamente", "financiación", "oficina"],
    "de": ["Haftungsausschluss", "Berufsbildungseinrichtungen", "Gewährleistungsansprüche"],
    "fr": ["responsabilité", "anticonstitutionnellement", "bénéficiaires", "officiel"],
}
SIGNS = ["—", "–", "§", "©", "50%", "$1,000", "2026", "(a)", "“quoted”", "‘so’", "O*NET®",
         "« mot »", "and/or", "self-help", "long-term", "Arbeits- und", "don’t",
         "https://a.example/b/c-d.html", "1–2", "…", "{{x}}"]  # fmt: skip


def wordings(language: str) -> st.SearchStrategy[str]:
    word = st.one_of(
        st.text(st.sampled_from(LETTERS[language]), min_size=1, max_size=14),
        st.sampled_from(LONG[language]),
        st.sampled_from(SIGNS),
    )
    ending = st.sampled_from(["", "", "", ",", ".", ";", ":", "?"])
    spelled = st.builds(lambda word, ending: word + ending, word, ending)
    paragraph = st.lists(spelled, min_size=1, max_size=60).map(" ".join)
    text = st.lists(paragraph, min_size=1, max_size=4).map("\n\n".join)
    return text.filter(lambda text: sum(map(str.isalnum, text)) > 3)


@st.composite
def books(draw: st.DrawFn, language: str):
    """Draw a book of some trim size with a dozen notices."""
    texts = draw(st.lists(wordings(language), min_size=6, max_size=14))
    placements = st.sampled_from(["imprint-page", "front", "back", "back", "back"])
    notices = [
        Notice(id=f"n-{number}", version=1, language=language, title=f"T{number}", text=text,
               placement=draw(placements))
        for number, text in enumerate(texts)
    ]  # fmt: skip
    width, height = draw(st.integers(90, 230)), draw(st.integers(140, 300))
    made = Guide(title="Baker", language=language, published="2026-11-24",
                 sections=[Section(title="One", body="Bread.")])  # fmt: skip
    defaults = {"trim": f"{width}mm x {height}mm"}
    return guidepub.assemble(made, Catalog.of(made, notices=notices, defaults=defaults))


@pytest.mark.parametrize("language", LETTERS)
def test_any_wording_is_found_in_finished_books(language):
    @given(books(language))
    @settings(max_examples=3)
    def check(book):
        assert (
            list(notice_findings(book, "screen", Pages(pdf.BookPages(book).file("screen")))) == []
        )
        made = epub_documents(Path("a.epub"), epub.write_epub(book, b"", ()))
        assert list(notice_findings(book, "epub", made)) == []

    check()


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a wording, and pages on which it is set with lines, hyphens and running heads."""
    language = draw(st.sampled_from(sorted(LETTERS)))
    text = draw(wordings(language)).replace("{{", "{").replace("}}", "}")
    pages, lines, line = [], ["Before it."], ""
    for word in text.split():
        if len(word) > 6 and word.isalpha() and draw(st.booleans()):
            cut = draw(st.integers(2, len(word) - 2))
            hyphen = draw(st.sampled_from(["-\n", "\N{HYPHEN}\n", "\ufffe", "\N{SOFT HYPHEN}"]))
            word = f"{word[:cut]}{hyphen}{word[cut:]}"  # noqa: PLW2901
        line += f" {word}"
        if draw(st.integers(0, 7)) == 0:
            lines.append(line)
            line = ""
        if len(lines) > 1 and draw(st.integers(0, 19)) == 0:
            pages.append(lines)
            lines = []
    pages.append([*lines, line, "After it."])
    # A line of the text that stands at the edge of two pages cannot be told from a head.
    edges = [page[n].strip() for page in pages for n in (0, -1) if page and page[n].strip()]
    assume(len(set(edges)) == len(edges) and not any(edge[-1].isdigit() for edge in edges))
    head = draw(st.booleans())
    numbered = []
    for number, page in enumerate(pages, draw(st.integers(1, 300))):
        folio = f"{number} Baker" if number % 2 else f"Notices {number}"
        numbered.append("\n".join([folio, *page] if head else [*page, folio]))
    return text, numbered


@given(layouts())
@settings(max_examples=150)
def test_any_wording_is_found_in_any_layout(layout):
    text, pages = layout
    if len(pages) == 1:
        pages = [*pages, "1 Baker"]
    register = read_register(
        {"notices": [{"id": "a", "version": 1, "language": "en", "min_size": 6, "min_contrast": 4.5,
                      "text": text.replace("{", "{{").replace("}", "}}")}], "known": {}}
    )  # fmt: skip
    texts = readings([(str(number), page) for number, page in enumerate(pages)])
    (found,) = matches(texts, register, ())
    assert found.difference == ""

"""The sample catalogue: all its guides build, and every finished file keeps the rules."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from definitions import guide
from finished import Epub, Pdf, words_of
from lxml import etree
from pages import bookmark_faults, contents_faults, font_faults, head_faults, label_faults
from validation import epubcheck_messages

import guidepub
from guidepub import Catalog, Fact, Imprint, Source
from guidepub.model import Book

pytestmark = pytest.mark.xdist_group("samples")


def test_the_samples_have_no_fault(samples):
    assert samples.findings == ()
    assert len(samples) == 7
    assert {guide.language for guide in samples.values()} == {"en-US", "es-US"}


def test_every_sample_becomes_both_files(sample_books, sample_pdfs, sample_epubs):
    for name in sample_books:
        assert sample_pdfs[name].startswith(b"%PDF-1.")
        assert sample_epubs[name].startswith(b"PK")


def test_the_pages_of_every_sample_keep_the_rules(sample_books, sample_pdfs):
    faults = []
    for name, book in sample_books.items():
        pdf = Pdf(sample_pdfs[name])
        for found in (
            bookmark_faults(pdf, book),
            contents_faults(pdf, book),
            font_faults(pdf),
            head_faults(pdf, book),
            label_faults(pdf, book),
        ):
            faults += [f"{name}: {fault}" for fault in found]
    assert faults == []


def test_both_files_of_every_sample_say_the_same_figures(sample_books, sample_pdfs, sample_epubs):
    for name, book in sample_books.items():
        pdf, epub = Pdf(sample_pdfs[name]), Epub(sample_epubs[name])
        pages = " ".join(pdf.text(page) for page in range(len(pdf)))
        documents = " ".join(words_of(document) for _, document in epub.documents())
        wage = f"${book.guide.facts['median_wage'].value:,}"
        assert wage in pages
        assert wage in documents


def counted(text: str) -> Counter[str]:
    """Return how often each word stands in a text, hyphens and the case of letters left out."""
    # pdfium reads the hyphen at the end of a broken line as U+0002.
    whole = re.sub(r"[-\u2010\x02](?:\r?\n)?", "", text)
    return Counter(re.findall(r"\w+", whole.casefold()))


def test_no_word_of_any_sample_is_lost_on_the_pages(sample_books, sample_pdfs, sample_epubs):
    lost = {}
    for name in sample_books:
        pdf, epub = Pdf(sample_pdfs[name]), Epub(sample_epubs[name])
        text = "\n".join(pdf.text(page) for page in range(len(pdf)))
        pages = counted(text)
        # Notes and the numbers of lists stand between the halves of a word that two pages share.
        halves = tuple(re.findall(r"(\w+)\x02(?!\r?\n?[a-z])", text.casefold()))
        documents: Counter[str] = Counter()
        for href, document in epub.documents():
            # What a drawing says of itself is heard, not seen; landmarks are for readers' tools.
            # Notes are numbered through the book on pages, and through a section here.
            # Headings below the entries of the contents are for a reader's own list.
            reported = ("{*}title", "{*}desc", "{*}nav", "{*}ol", "{*}a", "{*}span")
            for hidden in list(document.iter(*reported)):
                kind = {hidden.get("id"), hidden.get("class"), etree.QName(hidden).localname}
                silent = {"landmarks", "page-list", "noteref", "note-number", "title", "desc"}
                if hidden.get("hidden") or kind & silent:
                    hidden.clear(keep_tail=True)  # type: ignore[call-arg]
            if href != "cover.xhtml":
                documents += counted(words_of(document))
        missing = documents - pages
        lost[name] = [word for word in missing if not halves or not word.startswith(halves)]
    assert lost == {name: [] for name in sample_books}


def every_kind_of_book() -> dict[str, Book]:
    """Return books that ask more of a validator than the samples do."""
    source = Source(title="A & <B>", publisher="“P”", url="https://a.example/?x=1&y=2")
    facts = {
        "median_wage": Fact(value=-1.5, unit="USD/hour", source="s"),
        "wage_p90": Fact(value=3, unit="USD/hour", source="s"),
    }
    body = (
        "# Not a section\n\n## Twice\n\n## Twice\n\n*Em*, **strong**, `code`, ~~gone~~, H~2~O.\n"
        "Note[^n], again[^n].\\\nBreak. [Out](https://a.example/?x=1&y=2)\n\n> Quote.\n\n"
        '1. One\n   - Two\n     1. Three\n\n---\n\n```\n<pre> & "code"\n```\n\nTerm\n: Meaning\n\n'
        "| A | B |\n|:-:|--:|\n| {fact}`median_wage` | |\n\n| Head only |\n|--|\n\n"
        "::::{note} A & B\n:::{tip}\nDeep [@s].\n:::\n::::\n\n"
        ":::{chart} C & <D>\n:facts: median_wage, wage_p90\n:::\n\n"
        "[^n]: A note with *stress* & [a link](https://a.example/).\n\n    And a second paragraph.\n"
    )
    books = {}
    for language in ("en-GB", "es", "de", "fr"):
        made = guide(
            body,
            "",
            title="A & <B> “C”",
            slug=f"book-{language.lower()}",
            subtitle="Sub & <title>",
            language=language,
            facts=facts,
            sources={"s": source},
            tags=["a & b"],
            description="D & <E>",
        )
        press = Imprint(name="P & Q <R>", place="Ö", about="A & B.\n\nC.", email="a@b.example")
        filled = made.model_copy(
            update={
                "sections": (made.sections[0], made.sections[1].model_copy(update={"body": "B."}))
            }
        )
        books[language] = guidepub.assemble(filled, Catalog.of(filled, imprint=press))
    return books


def test_epubcheck_finds_nothing_in_any_book(sample_epubs, baker_epub, tmp_path):
    others = {name: guidepub.render(book, "epub") for name, book in every_kind_of_book().items()}
    books = {**sample_epubs, "baker": baker_epub, **others}
    # The one document that is neither compressed nor checked by its sum is the type.
    damaged = baker_epub.replace(b"application/epub+zip", b"application/epub-zip", 1)
    messages = epubcheck_messages({**books, "damaged": damaged}, tmp_path)
    # It would find something.
    (message,) = [reported for reported in messages.pop("damaged") if "PKG-007" in reported]
    assert message.startswith("ERROR")
    assert messages == {name: [] for name in books}

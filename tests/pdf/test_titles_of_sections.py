"""A section's title with marks is right in all places of all editions that repeat it."""

from __future__ import annotations

import pypdfium2
import pytest
from finished import Epub, Pdf, folded

import guidepub
from guidepub import Catalog, Fact, Guide, Section, Source

TITLE = "What an *RN* earns: {fact}`wage` and AT&amp;T[^a] [@bls]"
PLAIN = "What an RN earns: $51,000 and AT&T"
LISTED = "What an <em>RN</em> earns: "
BODY = f"""
Words.

## A *sub-heading* with a note[^b]

{"Filler. " * 1200}
"""


def made(theme: str) -> guidepub.Book:
    guide = Guide(
        title="Pay",
        sections=(
            Section(title=TITLE, body=BODY),
            Section(
                title="Last", body="End.\n\n[^a]: Called from the title.\n[^b]: Of the sub-heading."
            ),
        ),
        facts={"wage": Fact(value=51000, unit="USD", source="bls")},
        sources={"bls": Source(title="OEWS", publisher="BLS")},
    )
    return guidepub.assemble(guide, Catalog.of(guide, defaults={"theme": theme}))


@pytest.fixture(scope="module", params=["classic", "school"])
def book(request):
    return made(request.param)


@pytest.fixture(scope="module")
def screen(book):
    return guidepub.render(book, "screen")


def test_bookmarks_and_running_heads_hold_its_words_and_no_marks(book, screen):
    pdf = Pdf(screen)
    titles = [bookmark.title for bookmark in pdf.bookmarks()]
    assert PLAIN in titles
    assert "A sub-heading with a note" in titles
    texts = [folded(pdf.whole(page)) for page in range(len(pdf))]
    # Where the section goes on.
    heads = [text for text in texts if PLAIN.casefold() in text.casefold() and "Words." not in text]
    assert any("Filler." in text for text in heads)


def test_the_contents_list_its_words_and_no_marks(book, screen):
    (contents,) = [leaf.xhtml for leaf in book.leaves if leaf.kind == "contents"]
    assert f'>{LISTED}<span class="fact">$51,000</span> and AT&amp;T</a>' in contents
    pdf = Pdf(screen)
    text = folded(pdf.whole(pdf.leaf_pages("Contents")[0]))
    assert f"{PLAIN} " in text
    assert "AT&T1" not in text


def test_its_note_can_be_seen(screen):
    document = pypdfium2.PdfDocument(screen)
    for page in document:
        text = page.get_textpage()
        if (found := text.search("Called from the title.").get_next()) is None:
            continue
        boxes = [text.get_charbox(index) for index in range(found[0], sum(found))]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        width, height = page.get_size()
        crop = (min(lefts), min(bottoms), width - max(rights), height - max(tops))
        darkest, _ = page.render(scale=3, crop=crop, grayscale=True).to_pil().getextrema()
        assert darkest < 80
        return
    raise AssertionError("the note is on no page")


def test_an_epub_has_it_in_navigation_title_and_text():
    epub = Epub(guidepub.render(made("classic"), "epub"))
    documents = {
        name: epub.archive.read(f"{epub.folder}/{name}").decode() for name, _ in epub.documents()
    }
    (name,) = [name for name in documents if name.startswith("section-what")]
    assert "<title>What an RN earns: $51,000 and AT&amp;T</title>" in documents[name]
    assert f">{LISTED}" in documents["contents.xhtml"]
    ncx = epub.archive.read(f"{epub.folder}/toc.ncx").decode()
    assert "<text>What an RN earns: $51,000 and AT&amp;T</text>" in ncx
    text = documents[name]
    assert '<a class="noteref"' in text.partition("</h1>")[0]
    assert "Called from the title." in text
    assert "Called from the title." not in documents["section-last.xhtml"]

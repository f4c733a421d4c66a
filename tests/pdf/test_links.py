"""Links in the tagged structure: each annotation in its Link element (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from definitions import guide
from structures import Element, annotations_of_pages, screen_pdf, structure

import guidepub
from guidepub import Catalog, Fact, Source

FACTS = {"pay": Fact(value=51000, unit="USD/year", as_of=2024)}
PLACE = "https://x.example/"
LINKS = {
    "plain": "Go [there]({}).",
    "bold and code": "Go [**bold** `code` *more*]({}) there.",
    "a fact": "It pays [{{fact}}`pay` a year]({}).",
    "in a heading": "## See [**this**]({})\n\nText.",
    "in a list": "- Go [`there`]({})\n\n  - and [**here**]({})",
    "in a table": "| A | B |\n|---|---|\n| [*one*]({}) | [two]({}) |",
    "in a term": "[**Term**]({})\n: See [`that`]({})",
    "in a quotation": "> Go [*there*]({}).",
    "in a box": ":::{{note}} A note\nGo [**there**]({}).\n:::",
    "over lines": "Go [to a place whose **name is so long** that it takes more " + 12 * "and more "
    + "lines]({}) of text.",
}  # fmt: skip


def book_of(body: str, **fields) -> guidepub.Book:
    made = guide(body, **fields)
    return guidepub.assemble(made, Catalog.of(made))


def opened(markdown: str) -> tuple[pikepdf.Pdf, list[Element]]:
    pdf = screen_pdf(markdown.format(*[PLACE] * 9), facts=FACTS)
    return pdf, [e for e in structure(pdf).all("Link") if address(e) == PLACE]


def address(link: Element) -> str:
    return str(link.annotations()[0].get("/A", pikepdf.Dictionary()).get("/URI", ""))


@pytest.mark.parametrize("name", LINKS)
def test_annotations_stand_in_links(name):
    pdf, links = opened(LINKS[name])
    # One for each link as it is written, whatever stands in it.
    assert len(links) == LINKS[name].count("]({})")
    held = [a.objgen for link in structure(pdf).all("Link") for a in link.annotations()]
    assert sorted(held) == sorted(a.objgen for a in annotations_of_pages(pdf))
    owners = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for link in structure(pdf).all("Link"):
        for annotation in link.annotations():
            assert owners[int(annotation.StructParent)].objgen == link.object.objgen
            assert str(annotation.Contents)


def test_each_line_of_a_link_has_one_annotation_and_all_lines_are_one_link():
    _, (link,) = opened(LINKS["over lines"])
    tops = [max(float(a.Rect[1]), float(a.Rect[3])) for a in link.annotations()]
    assert len(tops) == len({round(top) for top in tops}) > 2


def test_a_link_over_a_page_is_one_with_annotations_on_each():
    text = "Words that fill the page. " * 110
    pdf, (link,) = opened(text + "[" + "a link of many words " * 120 + "]({})")
    there = [page for page in pdf.pages if PLACE in str(list(page.obj.get("/Annots", [])))]
    assert len(there) > 1
    listed = [a.objgen for page in there for a in page.obj.Annots if "/A" in a]
    assert [a.objgen for a in link.annotations()] == listed


def test_a_link_in_a_head_that_is_printed_again_is_one():
    rows = "".join(f"| Row {n} | a cell of the table |\n" for n in range(90))
    pdf, (link,) = opened(f"| [Head]({{}}) | B |\n|---|---|\n{rows}")
    listed = [a.objgen for a in annotations_of_pages(pdf) if "/A" in a]
    assert [a.objgen for a in link.annotations()] == listed
    assert len(listed) > 1


def test_a_contents_entry_is_one_link_with_one_annotation():
    pdf = screen_pdf("Text.", "More.")
    entries = [e for e in structure(pdf).all("Link") if "/Dest" in e.annotations()[0]]
    assert len(entries) >= 2
    assert all(len(entry.annotations()) == 1 for entry in entries)


def test_links_inside_a_book_say_in_words_where_they_lead():
    sources = {"bls": Source(title="A Handbook", publisher="BLS", url=PLACE)}
    text = "See [more](#part-2) [@bls], a note[^a] and again[^a].\n\n[^a]: A note."
    pdf = screen_pdf(text, "Text.", sources=sources)
    descriptions = [str(a.Contents) for a in annotations_of_pages(pdf) if "/Dest" in a]
    assert {"Part 1", "Part 2", "A Handbook", "Notes: 1"} <= set(descriptions)
    assert not [words for words in descriptions if "-" in words or "_" in words]


@pytest.mark.parametrize("where", ["{}", "- {}", "| A | B |\n|---|---|\n| {} | b |", "## {}"])
def test_a_citation_can_be_clicked_in_the_middle_of_its_figures(where):
    sources = {"bls": Source(title="A Handbook", publisher="BLS", url=PLACE)}
    book = book_of(where.format("Bakers rise early [@bls]."), sources=sources)
    document = pypdfium2.PdfDocument(guidepub.render(book, "screen"))
    clicked = [target for page in document for target in targets_of_citations(document, page)]
    # In the text, and whatever repeats it.
    assert clicked
    assert None not in clicked


def test_a_notes_call_leads_to_its_note():
    notes = "\n\n".join(f"[^{name}]: The note {name}." for name in "abc")
    text = f"Bakers[^a] rise[^b] early[^a].\n\n| A | B |\n|---|---|\n| here[^c] | b |\n\n{notes}"
    pdf = screen_pdf(text)
    tree = structure(pdf)
    in_contents = {each.object.objgen for toc in tree.all("TOC") for each in toc.walk()}
    references = [e for e in tree.all("Reference") if e.object.objgen not in in_contents]
    assert [kid.kind for reference in references for kid in reference.kids] == ["Link"] * 3
    places = named_places(pdf)
    for reference in references:
        (annotation,) = reference.kids[0].annotations()
        bottom, top = sorted(float(annotation.Rect[n]) for n in (1, 3))
        page, height = places[str(annotation.Dest)]
        assert top - bottom > 5
        assert page == reference.object.Pg.objgen
        assert height < bottom
    assert [kid.kind for kid in tree.all("TD")[0].kids] == ["Reference", "Note"]
    (section,) = (each for each in tree.all("Sect") if each.all("Note"))
    assert [kid.kind for kid in section.kids][1:] == ["P", "Note", "Note", "Table"]


def named_places(pdf: pikepdf.Pdf) -> dict[str, tuple[object, float]]:
    """Return of each named destination its page and its height there."""
    names = pdf.Root.Names.Dests.Names
    return {
        str(name): (place[0].objgen, float(place[3]))
        for name, place in zip(names[::2], names[1::2], strict=True)
    }


def targets_of_citations(document, page) -> list[int | None]:
    """Return for each figure in brackets the page that a click on it leads to, or None."""
    text = page.get_textpage()
    words = text.get_text_range(0, text.count_chars())
    found = []
    for match in re.finditer(r"early\s*\[(\d)\]", words):
        left, bottom, right, top = text.get_charbox(match.start(1))
        link = pdfium.FPDFLink_GetLinkAtPoint(page.raw, (left + right) / 2, (bottom + top) / 2)
        place = pdfium.FPDFLink_GetDest(document.raw, link) if link else None
        found.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, place) if place else None)
    return found

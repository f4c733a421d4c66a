"""The tagged structure of the edition for reading: what a reader hears, and what not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

import guidepub

GUIDES = Path(__file__).parent.parent.parent / "guides"


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """A sample with a note, definitions, charts and tables of which one runs over a page."""
    catalog = guidepub.load(GUIDES)
    book = guidepub.assemble(catalog["registered-nurse"], catalog)
    with pikepdf.open(io.BytesIO(guidepub.render(book, "screen"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def elements(pdf) -> list[tuple[pikepdf.Dictionary, pikepdf.Dictionary]]:
    """All elements with their parents, in the order of reading."""
    return list(walk(pdf.Root.StructTreeRoot))


def walk(parent) -> Iterator[tuple[pikepdf.Dictionary, pikepdf.Dictionary]]:
    for child in kids(parent):
        yield parent, child
        yield from walk(child)


def kids(element) -> list[pikepdf.Dictionary]:
    found = element.get("/K", [])
    found = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def with_parents(elements, kind):
    return [(parent, element) for parent, element in elements if kind == element.S]


def test_all_content_is_either_tagged_or_an_artifact(pdf, elements):
    owned = {}
    for _, element in elements:
        held = element.get("/K", [])
        held = list(held) if isinstance(held, pikepdf.Array) else [held]
        for kid in held:
            if isinstance(kid, int):
                owned.setdefault(element.Pg.objgen, set()).add(kid)
            elif "/MCID" in kid:
                owned.setdefault(kid.Pg.objgen, set()).add(int(kid.MCID))
    heads = 0
    for page in pdf.pages:
        marked = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) != "BDC":
                continue
            properties = operands[1]
            if str(operands[0]) == "/Artifact":
                # ISO 14289-1, 7.8: a running head is of the kind Header.
                heads += properties.get("/Subtype") == "/Header"
            else:
                marked.add(int(properties.MCID))
        assert marked == owned.get(page.objgen, set())
    assert heads > 10


def test_running_heads_are_in_no_element(pdf, elements):
    # Folio and title stand on each page of the body but openings.
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    inside = {element.objgen for _, element in elements}
    for page in range(len(pdf.pages)):
        entries = owners[2 * page + 1]
        assert all(entry is None or entry.objgen in inside for entry in entries)


def test_an_annotation_belongs_to_the_link_that_holds_it(pdf, elements):
    owners = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    seen = 0
    for _, link in with_parents(elements, "/Link"):
        for kid in link.K:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                assert owners[int(kid.Obj.StructParent)].objgen == link.objgen
                seen += 1
    annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
    # The others are fields to fill in.
    assert seen == sum(each.Subtype == "/Link" for each in annotations)
    assert not [link for parent, link in with_parents(elements, "/Link") if parent.S == "/Link"]


def test_lists_hold_items_and_terms_are_labels(elements):
    for _, found in with_parents(elements, "/L"):
        assert {str(kid.S) for kid in kids(found)} <= {"/LI"}
    labelled = [item for _, item in with_parents(elements, "/LI") if kids(item)[0].S == "/Lbl"]
    assert all([str(kid.S) for kid in kids(item)] == ["/Lbl", "/LBody"] for item in labelled)
    assert len(labelled) > 20


def test_a_note_follows_the_paragraph_that_calls_it(elements):
    ((parent, note),) = with_parents(elements, "/Note")
    siblings = kids(parent)
    place = [kid.objgen for kid in siblings].index(note.objgen)
    assert siblings[place - 1].S == "/P"
    assert "/Reference" in [kid.S for kid in kids(siblings[place - 1])]
    assert kids(note)[0].S == "/Lbl"
    assert str(note.ID)


def test_header_cells_say_what_they_head_and_names_are_unique(pdf, elements):
    headers = with_parents(elements, "/TH")
    # Cells head columns from a table's head, and rows from its body, as the programs' do.
    for row, cell in headers:
        assert cell.A.Scope == ("/Column" if row.P.S == "/THead" else "/Row")
    assert {str(cell.A.Scope) for _, cell in headers} == {"/Column", "/Row"}
    names = [str(element.ID) for _, element in elements if "/ID" in element]
    assert len(set(names)) == len(names)
    listed = list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]
    assert [str(name) for name in listed] == sorted(names)


def test_cells_name_their_headers_on_all_pages_of_a_table(elements):
    pages = []
    for _, table in with_parents(elements, "/Table"):
        # None of the sample's tables has cells that reach over others.
        head, *body = [kids(row) for _, row in with_parents(list(walk(table)), "/TR")]
        for cells in body:
            rows = [str(cell.ID) for cell in cells if cell.S == "/TH"]
            for column, cell in zip(head, cells, strict=True):
                if cell.S == "/TD":
                    assert [str(name) for name in cell.A.Headers] == [*rows, str(column.ID)]
        pages.append({cells[-1].Pg.objgen for cells in body})
    assert max(map(len, pages)) > 1


def test_figures_have_alternatives_that_tell_what_they_show(elements):
    figures = [figure for _, figure in with_parents(elements, "/Figure")]
    assert figures
    assert all("$93,600" in str(figure.Alt) or len(str(figure.Alt)) > 40 for figure in figures)


def test_no_element_is_empty(elements):
    for _, element in elements:
        if element.S != "/TD":
            assert len(element.get("/K", [])), str(element.S)

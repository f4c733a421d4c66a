"""Where the pages of the printed book begin in its text."""

from __future__ import annotations

from definitions import guide

from guidepub import Catalog, assemble
from guidepub.pdf.layout.breaks import page_starts
from guidepub.pdf.leaves.document import block_name, leaf_element
from guidepub.themes.leaves import blocks


def test_pages_begin_one_behind_the_other_where_a_block_moved_over_two_of_them():
    made = guide("Bread.\n\nA figure.\n\nRolls.\n\nCakes.", title="Baker")
    book = assemble(made, Catalog.of(made))
    leaf = next(leaf for leaf in book.leaves if leaf.id.startswith("section"))
    found = blocks(leaf_element(leaf.xhtml))
    names = {
        "".join(element.itertext()): block_name(leaf.id, number, element)
        for number, element in enumerate(found)
    }
    pages = [["Bread."], ["Rolls."], ["A figure.", "Cakes."]]
    on_pages = [[names[words] for words in page] for page in pages]
    starts = page_starts(book, on_pages, [" ".join(page) for page in pages], ["1", "2", "3"])
    order = list(names)
    assert [order[start.block] for start in starts] == ["Bread.", "Rolls.", "Cakes."]

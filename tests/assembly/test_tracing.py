"""A traced book is the book, and tells of each block where its definition has it."""

from __future__ import annotations

import re

import pytest
from definitions import definition, write
from finished import xhtml

import guidepub
from guidepub.assembly import assemble_traced, untraced

BODY = """\
A baker earns {fact}`pay`.[^night]

- Kneading
- Baking

:::{note} Nights
Work begins at two.

It ends at ten.
:::

| Bread | Price |
|---|--:|
| Rye | 4 |

## Ovens

1. Heat it.

[^night]: Before dawn.
"""
HEAD = "facts:\n  pay: {value: 36650, unit: USD/year, as_of: 2024}"


def traces(book):
    """Yield (line, words) for each traced block that holds words of its own."""
    for leaf in book.leaves:
        for element in xhtml(leaf.xhtml).iter():
            if isinstance(element.tag, str) and element.get("data-line"):
                words = (element.text or "").split()
                if words:
                    yield int(element.get("data-line")), words[0]


@pytest.fixture(scope="module")
def baker(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("traced"), {"baker.md": definition(BODY, HEAD)})
    catalog = guidepub.load(folder / "baker.md")
    return folder / "baker.md", assemble_traced(catalog["baker"], catalog)


def test_each_block_names_the_line_on_which_its_words_stand(baker):
    path, book = baker
    lines = path.read_text("utf-8").split("\n")
    found = list(traces(book))
    assert {word for _, word in found} >= {
        "A", "Kneading", "Work", "It", "Rye", "4", "Ovens", "Heat", "Before",
    }  # fmt: skip
    for line, word in found:
        assert word in lines[line - 1], (line, word)


def test_each_fact_is_named_where_it_is_printed(baker):
    _, book = baker
    (section,) = (leaf for leaf in book.leaves if leaf.kind == "section")
    assert re.findall(r'data-fact="(\w+)">([^<]+)<', section.xhtml) == [("pay", "$36,650")]


def test_without_its_traces_it_is_the_book_that_is_built(bakery, baker_book):
    traced = assemble_traced(bakery["baker"], bakery)
    assert traced != baker_book
    assert untraced(traced) == baker_book


@pytest.mark.xdist_group("samples")
def test_that_holds_for_the_samples(samples, sample_books):
    for slug, guide in samples.items():
        assert untraced(assemble_traced(guide, samples)) == sample_books[slug]

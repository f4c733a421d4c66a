"""The XHTML of leaves and directives, as plain files that a reviewer can read.

A change of a template shows here as a diff; `pytest --update-golden` accepts it.
"""

from __future__ import annotations

import pytest
from definitions import leaf
from finished import xhtml
from lxml import etree


@pytest.mark.parametrize(
    "leaf_id",
    [
        "title-page",
        "imprint-page",
        "front-notices",
        "contents",
        "section-overview",
        "sources",
        "notices",
        "about-publisher",
    ],
)
def test_a_leaf_is_as_its_golden_file(leaf_id, baker_book, golden):
    golden(f"{leaf_id}.xhtml", leaf(baker_book, leaf_id))


@pytest.mark.parametrize(
    ("leaf_id", "block_id"),
    [
        ("section-salary", "chart-3"),
        ("section-salary", "chart-4"),
        ("section-salary", "table-5"),
        ("section-education", "programs-6"),
    ],
)
def test_a_directive_is_as_its_golden_file(leaf_id, block_id, baker_book, golden):
    tree = xhtml(leaf(baker_book, leaf_id))
    (block,) = tree.xpath("//*[@id=$name]", name=block_id)
    block.tail = None
    golden(f"{block_id}.xhtml", etree.tostring(block, encoding="unicode"))

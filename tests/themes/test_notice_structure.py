"""What is known of the leaves that bear notices is what books hold: nothing else is in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from definitions import definition, write
from lxml import etree

import guidepub
from guidepub import epub
from guidepub.model import Book
from guidepub.pdf.leaves.document import book_html
from guidepub.themes.leaves import PageStart
from guidepub.themes.limits.structure import NOTICE_ELEMENTS, NOTICE_LEAVES
from guidepub.themes.stylesheets.selectors import Element

CATALOG = """
[imprint]
name = "Press"
place = "Aplace"
url = "https://press.example/some/address/that/is/long"
[[notices]]
id = "copyright"
version = 1
language = "en"
placement = "imprint-page"
text = "Copyright © {years} {holder}. Incomprehensibilities are reserved.\\n\\nSee https://example.org/x."
[[notices]]
id = "front"
version = 1
language = "en"
placement = "front"
title = "A Title of Some Words and Incomprehensibilities"
text = "A word beforehand, incomprehensibilities."
[[notices]]
id = "one"
version = 1
language = "en"
title = "One Title of Several Words That Are Long Enough"
text = "One promises nothing."
[[notices]]
id = "two"
version = 1
language = "en"
title = "Two Titles"
text = "Two promise nothing."
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("notices")
    catalog = guidepub.load(write(folder, {"catalog.toml": CATALOG, "baker.md": definition()}))
    return guidepub.assemble(catalog["baker"], catalog)


def path_of(element: Element) -> tuple[str, ...]:
    return (*(each.name for each in reversed(list(element.ancestors()))), element.name)


def known_as(node: etree._Element) -> bool:
    """Return whether an element is among those that are known, with its classes."""
    nodes = [*reversed(list(node.iterancestors())), node]
    names = tuple(etree.QName(each).localname for each in nodes)
    for known in NOTICE_ELEMENTS:
        chain = [*reversed(list(known.element.ancestors())), known.element]
        if names == path_of(known.element) and all(
            set(each.get("class", "").split()) <= element.classes
            and (element.id is None or each.get("id", "") == element.id)
            for each, element in zip(nodes, chain, strict=True)
        ):
            return True
    return False


def leaves_in(body: etree._Element) -> list[etree._Element]:
    return [
        each for each in body if {"notices", "imprint-page"} & set(each.get("class", "").split())
    ]


def test_all_that_a_page_holds_is_known(book):
    fits = dict.fromkeys((leaf.id for leaf in book.leaves), "tight")
    html = etree.fromstring(book_html(book, fits, overruns={"notices": 1}))
    leaves = leaves_in(html.find("body"))
    assert len(leaves) == 3
    for leaf in leaves:
        for node in leaf.iter(etree.Element):
            assert known_as(node), etree.tostring(node)[:200]


def test_all_that_a_document_holds_is_known(book):
    starts = [
        PageStart(str(number), leaf.id, block, 4 * block)
        for number, leaf in enumerate(book.leaves)
        if leaf.kind in NOTICE_LEAVES
        for block in (0, 2)
    ]
    archive = ZipFile(BytesIO(epub.write_epub(book, b"", starts)))
    for name in ("imprint-page", "front-notices", "notices"):
        document = etree.fromstring(archive.read(f"EPUB/{name}.xhtml"))
        (leaf,) = leaves_in(document.find("{*}body"))
        for node in leaf.iter(etree.Element):
            assert known_as(node), etree.tostring(node)[:200]


def test_the_templates_are_in_no_shipped_theme():
    templates = Path(__file__).parents[2] / "templates"
    found = {path.relative_to(templates) for path in templates.rglob("*.xhtml")}
    assert {path.parent.name for path in found if path.stem in NOTICE_LEAVES} == {"base"}

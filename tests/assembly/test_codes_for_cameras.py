"""QR codes and columns: what they print, and that a camera reads the codes."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp
from definitions import guide, leaf
from finished import words_of, xhtml

from guidepub import Catalog, render
from guidepub.assembly import assemble
from guidepub.themes.drawings.qr import qr_code

SHORT = "https://www.bls.gov/ooh/production/bakers.htm"
LONG = f"https://www.example.org/{'a-long-way/' * 12}?end=%C3%A9&x=1"
BODY = f"""\
A first paragraph.

:::{{qr}} The *Handbook’s* page
:url: {SHORT}
:::

:::{{qr}}
:url: {LONG}
:level: Q
:::

:::{{columns}}
- Flour
- Water, which has to be cold in summer and warm in winter
- Salt
:::

A last one.
"""


@pytest.fixture(scope="module")
def book():
    own = guide(BODY, title="Baker")
    return assemble(own, Catalog.of(own))


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_a_camera_reads_each_code_off_the_page(book, edition):
    pages = pypdfium2.PdfDocument(render(book, edition))
    found = [
        code.text
        for page in pages
        for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    ]
    assert found == [SHORT, LONG]


def test_the_address_stands_beside_its_code_and_is_a_link(book):
    section = xhtml(leaf(book, "section-part-1"))
    assert [words_of(each) for each in section.iter("figcaption")] == [
        f"The Handbook’s page {SHORT}",
        LONG,
    ]
    assert [link.get("href") for link in section.iter("a")] == [SHORT, LONG]
    assert f"<title>QR code that leads to {SHORT}.</title>" in leaf(book, "section-part-1")


@pytest.mark.parametrize("edition", ["epub", "web"])
def test_editions_for_screens_have_the_code_in_words(book, edition):
    # It is read back and proved, the alternative among the rest.
    assert render(book, edition)


def test_a_code_is_the_same_every_time_and_keeps_its_quiet_zone():
    drawn = qr_code(SHORT, "A & B")
    assert drawn == qr_code(SHORT, "A & B")
    assert 'viewBox="0 0 41 41"' in drawn  # version 4 has 33 modules, and 4 stay white around it
    assert '<path d="M4 4h7v1h-7z' in drawn
    assert "<title>A &amp; B</title>" in drawn


def test_columns_hold_their_list(book):
    section = xhtml(leaf(book, "section-part-1"))
    (columns,) = section.findall("div[@class='columns']")
    assert [words_of(item) for item in columns.iter("li")][::2] == ["Flour", "Salt"]

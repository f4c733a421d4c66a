"""Worksheets of a web edition: fields that a browser fills in, each with a name."""

from __future__ import annotations

import pytest
from definitions import guide
from lxml import html

from guidepub import Book, Catalog, render
from guidepub.assembly import assemble

BODY = """\
:::{worksheet} Two programs
:columns: 2
:lines: 3
- Town
- [ ] I have *asked*.

1. Now
:::
"""


@pytest.fixture(scope="module")
def book() -> Book:
    own = guide(BODY)
    return assemble(own, Catalog.of(own))


@pytest.fixture(scope="module")
def page(book):
    return html.document_fromstring(render(book, "web").decode())


def test_blanks_are_fields_that_are_named(page):
    texts = page.findall(".//textarea")
    assert [each.get("aria-label") for each in texts] == ["Town – A", "Town – B", "Now"]
    assert [each.get("rows") for each in texts] == ["1", "1", "3"]


def test_a_box_is_ticked_by_its_words(page):
    (box,) = page.findall(".//input")
    (label,) = page.findall(".//label")
    assert (box.get("type"), label.get("for")) == ("checkbox", box.get("id"))
    assert label.text_content() == "I have asked."


def test_nothing_is_sent(page):
    assert not page.findall(".//form")
    assert not page.xpath("//*[@name and not(self::meta)]")


def test_ids_are_there_once(page):
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_a_reader_writes_by_keyboard(book, opened):
    shown = opened(render(book, "web"), width=400)
    shown.locator("textarea").first.focus()
    shown.keyboard.type("Ohio")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Space")
    assert shown.locator("textarea").first.input_value() == "Ohio"
    assert shown.locator("input").is_checked()
    assert shown.evaluate("document.documentElement.scrollWidth") <= 400

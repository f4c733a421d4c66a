"""Leaves that are laid out one by one lie as they do where a book is laid out as a whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from definitions import write

import guidepub
from guidepub.model import Book
from guidepub.pdf import BookPages
from guidepub.pdf.layout import units
from guidepub.pdf.layout.laying import Laid
from guidepub.pdf.layout.reuse import KeptUnits
from guidepub.pdf.leaves.sequences import sequences
from guidepub.pdf.leaves.sharing import Sharing, sharing_in
from guidepub.pdf.seams.continuing import Standing

WORDS = "The shop opens early, and workers set their tools out before a shift begins. "
GUIDE = f"""---
title: Baker
published: 2026-11-24
---
# One

{WORDS * 40}

It is told later, in [the third part](#three).

# Two

{WORDS * 3}[^a]

[^a]: A note of this part.

# Three

{WORDS * 40}[^b]

[^b]: Another note.

# Four

{WORDS}
"""
SETTINGS = 'inherits = "classic"\nsections = "new-page"\n'
SETTINGS_TO_RUN_ON = 'inherits = "classic"\nsections = "run-on"\n'


# Sections would follow each other on a page.
RUNNING_ON = ".section { page: auto; break-before: auto; break-after: auto }"


RULES = [
    "",
    ".section h1 { string-set: part content() } @page { @top-center { content: string(part) } }",
    "@page { @top-center { content: string(part, first-except) } }"
    " .section:nth-of-type(4) h1 { string-set: part content() }",
    "@page :nth(6) { margin-left: 60pt } @page :first { margin-left: 50pt }",
    ".section:first-of-type { counter-reset: part 3 } .section { counter-increment: part }"
    " .section h1::before { content: counter(part) '. ' }",
    ".section h1 { counter-increment: part 2 } .section h1::before { content: counter(part) }",
    ".section + .section h1 { padding-left: 20pt } .leaf:last-child { padding-left: 9pt }",
    RUNNING_ON,
    ".section { break-before: left }",
    ".section { break-before: auto; break-after: right }",
    ".page-a { page: text } @page text { @top-center { content: counter(page) counter(pages) } }",
    ".section a[href^='#']::after { content: ' (' target-counter(attr(href), page) ')' }",
    ".section h1 { margin-left: 7vw }",
    ".section p { quotes: '<' '>' '(' ')' } .section:nth-of-type(4) p::before"
    " { content: open-quote } .section h1::before { content: open-quote close-quote }",
    ".section { page: text } @page text:nth(2) { margin-left: 70pt }",
    "html, body { page: all } .section { page: auto } @page all:nth(2n) { margin-left: 70pt }",
]


def book_of(folder: Path, rules: str, guide: str = GUIDE, settings: str = SETTINGS) -> Book:
    """Return a book in a theme that adds some rules to the classic one."""
    write(
        folder,
        {
            "catalog.toml": '[imprint]\nname = "Press"\n[defaults]\ntheme = "ours"\n',
            "baker.md": guide,
            "themes/ours/theme.toml": settings,
            "themes/ours/styles/paged.css": rules,
        },
    )
    catalog = guidepub.load(folder)
    assert not catalog.findings
    return guidepub.assemble(catalog["baker"], catalog)


def laid_out(book: Book) -> Laid:
    pages = BookPages(book)
    with pages.attended():
        return pages.laid_out("screen")


def looks(laid: Laid) -> list[Counter[Any]]:
    """Return what stands where on each page, running heads and all."""
    return [
        Counter(
            (box.text, round(box.position_x, 3), round(box.position_y, 3))
            for box in page._page_box.descendants(placeholders=True)
            if hasattr(box, "text")
        )
        for page in laid.document.pages
    ]


@pytest.mark.parametrize(
    ("rules", "settings"),
    [
        *((rules, SETTINGS) for rules in RULES),
        ("", SETTINGS_TO_RUN_ON),
        (RULES[4], SETTINGS_TO_RUN_ON),
    ],
)
def test_pages_are_those_of_the_book_laid_out_as_a_whole(rules, settings, tmp_path, monkeypatch):
    book = book_of(tmp_path, rules, settings=settings)
    by_units = laid_out(book)

    def whole(*given: Any) -> Sharing:
        return Sharing(True, sharing_in(*given).counters)

    monkeypatch.setattr(units, "sharing_in", whole)
    at_once = laid_out(book)
    assert len(at_once.standings) == 1
    assert by_units.names == at_once.names
    assert looks(by_units) == looks(at_once)


@pytest.mark.parametrize(
    ("rules", "settings"),
    [*((rules, SETTINGS) for rules in RULES if "pages" not in rules), ("", SETTINGS_TO_RUN_ON)],
)
def test_a_leaf_alone_has_the_pages_that_it_has_in_the_book(rules, settings, tmp_path):
    book = book_of(tmp_path, rules, settings=settings)
    pages = BookPages(book)
    with pages.attended():
        layout, more = pages.layout("screen")
        laid = pages.laid_out("screen")
        alone = [
            units.lay_out_leaf(pages, layout, book, run[-1], laid.standings[run[0].id], more)
            for run in sequences(book)
        ]
    assert [page for leaf in alone for page in looks(leaf)] == looks(laid)


def test_a_page_that_is_not_known_is_reported(tmp_path):
    book = book_of(tmp_path, "")
    pages = BookPages(book)
    with pages.attended():
        layout, more = pages.layout("screen")
        for leaf in book.leaves:
            laid = units.lay_out_leaf(pages, layout, book, leaf, Standing(), more)
            assert laid.standings[leaf.id].is_known == (leaf.kind != "contents")


def test_leaves_have_pages_of_their_own_whatever_a_theme_says(tmp_path):
    laid = laid_out(book_of(tmp_path, RUNNING_ON))
    names = {f"section-{number}" for number in ("one", "two", "three", "four")}
    assert all(len(names.intersection(found)) < 2 for found in laid.names)
    assert names <= laid.standings.keys()


def test_only_what_ends_badly_is_laid_out_twice(tmp_path, monkeypatch):
    asked: list[str] = []
    lay_out = units.lay_out_pages

    def noted(setting: Any, layout: Any, html: str, *given: Any) -> Laid:
        asked.append(html)
        return lay_out(setting, layout, html, *given)

    monkeypatch.setattr(units, "lay_out_pages", noted)
    # Two lines of the first part alone need a page more.
    book = book_of(tmp_path, "", GUIDE.replace(WORDS * 40, WORDS * 50, 1))
    laid_out(book)
    assert len(asked) == len(book.leaves) + 1
    (tight,) = (html for html in asked if 'page-a body-opening tight"' in html)
    assert tight.count("leaf section") == 1


def test_kept_units_are_let_go_by_their_pages():
    kept: KeptUnits[str] = KeptUnits(10)
    for name, pages in (("a", 4), ("b", 4), ("a", 5)):
        kept.keep(name, name.upper(), pages)
    assert kept.find("b", lambda _: True) == "B"
    assert kept.find("b", lambda _: False) is None
    kept.keep("c", "C", 3)
    assert [kept.find(name, lambda _: True) for name in "abc"] == [None, "B", "C"]
    kept.keep("d", "D", 99)
    assert [kept.find(name, lambda _: True) for name in "abcd"] == [None, None, None, "D"]


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (GUIDE, GUIDE, 0),
        ("A note of this part.", "Another note of this part.", 1),
        # What is behind moves by two pages: sides stay, numbers do not. The contents follow.
        (f"# Two\n\n{WORDS * 3}", f"# Two\n\n{WORDS * 75}", 4),
        ("title: Baker", "title: Cook", 8),
    ],
)
def test_units_of_an_earlier_state_are_used_where_they_would_look_the_same(
    old, new, count, tmp_path, monkeypatch
):
    kept: KeptUnits[units.MadeUnit] = KeptUnits(100)
    first = book_of(tmp_path / "first", "")
    edited = book_of(tmp_path / "edited", "", GUIDE.replace(old, new))
    edited = edited.model_copy(update={"theme": first.theme})
    known = kept_layout(first, kept)
    asked: list[str] = []
    lay_out = units.lay_out_pages

    def noted(setting: Any, layout: Any, html: str, *given: Any) -> Laid:
        asked.append(html)
        return lay_out(setting, layout, html, *given)

    monkeypatch.setattr(units, "lay_out_pages", noted)
    laid = kept_layout(edited, kept)
    assert len(asked) == count
    assert looks(laid) == looks(laid_out(edited))
    assert (looks(known) == looks(laid)) == (count == 0)


def kept_layout(book: Book, kept: KeptUnits[units.MadeUnit]) -> Laid:
    pages = BookPages(book)
    with pages.attended():
        layout, more = pages.layout("screen")
        return units.lay_out_book(pages, layout, book, more, kept=kept)

"""A web edition as a reader meets it: on a telephone, by night, with a keyboard, by ear."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from definitions import definition, write

import guidepub
from guidepub.editions import Production, SharedParts, unproved_file

pytestmark = pytest.mark.xdist_group("samples")

SAMPLES = ("pediatric-occupational-therapy-technician", "wind-turbine-technician")
# Whether each notice's paragraph is what is seen in the middle of its own box.
ON_TOP = """() => [...document.querySelectorAll('.wording p')].map((words) => {
    words.scrollIntoView({ block: 'center' });
    const box = words.getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return words.contains(seen) || seen?.contains(words) && !seen.closest('.bound');
})"""
SPILLING = """() => [document.documentElement, ...document.querySelectorAll('.bound')]
    .filter((each) => each.scrollWidth > each.clientWidth + 1).length"""


@pytest.fixture(scope="module")
def pages(samples) -> dict[str, bytes]:
    """Return two samples as web editions, the second in the theme *school*."""
    defaults = samples.defaults.model_copy(update={"theme": "school"})
    school = samples.model_copy(update={"defaults": defaults})
    books = [
        guidepub.assemble(catalog[slug], catalog)
        for catalog, slug in zip((samples, school), SAMPLES, strict=True)
    ]
    return {book.slug: Production(book).file("web") for book in books}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("slug", SAMPLES)
def test_axe_finds_nothing(opened, pages, slug, scheme):
    page = opened(pages[slug], scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


@pytest.mark.parametrize("slug", SAMPLES)
def test_nothing_is_wider_than_a_telephone(opened, pages, slug):
    page = opened(pages[slug], width=360)
    assert page.evaluate(SPILLING) == 0


@pytest.mark.parametrize(("width", "shown"), [(360, "grid"), (1280, "table-cell")])
def test_rows_are_cards_on_a_telephone_alone(opened, pages, width, shown):
    page = opened(pages[SAMPLES[0]], width=width)
    cell = page.locator("table.cards td[data-column]").first
    assert cell.evaluate("(cell) => getComputedStyle(cell).display") == shown
    label = cell.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert label == ('"Measure"' if shown == "grid" else "none")
    # What is shown otherwise is still a table to who listens.
    assert page.get_by_role("columnheader").count() > 0
    assert page.get_by_role("cell").count() > 0


@pytest.mark.parametrize(("scheme", "ground"), [("light", 255), ("dark", 23)])
def test_the_page_follows_day_and_night(opened, pages, scheme, ground):
    page = opened(pages[SAMPLES[0]], scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour.startswith(f"rgb({ground},")
    words, bars = (
        page.locator(f".chart .bars{name}").first.evaluate(f"(e) => getComputedStyle(e).{key}")
        for name, key in (("", "color"), (" .bar rect", "fill"))
    )
    assert words == ("rgb(26, 26, 26)" if scheme == "light" else "rgb(228, 226, 221)")
    assert bars == "rgb(163, 163, 163)"


def test_a_keyboard_comes_past_what_stands_before_the_text(opened, pages):
    page = opened(pages[SAMPLES[0]])
    page.keyboard.press("Tab")
    skip = page.locator(".skip a")
    assert skip.evaluate("(link) => link === document.activeElement")
    assert skip.bounding_box()["height"] > 10
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_lines_are_of_a_length_that_is_read_with_ease(opened, pages):
    page = opened(pages[SAMPLES[0]])
    width = (
        page.locator(".section p")
        .nth(3)
        .evaluate("(p) => p.clientWidth / parseFloat(getComputedStyle(p).fontSize)")
    )
    # Of letters that are half as wide as they are high, as those of most faces are.
    assert 65 <= 2 * width <= 75


# A rule of each is free in a book whose notices have pages, or documents, of their own.
HIDING = """
.section { position: absolute; top: 0; left: 0; width: 400em; height: 4000em; z-index: 99;
           margin: -99em; background: #ffffff; }
.section p { transform: scale(90); }
.title-page { float: left; margin-top: -200em; height: 900em; box-shadow: 0 0 0 999em #ffffff; }
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_no_theme_covers_a_notice(opened, tmp_path, width):
    catalog = """
[imprint]
name = "Rye"
[defaults]
theme = "own"
[[notices]]
id = "disclaimer"
version = 1
language = "en"
title = "Disclaimer"
text = "This guide is provided for information only. It is not professional advice."
"""
    write(
        tmp_path,
        {
            "catalog.toml": catalog,
            "baker.md": definition("Bread is baked.\n\nIt is eaten."),
            "themes/own/styles/web.css": HIDING,
        },
    )
    loaded = guidepub.load(tmp_path)
    page = opened(
        unproved_file(SharedParts(guidepub.assemble(loaded["baker"], loaded)), "web"), width
    )
    on_top = page.evaluate(ON_TOP)
    assert on_top
    assert all(on_top)

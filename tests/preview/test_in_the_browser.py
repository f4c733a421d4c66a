"""The preview as an author meets it: a browser, a file that is saved, and what is on screen."""

from __future__ import annotations

import re
import shutil

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from previews import at_rest, settled, until

import guidepub

# A busy machine is no fault of the page.
expect.set_options(timeout=20_000)

pytestmark = pytest.mark.xdist_group("preview")


def shown(page):
    """Return what tells the picture of each page that is loaded."""
    return page.evaluate(
        "[...document.querySelectorAll('.page')].map((page) => page.dataset.id ?? '')"
    )


def serial(page):
    return int(page.evaluate("document.documentElement.dataset.serial ?? '0'"))


def scroll(page):
    return page.evaluate("document.getElementById('desk').scrollTop")


def go_to_section(page, title):
    """Bring a section's first page into sight, by the list of small pages."""
    leaf = page.locator(f".page img[alt*='{title}']")
    for _ in range(20):
        if leaf.count():
            leaf.first.scroll_into_view_if_needed()
            return leaf.first
        page.keyboard.press("j")
        page.wait_for_timeout(100)
    raise AssertionError(f"{title} is on no page")


def test_real_pages_stand_side_by_side(opened, preview):
    page = opened()
    settled(page)
    expect(page.locator("h1")).to_have_text("Baker & Pastry Cook")
    book = guidepub.load(preview.folder)
    file = guidepub.render(guidepub.assemble(book["baker"], book), "screen")
    count = page.locator(".page").count()
    assert count == len(pypdfium2.PdfDocument(file))
    boxes = [page.locator(".page").nth(at).bounding_box() for at in range(3)]
    # The cover stands alone on the right, then a left page with its right one.
    assert boxes[0]["x"] == boxes[2]["x"] > boxes[1]["x"]
    assert boxes[1]["y"] == boxes[2]["y"] > boxes[0]["y"]
    natural = page.locator(".page img").first.evaluate("(image) => image.naturalWidth")
    assert natural > 400


def test_words_of_all_pages_are_selected_copied_and_found(opened, preview):
    page = opened()
    settled(page)
    count = page.locator(".page").count()
    until(lambda: page.locator(".words").count() == count, "the words of all pages are there")
    copied = page.evaluate(
        "[...document.querySelectorAll('.words')].map((words) => {"
        " getSelection().selectAllChildren(words); return getSelection().toString(); })"
    )
    prose = guidepub.load(preview.folder)["baker"].sections[0].body.split("\n")[0]
    assert prose[:60] in " ".join("\n".join(copied).split())
    page.evaluate("getSelection().removeAllRanges()")
    assert page.evaluate("window.find('Disclaimer')")
    inside, around = page.locator(".words span", has_text="Half of all bakers").first.evaluate(
        "(line) => [line, line.closest('.page')].map((each) => each.getBoundingClientRect().toJSON())"
    )
    assert around["left"] < inside["left"] < inside["right"] < around["right"]
    assert around["top"] < inside["top"] < inside["bottom"] < around["bottom"]


def test_the_file_offered_is_the_file_that_a_build_makes(opened, preview):
    page = opened()
    settled(page)
    expect(page.locator("#download")).to_have_attribute("href", re.compile("/download"))
    with page.expect_download() as waiting:
        page.locator("#download").click()
    catalog = guidepub.load(preview.folder)
    made = guidepub.render(guidepub.assemble(catalog["baker"], catalog), "screen")
    assert waiting.value.suggested_filename == "baker-screen.pdf"
    assert waiting.value.path().read_bytes() == made


def test_a_save_is_on_screen_and_the_place_is_kept(opened, preview):
    page = opened()
    at_rest(page)
    go_to_section(page, "Pay")
    page.locator("#follow").click()
    page.wait_for_timeout(200)
    before, top, number = shown(page), scroll(page), serial(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    preview.edit("Half of all bakers", "One half of all bakers")
    until(lambda: serial(page) > number, "the save is shown")
    after = shown(page)
    changed = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert len(changed) == 1
    # Its picture has come along with it.
    picture = page.locator(f".page[data-id='{after[changed[0]]}'] img")
    assert str(picture.get_attribute("src")).startswith("data:image/png;base64,")
    assert not [url for url in asked if f"/pages/{after[changed[0]]}/1" in url]
    assert scroll(page) == top
    settled(page)
    assert scroll(page) == top
    assert shown(page)[changed[0]] == after[changed[0]], "the draft was not what the whole is"


def test_words_stay_under_the_eye_when_pages_are_pushed_on(opened, preview):
    page = opened()
    at_rest(page)
    page.locator("#follow").click()
    page.locator("#spreads").click()
    go_to_section(page, "Pay")
    page.wait_for_timeout(300)

    def height():
        return page.locator(".page img[alt*='Pay']").first.bounding_box()["y"]

    here, pages, number = height(), page.locator(".page").count(), serial(page)
    preview.edit("\n# Pay", "\n" + "A long paragraph about bread. " * 400 + "\n\n# Pay")
    until(
        lambda: serial(page) > number and page.locator(".page").count() > pages,
        "there are more pages",
    )
    assert abs(height() - here) < 2


def test_the_page_goes_where_the_text_changes(opened, preview):
    page = opened()
    at_rest(page)
    page.evaluate("document.getElementById('desk').scrollTop = 0")
    top = scroll(page)
    number = serial(page)
    preview.edit("Half of all bakers", "Some half of all bakers")
    until(lambda: serial(page) > number, "the save is shown")
    assert scroll(page) > top + 300
    view = page.locator("#desk").bounding_box()
    box = page.locator(".page img[alt*='Pay']").first.bounding_box()
    assert box["y"] < view["y"] + view["height"]


def test_an_error_is_reported_at_its_line_over_the_last_good_book(opened, preview):
    page = opened()
    at_rest(page)
    pictures = shown(page)
    preview.edit("{fact}`median_wage`", "{fact}`median_wgae`")
    expect(page.locator("#banner")).to_contain_text("median_wgae")
    line = preview.guide.read_text("utf-8").split("median_wgae")[0].count("\n") + 1
    expect(page.locator("#found button").first).to_contain_text(f"baker.md:{line}")
    assert shown(page) == pictures
    expect(page.locator(".page img").first).to_be_visible()
    expect(page.locator("#download")).to_have_attribute("aria-disabled", "true")
    page.locator("#found button").first.click()
    expect(page.locator("#source-text .here mark")).to_contain_text("median_wgae")
    preview.edit("median_wgae", "median_wage")
    expect(page.locator("#banner")).to_be_hidden()
    settled(page)


def test_the_epub_is_shown_as_it_is(opened, preview):
    page = opened(edition="epub")
    settled(page)
    frame = page.frame_locator("#reader iframe:not(.waiting)")
    expect(frame.locator("h1")).to_have_text("Overview")
    number = serial(page)
    preview.edit("Half of all bakers", "Exactly half of all bakers")
    until(lambda: serial(page) > number, "the save is shown")
    # The part that has changed is opened, since edits are followed.
    expect(frame.locator("p").filter(has_text="Exactly half of all bakers")).to_be_visible()
    wide = page.locator("#reader").bounding_box()["width"]
    page.locator("#device").select_option("tablet")
    assert page.locator("#reader").bounding_box()["width"] > wide
    size = frame.locator("p").first.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
    page.keyboard.press("l")
    page.keyboard.press("b")
    expect(frame.locator("link[href*='reader-large']")).to_have_count(1)
    larger = frame.locator("p").first.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
    assert larger > size * 1.3
    ground = frame.locator("html").evaluate("(html) => getComputedStyle(html).backgroundColor")
    assert ground == "rgb(22, 24, 26)"
    fact = frame.locator(".fact").first
    assert "2024" in fact.get_attribute("title")


def test_the_web_edition_is_shown_as_a_browser_shows_it(opened, preview):
    page = opened(edition="web")
    settled(page)
    frame = page.frame_locator("#reader iframe:not(.waiting)")
    expect(frame.locator("main")).to_have_count(1)
    number = serial(page)
    preview.edit("Half of all bakers", "Exactly half of all bakers")
    until(lambda: serial(page) > number, "the save is shown")
    changed = frame.locator("p").filter(has_text="Exactly half of all bakers")
    expect(changed).to_have_count(1)
    assert "2024" in frame.locator(".fact").first.get_attribute("title")
    size, ground = (
        "(e) => parseFloat(getComputedStyle(e).fontSize)",
        "(e) => getComputedStyle(e.ownerDocument.documentElement).backgroundColor",
    )
    small, light = changed.evaluate(size), changed.evaluate(ground)
    page.keyboard.press("l")
    page.keyboard.press("b")
    until(lambda: changed.evaluate(size) > small * 1.3, "the type is large")
    until(lambda: changed.evaluate(ground) != light, "the ground is dark")


def test_a_finding_leads_to_its_paragraph_in_the_web_edition(opened, preview):
    page = opened(edition="web")
    settled(page)
    preview.edit("Half of all bakers", "See the page (). Half of all bakers")
    page.locator("#found button").filter(has_text="Brackets are empty").first.click()
    frame = page.frame_locator("#reader iframe:not(.waiting)")
    expect(frame.locator("p").filter(has_text="Half of all bakers")).to_be_in_viewport()


def test_editions_and_imprints_change_in_place(opened):
    page = opened()
    settled(page)
    # Both editions can have as many pages: those of the press are other pictures.
    before = shown(page)
    page.get_by_text("Print", exact=True).click()
    page.wait_for_function(
        "(before) => document.querySelector('.page img') && "
        "[...document.querySelectorAll('.page')].some((p, at) => p.dataset.id && p.dataset.id !== before[at])",
        arg=before,
    )
    page.keyboard.press("t")
    expect(page.locator(".page .bleed").first).to_be_attached()
    page.keyboard.press("g")
    expect(page.locator(".page .grid").first).to_be_attached()
    assert "edition=print" in page.url
    imprints = page.locator("#imprint option").all_text_contents()
    assert len(imprints) > 1
    # The first pages name the imprint; those at which an earlier test has left off may not.
    page.locator("#desk").evaluate("(desk) => { desk.scrollTop = 0 }")
    at_rest(page)
    before = shown(page)
    page.locator("#imprint").select_option(index=1)
    page.wait_for_function(
        "(before) => document.querySelector('.page img') && "
        "[...document.querySelectorAll('.page')].some((p, at) => p.dataset.id && p.dataset.id !== before[at])",
        arg=before,
    )
    assert "imprint=" in page.url
    page.keyboard.press("3")
    page.wait_for_function("() => document.querySelectorAll('.page').length === 1")


def test_a_view_left_before_it_has_answered_is_no_error_in_the_console(opened):
    page = opened()
    settled(page)
    # The events of `opened` are compared with nothing at its end.
    page.evaluate(
        """async () => {
            const { Stream } = await import('/assets/stream.js');
            const stream = new Stream({ status() {} });
            for (const edition of ['web', 'epub', 'screen']) stream.open(`edition=${edition}`);
            await new Promise((answered) => setTimeout(answered, 200));
        }"""
    )


def test_a_fact_shows_its_source_and_its_year(opened):
    page = opened()
    settled(page)
    go_to_section(page, "Pay")
    page.wait_for_timeout(300)
    page.locator(".fact-spot[data-fact=median_wage]").last.hover()
    expect(page.locator("#tip")).to_contain_text("Wage Statistics")
    expect(page.locator("#tip")).to_contain_text("2024")


def step_to_a_fact(page):
    """Go on page by page, by the key for it, until a fact is in sight."""
    for _ in range(12):
        page.keyboard.press("j")
        desk = page.locator("#desk").bounding_box()
        fact = page.locator(".fact-spot").first.bounding_box()
        if desk["y"] <= fact["y"] < desk["y"] + desk["height"] - fact["height"]:
            return


def test_all_can_be_done_by_keys(opened, preview):
    page = opened()
    settled(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("bak")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#guides a").first).to_be_focused()
    page.keyboard.press("Enter")
    settled(page)
    page.keyboard.press("j")
    until(lambda: scroll(page) > 0, "the next page is shown")
    width = page.locator(".page").first.bounding_box()["width"]
    page.keyboard.press("+")
    assert page.locator(".page").first.bounding_box()["width"] > width
    page.keyboard.press("0")
    page.keyboard.press("p")
    expect(page.locator("#spreads")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("s")
    expect(page.locator("#source-text .here")).to_be_visible()
    page.keyboard.press("0")
    step_to_a_fact(page)
    page.keyboard.press("f")
    expect(page.locator("#tip")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("4")
    expect(page.locator("#reader iframe:not(.waiting)")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "scheme", "edition"),
    [(1440, "light", "screen"), (1440, "dark", "epub"), (420, "light", "screen")],
)
def test_axe_finds_nothing(opened, preview, width, scheme, edition):
    page = opened(width=width, scheme=scheme, edition=edition)
    settled(page)
    if edition == "screen" and width > 1000:
        preview.edit("{fact}`median_wage`", "{fact}`median_wgae`")
        expect(page.locator("#source-text .here")).to_be_visible()
    # The rules are put in past the page's own policy, which lets nothing in.
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_two_thousand_quick_saves(opened, preview):
    page = opened()
    settled(page)
    text = preview.original
    for number in range(2_000):
        preview.guide.write_text(text.replace("Half of all", f"Save {number} of all"), "utf-8")
    until(
        lambda: (
            b"Save 1999" in preview.ask("/source?path=baker.md")[1]
            and page.locator("html[data-stage=ready]").count() == 1
        ),
        "the last save is shown",
    )
    preview.guide.write_text(text, "utf-8")
    page.reload()
    settled(page)


def expect_followed(page, other):
    """Expect the page to follow a guide to its new name, and take it away again."""
    try:
        page.wait_for_url(f"**guide={other.name}**")
        settled(page)
        expect(page.locator("#banner")).to_be_hidden()
    finally:
        other.unlink()


def test_a_file_that_goes_and_comes_back_under_another_name(opened, preview):
    page = opened()
    settled(page)
    preview.guide.unlink()
    expect(page.locator("#banner")).to_contain_text("no longer exists")
    expect(page.locator(".page img").first).to_be_visible()
    other = preview.folder / "bread-baker.md"
    preview.guide.write_text(preview.original, "utf-8")
    expect(page.locator("#banner")).to_be_hidden()
    settled(page)
    preview.guide.rename(other)
    expect_followed(page, other)


def test_a_file_that_is_gone_for_a_while_is_followed_to_its_new_name(opened, preview):
    page = opened()
    settled(page)
    entry = page.locator("#catalog a[href*='baker.md']")
    expect(entry).to_be_visible()
    preview.guide.unlink()
    expect(entry).to_have_count(0)
    other = preview.folder / "bread-baker.md"
    other.write_text(preview.original, "utf-8")
    expect_followed(page, other)


def test_an_image_that_cannot_be_read(opened, preview):
    page = opened()
    settled(page)
    picture = preview.folder / "images" / "oven.svg"
    content = picture.read_bytes()
    try:
        picture.unlink()
        picture.mkdir()
        expect(page.locator("#banner")).to_be_visible()
        expect(page.locator(".page img").first).to_be_visible()
    finally:
        shutil.rmtree(picture)
        picture.write_bytes(content)
    expect(page.locator("#banner")).to_be_hidden()


HOSTILE = """\
---
title: "<script>window.harm = 1</script><img src=x onerror='window.harm = 1'>"
published: 2026-11-24
facts:
  pay: {value: 1, unit: USD/year, as_of: 2024, label: "<img src=x onerror='window.harm = 1'>"}
---
# Overview

Bread.

# Training

Bread.

# <script>window.harm = 1</script>

<script>window.harm = 1</script> {fact}`pay` and [a link](https://elsewhere.example/steal).

![A drawing.](images/evil.svg)
"""


EVIL = '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.harm = 1</script></svg>'


def test_a_hostile_guide_runs_nothing(opened, preview):
    path = preview.folder / "hostile.md"
    path.write_text(HOSTILE.replace("![A drawing.](images/evil.svg)", ""), "utf-8")
    page = None
    try:
        page = opened(guide="hostile.md")
        settled(page)
        expect(page.locator("h1")).to_contain_text("<script>")
        page.keyboard.press("4")
        frame = page.frame_locator("#reader iframe:not(.waiting)")
        page.locator("#documents").select_option(label="<script>window.harm = 1</script>")
        expect(frame.locator("h1")).to_contain_text("<script>")
        frame.locator("a[href^='https']").click()
        page.wait_for_timeout(300)
        expect(frame.locator("h1")).to_contain_text("<script>")
        assert len(page.context.pages) == 1
        (refused,) = (event for event in opened.events if event.startswith("Blocked opening"))
        opened.events.remove(refused)
        assert not page.evaluate("'harm' in window")
        assert all(not each.evaluate("'harm' in window") for each in page.frames)
        # A script in a link or a picture is told, and keeps the book from being made.
        (preview.folder / "images" / "evil.svg").write_text(EVIL)
        path.write_text(HOSTILE.replace("https://elsewhere.example/steal", "javascript:harm()"))
        expect(page.locator("#banner")).to_be_visible()
        expect(page.locator("#found .is-error")).to_contain_text(["javascript", "evil.svg"])
        assert not page.evaluate("'harm' in window")
    finally:
        if page is not None:
            page.context.close()
        path.unlink()

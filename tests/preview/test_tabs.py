"""The preview in many tabs, after a reload, after a restart, and in the narrow window of a phone."""

from __future__ import annotations

import contextlib
import json

import pytest
from definitions import definition, write
from playwright.sync_api import expect
from previews import PATIENCE, Preview, at_rest, choose, serving, settled, start

from guidepub.cli.making.preview import EDITORS, _editor_link, _listening_as_before
from guidepub.findings.errors import UsageError

pytestmark = pytest.mark.xdist_group("preview")

TITLES = ("Baker", "Cook")


def test_ten_tabs_are_all_kept_up_to_date(browser, tmp_path):
    # A browser holds six connections to a server open, and no more.
    write(tmp_path, {f"{title.lower()}.md": definition(title=title) for title in TITLES})
    with serving(tmp_path) as preview, contextlib.closing(browser.new_context()) as context:
        pages = [context.new_page() for _ in range(10)]
        for number, page in enumerate(pages):
            page.set_default_timeout(PATIENCE)
            page.goto(f"{preview.address}?guide={TITLES[number % 2].lower()}.md")
        for number, page in enumerate(pages):
            settled(page)
            expect(page.locator("h1")).to_have_text(TITLES[number % 2])
        preview.edit("title: Baker", "title: Master Baker")
        for page in pages[::2]:
            expect(page.locator("h1")).to_have_text("Master Baker", timeout=PATIENCE)


def test_an_open_page_goes_on_when_the_preview_is_started_again(browser, tmp_path):
    write(tmp_path, {"baker.md": definition()})
    with contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        with serving(tmp_path) as preview:
            first = preview.address
            page.goto(first)
            settled(page)
        expect(page.locator("#status")).to_contain_text("has stopped", timeout=PATIENCE)
        write(tmp_path, {"baker.md": definition(title="Baker Anew")})
        with serving(tmp_path) as preview:
            assert preview.address == first
            expect(page.locator("h1")).to_have_text("Baker Anew", timeout=PATIENCE)
            expect(page.locator("#status")).to_have_text("Up to date", timeout=PATIENCE)


def test_a_catalogue_has_the_same_port_each_time_and_a_second_preview_another(tmp_path):
    kept = []
    # Other programs may have a catalogue's port, but hardly those of four catalogues.
    for name in ("a", "b", "c", "d"):
        with _listening_as_before("127.0.0.1", tmp_path / name) as first:
            port = first.getsockname()[1]
            with _listening_as_before("127.0.0.1", tmp_path / name) as second:
                assert second.getsockname()[1] != port
        with _listening_as_before("127.0.0.1", tmp_path / name) as again:
            kept.append(again.getsockname()[1] == port)
    assert any(kept)


def test_a_reload_keeps_the_place_and_how_pages_are_shown(opened):
    page = opened()
    at_rest(page)
    page.locator("#spreads").click()
    page.locator("#zoom").select_option("1.5")
    page.locator("#desk").evaluate("desk => { desk.scrollTop = 2000; }")
    expect(page.locator("#folio")).not_to_contain_text("i of")
    at_rest(page)
    before = page.locator("#folio").text_content()
    page.reload()
    at_rest(page)
    assert page.locator("#spreads").get_attribute("aria-pressed") == "false"
    assert page.locator("#zoom").input_value() == "1.5"
    assert page.locator("#folio").text_content() == before
    assert abs(page.locator("#desk").evaluate("desk => desk.scrollTop") - 2000) < 3


def test_the_source_shows_what_is_saved_and_without_an_editor_no_link(opened, preview):
    page = opened()
    settled(page)
    page.keyboard.press("s")
    text = page.locator("#source-text")
    expect(text).to_contain_text("Half of all bakers")
    expect(page.locator("#source-editor")).to_be_hidden()
    preview.edit("Half of all bakers", "One half of all bakers")
    expect(text).to_contain_text("One half of all bakers", timeout=PATIENCE)


def test_lines_are_linked_to_the_editor_that_is_named(tmp_path):
    write(tmp_path, {"a b/baker.md": definition()})
    folder = tmp_path / "a b"
    with start(folder, "--editor", "vscode") as process:
        try:
            preview = Preview(folder, process.stdout.readline().strip(), process)
            source = json.loads(preview.ask("/source?path=baker.md")[1])
        finally:
            process.terminate()
    place = str(folder / "baker.md").replace(" ", "%20")
    assert source["editor"] == f"vscode://file{place}:{{line}}:{{column}}"


@pytest.mark.parametrize(
    "editor", ["vscod", "javascript:alert('{path}')", "https://x.example/{path}", "x://open"]
)
def test_what_is_no_editor_is_wrong_usage(editor):
    with pytest.raises(UsageError, match="is neither a known editor nor"):
        _editor_link(editor)
    assert all(_editor_link(name) == link for name, link in EDITORS.items())
    assert _editor_link("x://open?f={path}") == "x://open?f={path}"
    assert _editor_link(None) == ""


@pytest.mark.parametrize("name", ["catalog", "findings"])
def test_every_drawer_of_a_phone_closes_by_escape_and_by_a_touch_outside(opened, name):
    page = opened(width=390, height=844)
    settled(page)
    pane, button = page.locator(f"#{name}"), page.locator(f"#open-{name}")
    button.click()
    expect(pane).to_have_class("pane open")
    # Wherever the keyboard is.
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    expect(pane).to_have_class("pane")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    expect(pane).to_have_class("pane open")
    box, width = pane.bounding_box(), 390
    outside = width - 5 if box["x"] <= 0 else 5
    page.mouse.click(outside, 600)
    expect(pane).to_have_class("pane")
    choose(page, edition="epub")

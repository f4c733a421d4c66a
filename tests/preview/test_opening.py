"""What the browser shows at the address that the command prints, before anything is chosen."""

from __future__ import annotations

import pytest
from definitions import definition, write
from playwright.sync_api import expect
from previews import PATIENCE, serving, settled

pytestmark = pytest.mark.xdist_group("preview")


def open_printed(browser, preview):
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    answers = []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    page.goto(preview.address)
    return page, answers


def test_the_printed_address_opens_the_first_good_guide(browser, tmp_path):
    guides = {
        "a-draft.md": definition("{fact}`none`", title="A Draft"),
        "baker.md": definition(),
        "cook.md": definition(title="Cook"),
    }
    write(tmp_path, {"catalog.toml": '[imprint]\nname = "Press"\n', **guides})
    with serving(tmp_path) as preview:
        page, answers = open_printed(browser, preview)
        settled(page)
        expect(page.locator("h1")).to_have_text("Baker")
        assert page.url == f"{preview.address}?edition=screen&guide=baker.md"
        assert [answer for answer in answers if answer[0] != 200] == []
        page.context.close()


def test_without_a_good_guide_it_says_what_to_do_and_opens_the_first_that_comes(browser, tmp_path):
    write(tmp_path, {"baker.md": definition("{fact}`none`")})
    with serving(tmp_path) as preview:
        page, _ = open_printed(browser, preview)
        welcome = page.locator("#welcome")
        expect(welcome).to_contain_text("No guide here is without errors", timeout=PATIENCE)
        expect(page.locator("#status")).to_have_text("")
        (tmp_path / "baker.md").unlink()
        expect(welcome).to_contain_text("guidepub new TITLE", timeout=PATIENCE)
        write(tmp_path, {"baker.md": definition(head="language: he")})
        settled(page)
        expect(page.locator("h1")).to_have_text("Baker")
        boxes = [page.locator(".page").nth(at).bounding_box() for at in range(3)]
        # Read from right to left: the cover alone on the left, then a right page with its left one.
        assert boxes[0]["x"] == boxes[2]["x"] < boxes[1]["x"]
        assert boxes[1]["y"] == boxes[2]["y"] > boxes[0]["y"]
        small = [page.locator("#thumb-list li").nth(at).bounding_box()["x"] for at in range(3)]
        assert small == sorted(small, reverse=True)
        page.context.close()


def test_a_page_without_a_guide_gets_the_list(tmp_path):
    write(tmp_path, {"baker.md": definition()})
    with serving(tmp_path) as preview:
        reported = next(preview.events("edition=screen"))
    assert [entry["path"] for entry in reported["entries"]] == ["baker.md"]

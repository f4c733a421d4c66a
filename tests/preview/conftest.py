"""A preview that runs, and a browser that looks at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Response
from previews import PATIENCE, TESTS, Preview, choose, serving


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Yield a preview of the small catalogue."""
    folder = tmp_path_factory.mktemp("preview") / "bakery"
    shutil.copytree(TESTS / "bakery", folder)
    # Each section opens a page, so that an edit concerns its own pages alone.
    (folder / "themes" / "ours" / "styles").mkdir(parents=True)
    (folder / "themes" / "ours" / "theme.toml").write_text('sections = "new-page"\n')
    settings = folder / "catalog.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("[defaults]", '[defaults]\ntheme = "ours"'), "utf-8")
    with serving(folder) as preview:
        yield preview


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """Yield the preview with the guide as it was at first."""
    yield running
    if not running.guide.exists() or running.guide.read_text("utf-8") != running.original:
        running.guide.write_text(running.original, "utf-8")


def _refused(answer: Response) -> list[str]:
    """Report the URL that was refused, which the browser's own message lacks."""
    return [f"{answer.status} {answer.url}"] if answer.status >= 400 else []


@pytest.fixture
def opened(browser: Browser, preview: Preview) -> Iterator[Callable[..., Page]]:
    """Yield a function that opens the preview; nothing may go wrong or leave the machine."""
    contexts = []
    events: list[str] = []

    def open_page(
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        guide: str = "",
        edition: str = "",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: events.append(message.text))
        page.on("pageerror", lambda error: events.append(str(error)))
        page.on("dialog", lambda dialog: events.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: events.append(request.url))
        page.on("response", lambda answer: events.extend(_refused(answer)))
        page.goto(preview.address)
        choose(page, guide, edition)
        return page

    vars(open_page)["events"] = events
    yield open_page
    for context in contexts:
        context.close()
    assert [event for event in events if not event.startswith(preview.address)] == []

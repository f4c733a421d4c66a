"""A browser that opens finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Yield a function that opens a page; it may load nothing, and have nothing to complain of."""
    contexts = []
    events: list[str] = []

    def open_page(data: bytes, width: int = 1280, scheme: str = "light") -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(data)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: events.append(message.text))
        page.on("request", lambda request: events.append(request.url[:100]))
        page.goto(file.as_uri())
        events[:] = [
            each for each in events if each != file.as_uri() and not each.startswith("data:")
        ]
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert events == []

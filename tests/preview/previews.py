"""A preview as a test holds it: its catalogue, its address, and what is on screen."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page
from websockets.sync.client import connect

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
# Pages take as long as the machine lets them.
PATIENCE = 90_000


@dataclass
class Preview:
    """A running preview of a catalogue of its own."""

    folder: Path
    address: str
    process: subprocess.Popen[str]
    original: str = field(init=False)

    def __post_init__(self) -> None:
        self.original = self.guide.read_text("utf-8")

    @property
    def guide(self) -> Path:
        return self.folder / "baker.md"

    def edit(self, old: str, new: str) -> None:
        """Save the guide with other words."""
        text = self.guide.read_text("utf-8")
        assert old in text
        self.guide.write_text(text.replace(old, new), "utf-8")

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, dict]:
        """Ask for an address as a stranger would; a header's underscores are hyphens."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        finally:
            connection.close()

    def events(self, query: str, **headers: str) -> Iterator[dict]:
        """Yield what the server tells a page, until it ends."""
        address = f"{self.address.replace('http', 'ws')}events?{query}"
        patience = PATIENCE / 1000
        with connect(
            address, max_size=None, additional_headers=headers, open_timeout=patience
        ) as socket:
            for message in socket:
                yield json.loads(message)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Run `guidepub preview` as a user does."""
    return subprocess.Popen(
        [sys.executable, "-m", "guidepub", "preview", str(folder), "--no-open", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
    )


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Preview]:
    """Yield a preview of a catalogue for as long as the context lasts; it may print no complaint."""
    with start(folder) as process:
        try:
            assert process.stdout is not None
            yield Preview(folder, process.stdout.readline().strip(), process)
            assert process.poll() is None, "the preview has died"
        finally:
            process.terminate()
            _, complaints = process.communicate(timeout=30)
    # It prints that it was stopped, as every command does.
    assert complaints.strip() in ("", "Stopped.")


def choose(page: Page, guide: str = "", edition: str = "") -> None:
    """Choose a guide and an edition as an author does who has opened the printed address."""
    page.wait_for_url("**guide=**")
    if guide:
        # At some widths the list is in a drawer.
        page.locator(f'#guides a[data-path="{guide}"]').dispatch_event("click")
    if edition:
        page.locator(f"#editions input[value={edition}]").dispatch_event("click")


def settled(page: Page, stage: str = "whole") -> None:
    """Wait until what is on screen is the finished file, or a draft."""
    page.wait_for_selector(f"html[data-shown={stage}]", state="attached")


def at_rest(page: Page) -> None:
    """Wait until the finished file is on screen and nothing has moved for two seconds.

    A page that is opened after a test shows at first what that test has left, then the guide
    that was put back, and follows its words.
    """
    state = """() => [document.documentElement.dataset.shown, document.documentElement.dataset.serial,
        document.getElementById("desk").scrollTop,
        ...[...document.querySelectorAll(".page")].map((page) => page.dataset.id)].join()"""
    settled(page)
    before, since = page.evaluate(state), time.monotonic()
    while time.monotonic() < since + 2:
        page.wait_for_timeout(100)
        now = page.evaluate(state)
        if now != before or not now.startswith("whole,"):
            before, since = now, time.monotonic()


def until(asked: Callable[[], bool], goal: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE / 1000
    while not asked():
        assert time.monotonic() < end, f"never: {goal}"
        time.sleep(0.02)

"""What the tests of all levels share: the sample catalogue, a small one, and golden files."""

from __future__ import annotations

import difflib
import gc
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import forked_processes
import pytest
from hypothesis import HealthCheck, settings

import guidepub
from guidepub.model import Book, Catalog
from guidepub.workers import confinement

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_INVISIBLE = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{ZERO WIDTH SPACE}]")

# The same examples at every run, and no clock: a busy machine is no fault of the code. They are
# fifty; `make losses` and `make siege` try thousands.
settings.register_profile(
    "steady",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")

# Tests make many objects beside all that is loaded, which stays. Python would look for those that
# nobody needs after every 700 of them, which took a sixth of the time of tests that set pages.
gc.set_threshold(100_000, 20, 50)

# Groups of tests that take ten seconds and more, the longest first: what begins last must not keep
# one process at work while the others are done. A file that names no group is one by itself.
LONG = (
    "preview",
    "samples",
    "test_contributing",
    "test_notes",
    "test_layout_by_units",
    "narrow",
    "siege",
    "test_workers",
    "cluster",
    "test_build_command",
    "test_shipped_themes",
    "test_architecture",
    "test_faults",
    "test_typesetting",
    "test_help",
    "test_hostile_files",
    "high rows",
    "test_documented_python",
    "test_soak",
    "tampered",
    "losses",
    "test_odd_files",
    "checks",
    "test_crowding",
    "test_build_options",
    "wheel",
    "test_generated",
    "printers",
    "typed calls",
)

# Bytes of a test's name that somebody can read.
_SHORT = 40
# Characters of a test's name that are sent with it.
_LONG = 400

TESTS = Path(__file__).parent
ROOT = TESTS.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew, for review"
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file's bytes, and texts that nobody reads, by what they are given as.

    Some files hold the time of day, and the processes of a run must call each test the same. Texts
    of 100,000 characters would be sent from process to process with every test.
    """
    is_file = isinstance(val, bytes) and len(val) > _SHORT
    return argname if is_file or (isinstance(val, str) and len(val) > _LONG) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of a file in one process, which makes what they share once."""
    if not hasattr(config, "workerinput"):
        return
    ranks = {}
    for item in items:
        marker = item.get_closest_marker("xdist_group")
        group = marker.args[0] if marker else item.path.stem
        if marker is None:
            item.add_marker(pytest.mark.xdist_group(group))
        ranks[item] = LONG.index(group) if group in LONG else len(LONG)
    items.sort(key=ranks.__getitem__)


def pytest_collection_finish() -> None:
    """Leave what is loaded out when Python looks for objects that nobody needs."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with a file in `golden/` beside the test."""
    folder = request.path.parent / "golden"

    def check(name: str, text: str) -> None:
        path = folder / name
        # Spaces that cannot be seen are written out, so that a reviewer sees them.
        text = _INVISIBLE.sub(lambda match: f"&#{ord(match[0])};", text.strip()) + "\n"
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        expected = path.read_text("utf-8")
        lines = difflib.unified_diff(
            expected.splitlines(), text.splitlines(), f"golden/{name}", "now", lineterm=""
        )
        assert text == expected, "\n".join(["--update-golden accepts this:", *lines])

    return check


@pytest.fixture(scope="session", autouse=True)
def warm_processes() -> Iterator[None]:
    """Fork the processes that read files from one that has imported the readers already."""
    with pytest.MonkeyPatch.context() as patch:
        for output in forked_processes.warm(confinement._output):
            patch.setattr(confinement, "_output", output)
            yield


@pytest.fixture(scope="session")
def bakery() -> Catalog:
    """Return a small catalogue with one of everything."""
    return guidepub.load(TESTS / "bakery")


@pytest.fixture(scope="session")
def baker_book(bakery: Catalog) -> Book:
    """Return the small catalogue's guide as a book."""
    return guidepub.assemble(bakery["baker"], bakery)


@pytest.fixture(scope="session")
def baker_pdf(baker_book: Book) -> bytes:
    """Return that book's PDF."""
    return guidepub.render(baker_book, "screen")


@pytest.fixture(scope="session")
def baker_epub(baker_book: Book) -> bytes:
    """Return that book's EPUB."""
    return guidepub.render(baker_book, "epub")


# Whoever asks for these belongs to the group “samples”, so that one worker makes them once.
@pytest.fixture(scope="session")
def samples() -> Catalog:
    """Return the sample catalogue."""
    return guidepub.load(ROOT / "guides")


@pytest.fixture(scope="session")
def sample_books(samples: Catalog) -> dict[str, Book]:
    """Return all sample guides as books, and one of them under a school's imprint."""
    books = {slug: guidepub.assemble(samples[slug], samples) for slug in samples}
    school = guidepub.assemble(samples["welder"], samples, "riverbend")
    return {**books, "welder, riverbend": school}


@pytest.fixture(scope="session")
def sample_pdfs(sample_books: dict[str, Book]) -> dict[str, bytes]:
    """Return the sample books' PDFs."""
    return {name: guidepub.render(book, "screen") for name, book in sample_books.items()}


@pytest.fixture(scope="session")
def sample_epubs(sample_books: dict[str, Book]) -> dict[str, bytes]:
    """Return the sample books' EPUBs."""
    return {name: guidepub.render(book, "epub") for name, book in sample_books.items()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield the system's browser, and no longer: an event loop runs as long as it does."""
    # Most tests need none of it.
    from playwright.sync_api import sync_playwright

    # A browser cannot make its own prison for the superuser.
    plain = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=ROOT / ".ci" / "quiet-browser", args=plain
        )
        yield browser
        browser.close()

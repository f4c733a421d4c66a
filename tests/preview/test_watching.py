"""What changes on the disk is told, whatever becomes of the folder."""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from watchfiles import Change

from guidepub.preview.watching import CatalogFilter, changes


async def first(lots, wanted):
    """Return the files told until one of a name is among them."""
    async for lot in lots:
        if wanted in {path.name for path in lot}:
            return lot
    raise AssertionError


def reported(root, steps):
    """Do each step and wait until the file that it names is told."""

    async def run():
        lots: Any = changes(root)
        for name, step in steps:
            waiting = asyncio.ensure_future(first(lots, name))
            await asyncio.sleep(0.3)
            step()
            await asyncio.wait_for(waiting, 30)
        await lots.aclose()

    ThreadPoolExecutor(1).submit(asyncio.run, run()).result()


def test_saves_new_files_and_lost_ones_are_reported(tmp_path):
    guide = tmp_path / "baker.md"
    reported(
        tmp_path,
        [
            ("baker.md", lambda: guide.write_text("one")),
            ("baker.md", lambda: guide.write_text("two")),
            ("cook.md", lambda: guide.rename(tmp_path / "cook.md")),
            ("cook.md", (tmp_path / "cook.md").unlink),
        ],
    )


def test_a_folder_that_is_replaced_is_watched_again(tmp_path):
    root = tmp_path / "guides"
    root.mkdir()

    def replace():
        shutil.rmtree(root)
        root.mkdir()

    reported(
        root,
        [("guides", replace), ("baker.md", lambda: (root / "baker.md").write_text("one"))],
    )


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("baker.md", True),
        ("catalog.toml", True),
        ("images/oven.svg", True),
        ("themes/ours/styles/book.css", True),
        (".baker.md.swp", False),
        ("baker.md~", False),
        (".git/index", False),
        ("dist/baker/baker.epub", False),
        ("#baker.md#", False),
        (".baker.md.0a1b.tmp", False),
    ],
)
def test_what_no_book_is_made_of_is_left_out(tmp_path, name, matters):
    assert CatalogFilter()(Change.modified, str(tmp_path / name)) is matters

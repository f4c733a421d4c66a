"""A guess whether a build has anything to make, from when files were written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guidepub.batch import LEDGER_FILE, resting
from guidepub.batch.resting import seems_at_rest


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with a guide, an older table and the ledger of a build."""
    (tmp_path / "data").mkdir()
    (tmp_path / "dist").mkdir()
    for name in ("baker.md", "data/wages.csv", f"dist/{LEDGER_FILE}"):
        (tmp_path / name).touch()
    for path in tmp_path.rglob("*"):
        os.utime(path, (1000, 1000))
    os.utime(tmp_path / "dist" / LEDGER_FILE, (2000, 2000))
    return tmp_path


def test_what_is_older_than_the_ledger_is_at_rest(built, monkeypatch):
    ledger = str(built / "dist")
    assert seems_at_rest([str(built)], ledger)
    assert seems_at_rest([str(built / "baker.md")], ledger)
    monkeypatch.chdir(built)
    assert seems_at_rest([], "dist")
    assert seems_at_rest(["baker"], "dist")


@pytest.mark.parametrize("written", ["baker.md", "data/wages.csv", "new.md", "data"])
def test_what_was_written_since_is_not(built, written):
    if not (built / written).is_dir():
        (built / written).touch()
    os.utime(built / written)
    assert not seems_at_rest([str(built)], str(built / "dist"))


def test_where_nothing_was_built_or_too_much_lies_nothing_is_at_rest(built, monkeypatch):
    assert not seems_at_rest([str(built)], str(built / "nowhere"))
    assert not seems_at_rest([str(built)], "s3://bucket/books")
    monkeypatch.setattr(resting, "_MOST_ENTRIES", 3)
    assert not seems_at_rest([str(built)], str(built / "dist"))

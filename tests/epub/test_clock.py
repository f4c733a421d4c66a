"""An EPUB is the same whatever the clock says, even one that has lost its battery."""

from __future__ import annotations

import time

import pytest

from guidepub import epub


@pytest.mark.parametrize("seconds", [0.0, -86400.0, 315532799.0, 4354819200.0])
def test_a_clock_that_is_wrong_changes_no_byte(baker_book, monkeypatch, seconds):
    whole = epub.write_epub(baker_book, b"cover")
    monkeypatch.setattr(time, "time", lambda: seconds)
    assert epub.write_epub(baker_book, b"cover") == whole

"""What a site shows around its texts, and sentences that begin like it."""

from __future__ import annotations

import pytest

from guidepub.text.site_chrome import is_chrome


@pytest.mark.parametrize(
    "text",
    ["Show more", "Related: Best trades", "Posted by Ann on May 2", "Let us know in the comments what you think.", "Back to top ↑"],
)  # fmt: skip
def test_chrome(text):
    assert is_chrome(text)


@pytest.mark.parametrize(
    "text",
    ["They show more care.", "Share this " + "love " * 40, "Related fields pay well.", "Read more books."],
)  # fmt: skip
def test_prose(text):
    assert not is_chrome(text)

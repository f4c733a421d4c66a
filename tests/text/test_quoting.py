"""Words that a text quotes."""

from __future__ import annotations

import pytest

from guidepub.text.punctuation.quoting import is_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A line such as “Photo: WORD” under it.", True),
        ('I\'ve tried "WORD," and laughed.', True),
        ('He said "stop" and WORD, then "go".', False),
        ("“Stop,” he said. WORD followed. “Go.”", False),
        ("The WORD stands alone.", False),
        ("“The WORD never closes", False),
    ],
)
def test_quoted(text, quoted):
    at = text.index("WORD")
    assert is_quoted(text, at, at + 4) is quoted

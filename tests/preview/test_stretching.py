"""Which pages an edit changes, by the blocks that differ."""

from __future__ import annotations

import pytest

from guidepub.pdf.seams.continuing import Standing
from guidepub.pdf.seams.stretches import PageTurn
from guidepub.preview.stretching import stretch_of
from guidepub.preview.views import LeafLayout

TURN = PageTurn({}, {}, True, {}, (), {}, 1)
BLOCKS = (("leaf", 4), ("one", 4), ("two", 7), ("three", 9))
OLD = LeafLayout("a", "", 4, 9, 1, True, Standing(turns=(None, *[TURN] * 8)), (), BLOCKS)


@pytest.mark.parametrize(
    ("now", "pages"),
    [
        (("leaf", "one", "2", "three"), (0, 5)),
        (("leaf", "one", "two", "3"), (3, 8)),
        (("leaf and list", "one", "two", "in a list", "three"), (0, 5)),
        # A rule is no block, and may stand on any page; notes are told elsewhere.
        (("leaf and rule", "one", "two", "three"), None),
        (("leaf", "one", "two", "three"), None),
    ],
)
def test_pages_are_those_of_blocks_that_differ_and_the_one_before(now, pages):
    found = stretch_of([OLD], {"a": [("", text) for text in now]}, ["a"])
    assert (found and (found.first, found.last)) == pages

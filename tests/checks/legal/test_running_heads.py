"""Whether words next to a notice are a running head."""

import pytest

from guidepub.checks.legal.wordings.beside import is_running_head


@pytest.mark.parametrize(
    ("piece", "is_head"),
    [("aaa12", True), ("12a", True), ("", True), ("ab", False), ("a12b", False), ("a1a2", False)],
)
def test_a_head_is_made_of_titles_and_one_number(piece, is_head):
    assert is_running_head(piece, ["a", "a", "aa"]) is is_head


def test_titles_that_begin_alike_are_tried_once_at_each_place():
    # Each letter could belong to any of three titles: without care, 3 ** 400 ways.
    assert not is_running_head("a" * 400 + "b", ["a", "a", "aa"])

"""The labelled texts: what is lifted is right, and few sections go astray."""

from __future__ import annotations

import pytest
from labelled_scores import HELD_OUT, PAGE, SEEN, scores, table


@pytest.mark.parametrize(("folders", "precision"), [(SEEN, 0.98), (HELD_OUT, 0.9)])
def test_labelled_texts_are_imported_as_the_documentation_says(folders, precision):
    found = list(scores(folders))
    assert sum(each.right for each in found) >= precision * sum(each.lifted for each in found)
    assert table(found) in PAGE.read_text("utf-8")

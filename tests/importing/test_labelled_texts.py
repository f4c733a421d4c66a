"""The labelled texts: what is lifted is right, and few sections go astray."""

from __future__ import annotations

from labelled_scores import PAGE, scores, table


def test_labelled_texts_are_imported_as_the_documentation_says():
    found = list(scores())
    assert sum(each.right for each in found) >= 0.97 * sum(each.lifted for each in found)
    assert sum(each.placed for each in found) >= 0.98 * sum(each.sections for each in found)
    assert table(found) in PAGE.read_text("utf-8")

"""The lists of finding codes in the docs are those that `make tables` writes."""

from __future__ import annotations

import pytest

from tools.code_tables import FINDINGS, LINT, finding_row, lint_row, with_tables


@pytest.mark.parametrize(("page", "row"), [(FINDINGS, finding_row), (LINT, lint_row)])
def test_the_lists_are_up_to_date(page, row):
    text = page.read_text("utf-8")
    assert with_tables(text, row) == text, "`make tables` writes them anew"


def test_a_list_has_all_codes_of_its_letter_and_what_stands_around_stays():
    text = (
        "# A\n\n| code |\n|---|\n| R001 | old |\n| [R002](x.md) | old |\n\n| P001, P002 | both |\n"
    )
    made = with_tables(text, lambda code: f"<{code}>")
    head, _, tail = made.partition("<R001>")
    assert head == "# A\n\n| code |\n|---|\n"
    assert tail.startswith("\n<R002>\n<R003>")
    assert tail.endswith(">\n\n| P001, P002 | both |\n")

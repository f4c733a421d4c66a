"""Every code has a page whose bad example gives it, and nothing else, and whose good one nothing."""

from __future__ import annotations

import pytest
from linting.examples import CODES, PAGES, examples, findings

from guidepub.findings import CODES as TITLES
from guidepub.linting import WARNINGS

FAMILIES = "AGMQSVXZ"
# No guide can show them alone.
WITHOUT = {"S008", "Z003"}
# A copyright line is legal matter as well.
TOGETHER = {"S005": {"S005", "X013"}}


def test_every_code_of_lint_has_a_page():
    assert {code for code in TITLES if code[0] in FAMILIES} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_the_code_s_title_and_severity(code):
    lines = (PAGES / f"{code}.md").read_text("utf-8").split("\n")
    severity = "Warning" if code in WARNINGS else "Error"
    assert lines[0] == f"# {code}: {TITLES[code]}"
    assert lines[2].startswith(f"*{severity}.* ")


@pytest.mark.parametrize("code", sorted(set(CODES) - WITHOUT))
def test_the_bad_example_gives_the_code_and_the_good_one_nothing(code, tmp_path):
    catalog, (bad, good) = examples(code)
    reported = findings(tmp_path, catalog, bad)
    assert {finding.code for finding in reported} == TOGETHER.get(code, {code})
    for finding in reported:
        assert finding.place.line <= bad.count("\n") + 1
        assert (finding.severity.value == "warning") == (finding.code in WARNINGS)
        assert finding.remedy
    assert findings(tmp_path, catalog, good) == []

"""Of two hundred books, the forty that were tampered with are named for the right reason."""

from __future__ import annotations

import pytest
from tampering import FAULTS

pytestmark = pytest.mark.xdist_group("tampered")


def test_the_tampered_books_are_named_and_no_others(report, planted):
    named = {file.path.parent.name for file in report.files if file.findings}
    assert len(report.files) == 400
    assert len(planted) == 40
    assert named == set(planted)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_by_its_code_and_reason_alone(report, planted, fault):
    code, reason = FAULTS[fault]
    books = [name for name, own in planted.items() if own == fault]
    assert len(books) == 4
    for file in report.files:
        if file.path.parent.name not in books:
            continue
        if fault == "only in the EPUB" and file.edition == "epub":
            assert file.findings == ()
            continue
        reported = [str(finding) for finding in file.findings]
        assert [finding.code for finding in file.findings] == [code], reported
        expected = "hidden by a style" if code == "L004" and "left" in reported[0] else reason
        assert expected in reported[0]


def test_each_untouched_file_bears_its_notices_word_for_word(report, planted):
    for file in report.files:
        if file.path.parent.name not in planted:
            found = [(v.id, v.version, v.status, v.register) for v in file.verdicts]
            assert found == [
                ("copyright", 1, "verbatim", "approved"),
                ("disclaimer", 2, "verbatim", "approved"),
            ]
            assert (file.marked, file.holder, file.years) == (True, "Lantern Press, LLC", "2026")


def test_the_sum_counts_every_file_once_for_each_notice(report):
    sums = {(s.id, s.version, s.language): s.counts for s in report.summary()}
    rights = [sum(c.values()) for (notice, _, _), c in sums.items() if notice == "copyright"]
    assert sum(rights) == 400
    for language in ("en", "es", "de", "fr"):
        assert sums["disclaimer", 1, language] == {"verbatim": 2}
        # In each language four books lost their words, in one file or in both.
        current = sums["disclaimer", 2, language]
        assert current["differs"] == 4
        assert current["unseen"] == 6
        assert current["claimed"] == 3
        assert sum(current.values()) == 98

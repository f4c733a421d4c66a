"""What a run found as rows, plain data and sums."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from guidepub.checks.legal.verdicts.judging import FileReport, Verdict
from guidepub.checks.legal.verdicts.reports import COLUMNS, LegalReport
from guidepub.findings import Finding, Place


def verdict(version: int, status: str, register: str = "approved", detail: str = "") -> Verdict:
    return Verdict("disclaimer", version, "en", status, register, ("page 3",), detail)


def file(name: str, *verdicts: Verdict, holder: str = "Press, LLC") -> FileReport:
    findings = tuple(
        Finding(Place(name, page=3), "L002", f"Version {v.version}.")
        for v in verdicts
        if v.status != "verbatim"
    )
    return FileReport(Path(name), True, "baker", "screen", "en", holder, "2026", ("9780306406157",),
                      verdicts, findings)  # fmt: skip


REPORT = LegalReport(
    (
        file("a.pdf", verdict(3, "verbatim")),
        file("b.pdf", verdict(3, "differs", detail="[-may-]{+must+}")),
        file("c.pdf", verdict(2, "verbatim", "retired"), holder='=HYPERLINK("x")'),
        file("d.pdf", verdict(3, "verbatim")),
        file("e.pdf"),
    )
)


def test_a_row_is_for_a_file_and_one_of_its_notices():
    rows = list(csv.DictReader(io.StringIO(REPORT.as_csv())))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == 5
    first = rows[1]
    assert (first["file"], first["notice"], first["version"]) == ("b.pdf", "disclaimer", "3")
    assert (first["status"], first["where"]) == ("differs", "page 3")
    assert first["detail"] == "[-may-]{+must+}"
    assert (rows[4]["file"], rows[4]["notice"]) == ("e.pdf", "")


def test_a_spreadsheet_is_given_no_formula():
    assert list(csv.DictReader(io.StringIO(REPORT.as_csv())))[2]["holder"] == '\'=HYPERLINK("x")'


def test_the_sum_counts_each_version_the_newest_first():
    sums = [(s.version, s.register, dict(s.counts)) for s in REPORT.summary()]
    assert sums == [
        (3, "approved", {"verbatim": 2, "differs": 1}),
        (2, "retired", {"verbatim": 1}),
    ]


def test_json_holds_all_of_it():
    data = json.loads(REPORT.as_json())
    assert data["schema"] == 1
    assert [len(each["notices"]) for each in data["files"]] == [1, 1, 1, 1, 0]
    assert data["files"][1]["findings"][0]["code"] == "L002"
    assert data["summary"][0] == {
        "notice": "disclaimer", "version": 3, "language": "en", "register": "approved",
        "verbatim": 2, "differs": 1, "unseen": 0, "unjudged": 0, "claimed": 0, "missing": 0,
    }  # fmt: skip


def test_all_findings_are_reported_together():
    assert [f.place.path for f in REPORT.findings] == ["b.pdf"]

"""Findings for readers: sorted, and reported once where many rows of a table have the same one.

A fault of a template is a finding in each of a thousand guides. As data all of them are kept; as
text the finding is reported for the first row, with the number of other rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from guidepub.findings.finding import Finding, Place

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class ReportedFinding(NamedTuple):
    """A finding as it is reported. `rows` has its row and the number of others, in brackets."""

    finding: Finding
    rows: str

    def __str__(self) -> str:
        return f"{replace(self.finding, row=Place())}{self.rows}"


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings sorted by place, then by code, then by row."""
    return sorted(findings, key=lambda each: (each.place, each.code, each.row, each))


def likeness(finding: Finding) -> Finding:
    """Return a finding in the form in which it is compared with findings of other rows.

    The form is equal for findings that differ only in their rows and in figures, such as counts
    of words. A finding without a row is returned unchanged.
    """
    if not finding.row.path:
        return finding
    message, remedy = (_FIGURE.sub("0", text) for text in (finding.message, finding.remedy))
    return replace(finding, message=message, remedy=remedy, row=Place(finding.row.path))


def reported_once(findings: Iterable[Finding]) -> Iterator[ReportedFinding]:
    """Yield findings in order, and those that several rows have in common once, with the first.

    A finding that one row has several times is reported several times.
    """
    first: dict[tuple[Finding, int], Finding] = {}
    more: Counter[tuple[Finding, int]] = Counter()
    times: Counter[tuple[Finding, Place]] = Counter()
    for finding in findings:
        like = likeness(finding)
        times[like, finding.row] += 1
        key = like, times[like, finding.row]
        if key in first:
            more[key] += 1
        else:
            first[key] = finding
    for key, finding in first.items():
        yield ReportedFinding(finding, _rows(finding, more[key]))


def _rows(finding: Finding, more: int) -> str:
    if not more:
        return finding.row_suffix
    others = f"and in {more:,} more row{'' if more == 1 else 's'}"
    return f"{finding.row_suffix[:-1]}, {others})" if finding.row_suffix else f" ({others})"

"""Findings for a reader: in the order of rows, and those alike in many rows reported once.

A template has one fault in a thousand guides. As data each of them stays; in lines of text the
first row is reported with it, and the others are counted.
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
    """A finding as it is reported: `rows` are its row and how many more have the like, in brackets."""

    finding: Finding
    rows: str

    def __str__(self) -> str:
        return f"{replace(self.finding, row=Place())}{self.rows}"


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by their places, those of one place and code by their rows."""
    return sorted(findings, key=lambda each: (each.place, each.code, each.row, each))


def likeness(finding: Finding) -> Finding:
    """Return what a finding of a row has in common with those of other rows.

    It is the same for two that differ in their rows and in figures, such as counts of words. One
    that is of no row is like itself alone.
    """
    if not finding.row.path:
        return finding
    message, remedy = (_FIGURE.sub("0", text) for text in (finding.message, finding.remedy))
    return replace(finding, message=message, remedy=remedy, row=Place(finding.row.path))


def reported_once(findings: Iterable[Finding]) -> Iterator[ReportedFinding]:
    """Yield findings in their order, those that several rows have alike once, in the first's place.

    What one row has several times is reported as often.
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
        return finding.of_row
    others = f"and in {more:,} more row{'' if more == 1 else 's'}"
    return f"{finding.of_row[:-1]}, {others})" if finding.of_row else f" ({others})"

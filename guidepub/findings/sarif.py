"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors can show next to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from guidepub import __version__
from guidepub.findings import CODES, Finding, Place

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(findings: Sequence[Finding]) -> dict[str, object]:
    """Return findings as the SARIF log of one run of guidepub, as plain data for JSON.

    SARIF has no places for pages, so a page is a logical location, such as `page 12`.
    """
    codes = sorted({finding.code for finding in findings})
    # The codes of lint rules from packages are not in guidepub's table.
    rules = [{"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in codes]
    driver = {"name": "guidepub", "semanticVersion": __version__, "rules": rules}
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, rule: int) -> dict[str, object]:
    location = _location(finding.place)
    related = [_location(finding.row)] if finding.row.path else []
    text = f"{finding.message} {finding.remedy}".strip()
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": text},
        "locations": [location],
    }
    return result | ({"relatedLocations": related} if related else {})


def _location(place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        physical["region"] = region
    location: dict[str, object] = {"physicalLocation": physical}
    if place.page:
        location["logicalLocations"] = [{"name": f"page {place.page}", "kind": "page"}]
    return location


def _uri(path: str) -> str:
    """Return a path as a URI reference (RFC 3986); a relative path stays relative."""
    pure = PurePath(path)
    address = quote(pure.as_posix())
    return f"file://{address}" if pure.is_absolute() else address

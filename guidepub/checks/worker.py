"""The process that opens the files, and answers with the findings on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guidepub.checks.epub import epub_findings
from guidepub.checks.pdf import limit_decoding, pdf_findings
from guidepub.checks.reading import given_up
from guidepub.confinement import serve
from guidepub.findings import Finding


def work() -> None:
    """Check the files of the order on standard input."""
    limit_decoding()
    serve(_answer)


def _answer(order: Mapping[str, Any], item: str) -> list[dict[str, object]]:
    trims = [(float(width), float(height)) for width, height in order["trims"]]
    return [finding.as_dict() for finding in findings_on(Path(item), trims)]


def findings_on(file: Path, trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on one file; that no library can read it to its end is one of them."""
    is_epub = file.suffix.lower() == ".epub"
    try:
        return epub_findings(file) if is_epub else pdf_findings(file, trims)
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        return [given_up(file, error, epub=is_epub)]

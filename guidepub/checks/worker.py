"""The worker process that opens files, and answers with the findings on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guidepub.checks.epub import epub_findings
from guidepub.checks.pages_of_html import page_findings
from guidepub.checks.painted.decoding import limit_decoding
from guidepub.checks.painted.reading import given_up
from guidepub.checks.pdf import pdf_findings
from guidepub.findings import Finding
from guidepub.model import medium_of
from guidepub.model.presses.printers import Printer, printer_named
from guidepub.workers.confinement import serve


def work() -> None:
    """Check the files that the order on standard input names."""
    limit_decoding()
    serve(_answer)


def _answer(order: Mapping[str, Any], item: str) -> list[dict[str, object]]:
    trims = [(float(width), float(height)) for width, height in order["trims"]]
    return [
        {**finding.as_dict(), "printer": name}
        for name in order["printers"]
        for finding in findings_on(Path(item), trims, printer_named(name) if name else None)
    ]


def findings_on(
    file: Path, trims: Sequence[tuple[float, float]], printer: Printer | None = None
) -> list[Finding]:
    """Return the findings on one file; a file that no library can read to its end is one, too."""
    try:
        match medium_of(file):
            case "epub":
                return epub_findings(file)
            case "html":
                return page_findings(file)
        return pdf_findings(file, trims, printer)
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        return [given_up(file, error)]

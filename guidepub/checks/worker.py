"""The process that opens the files, and answers with the findings on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guidepub.checks.epub import epub_findings
from guidepub.checks.painting import EndlessError
from guidepub.checks.pdf import limit_decoding, pdf_findings
from guidepub.confinement import serve
from guidepub.findings import Finding, Place


def work() -> None:
    """Check the files of the order on standard input."""
    limit_decoding()
    serve(_answer)


def _answer(order: Mapping[str, Any], item: str) -> list[dict[str, object]]:
    trims = [(float(width), float(height)) for width, height in order["trims"]]
    return [finding.as_dict() for finding in findings_on(Path(item), trims)]


def findings_on(file: Path, trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on one file; a file that no library can read is one of them."""
    is_epub = file.suffix.lower() == ".epub"
    try:
        return epub_findings(file) if is_epub else pdf_findings(file, trims)
    except (MemoryError, EndlessError):
        code = "E006" if is_epub else "P005"
        message = "The file needs more memory or steps than any real book."
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        code = "E001" if is_epub else "P002"
        message = f"The file cannot be read to its end: {type(error).__name__}: {error}."
    return [Finding(Place(str(file)), code, message, "Make the file anew.")]

"""The file itself: whether a PDF opens, is whole, and is free to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from guidepub.findings import Finding, Place, Severity
from guidepub.findings.errors import reason_of

LARGEST = 500 * 1024 * 1024
"""Bytes of a PDF that is opened at all."""

# The warning of qpdf 12 about a part of a file that goes beyond its limits.
_LIMITS = re.compile(r"memory limit exceeded|may be too slow|too many scans|limits error\(")
# Its warnings that follow, about the same part and its page.
_CONSEQUENCES = re.compile(r"will be re-processed without|errors while decoding content stream")


def opened(file: Path) -> tuple[pikepdf.Pdf | None, list[Finding]]:
    """Return an open PDF, or None and the finding that says why it does not open."""
    place = Place(str(file))
    try:
        size = file.stat().st_size
        if size > LARGEST:
            message = f"The file has {size // 1024**2} MiB; at most {LARGEST // 1024**2} are read."
            return None, [
                Finding(place, "P005", message, "Make it smaller, or check its parts separately.")
            ]
        return pikepdf.open(file), []
    except pikepdf.PasswordError:
        message = "The file requires a password."
        return None, [Finding(place, "P003", message, "Save it without encryption.")]
    except (pikepdf.PdfError, OSError) as error:
        reason = reason_of(error).removeprefix(f"{file}: ")
        message = f"The file cannot be opened: {reason}."
        return None, [
            Finding(place, "P001", message, "It may be truncated: create or send it again.")
        ]


def structure_findings(file: Path, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield what qpdf finds wrong with an open PDF, and encryption that keeps readers out."""
    place = Place(str(file))
    warnings = [str(problem) for problem in (*pdf.get_warnings(), *pdf.check_pdf_syntax())]
    limited = any(_LIMITS.search(problem) for problem in warnings)
    ours = (_LIMITS, _CONSEQUENCES) if limited else ()
    problems = [each for each in warnings if not any(words.search(each) for words in ours)]
    if problems:
        first = problems[0].removeprefix("WARNING: ").removeprefix(f"{file}: ").rstrip(".")
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        message = f"The file is damaged: {first}{more}."
        yield Finding(place, "P002", message, "Create it again, or repair it with qpdf.")
    elif limited:
        # No fault of the file: qpdf skips what would take it too long.
        message = "A picture or another part of the file is too large to unpack."
        remedy = "Make it smaller, or check it by hand: everything else is checked."
        yield Finding(place, "P005", message, remedy, Severity.WARNING)
    if pdf.is_encrypted:
        # ISO 15930-7 forbids encryption; ISO 14289-1, 7.16 asks that screen readers get in.
        message = "The file is encrypted."
        yield Finding(place, "P003", message, "Save it without a password or restrictions.")
    if not len(pdf.pages):
        yield Finding(place, "P001", "The file has no pages.", "Create it again.")

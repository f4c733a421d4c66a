"""One finished PDF as many files that differ, as the books of a catalogue do."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf


def write_copies(data: bytes, folder: Path, count: int) -> int:
    """Write copies of a PDF to a new folder, each with other bytes; return its pages."""
    folder.mkdir(parents=True)
    for number in range(count):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = len(pdf.pages)
            pdf.docinfo["/Subject"] = f"Copy {number}"
            pdf.save(folder / f"{number:05}.pdf", deterministic_id=True)
    return pages

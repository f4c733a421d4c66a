"""The worker process that reads finished files: their marks, or how their text differs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from guidepub.checks.legal.verdicts.statements import package_statement, pdf_statement
from guidepub.checks.painted.decoding import limit_decoding
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.sources import opened, source_of
from guidepub.findings import Finding
from guidepub.findings.errors import kind_and_reason
from guidepub.model import Edition, Mark, medium_of
from guidepub.words.manuscript import Manuscript
from guidepub.workers.confinement import serve

_MANUSCRIPT = TypeAdapter(Manuscript)
# A book may have other quotation marks and hyphens than the table its words come from.
_STRAIGHT = str.maketrans("‘’“”\u2010\u2011", "''\"\"--", "\u00ad\ufffe\u200b")
# How many words of a long text are searched for: the rest may be on the next page.
_BEGINNING = 6


def work() -> None:
    """Answer the order on standard input.

    With `manuscripts` the answers are differences, with `printed` where some texts stand, and
    without either marks.
    """
    limit_decoding()
    serve(_answer)


def _answer(order: Mapping[str, Any], item: str) -> object:
    file = Path(item)
    try:
        if "printed" in order:
            return {"places": _places(file, order["printed"][item])}
        if "manuscripts" not in order:
            return {"mark": _mark(file).model_dump()}
        manuscript = _MANUSCRIPT.validate_python(order["manuscripts"][item])
        edition = order["editions"][item]
        return {"findings": [f.as_dict() for f in _findings(file, manuscript, edition)]}
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        return {"error": f"{kind_and_reason(error)}."}


def _mark(file: Path) -> Mark:
    if medium_of(file) == "pdf":
        return pdf_statement(file).mark or Mark()
    # PDFs alone have no stylesheets to be read.
    from guidepub.checks.legal.in_documents.documents import documents_of

    return package_statement(documents_of(file).package).mark or Mark()


def _places(file: Path, printed: Sequence[str]) -> list[list[str]]:
    """Return for each text the names of the pages or documents that it is on."""
    edition: Edition = "screen"
    if medium_of(file) != "pdf":
        edition = "epub" if medium_of(file) == "epub" else "web"
    with opened(edition, file) as read:
        units = [
            (name, _folded(unit))
            for name, unit in zip(read.text.names, read.text.units, strict=True)
        ]
    return [_units_of(_folded(text), units) for text in printed]


def _units_of(text: str, units: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of the units that hold a text, or the beginning of a long one."""
    words = text.split(" ")
    for part in (text, " ".join(words[:_BEGINNING])) if len(words) > _BEGINNING else (text,):
        # A figure is not part of another: 18% does not occur in 118% or in 18%.5.
        alone = re.compile(rf"(?<![\w.,$€-]){re.escape(part)}(?![\w%]|[.,]\d)", re.I)
        if part and (found := [name for name, unit in units if alone.search(unit)]):
            return found
    return []


def _folded(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())


def _findings(file: Path, manuscript: Manuscript, edition: Edition) -> list[Finding]:
    with opened(edition, file) as read:
        return list(text_findings(manuscript, edition, source_of(read, edition)))

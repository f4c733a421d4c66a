"""Findings on finished files: PDF, EPUB and HTML, guidepub's own and others'.

Reads what is in the files and trusts nothing that a renderer says of them. Faults are
findings, whatever the file; the texts of the rules are named where they are checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.checks.checking import check as check
    from guidepub.checks.checking import printers_against as printers_against
    from guidepub.checks.legal.auditing import check_legal as check_legal
    from guidepub.checks.legal.verdicts.judging import FileReport as FileReport
    from guidepub.checks.legal.verdicts.judging import Verdict as Verdict
    from guidepub.checks.legal.verdicts.memory import user_cache as user_cache
    from guidepub.checks.legal.verdicts.reports import LegalReport as LegalReport
    from guidepub.checks.opening.finding_files import finished_files as finished_files
    from guidepub.checks.recalling import Recall as Recall
    from guidepub.checks.recalling import RecalledFigure as RecalledFigure
    from guidepub.checks.recalling import recall as recall

_HOMES = {
    "FileReport": "legal.verdicts.judging",
    "LegalReport": "legal.verdicts.reports",
    "Recall": "recalling",
    "RecalledFigure": "recalling",
    "Verdict": "legal.verdicts.judging",
    "check": "checking",
    "check_legal": "legal.auditing",
    "finished_files": "opening.finding_files",
    "printers_against": "checking",
    "recall": "recalling",
    "user_cache": "legal.verdicts.memory",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)

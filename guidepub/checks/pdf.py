"""All checks on one PDF: opens it, finds out what it is for, and runs each module's rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from guidepub.checks.claimed.conformance import pdf_claims
from guidepub.checks.legal.verdicts.statements import statement_of
from guidepub.checks.painted.marks import Page
from guidepub.checks.painted.reading import gathered, given_up, read_pages
from guidepub.checks.pdf_rules.access import access_findings
from guidepub.checks.pdf_rules.binding import binding_findings
from guidepub.checks.pdf_rules.boxes import box_findings, with_trims
from guidepub.checks.pdf_rules.fonts import font_findings
from guidepub.checks.pdf_rules.images import image_findings
from guidepub.checks.pdf_rules.ink import ink_findings
from guidepub.checks.pdf_rules.light import light_findings
from guidepub.checks.pdf_rules.pages import page_findings
from guidepub.checks.pdf_rules.press import is_for_press, press_findings
from guidepub.checks.pdf_rules.structure import opened, structure_findings
from guidepub.findings import Finding
from guidepub.model.presses.printers import ANY_PRESS, Printer, printers


def pdf_findings(
    file: Path, trims: Sequence[tuple[float, float]], printer: Printer | None = None
) -> list[Finding]:
    """Return the findings on a PDF; `trims` are the expected trim sizes in points.

    With a printer it is judged as a file for that printer, whatever its purpose; without one,
    a file for a press is judged by what the printer that it names, if any, asks for.
    A file that cannot be opened has that one finding. In one that is damaged all that can be
    read is checked: unreadable pages, and rules that fail on the damage, are left out.
    """
    pdf, findings = opened(file)
    if pdf is None:
        return findings
    with pdf:
        findings = _until_damage(file, structure_findings(file, pdf))
        if any(finding.code == "P001" for finding in findings):
            return findings
        try:
            pages = read_pages(pdf)
            for_press = printer is not None or is_for_press(file, pdf, pages)
            asked = printer or _stated_printer(pdf)
        except Exception as error:  # noqa: BLE001 - damage breaks libraries in many ways
            return [*findings, given_up(file, error)]
        torn = [page.number for page in pages if not page.whole]
        known = any(finding.code in ("P002", "P005") for finding in findings)
        if torn and not known:
            message = "A page's content cannot be read to its end."
            findings += gathered(file, torn, "P002", message, "Create it again.")
        if for_press:
            rules = _press_rules(file, pdf, pages, trims, asked)
        else:
            rules = _rules(file, pdf, pages)
        for rule in rules:
            findings += _until_damage(file, rule, known=bool(torn) or known)
        if not for_press:
            claims = pdf_claims(file, pdf, list(findings))
            findings += _until_damage(file, claims, known=bool(torn) or known)
    return findings


def _stated_printer(pdf: pikepdf.Pdf) -> Printer:
    """Return the printer that a file says it was made for, or any press."""
    mark = statement_of(pdf).mark
    return printers().get(mark.press, ANY_PRESS) if mark else ANY_PRESS


def _until_damage(file: Path, rule: Iterator[Finding], known: bool = False) -> list[Finding]:
    """Return what a rule finds before it fails on damage, and the damage, unless it is `known`."""
    findings: list[Finding] = []
    try:
        for finding in rule:
            findings.append(finding)  # noqa: PERF402 - what was found before a failure is kept
    except Exception as error:  # noqa: BLE001 - damage breaks libraries in many ways
        if not known:
            findings.append(given_up(file, error))
    return findings


def _rules(file: Path, pdf: pikepdf.Pdf, pages: Sequence[Page]) -> list[Iterator[Finding]]:
    """Return the rules for a file for a screen."""
    whole = [page for page in pages if page.whole]
    return [
        font_findings(file, whole),
        access_findings(file, pdf, pages),
        light_findings(file, pdf, whole),
        image_findings(file, whole, for_press=False),
        page_findings(file, whole, for_press=False),
    ]


def _press_rules(
    file: Path,
    pdf: pikepdf.Pdf,
    pages: Sequence[Page],
    trims: Sequence[tuple[float, float]],
    printer: Printer,
) -> list[Iterator[Finding]]:
    """Return the rules for a file for a press."""
    pages = with_trims(pages, trims, printer)
    whole = [page for page in pages if page.whole]
    return [
        font_findings(file, whole),
        press_findings(file, pdf, pages, printer),
        box_findings(file, pages, trims, printer),
        ink_findings(file, whole, printer),
        image_findings(file, whole, for_press=True, least=printer.resolution),
        page_findings(file, whole, for_press=True),
        binding_findings(file, pages, trims, printer),
    ]

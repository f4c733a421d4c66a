"""`guidepub lint`: findings in definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from guidepub.cli.judging.reporting import FORMATS, report
from guidepub.cli.shared.options import WritablePath
from guidepub.cli.shared.selection import surveys_of
from guidepub.findings import Finding, InputError, Place, errors_of, in_reading_order
from guidepub.findings.errors import UsageError, reason_of
from guidepub.linting import apply, edits, lint
from guidepub.loading import LoadedCatalog
from guidepub.model import Catalog, Guide

# What only a guide with all of its facts shows: which sources it cites.
_OF_WHOLE_GUIDES = frozenset({"A009"})


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="The format of the findings.")  # fmt: skip
@click.option("-o", "--output", type=WritablePath(), metavar="FILE",
              help="Write the findings here instead of to the terminal.")  # fmt: skip
@click.option("--fix", is_flag=True, help="Fix whatever can be fixed without changing the meaning.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
def command(paths: tuple[str, ...], form: str, output: str | None, fix: bool, strict: bool) -> int:
    """Find mistakes and leftovers in guides.

    Finds remains of a web site, figures without a source, outdated forecasts, contradictions,
    promises and typing errors. PATH is a catalogue's folder, a folder of guides, a guide's file, or
    a guide's slug; the default is the current catalogue.

    Findings have the form path:line:column CODE message remedy; docs/lint explains each code. A
    comment after a line silences a finding in it: <!-- guidepub: ignore CODE reason -->. Settings
    are under [lint] in catalog.toml. Exit codes: 0 no errors, 1 errors (or warnings, with
    --strict), 2 wrong usage.

    \b
    Examples:  guidepub lint
               guidepub lint welder --fix
               guidepub lint guides --format sarif -o findings.sarif
    """  # noqa: D301 - click's sign for lines that stay as they are
    surveys = surveys_of(paths)
    if not any(found.catalog or found.drafts or found.catalog.findings for found in surveys):
        raise UsageError("There are no guides here. Add one with: guidepub new TITLE")
    unmended: list[Finding] = []
    if fix:
        made = sum(_mended(guide, catalog, unmended) for catalog, guide in _guides(surveys))
        click.echo(f"{made} change{'' if made == 1 else 's'} made.", err=True)
        surveys = surveys_of(paths)
    findings = {*unmended, *(f for found in surveys for f in found.catalog.findings)}
    for catalog, guide in _guides(surveys):
        findings.update(lint(guide, catalog))
    for found in surveys:
        for guide in found.incomplete:
            findings.update(f for f in lint(guide, found.catalog) if f.code not in _OF_WHOLE_GUIDES)
    ordered = in_reading_order(_without_doublets(findings))
    report(ordered, form, output)
    return 1 if errors_of(ordered) or (strict and ordered) else 0


def _without_doublets(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, leaving out those that report markup of another Markdown (D036) once more."""
    findings = list(findings)
    marks = {(found.place.path, found.place.line) for found in findings if found.code == "D036"}
    for found in findings:
        is_remain = found.code in {"X017", "X018"}
        if not (is_remain and (found.place.path, found.place.line) in marks):
            yield found


def _guides(surveys: list[LoadedCatalog]) -> Iterator[tuple[Catalog, Guide]]:
    """Yield all guides with their catalogues, including those that cannot become books yet."""
    for found in surveys:
        for guide in (*found.catalog.values(), *found.drafts):
            yield found.catalog, guide


def _mended(guide: Guide, catalog: Catalog, unmended: list[Finding]) -> int:
    """Fix a guide's file and return the number of changes; report if it cannot be written."""
    # The text of a template belongs to many guides: a fix that suits one row may spoil another.
    if guide.origin is None or guide.row is not None:
        return 0
    try:
        return apply(guide.origin, edits(guide, catalog))
    except InputError as error:
        unmended += error.findings
    except OSError as error:
        message = f"The definition cannot be fixed: {reason_of(error)}."
        remedy = "Make its folder writable, or fix the definition by hand."
        unmended.append(Finding(Place(str(guide.origin)), "D001", message, remedy))
    return 0

"""`guidepub import`: existing texts to definitions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub import __version__
from guidepub.cli.shared.options import WritablePath, refuse_unwritable
from guidepub.cli.shared.selection import root_at_hand
from guidepub.cli.shared.terminal import console, print_findings
from guidepub.files import write_output
from guidepub.findings import errors_of
from guidepub.importing import Import, import_all
from guidepub.words.characters import printable


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("-o", "--output", metavar="DIR", type=click.Path(file_okay=False),
              help="The folder for the definitions. By default that of the current catalogue, or guides/ if there is none.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Show what would be done, without writing anything.")
@click.option("--force", is_flag=True, help="Overwrite definitions that have been edited since.")
@click.option("--untouched", is_flag=True,
              help="Leave code, legal texts and figures as they are.")  # fmt: skip
@click.option("--report", "report_file", type=WritablePath(), metavar="FILE",
              help="Write a report (JSON) on where each paragraph went.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    output: str | None,
    dry_run: bool,
    force: bool,
    untouched: bool,
    report_file: str | None,
) -> int:
    """Import existing texts as guides: plain text, saved web pages, Markdown and other formats.

    The other formats are Word, OpenDocument, rich text, EPUB, PDF, MediaWiki and WordPress exports.
    A folder means all such files below it. Headings become sections of the catalogue in the output
    folder, figures become facts, and links become sources. Legal texts are replaced by the
    catalogue's notices. Whatever cannot be decided is marked with <!-- guidepub: unsettled … -->
    and reported; docs/import.md explains the codes.

    Exit codes: 0 all imported, 1 some failed, 2 wrong usage.

    \b
    Examples:  guidepub import old-site/ -o guides
               guidepub import nurse.docx --dry-run
               guidepub import page.html --report report.json
    """  # noqa: D301 - click's sign for lines that stay as they are
    folder = Path(output) if output else root_at_hand() or Path("guides")
    if not dry_run:
        refuse_unwritable(folder)
    imports = import_all(
        [Path(path) for path in paths], folder, force=force, dry_run=dry_run,
        untouched=untouched,
    )  # fmt: skip
    lines = console()
    for done in imports:
        print_findings(done.findings, lines)
        lines.print(_line(done, dry_run))
    lines.print(_summary(imports, dry_run))
    if report_file is not None:
        write_output(Path(report_file), _report(imports, dry_run).encode())
    return 1 if any(errors_of(done.findings) for done in imports) else 0


def _line(done: Import, dry_run: bool) -> str:
    name, target = printable(done.name), printable(str(done.target))
    if done.state == "left out":
        return f"{name}: some of it was left out"
    if done.state == "failed":
        return f"{name}: not imported"
    went = Counter(row["fate"] for row in done.report["paragraphs"])
    kept = sum(count for fate, count in went.items() if fate != "furniture")
    facts = len(done.report["facts"])
    verb = "would become" if dry_run else "became"
    return f"{name} {verb} {target}: paragraphs: {kept}, facts: {facts}"


def _summary(imports: Sequence[Import], dry_run: bool) -> str:
    failed = sum(done.state == "failed" for done in imports)
    made = sum(done.state in ("new", "overwritten") for done in imports)
    findings = sum(len(done.findings) for done in imports)
    verb = "to be made" if dry_run else "made"
    return f"Guides {verb}: {made}, failed: {failed}, findings: {findings}"


def _report(imports: Sequence[Import], dry_run: bool) -> str:
    data = {
        "schema": 1,
        "guidepub": __version__,
        "dry_run": dry_run,
        "files": [done.report for done in imports],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"

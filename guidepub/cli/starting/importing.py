"""`guidepub import`: foreign texts to definitions."""

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
              help="The folder that the definitions go to. By default that of the catalogue at "
                   "hand, or guides/ where there is none.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--force", is_flag=True, help="Write over definitions that were edited since.")
@click.option("--untouched", is_flag=True,
              help="Leave code, legal matter and figures as they stand.")  # fmt: skip
@click.option("--report", "report_file", type=WritablePath(), metavar="FILE",
              help="Write here, as JSON, where each paragraph went.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    output: str | None,
    dry_run: bool,
    force: bool,
    untouched: bool,
    report_file: str | None,
) -> int:
    """Make guides of plain text, saved pages, Markdown and files of other programs.

    Word, OpenDocument, rich text, EPUB, PDF, MediaWiki and WordPress exports are read.
    A folder stands for all such files below it. Headings become the sections of the
    catalogue at the output's folder, figures become facts, links become sources. Legal
    matter is left to the register. What cannot be settled is marked in its place with
    <!-- guidepub: unsettled … --> and reported below; docs/import.md explains the codes.

    Exit codes: 0 all imported, 1 some could not be, 2 wrong usage.

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

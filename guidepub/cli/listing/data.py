"""`guidepub data`: the figures of books and the tables that they come from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from guidepub.assembly import assemble
from guidepub.checks.recalling import RecalledFigure, recall
from guidepub.cli.shared.selection import catalog_folder, catalogs_of
from guidepub.cli.shared.terminal import console, print_findings, print_json, print_table
from guidepub.findings import Finding, InputError, errors_of
from guidepub.loading import read_catalog
from guidepub.model import PrintedFigure
from guidepub.tables import typed_table
from guidepub.tables.inspecting import columns_of, table_findings

_NOT_LOOKED_AT = (
    "Not compared: paragraphs that a template chose by its row, and figures that are "
    "not from a table."
)
_Json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")


@click.group("data")
def command() -> None:
    """Trace the figures of books to the tables that they come from.

    Exit codes: 0 success, 1 findings or recalled figures, 2 wrong usage.

    \b
    Examples:  guidepub data show welder
               guidepub data check
               guidepub data recall oews-2024.xlsx oews-2025.xlsx dist
    """  # noqa: D301 - click's sign for lines that stay as they are


@command.command("show")
@click.argument("paths", nargs=-1, metavar="[GUIDE...]")
@_Json
def show(paths: tuple[str, ...], as_json: bool) -> int:
    """List the figures that a guide prints, with the table cell that each comes from.

    The bars of a chart that is drawn from a table are not facts, so they are not listed; nor is
    anything that a template prints directly from its row, such as words and lists. For a list taken
    from several rows, the first row is named.

    Figures that a guide states itself are not listed.
    """
    rows: list[dict[str, Any]] = []
    findings: list[Finding] = []
    for catalog in catalogs_of(paths):
        findings += catalog.findings
        for guide in catalog.values():
            try:
                figures = assemble(guide, catalog).figures
            except InputError as error:
                findings += error.findings
                continue
            rows += [{"guide": guide.slug, **figure_data(figure)} for figure in figures]
    if as_json:
        print_json(rows)
    elif rows:
        head = ("guide", "fact", "prints", "table", "row", "key", "column", "cell", "rule")
        print_table(head, [[str(_value(row, name)) for name in head] for row in rows], console())
    else:
        console().print(
            "No figure comes from a table. Take facts from one with “from”: see docs/data.md."
        )
    print_findings(findings, console(stderr=True))
    return 1 if errors_of(findings) else 0


@command.command("check")
@click.option(
    "--catalog", metavar="PATH", type=click.Path(exists=True),
    help="The catalogue. By default the current one.",
)  # fmt: skip
@_Json
def check(catalog: str | None, as_json: bool) -> int:
    """Show what the tables of a catalogue contain, and what looks like a mistake.

    For each column: whether it holds numbers or text, and how many cells have a value, are empty,
    are withheld (suppressed, or hourly only), or are above the highest published value. Duplicate
    and missing keys, and codes that no rule explains, give warnings.
    """
    found = read_catalog(catalog_folder(catalog, "--catalog"))
    tables: dict[str, list[dict[str, Any]]] = {}
    findings: list[Finding] = []
    for name in found.data:
        try:
            columns = columns_of(typed_table(found, name))
            tables[name] = [
                {
                    "column": each.name, "kind": each.kind, "values": each.values,
                    "empty": each.empty, "withheld": each.withheld, "top": each.top,
                }
                for each in columns
            ]  # fmt: skip
            findings += table_findings(found, name)
        except InputError as error:
            findings += error.findings
    if as_json:
        print_json(tables)
    for name, rows in tables.items() if not as_json else ():
        head = ("column", "kind", "values", "empty", "withheld", "top")
        console().print(f"{name}: {found.data[name].file or 'a query'}")
        print_table(head, [[str(row[each]) for each in head] for row in rows], console())
    print_findings(findings, console(stderr=True))
    return 1 if errors_of(findings) else 0


@command.command("recall")
@click.argument("old", type=click.Path(exists=True, dir_okay=False))
@click.argument("new", type=click.Path(exists=True, dir_okay=False))
@click.argument("paths", nargs=-1, metavar="[FILE|DIR...]")
@click.option("--sheet", metavar="NAME", help="The sheet of NEW, if it has another name.")
@_Json
def recall_command(
    old: str, new: str, paths: tuple[str, ...], sheet: str | None, as_json: bool
) -> int:
    """List the figures of finished books that a new version of a table makes wrong.

    OLD is the table that the books were made from, NEW its replacement. Only the finished files are
    read, by default those in dist: their metadata record which cell each figure was taken from, and
    what a template printed from its row. The books to rebuild are named at the end. So are books
    with figures from a query over the table, which cannot be looked up: rebuild these with the new
    table to see what changes.
    """
    found = recall(Path(old), Path(new), paths or ("dist",), sheet)
    if as_json:
        print_json(
            {
                "files": found.files,
                "looked_at": found.looked_at,
                "guides": list(found.guides),
                "queried": list(found.queried),
                "figures": [_recalled_data(each) for each in found.figures],
            }
        )
    else:
        head = ("file", "at", "fact", "prints", "cell", "now", "change", "why")
        data = [_recalled_data(each) for each in found.figures]
        rows = [[str(_value(row, name)) for name in head] for row in data]
        if rows:
            print_table(head, rows, console())
        books = ", ".join(found.guides) or "none"
        console().print(
            f"Of {found.looked_at} figures and texts in {found.files} files {len(rows)} are no "
            "longer "
            f"true. Make again: {books}."
        )
        if found.queried:
            console().print(
                "Figures of queries over the table cannot be looked up. To see which have changed, "
                f"build with the new table: {', '.join(found.queried)}."
            )
        console().print(_NOT_LOOKED_AT)
    print_findings(found.findings, console(stderr=True))
    return 1 if found.figures or errors_of(found.findings) else 0


def figure_data(figure: PrintedFigure) -> dict[str, Any]:
    """Return a figure and its cell as plain data."""
    cell = figure.lineage
    return {
        "fact": figure.fact,
        "prints": figure.printed,
        "unit": figure.unit,
        "table": cell.table.name,
        "table_file": cell.table.file,
        "sha256": cell.table.sha256,
        "sheet": cell.table.sheet or "",
        "row": cell.row,
        "key": dict(cell.key),
        "where": cell.where,
        "column": cell.column,
        "cell": cell.text,
        "rule": cell.rule,
    }


def _recalled_data(each: RecalledFigure) -> dict[str, Any]:
    return {
        "file": str(each.file), "guide": each.guide, "at": list(each.places),
        **figure_data(each.figure), "now": each.now,
        "change": f"{each.change:+f}" if each.change else "", "why": each.reason,
    }  # fmt: skip


def _value(row: dict[str, Any], name: str) -> object:
    """Return an entry of a row as a table shows it."""
    value = row[name]
    if isinstance(value, dict):
        return ", ".join(f"{column} = {text}" for column, text in value.items())
    return ", ".join(value) if isinstance(value, list) else value

"""`guidepub catalog`: all books with their state, ISBNs, pages and prices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.cli.options import WritablePath
from guidepub.cli.selection import surveys_of
from guidepub.cli.terminal import console, print_table
from guidepub.files import write_output
from guidepub.loading import LoadedCatalog
from guidepub.trade.listing import COLUMNS, BookRow, MadeBook, as_csv, as_data, book_rows

# What a terminal has no room for.
_LEFT_OUT = ("file", "imprint")


@click.command("catalog")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("-o", "--output", default="dist", metavar="DIR", show_default=True,
              help="The folder of a build: what it has made is told, with its pages.")  # fmt: skip
@click.option("--csv", "csv_file", type=WritablePath(allow_dash=True), metavar="FILE",
              help="Write the list as CSV; - is the terminal.")  # fmt: skip
@click.option("--json", "json_file", type=WritablePath(allow_dash=True), metavar="FILE",
              help="Write the list as JSON; - is the terminal.")  # fmt: skip
def command(
    paths: tuple[str, ...], output: str, csv_file: str | None, json_file: str | None
) -> int:
    """List all books, with state, edition, ISBNs, pages and price.

    A book is made where its files are in the output folder, not made where they are not, and
    broken where its definition has errors, which lint and build tell.

    Exit codes: 0 all well, 1 a book is broken, 2 wrong usage.

    \b
    Examples:  guidepub catalog
               guidepub catalog --csv books.csv
               guidepub catalog guides -o dist --json -
    """  # noqa: D301 - click's sign for lines that stay as they are
    surveys = surveys_of(paths)
    made = _made(Path(output), surveys)
    rows = [row for found in surveys for row in book_rows(found.catalog, found.drafts, made)]
    if csv_file:
        _write(csv_file, as_csv(rows))
    if json_file:
        _write(json_file, json.dumps(as_data(rows), indent=2, ensure_ascii=False) + "\n")
    if not (csv_file or json_file):
        _print(rows)
    return 1 if any(row.state == "broken" for row in rows) else 0


def _made(output: Path, surveys: Sequence[LoadedCatalog]) -> dict[str, MadeBook]:
    """Return what an output folder has of the books of some catalogues, by slug."""
    from guidepub.batch.remembering import made_files

    guides = [guide for found in surveys for guide in (*found.catalog.values(), *found.drafts)]
    files = made_files(output, (guide.slug for guide in guides))
    return {
        slug: MadeBook(
            tuple(record.edition for record in records),
            max((record.pages for record in records if record.pages), default=None),
        )
        for slug, records in files.items()
    }


def _print(rows: Sequence[BookRow]) -> None:
    lines = console()
    if not rows:
        lines.print("There are no books to list.")
        return
    shown = [number for number, name in enumerate(COLUMNS) if name not in _LEFT_OUT]
    heads = [COLUMNS[number].replace("_", " ") for number in shown]
    print_table(heads, [[row.cells[number] for number in shown] for row in rows], lines)


def _write(target: str, text: str) -> None:
    if target == "-":
        click.echo(text, nl=False)
    else:
        write_output(Path(target), text.encode())

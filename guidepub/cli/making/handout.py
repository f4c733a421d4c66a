"""`guidepub handout`: single sections of a guide as a PDF to be handed out."""

from __future__ import annotations

from pathlib import Path

import click

from guidepub.assembly import handout
from guidepub.cli.shared.options import WritablePath
from guidepub.cli.shared.selection import one_guide
from guidepub.cli.shared.terminal import console
from guidepub.editions import render
from guidepub.files import write_output


@click.command("handout")
@click.argument("guide")
@click.argument("sections", nargs=-1, required=True, metavar="SECTION...")
@click.option("-o", "--output", type=WritablePath(), metavar="FILE",
              help="The PDF; by default GUIDE-handout.pdf in this folder.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Another imprint of the catalogue.")
def command(guide: str, sections: tuple[str, ...], output: str | None, imprint: str | None) -> None:
    """Make a PDF of single sections of GUIDE, by their ids or titles, to be handed out.

    Above them stands a slim title, behind them the sources that they cite, the terms that they
    mark, and the copyright line with all notices that the book owes, in their approved words. The
    file is read back and proved as a book is. What refers to other sections has their names and
    no pages.

    Exit codes: 0 all well, 1 the guide cannot be read or made, 2 wrong usage.

    \b
    Examples:  guidepub handout welder salary
               guidepub handout welder salary "Career Outlook" -o outlook.pdf
    """  # noqa: D301 - click's sign for lines that stay as they are
    found, catalog, _ = one_guide(guide)
    book = handout(found, catalog, sections, imprint)
    path = Path(output or f"{found.slug}-handout.pdf")
    write_output(path, render(book, "screen"))
    console().print(str(path))

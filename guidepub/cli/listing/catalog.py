"""`guidepub catalog`: all books with their state, ISBNs, pages and prices, also for shops."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidepub.cli.shared.options import WritableFolder, WritablePath
from guidepub.cli.shared.outcome import listed
from guidepub.cli.shared.selection import surveys_of
from guidepub.cli.shared.terminal import console, print_findings, print_table
from guidepub.files import write_output
from guidepub.files.dates import build_date, midnight
from guidepub.findings import errors_of, in_reading_order
from guidepub.findings.errors import UsageError
from guidepub.loading import LoadedCatalog
from guidepub.model import Catalog
from guidepub.trade.listing import BookRow, MadeBook, as_csv, as_data, book_rows, columns_of

if TYPE_CHECKING:
    from guidepub.batch.kept.records import Record
    from guidepub.model.catalogs.accessibility import Certificate
    from guidepub.trade.products import TradeProduct

# Columns that are too wide for a terminal.
_LEFT_OUT = ("file", "imprint")


@click.command("catalog")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("-o", "--output", default="dist", metavar="DIR", show_default=True,
              help="The output folder of a build, where the list looks for finished files and page counts.")  # fmt: skip
@click.option("--csv", "csv_file", type=WritablePath(allow_dash=True), metavar="FILE",
              help="Write the list as CSV; - means the terminal.")  # fmt: skip
@click.option("--json", "json_file", type=WritablePath(allow_dash=True), metavar="FILE",
              help="Write the list as JSON; - means the terminal.")  # fmt: skip
@click.option("--onix", "onix_file", type=WritablePath(), metavar="FILE",
              help="Write a record of each product for shops, as ONIX for Books 3.1.")  # fmt: skip
@click.option("--sitemap", "sitemap_file", type=WritablePath(), metavar="FILE",
              help="Write a sitemap of the web editions with their translations.")  # fmt: skip
@click.option("--channel", metavar="NAME",
              help="With --onix: refuse records that lack what a sales channel, such as retail, requires.")  # fmt: skip
@click.option("--opds", type=WritableFolder(), metavar="DIR",
              help="Write a feed of the EPUBs for reading apps and libraries, as OPDS 2.0, with covers.")  # fmt: skip
@click.option("--shop", type=WritableFolder(), metavar="DIR",
              help="Write the cover of each book at the sizes that shops require, and its data as JSON-LD.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    output: str,
    csv_file: str | None,
    json_file: str | None,
    onix_file: str | None,
    sitemap_file: str | None,
    channel: str | None,
    opds: str | None,
    shop: str | None,
) -> int:
    """List all books with their state, edition, ISBNs, pages and price.

    If the catalogue has products, each of them is listed as a book of its own. A book is “made” if
    its files are in the output folder, “not made” if they are not, and “broken” if its definition
    has errors; lint and build list them.

    With --onix, write a file for shops, with a record of each product: the print edition and the
    EPUB of each guide that is not broken. --opds and --shop take covers from finished books and
    leave out the others. See docs/trade.md.

    With --sitemap, tell search engines where the web editions are, using the address in
    catalog.toml, and which are translations of each other.

    Exit codes: 0 success, 1 a book is broken or left out, or a record incomplete, 2 wrong usage.

    \b
    Examples:  guidepub catalog
               guidepub catalog --csv books.csv
               guidepub catalog guides -o dist --json -
               guidepub catalog --onix books.xml --channel retail
               guidepub catalog --opds feed --shop covers
    """  # noqa: D301 - click's sign for lines that stay as they are
    if channel and not onix_file:
        raise UsageError("--channel needs --onix.")
    surveys = surveys_of(paths)
    files = _files(Path(output), surveys)
    made = {slug: _made_book(records) for slug, records in files.items()}
    rows = [row for found in surveys for row in book_rows(found.catalog, found.drafts, made)]
    # All outputs are checked before any is written.
    claims = _certificates(Path(output), files) if onix_file else {}
    sold = _sold(surveys, made, claims, to_feed=bool(opds)) if onix_file or opds or shop else []
    records = _records(sold, channel) if onix_file else None
    site = _sitemap(surveys, made) if sitemap_file else None
    if csv_file:
        _write(csv_file, as_csv(rows))
    if json_file:
        _write(json_file, json.dumps(as_data(rows), indent=2, ensure_ascii=False) + "\n")
    if not (csv_file or json_file or sold or site):
        _print(rows)
    if onix_file and records:
        write_output(Path(onix_file), records)
    if sitemap_file and site:
        write_output(Path(sitemap_file), site)
    left_out = _fill(opds, shop, sold, Path(output), files)
    broken = list(dict.fromkeys(row.slug for row in rows if row.state == "broken"))
    if broken:
        console(stderr=True).print(f"Broken: {listed(broken)}. guidepub lint lists why.")
    return 1 if broken or left_out or (onix_file and not records) else 0


def _sold(
    surveys: Sequence[LoadedCatalog],
    made: Mapping[str, MadeBook],
    certificates: Mapping[str, Certificate],
    to_feed: bool,
) -> list[TradeProduct]:
    """Return the products of one catalogue.

    Raises:
        UsageError: there are several catalogues, or no books; or a feed's books have no address.
    """
    from guidepub.trade.products import products

    _one_catalog(surveys, "file for shops")
    pages = {slug: book.printed_pages for slug, book in made.items()}
    found = [each for one in surveys for each in products(one.catalog, pages, certificates)]
    if not found:
        raise UsageError("There is no book to write a record for.")
    if to_feed:
        from guidepub.cli.listing.shops import refuse_without_address

        refuse_without_address(found)
    return found


def _records(sold: Sequence[TradeProduct], channel: str | None) -> bytes | None:
    """Return the products of a catalogue for shops, as ONIX.

    With a channel, list what records lack for it, and return None if anything is missing.

    Raises:
        UsageError: there is no channel of that name.
    """
    from guidepub.trade.channels import channel_named, incomplete
    from guidepub.trade.onix import message
    from guidepub.trade.series import shared_numbers

    catalog = sold[0].catalog
    print_findings(in_reading_order(list(shared_numbers(catalog))), console(stderr=True))
    if channel:
        asked = channel_named(channel, catalog)
        findings = in_reading_order(set(incomplete(sold, asked)))
        print_findings(findings, console(stderr=True))
        if findings:
            return None
    today = build_date()
    return message(sold, catalog.imprint, midnight(today), today)


def _sitemap(surveys: Sequence[LoadedCatalog], made: Mapping[str, MadeBook]) -> bytes:
    """Return the sitemap of one catalogue's web editions.

    Raises:
        UsageError: there are several catalogues, no website, or no web edition.
    """
    from guidepub.trade.products import book_name
    from guidepub.trade.sitemap import sitemap

    catalog = _one_catalog(surveys, "sitemap")
    if catalog.web.url is None:
        raise UsageError('catalog.toml names no website. Add [web] with url = "https://…".')
    guides = {slug: guide for found in surveys for slug, guide in found.catalog.items()}
    # A product whose files have other names has another address.
    known = ["", *(product.name for product in catalog.products if not product.suffix)]
    books = {slug: [made.get(book_name(slug, name)) for name in known] for slug in guides}
    published = {
        slug for slug, each in books.items() if any(b and "web" in b.editions for b in each)
    }
    if not published:
        raise UsageError("There is no web edition. Make some: guidepub build -e web.")
    return sitemap(catalog.with_guides(*guides.values()), published)


def _one_catalog(surveys: Sequence[LoadedCatalog], product: str) -> Catalog:
    """Return the catalogue of all surveys.

    Raises:
        UsageError: there are several; the message says that the output holds the books of one.
    """
    if len({found.catalog.root for found in surveys}) != 1:
        raise UsageError(f"A {product} holds the books of one catalogue. Name one.")
    return surveys[0].catalog


def _fill(
    opds: str | None,
    shop: str | None,
    sold: Sequence[TradeProduct],
    output: Path,
    files: Mapping[str, Sequence[Record]],
) -> bool:
    """Write the folders that are asked for; return whether a book was left out."""
    if not (opds or shop):
        return False
    from guidepub.cli.listing.shops import Shelf, fill

    shelf = Shelf(build_date(), Path(opds) if opds else None, Path(shop) if shop else None)
    findings = list(fill(shelf, sold, output, files))
    print_findings(in_reading_order(set(findings)), console(stderr=True))
    return bool(errors_of(findings))


def _files(output: Path, surveys: Sequence[LoadedCatalog]) -> dict[str, list[Record]]:
    """Return the records in an output folder of the books of some catalogues, by the books' names."""
    from guidepub.batch.kept.remembering import made_files

    guides = [guide for found in surveys for guide in (*found.catalog.values(), *found.drafts)]
    return made_files(output, (guide.slug for guide in guides))


def _certificates(output: Path, files: Mapping[str, Sequence[Record]]) -> dict[str, Certificate]:
    """Return the certificates of an output folder's EPUBs, as far as these are unchanged."""
    from guidepub.checks.validated.certificates import holding_certificate

    held = (
        (name, holding_certificate(output / record.path))
        for name, records in files.items()
        for record in records
        if record.edition == "epub" and record.certificate
    )
    return {name: certificate for name, certificate in held if certificate is not None}


def _made_book(records: Sequence[Record]) -> MadeBook:
    return MadeBook(
        tuple(record.edition for record in records),
        max((record.pages for record in records if record.pages), default=None),
        next((record.pages for record in records if record.edition == "print"), None),
    )


def _print(rows: Sequence[BookRow]) -> None:
    lines = console()
    if not rows:
        lines.print("There are no books to list.")
        return
    shown = [name for name in columns_of(rows) if name not in _LEFT_OUT]
    heads = [name.replace("_", " ") for name in shown]
    print_table(heads, [row.cells(shown) for row in rows], lines)


def _write(target: str, text: str) -> None:
    if target == "-":
        click.echo(text, nl=False)
    else:
        write_output(Path(target), text.encode())

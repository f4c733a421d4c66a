"""`guidepub isbn`: the ISBNs of books, and the next free ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.cli.shared.outcome import listed
from guidepub.cli.shared.selection import catalog_folder
from guidepub.cli.shared.terminal import console, print_json, print_table
from guidepub.files import locked, read_bytes
from guidepub.findings import InputError, did_you_mean, errors_of
from guidepub.findings.errors import UsageError, reason_of
from guidepub.loading import (
    LoadedCatalog,
    read_ledger,
    select,
    survey,
    template_of_row,
    write_ledger,
)
from guidepub.model import CATALOG_FILE, Catalog, Guide, IsbnLedger, IsbnRange, format_isbn
from guidepub.model.selling.isbns import LEDGER_OF_ISBNS
from guidepub.trade.isbns import (
    Assignment,
    Numbered,
    assigned,
    isbn_line,
    left_of,
    numbered,
    with_range,
)

# The limit for any definition.
_LARGEST = 1024 * 1024
_LAST = 10**7

_Option = click.option(
    "--catalog", metavar="PATH", type=click.Path(exists=True),
    help="The catalogue. By default the current one.",
)  # fmt: skip
_Imprint = click.option("--imprint", metavar="NAME", help="Only for the books of this imprint.")


@click.group("isbn")
def command() -> None:
    """List the ISBNs of a catalogue, and assign one to each product.

    Assigned ISBNs are recorded in isbn.toml, next to catalog.toml, one per line; keep this file
    under version control. No ISBN is ever assigned twice. See docs/trade.md.

    \b
    Examples:  guidepub isbn list
               guidepub isbn assign --prefix 978-1-950961 --first 0 --last 99
               guidepub isbn assign welder
    """  # noqa: D301 - click's sign for lines that stay as they are


@command.command("list")
@click.argument("guides", nargs=-1, metavar="[GUIDE]...")
@_Imprint
@_Option
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def list_all(
    guides: tuple[str, ...], imprint: str | None, catalog: str | None, as_json: bool
) -> int:
    """List the ISBN of each product, products without one, and what is left of each range.

    Exit codes: 0 success, 1 a definition has errors and is left out, 2 wrong usage.
    """
    found = _whole(catalog)
    products = numbered(found.catalog, _chosen(found, guides), imprint)
    ledger, taken = found.catalog.ledger, _stated_isbns(found)
    left = [(each, left_of(each, taken)) for each in ledger.ranges]
    if as_json:
        print_json(
            {
                "schema": 1,
                "isbns": [
                    {"guide": p.slug, "product": p.product, "imprint": p.imprint, "isbn": p.isbn}
                    for p in products
                ],
                "ranges": [{**each.model_dump(mode="json"), "left": count} for each, count in left],
            }
        )
    else:
        _print(products, left)
    return 1 if _warned(found) else 0


@command.command("assign")
@click.argument("guides", nargs=-1, metavar="[GUIDE]...")
@click.option(
    "--prefix", metavar="978-…", help="A publisher's prefix to take numbers from, from now on."
)
@click.option("--first", type=click.IntRange(0, _LAST), metavar="N", help="With --prefix: the first number of the range.")  # fmt: skip
@click.option("--last", type=click.IntRange(0, _LAST), metavar="N", help="With --prefix: the last number of the range.")  # fmt: skip
@click.option("--product", "products", multiple=True, metavar="NAME",
              help="Assign only to this product; may be given more than once.")  # fmt: skip
@_Imprint
@_Option
def assign(
    guides: tuple[str, ...],
    prefix: str | None,
    first: int | None,
    last: int | None,
    products: tuple[str, ...],
    imprint: str | None,
    catalog: str | None,
) -> int:
    """Assign the next free ISBN to each product that has none.

    A product is one of the [[products]] in catalog.toml that is a printed book or an EPUB. If there
    are none, it is the print edition or the EPUB of a guide, if the catalogue makes it. Numbers
    come from the ranges of the product's imprint: --prefix adds a range to those of --imprint, or
    of the catalogue's own imprint. Books carry their ISBN from the next build on.

    Exit codes: 0 all products have one, 1 some have none, 2 wrong usage.
    """
    if prefix is None and not (first is None and last is None):
        raise UsageError("--first and --last need --prefix.")
    found = _whole(catalog)
    known = {each.name for each in found.catalog.products} or {"print", "epub"}
    for name in products:
        if name not in known:
            raise UsageError(f"The product “{name}” is unknown. {did_you_mean(name, known)}")
    wanting = [
        each
        for each in numbered(found.catalog, _chosen(found, guides), imprint)
        if not products or each.product in products
    ]
    new = None
    if prefix is not None:
        new = _range(prefix, first, last, found.catalog.imprint_named(imprint).id)
    done = _assign(found, new, wanting)
    lines = console()
    for each in done.given:
        lines.print(isbn_line(each))
    for each in done.without:
        console(stderr=True).print(
            f"{each.imprint} has no ISBNs left: {each.slug} ({each.product})"
        )
    if done.without:
        remedy = "Add a range for that imprint: guidepub isbn assign --prefix … --imprint …"
        console(stderr=True).print(remedy)
    lines.print(f"{len(done.given)} given, {len(done.without)} without")
    return 1 if _warned(found) or done.without else 0


def _assign(found: LoadedCatalog, new: IsbnRange | None, wanting: Sequence[Numbered]) -> Assignment:
    """Assign ISBNs and write the ledger, locking out other processes.

    Raises:
        UsageError: the range is invalid, or the ledger cannot be written.
        InputError: the ledger has faults by now.
    """
    root = _root(found.catalog)
    taken = _stated_isbns(found)
    try:
        with locked(root):
            # Somebody else may have assigned some since the catalogue was read.
            ledger = read_ledger(root)
            now = [_now(each, ledger) for each in wanting]
            done = assigned(with_range(ledger, new) if new else ledger, now, taken)
            if done.ledger != ledger:
                write_ledger(root, done.ledger)
    except OSError as error:
        path = root / LEDGER_OF_ISBNS
        raise UsageError(f"“{path}” cannot be written: {reason_of(error)}.") from error
    return done


def _now(each: Numbered, ledger: IsbnLedger) -> Numbered:
    isbn = each.isbn or ledger.isbn_of(each.slug, each.product, each.imprint)
    return Numbered(each.slug, each.product, each.imprint, isbn)


def _range(prefix: str, first: int | None, last: int | None, imprint: str) -> IsbnRange:
    """Return the range that the options state.

    Raises:
        UsageError: it is not a valid range.
    """
    digits = re.sub(r"[- ]", "", prefix)
    if not re.fullmatch(r"97[89][0-9]{2,8}", digits):
        raise UsageError(f"“{prefix}” is not a prefix of ISBNs, such as 978-1-950961.")
    end = 10 ** (12 - len(digits)) - 1
    try:
        return IsbnRange(
            prefix=digits, first=first or 0, last=end if last is None else last, imprint=imprint
        )
    except InputError as error:
        raise UsageError(
            f"{error.findings[0].message} Set the range with --first and --last."
        ) from error


def _whole(named: str | None) -> LoadedCatalog:
    """Return the whole catalogue, since any guide may state an ISBN.

    Raises:
        UsageError: there is no catalogue.
        InputError: `catalog.toml` or the ledger has faults.
    """
    folder = catalog_folder(named, "--catalog")
    found = survey(select(folder if folder.is_dir() else folder.parent))
    if not (_root(found.catalog) / CATALOG_FILE).is_file():
        raise UsageError(f"There is no {CATALOG_FILE} in “{folder}”.")
    return found


def _root(catalog: Catalog) -> Path:
    return catalog.root or Path()


def _chosen(found: LoadedCatalog, slugs: Sequence[str]) -> list[Guide]:
    """Return the guides with these slugs, or all guides.

    Raises:
        UsageError: a slug is unknown.
    """
    known = {guide.slug: guide for guide in (*found.drafts, *found.catalog.values())}
    for slug in slugs:
        if slug not in known:
            raise UsageError(f"There is no guide “{slug}”. {did_you_mean(slug, known)}")
    return [known[slug] for slug in slugs or sorted(known)]


def _stated_isbns(found: LoadedCatalog) -> set[str]:
    """Return the ISBNs in all definitions, including broken ones."""
    guides = (*found.catalog.values(), *found.drafts)
    stated = {isbn for guide in guides for isbn in guide.stated_isbns.values()}
    broken = [each.file for each in found.catalog.by_file if errors_of(each.findings)]
    for file in dict.fromkeys(template_of_row(file) or file for file in broken):
        try:
            text = read_bytes(file, _LARGEST).decode("utf-8", "replace")
        except InputError:
            continue
        stated.update(re.findall(r"97[89][0-9]{10}", re.sub(r"(?<=[0-9])[- ](?=[0-9])", "", text)))
    return stated


def _warned(found: LoadedCatalog) -> bool:
    """Report broken guides, since their products may be left out; return whether there are any."""
    broken = [each.slug for each in found.catalog.by_file if errors_of(each.findings)]
    if broken:
        console(stderr=True).print(f"Broken: {listed(broken)}. guidepub lint lists why.")
    return bool(broken)


def _print(products: Sequence[Numbered], left: Sequence[tuple[IsbnRange, int]]) -> None:
    lines = console()
    rows = [(format_isbn(p.isbn) if p.isbn else "", p.slug, p.product, p.imprint) for p in products]
    print_table(("ISBN", "guide", "product", "imprint"), rows, lines)
    for each, count in left:
        total = each.last - each.first + 1
        lines.print(
            f"{each.shown_prefix}, {each.first} to {each.last}, of {each.imprint}:"
            f" {count} of {total} left"
        )

"""The ISBNs of books, the books without one, and the next free numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from stdnum import isbn as stdnum_isbn

from guidepub.findings.errors import UsageError
from guidepub.model import AssignedIsbn, Catalog, Guide, IsbnLedger, IsbnRange, format_isbn
from guidepub.model.selling.products import SOLD


@dataclass(frozen=True, slots=True)
class Numbered:
    """A product of a guide as an imprint's book, and its ISBN if it has one.

    Without products in the catalogue, `product` is the edition.
    """

    slug: str
    product: str
    imprint: str
    isbn: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """The ledger after ISBNs were given, those that were, and the products that got none."""

    ledger: IsbnLedger
    given: tuple[Numbered, ...]
    without: tuple[Numbered, ...]


def numbered(
    catalog: Catalog, guides: Iterable[Guide], imprint: str | None = None
) -> list[Numbered]:
    """Return all that has an ISBN of its own, or should have one, in the order of guides.

    Args:
        catalog: the catalogue.
        guides: those of its guides that are asked for.
        imprint: the imprint as whose books these are meant; without one each guide's, or each
            product's, own. Products of other imprints are then left out.

    Raises:
        UsageError: no imprint has that id.
    """
    catalog.imprint_named(imprint)
    found: list[Numbered] = []
    for guide in guides:
        for product in catalog.products_of(guide) if catalog.products else ():
            as_product = catalog.as_product(product)
            by = as_product.imprint_of(guide)
            if product.is_sold and imprint in (None, by.id):
                isbns = as_product.published_by(guide, by).isbn
                isbn = isbns.print if product.edition == "print" else isbns.epub
                found.append(Numbered(guide.slug, product.name, by.id, isbn))
        if not catalog.products:
            by = catalog.imprint_of(guide, imprint)
            isbns = catalog.published_by(guide, by).isbn
            by_edition = {"print": isbns.print, "epub": isbns.epub}
            found += (
                Numbered(guide.slug, edition, by.id, isbn)
                for edition, isbn in by_edition.items()
                if isbn or (edition in SOLD and edition in catalog.editions_of(guide))
            )
    return found


def with_range(ledger: IsbnLedger, new: IsbnRange) -> IsbnLedger:
    """Return a ledger with a further range; one that it has already changes nothing.

    Raises:
        UsageError: the prefix is that of several publishers, or the range overlaps another one.
    """
    if any(_is_same_range(each, new) for each in ledger.ranges):
        return ledger
    parts = stdnum_isbn.split(new.isbn(new.first))[:3]
    if all(parts) and len("".join(parts)) > len(new.prefix):
        digits = len("".join(parts))
        message = (
            f"The prefix {new.shown_prefix} is that of several publishers: one publisher’s has"
            f" {digits} digits there, as in {'-'.join(parts)}."
        )
        raise UsageError(message)
    for each in ledger.ranges:
        if each.overlaps(new):
            message = (
                f"The range overlaps the one from {each.first} to {each.last} of"
                f" {each.shown_prefix}, which is that of “{each.imprint}”."
            )
            raise UsageError(f"{message} Choose other numbers with --first and --last.")
    return ledger.model_copy(update={"ranges": (*ledger.ranges, new)})


def assigned(ledger: IsbnLedger, wanting: Iterable[Numbered], taken: Collection[str]) -> Assignment:
    """Give the next free ISBN to each product that has none, from the ranges of its imprint.

    `taken` are ISBNs that are elsewhere, such as in guides; they are passed over for good.
    """
    ranges = list(ledger.ranges)
    known = {each.isbn for each in ledger.assigned} | set(taken)
    given: list[Numbered] = []
    without: list[Numbered] = []
    for product in wanting:
        if product.isbn is not None:
            continue
        isbn = _next(ranges, product.imprint, known)
        if isbn is None:
            without.append(product)
        else:
            known.add(isbn)
            given.append(replace(product, isbn=isbn))
    new = [
        AssignedIsbn(isbn=p.isbn, guide=p.slug, product=p.product, imprint=p.imprint)
        for p in given
        if p.isbn is not None
    ]
    update = {"ranges": tuple(ranges), "assigned": (*ledger.assigned, *new)}
    return Assignment(ledger.model_copy(update=update), tuple(given), tuple(without))


def left_of(each: IsbnRange, taken: Collection[str]) -> int:
    """Return the number of free ISBNs in a range."""
    free = each.last - max(each.first, each.next) + 1
    return max(0, free - sum(_is_left(each, isbn) for isbn in taken))


def _is_left(each: IsbnRange, isbn: str) -> bool:
    number = isbn[len(each.prefix) : -1]
    return isbn.startswith(each.prefix) and max(each.first, each.next) <= int(number) <= each.last


def _is_same_range(one: IsbnRange, other: IsbnRange) -> bool:
    keys = ("prefix", "first", "last", "imprint")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _next(ranges: list[IsbnRange], imprint: str, known: Collection[str]) -> str | None:
    """Return the next ISBN that is free for an imprint, and count it as given."""
    for index, each in enumerate(ranges):
        if each.imprint != imprint:
            continue
        for number in each.left():
            ranges[index] = each.model_copy(update={"next": number + 1})
            if (isbn := each.isbn(number)) not in known:
                return isbn
    return None


def isbn_line(product: Numbered) -> str:
    """Return a product and its ISBN in a line."""
    isbn = format_isbn(product.isbn) if product.isbn else "no ISBN"
    return f"{isbn}  {product.slug} ({product.product}, {product.imprint})"

"""The folders that `guidepub catalog` writes: a feed of books, and files for shops."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepub.batch.kept.covers import cover_of
from guidepub.batch.kept.records import Record
from guidepub.figures.locales import leftward_script
from guidepub.files import write_bytes
from guidepub.files.dates import midnight
from guidepub.findings import Finding, Severity
from guidepub.findings.errors import UsageError
from guidepub.model import Guide
from guidepub.trade.channels import place_of
from guidepub.trade.linked_data import sold_book_data
from guidepub.trade.opds import FEED, CoverLink, Listed, feed, publication, under
from guidepub.trade.products import TradeProduct, book_name
from guidepub.trade.shops import LARGEST, as_jpeg, picture_for, shops, thumbnail

if TYPE_CHECKING:
    from PIL import Image


@dataclass(slots=True)
class Shelf:
    """The requested folders, and what has been put into them so far."""

    today: datetime.date
    opds: Path | None = None
    shop: Path | None = None
    listed: list[Listed] = field(default_factory=list)


def refuse_without_address(products: Sequence[TradeProduct]) -> None:
    """Make sure that the catalogue states the address at which its books are offered.

    Raises:
        UsageError: it does not.
    """
    if not all(product.address for product in products):
        message = "A feed links to each book, but the catalogue states no address."
        example = 'address = "https://press.example/{slug}"'
        raise UsageError(f"{message} Add one under [trade] in catalog.toml: {example}.")


def fill(
    shelf: Shelf,
    products: Sequence[TradeProduct],
    output: Path,
    made: Mapping[str, Sequence[Record]],
) -> Iterator[Finding]:
    """Write the requested files of each book, and yield a finding for each that cannot be made.

    `made` maps names of books to the records of their files in the folder `output`. A book that has
    not been made is left out.

    Raises:
        OSError: a file cannot be written.
    """
    shelves: dict[str, list[TradeProduct]] = {}
    for product in products:
        shelves.setdefault(product.shelf_mark, []).append(product)
    for name, own in shelves.items():
        cover = _cover(own[0], output, _records_like(own[0], made))
        if cover is None:
            yield _not_made(own[0].guide, output)
            continue
        if shelf.shop:
            yield from _for_shops(shelf.shop / name, own, cover, shelf.today)
        if shelf.opds:
            _list(shelf, own, cover)
    if shelf.opds:
        moment = midnight(shelf.today)
        catalog = products[0].catalog
        data = feed(catalog.imprint.name, shelf.listed, moment, catalog.trade.feed)
        _write_json(shelf.opds / FEED, data)


def _cover(product: TradeProduct, output: Path, records: Sequence[Record]) -> Image.Image | None:
    width = float(product.catalog.trim_of(product.guide).width)
    is_leftward = leftward_script(product.guide.language) is not None
    return cover_of(output, records, LARGEST, width, is_leftward)


def _records_like(product: TradeProduct, made: Mapping[str, Sequence[Record]]) -> list[Record]:
    """Return the records of a guide's books that have the look of a product, its own first."""
    own = product.product
    alike = [
        book_name(product.guide.slug, each.name)
        for each in (product.catalog.products if own else ())
        if own and (each.theme, each.imprint) == (own.theme, own.imprint)
    ]
    names = dict.fromkeys([product.name, *alike])
    return [record for name in names for record in made.get(name, ())]


def _for_shops(
    folder: Path, products: Sequence[TradeProduct], cover: Image.Image, today: datetime.date
) -> Iterator[Finding]:
    for shop in shops().values():
        data = picture_for(shop, cover)
        if data is not None:
            write_bytes(folder / f"{shop.id}.jpg", data)
            continue
        width, height = cover.size
        message = (
            f"The cover of {width:,} by {height:,} pixels cannot be made as {shop.name} requires: "
            f"{shop.longest:,} on the longer side, at least {shop.shortest:,} on the shorter one."
        )
        remedy = (
            "Build the screen edition, from which the cover can be redrawn, or choose another trim."
        )
        place = place_of(products[0].guide)
        yield Finding(place, "O003", message, remedy, Severity.WARNING)
    write_bytes(folder / "thumbnail.jpg", as_jpeg(thumbnail(cover)))
    _write_json(folder / "book.jsonld", sold_book_data(products, today))


def _list(shelf: Shelf, products: Sequence[TradeProduct], cover: Image.Image) -> None:
    """Add a book with its cover to the feed, unless it is sold on paper only."""
    epub = next((product for product in products if product.edition == "epub"), None)
    if epub is None or shelf.opds is None:
        return
    links = []
    for name, picture in (("covers", cover), ("thumbnails", thumbnail(cover))):
        href = f"{name}/{epub.shelf_mark}.jpg"
        write_bytes(shelf.opds / href, as_jpeg(picture))
        links.append(CoverLink(href, *picture.size))
    listed = Listed(epub, links)
    shelf.listed.append(listed)
    feed_at = epub.catalog.trade.feed
    itself = under(feed_at, listed.href) if feed_at else f"{epub.shelf_mark}.json"
    up = under(feed_at, "") if feed_at else "../"
    _write_json(shelf.opds / listed.href, publication(listed, itself, up))


def _not_made(guide: Guide, output: Path) -> Finding:
    message = (
        f"“{guide.title}” has not been built: {output} has no file of it to take the cover from."
    )
    return Finding(place_of(guide), "O002", message, f"Run guidepub build {guide.slug}.")


def _write_json(path: Path, data: Mapping[str, Any]) -> None:
    write_bytes(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())

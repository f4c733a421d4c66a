"""The requirements of sales channels on records, and the records that lack them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from guidepub.files import read_bytes
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.loading import template_of_row, with_row
from guidepub.model import Catalog, Channel, Guide
from guidepub.model.selling.trade import Need
from guidepub.trade.products import TradeProduct

_LIMIT = 4 * 1024 * 1024
_TITLE = re.compile(r'^[ \t{]*"?title"?[ \t]*[:=]', re.M)

# By what is asked: whether a record has it, what is missing, and how it is stated.
_ASKED: Mapping[Need, tuple[Callable[[TradeProduct], bool], str, str]] = MappingProxyType(
    {
        "isbn": (
            lambda p: p.isbn is not None,
            "an ISBN of its {form}",
            "Add it: {isbn}. Or assign the next one: guidepub isbn assign.",
        ),
        "description": (
            lambda p: bool(p.guide.description),
            "a description",
            "Write a few sentences as description: in the front matter.",
        ),
        "contributor": (
            lambda p: bool(p.guide.authors),
            "an author",
            "Name one: authors: [{{name: …}}].",
        ),
        "subject": (
            lambda p: bool(p.subjects.thema or p.subjects.bisac),
            "a subject",
            "State it in the guide, trade: {{subjects: {{thema: [VSC]}}}}, or in catalog.toml"
            " under [trade.subjects] for its occupation.{young}",
        ),
        "keywords": (lambda p: bool(p.keywords), "keywords", "State them: tags: […]."),
        "price": (
            lambda p: bool(p.prices),
            "a price of its {form}",
            "State it: {price}.",
        ),
        "published": (
            lambda p: p.guide.published is not None,
            "a publication date",
            "State it: published: 2026-11-24.",
        ),
        "audience": (
            lambda p: p.states_audience,
            "an audience",
            "State it in the guide, trade: {{audience: general}}, or for all books in"
            " catalog.toml: audience under [trade].",
        ),
    }
)


def channel_named(name: str, catalog: Catalog) -> Channel:
    """Return a channel of the catalogue, or the usual one called `retail`.

    Raises:
        UsageError: there is no such channel.
    """
    known = {"retail": Channel(), **catalog.trade.channels}
    if name not in known:
        raise UsageError(f"The channel “{name}” is unknown. {did_you_mean(name, known)}")
    return known[name]


def incomplete(found: Iterable[TradeProduct], channel: Channel) -> Iterator[Finding]:
    """Yield the requirements of a channel that each record lacks, with the guide's place."""
    for product in found:
        guide = product.guide
        lacking = [need for need in channel.needs if not _ASKED[need][0](product)]
        if lacking:
            yield from with_row(_findings(product, lacking), guide.origin, guide.row)


def _findings(product: TradeProduct, lacking: Iterable[Need]) -> Iterator[Finding]:
    guide, place, stated = product.guide, place_of(product.guide), _template_values(product)
    # What the rows of a template have alike is reported once, so it names none of them.
    name = f"“{guide.title}”" if guide.row is None else "The guide"
    for need in lacking:
        _, lacking_words, remedy = _ASKED[need]
        message = f"{name} lacks {lacking_words.format_map(stated)}."
        yield Finding(place, "O001", message, remedy.format_map(stated))


def _template_values(product: TradeProduct) -> dict[str, str]:
    """Return what a product is called, and where its ISBN and its price are stated.

    What the guide itself states holds for another product or another imprint's book, maybe.
    """
    edition, own = product.edition, product.product
    if own is None:
        form, isbn = f"{edition} edition", f"isbn: {{{edition}: …}}"
        price = "price: USD 14.95, or trade: {prices: […]}"
    else:
        form, terms = f"product “{own.name}”", f"products: {{terms: {{{own.name}: "
        isbn = f"{terms}{{isbn: …}}}}}}"
        price = f"{terms}{{price: USD 14.95}}}}}}, or as the price of the product in catalog.toml"
    young = ""
    if product.audience == "young-adult":
        young = " Books for young adults have codes of their own, which guidepub does not choose."
    return {"form": form, "isbn": isbn, "price": price, "young": young}


def place_of(guide: Guide) -> Place:
    """Return the line of a guide's title in its definition or its template, or the definition."""
    origin = guide.origin
    if origin is None:
        return Place(guide.slug)
    try:
        text = read_bytes(template_of_row(origin) or origin, _LIMIT).decode("utf-8", "replace")
    except InputError:
        return Place(str(origin))
    found = _TITLE.search(text)
    return (
        Place(str(origin), text.count("\n", 0, found.start()) + 1, 1)
        if found
        else Place(str(origin))
    )

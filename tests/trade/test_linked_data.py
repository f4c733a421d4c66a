"""A book that is sold, in the words of schema.org."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from definitions import guide

from guidepub.trade.linked_data import sold_book_data
from guidepub.trade.products import products

TODAY = datetime.date(2026, 11, 29)
# Of schema.org 29: what each type takes, of what is used here.
_WORK = {
    "name", "alternativeHeadline", "description", "inLanguage", "bookEdition", "datePublished",
    "publisher", "copyrightHolder", "copyrightYear", "keywords", "about", "isPartOf", "position",
    "typicalAgeRange", "author", "editor", "illustrator", "translator", "url", "workExample",
    "license", "bookFormat", "isbn", "numberOfPages", "offers",
}  # fmt: skip
KNOWN = {
    "Book": _WORK,
    "BookSeries": {"name"},
    "Organization": {"name", "url"},
    "Person": {"name"},
    "Occupation": {
        "name", "occupationalCategory", "estimatedSalary", "educationRequirements",
    },
    "CategoryCode": {"inCodeSet", "codeValue"},
    "CategoryCodeSet": {"name"},
    "MonetaryAmountDistribution": {
        "currency", "duration", "median", "percentile10", "percentile25", "percentile75",
        "percentile90",
    },
    "Offer": {
        "price", "priceCurrency", "priceSpecification", "eligibleRegion", "availability", "url",
    },
    "PriceSpecification": {"price", "priceCurrency", "valueAddedTaxIncluded"},
}  # fmt: skip


def strays(data: object) -> Iterator[str]:
    """Yield the names that schema.org does not have for their type."""
    if isinstance(data, list):
        for each in data:
            yield from strays(each)
    elif isinstance(data, dict):
        kind = data["@type"]
        for name, value in data.items():
            if not name.startswith("@") and name not in KNOWN[kind]:
                yield f"{kind}.{name}"
            yield from strays(value)


def test_every_name_is_one_of_schema_org(sold, samples):
    assert list(strays(sold_book_data(sold(), TODAY))) == []
    for each in products(samples, {}):
        assert list(strays(sold_book_data([each], TODAY))) == []


def test_each_format_has_its_isbn_and_its_offers(sold):
    data = sold_book_data(sold(), TODAY)
    assert (data["copyrightYear"], data["position"], data["typicalAgeRange"]) == (2020, 3, "14-18")
    assert data["url"] == "https://press.example/en-US/welder"
    printed, epub = data["workExample"]
    assert (printed["bookFormat"], printed["isbn"]) == (
        "https://schema.org/Paperback",
        "9780306406157",
    )
    assert [offer["priceCurrency"] for offer in printed["offers"]] == ["USD"]
    german, world = epub["offers"]
    assert german["eligibleRegion"] == "DE"
    assert german["priceSpecification"]["valueAddedTaxIncluded"] is True
    assert "eligibleRegion" not in world
    assert world["availability"] == "https://schema.org/InStock"


def test_what_is_not_stated_is_left_out(sold):
    data = sold_book_data(sold(guide("Text.", slug="baker", published=None)), TODAY)
    assert not {"copyrightYear", "datePublished", "isPartOf", "about"} & data.keys()
    assert all("offers" not in each and "isbn" not in each for each in data["workExample"])

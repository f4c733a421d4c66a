"""A book as linked data in the vocabulary of schema.org, for search engines and shops.

It is a `Book` about the `Occupation` whose code the guide states. Whatever the guide does not state
is left out.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, get_args

from guidepub.figures.pay import stated_percentiles
from guidepub.figures.units import currency_of
from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.guides.facts import Fact
from guidepub.model.guides.guide import Guide, Occupation, Person, PersonRole
from guidepub.model.selling.trade import Trade
from guidepub.phrases import Phrases

_ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
# ISO 8601 durations of the periods that wages are paid for.
_PERIODS = {"hour": "PT1H", "week": "P1W", "month": "P1M", "year": "P1Y"}
# The names of the percentiles in schema.org, from the lowest up.
_WAGES = ("percentile10", "percentile25", "median", "percentile75", "percentile90")


def book_data(
    guide: Guide,
    imprint: Imprint,
    words: Phrases,
    published: datetime.date | None,
    first_year: int | None,
) -> dict[str, Any]:
    """Return what schema.org can express about a guide's book under an imprint.

    `words` are the phrases of its language. Formats and offers are added by those who make and sell
    them.
    """
    publisher = {"@type": "Organization", "name": imprint.name, "url": imprint.url}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": guide.title,
        "alternativeHeadline": guide.subtitle,
        "description": guide.description,
        "inLanguage": guide.language,
        "bookEdition": words.filled("edition", number=guide.edition),
        "datePublished": published and published.isoformat(),
        "publisher": without_empty(publisher),
        "copyrightHolder": {"@type": "Organization", "name": imprint.holder},
        "copyrightYear": first_year,
        "keywords": list(guide.tags),
        "about": _occupation(guide.occupation, guide.facts, words),
        **_for_readers(guide.trade),
    }
    for role in _ROLES:
        data[role] = [_person(person) for person in guide.of_role(role)]
    return without_empty(data)


def _person(person: Person) -> dict[str, Any]:
    known = {"@id": f"https://orcid.org/{person.orcid}"} if person.orcid else {}
    return {"@type": "Person", "name": person.name, **known}


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """Return the entries that are not empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _for_readers(trade: Trade) -> dict[str, Any]:
    """Return the series that a book belongs to, and its audience."""
    data: dict[str, Any] = {}
    if trade.series:
        data["isPartOf"] = {"@type": "BookSeries", "name": trade.series.title}
        data["position"] = trade.series.number
    if trade.ages:
        data["typicalAgeRange"] = "-".join(map(str, trade.ages))
    return data


def _occupation(occupation: Occupation | None, facts: Any, words: Phrases) -> dict[str, Any]:
    """Return an occupation with its codes, its wages, and the education that it requires."""
    if occupation is None:
        return {}
    codes = [
        ("Standard Occupational Classification", occupation.soc),
        ("O*NET-SOC Taxonomy", occupation.onet),
    ]
    education = facts.get("entry_education")
    return without_empty(
        {
            "@type": "Occupation",
            "name": occupation.title,
            "occupationalCategory": [
                {
                    "@type": "CategoryCode",
                    "inCodeSet": {"@type": "CategoryCodeSet", "name": name},
                    "codeValue": code,
                }
                for name, code in codes
                if code
            ],
            "estimatedSalary": _wages(facts),
            "educationRequirements": education and words.get("education", str(education.value)),
        }
    )


def _wages(facts: Any) -> dict[str, Any]:
    """Return the wages that a guide states under guidepub's own keys, if they have the same unit."""
    keys = dict(zip(_WAGES, stated_percentiles(facts), strict=True))
    median: Fact | None = facts.get(keys["median"])
    if median is None or not (median.unit and currency_of(median.unit)):
        return {}
    currency, _, period = median.unit.partition("/")
    wages = {
        name: _number(facts[key].value)
        for name, key in keys.items()
        if key in facts and facts[key].unit == median.unit and _is_sure(facts[key])
    }
    return without_empty(
        {
            "@type": "MonetaryAmountDistribution",
            "currency": currency,
            "duration": _PERIODS.get(period),
            **wages,
        }
    )


def _is_sure(fact: Fact) -> bool:
    """Return whether a fact is a number for this occupation alone."""
    return isinstance(fact.value, Decimal) and not fact.of_whom


def _number(value: Any) -> int | float:
    """Return a figure as JSON writes it; a wage's digits are few enough to be kept."""
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)

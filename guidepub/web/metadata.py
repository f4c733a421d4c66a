"""What a web edition says of itself in its head: for search engines, and for `guidepub check`.

JSON-LD by schema.org: a `Book`, about the `Occupation` whose code the guide states. What the
guide does not state is not said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from typing import Any, get_args

from guidepub.figures.units import currency_of
from guidepub.model import Book, Fact, Occupation, PersonRole
from guidepub.model.mark import PREFIX, mark_of
from guidepub.phrases import Phrases

_ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
# ISO 8601 durations of what wages are paid for.
_PERIODS = {"hour": "PT1H", "week": "P1W", "month": "P1M", "year": "P1Y"}
_WAGES = {"wage_p10": "percentile10", "wage_p25": "percentile25", "median_wage": "median",
          "wage_p75": "percentile75", "wage_p90": "percentile90"}  # fmt: skip


def head_elements(book: Book) -> str:
    """Return the title, the metadata and the JSON-LD of a book's document, as HTML."""
    title = f"{book.guide.title} – {book.imprint.name}"
    metas = "".join(
        f'<meta name="{escape(name)}" content="{escape(content)}">\n'
        for name, content in _metadata(book)
    )
    data = json.dumps(book_data(book), ensure_ascii=False, indent=1)
    # A script's text ends at its end tag, and nothing in it is escaped (HTML, 13.2.5.15).
    data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return (
        f"<title>{escape(title)}</title>\n{metas}{_links(book)}"
        f'<script type="application/ld+json">\n{data}\n</script>\n'
    )


def _links(book: Book) -> str:
    """Return links to the page itself and, with their languages, to what says the same."""
    if book.language not in book.addresses:
        return ""
    links = f'<link rel="canonical" href="{escape(book.addresses[book.language])}">\n'
    if len(book.addresses) > 1:
        links += "".join(
            f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">\n'
            for language, address in sorted(book.addresses.items())
        )
    return links


def _original(book: Book) -> dict[str, str]:
    """Return the work that a book translates, where its address is known."""
    for language, address in book.addresses.items():
        if language != book.language:
            return {"@type": "Book", "@id": address, "url": address, "inLanguage": language}
    return {}


def _metadata(book: Book) -> Iterator[tuple[str, str]]:
    if book.guide.description:
        yield "description", " ".join(book.guide.description.split())
    for name in book.guide.people("author"):
        yield "author", name
    mark = mark_of(book, "web")
    yield "dcterms.rights", book.rights
    yield "dcterms.rightsHolder", mark.holder
    for name, value in mark.properties():
        yield f"{PREFIX}:{name}", value


def book_data(book: Book) -> dict[str, Any]:
    """Return what schema.org has words for, of what a book says of itself."""
    guide = book.guide
    publisher = {"@type": "Organization", "name": book.imprint.name, "url": book.imprint.url}
    isbns = [isbn for isbn in (guide.isbn.print, guide.isbn.epub) if isbn]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": guide.title,
        "alternativeHeadline": guide.subtitle,
        "description": guide.description,
        "inLanguage": book.language,
        "url": book.addresses.get(book.language),
        "translationOfWork": _original(book),
        "bookEdition": book.phrases.say("edition", number=guide.edition),
        "bookFormat": "https://schema.org/EBook",
        "datePublished": book.published.isoformat(),
        "publisher": _stated(publisher),
        "copyrightHolder": {"@type": "Organization", "name": book.imprint.holder},
        "copyrightYear": int(book.years[:4]),
        "keywords": list(guide.tags),
        "about": _occupation(guide.occupation, guide.facts, book.phrases),
        "workExample": [{"@type": "Book", "isbn": isbn} for isbn in isbns],
    }
    for role in _ROLES:
        data[role] = [{"@type": "Person", "name": name} for name in guide.people(role)]
    return _stated(data)


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    """Return the entries that say something."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _occupation(occupation: Occupation | None, facts: Any, phrases: Phrases) -> dict[str, Any]:
    """Return an occupation with its codes, what it pays, and the education that it asks for."""
    if occupation is None:
        return {}
    codes = [
        ("Standard Occupational Classification", occupation.soc),
        ("O*NET-SOC Taxonomy", occupation.onet),
    ]
    education = facts.get("entry_education")
    return _stated(
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
            "educationRequirements": education and phrases.get("education", str(education.value)),
        }
    )


def _wages(facts: Any) -> dict[str, Any]:
    """Return the wages that a guide states under guidepub's own names, those of one unit."""
    median: Fact | None = facts.get("median_wage")
    if median is None or not (median.unit and currency_of(median.unit)):
        return {}
    currency, _, period = median.unit.partition("/")
    wages = {
        name: _number(facts[key].value)
        for key, name in _WAGES.items()
        if key in facts and facts[key].unit == median.unit and _is_sure(facts[key])
    }
    return _stated(
        {
            "@type": "MonetaryAmountDistribution",
            "currency": currency,
            "duration": _PERIODS.get(period),
            **wages,
        }
    )


def _is_sure(fact: Fact) -> bool:
    """Tell whether a fact is a number of this occupation alone."""
    return isinstance(fact.value, Decimal) and not fact.of_whom


def _number(value: Any) -> int | float:
    """Return a figure as JSON writes it; a wage's digits are few enough to be kept."""
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)

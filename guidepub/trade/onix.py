"""Products as ONIX for Books 3.1 (EDItEUR): one message, a record for each.

Elements have their reference names, and are in the order of the schema. What is not stated
is left out. Codes are those of the code lists, issue 75; each is named where it is used.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from guidepub.figures.locales import locale_of
from guidepub.model import Imprint, Person, PersonRole, RetailPrice
from guidepub.model.notices.terms import LICENSE, RESERVATION
from guidepub.model.selling.trade import Audience
from guidepub.trade.features import access_features
from guidepub.trade.licences import licence_name
from guidepub.trade.products import TradeProduct, isbn_of

NAMESPACE = "http://ns.editeur.org/onix/3.1/reference"
"""The namespace of ONIX 3.1 with reference names."""

# List 17: what a contributor has done.
_ROLES: Mapping[PersonRole, str] = MappingProxyType(
    {"author": "A01", "editor": "B01", "illustrator": "A12", "translator": "B06"}
)
# List 28: for whom a book is.
_AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        "general": "01",
        "young-adult": "03",
        "school": "04",
        "college": "05",
        "professional": "06",
        "adult-education": "08",
    }
)
# List 74: ISO 639-2/B codes of the languages that books can be made in, and of those that a
# catalogue is likely to bring phrases in.
_LANGUAGES = MappingProxyType(
    {
        "af": "afr", "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "cze",
        "cy": "wel", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "es": "spa",
        "et": "est", "eu": "baq", "fa": "per", "fi": "fin", "fr": "fre", "ga": "gle",
        "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "ht": "hat", "hu": "hun",
        "hy": "arm", "id": "ind", "is": "ice", "it": "ita", "ja": "jpn", "ka": "geo",
        "km": "khm", "ko": "kor", "lo": "lao", "lt": "lit", "lv": "lav", "mk": "mac",
        "mn": "mon", "ms": "may", "mt": "mlt", "nb": "nob", "ne": "nep", "nl": "dut",
        "nn": "nno", "no": "nor", "pl": "pol", "pt": "por", "ro": "rum", "ru": "rus",
        "sk": "slo", "sl": "slv", "so": "som", "sq": "alb", "sr": "srp", "sv": "swe",
        "sw": "swa", "ta": "tam", "th": "tha", "fil": "fil", "tr": "tur", "uk": "ukr",
        "ur": "urd", "vi": "vie", "zh": "chi",
    }
)  # fmt: skip
_OTHER_LANGUAGE = "und"
# List 175: what kind of digital file it is, by numbers after an E.
_EPUB_THAT_FLOWS = (101, 200)
_POINTS_AN_INCH = 72

_Tree = str | Sequence[tuple[str, "_Tree"]]


def message(
    found: Iterable[TradeProduct], sender: Imprint, sent: datetime.datetime, today: datetime.date
) -> bytes:
    """Return an ONIX message with a record for each product, as UTF-8.

    `sent` is when it was made; what is published after `today` is forthcoming.
    """
    root = etree.Element(
        f"{{{NAMESPACE}}}ONIXMessage",
        {"release": "3.1"},
        nsmap={None: NAMESPACE},  # type: ignore[dict-item]
    )
    address: list[tuple[str, _Tree]] = [("EmailAddress", sender.email)] if sender.email else []
    header: _Tree = [
        ("Sender", [("SenderName", sender.holder), *address]),
        ("SentDateTime", sent.strftime("%Y%m%dT%H%M%SZ")),
    ]
    _add(root, "Header", header)
    for product in found:
        _add(root, "Product", _product(product, today))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"


def _add(parent: etree._Element, name: str, content: _Tree) -> None:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if isinstance(content, str):
        element.text = content
        return
    for inner, value in content:
        _add(element, inner, value)


def _product(product: TradeProduct, today: datetime.date) -> _Tree:
    published = product.guide.published
    is_out = published is not None and published <= today
    parts: list[tuple[str, _Tree]] = [
        ("RecordReference", product.reference),
        # List 1: a record of a book that is out, or in advance of it.
        ("NotificationType", "03" if is_out else "02"),
        # List 3: the publisher's own.
        ("RecordSourceType", "01"),
        ("ProductIdentifier", _identifier(product)),
        ("DescriptiveDetail", _descriptive(product)),
    ]
    if product.guide.description:
        parts.append(("CollateralDetail", [("TextContent", _description(product))]))
    parts.append(("PublishingDetail", _publishing(product, is_out)))
    parts += _related(product)
    parts.append(("ProductSupply", [("SupplyDetail", _supply(product, is_out))]))
    return parts


def _identifier(product: TradeProduct) -> _Tree:
    # List 5: an ISBN-13, or a name of the publisher's own.
    if product.isbn:
        return [("ProductIDType", "15"), ("IDValue", product.isbn)]
    return [
        ("ProductIDType", "01"),
        ("IDTypeName", product.imprint.name),
        ("IDValue", product.reference),
    ]


def _descriptive(product: TradeProduct) -> _Tree:
    guide = product.guide
    parts: list[tuple[str, _Tree]] = [("ProductComposition", "00"), *_form(product)]
    if series := guide.trade.series:
        number: list[tuple[str, _Tree]] = []
        if series.number is not None:
            number = [("PartNumber", str(series.number))]
        # Lists 148 and 149: the publisher's own collection, and its title.
        title: _Tree = [
            ("TitleElementLevel", "02"),
            *number,
            ("TitleText", series.title),
        ]
        detail: _Tree = [("TitleType", "01"), ("TitleElement", title)]
        parts.append(("Collection", [("CollectionType", "10"), ("TitleDetail", detail)]))
    subtitle: list[tuple[str, _Tree]] = [("Subtitle", guide.subtitle)] if guide.subtitle else []
    element: _Tree = [("TitleElementLevel", "01"), ("TitleText", guide.title), *subtitle]
    parts.append(("TitleDetail", [("TitleType", "01"), ("TitleElement", element)]))
    parts += _contributors(product)
    parts += [("EditionType", kind) for kind in product.edition_types]
    parts.append(("EditionNumber", str(guide.edition)))
    # List 22: the language of the text.
    language = _LANGUAGES.get(locale_of(guide.language).language, _OTHER_LANGUAGE)
    parts.append(("Language", [("LanguageRole", "01"), ("LanguageCode", language)]))
    if product.pages:
        # List 24: pages.
        extent: _Tree = [
            ("ExtentType", _kind_of_pages(product)),
            ("ExtentValue", str(product.pages)),
            ("ExtentUnit", "03"),
        ]
        parts.append(("Extent", extent))
    parts += _subjects(product)
    audience: _Tree = [
        ("AudienceCodeType", "01"),
        ("AudienceCodeValue", _AUDIENCES[product.audience]),
    ]
    parts.append(("Audience", audience))
    trade = guide.trade
    # List 30: ages of whom it interests, and grades of schools in the U.S.
    for qualifier, span in (("17", trade.ages), ("11", trade.grades)):
        if span:
            parts.append(("AudienceRange", _span(qualifier, span)))
    return parts


def _span(qualifier: str, span: tuple[int, int]) -> _Tree:
    # List 31: from, and to.
    ends = zip(("03", "04"), span, strict=True)
    return [
        ("AudienceRangeQualifier", qualifier),
        *(
            each
            for precision, value in ends
            for each in (
                ("AudienceRangePrecision", precision),
                ("AudienceRangeValue", str(value)),
            )
        ),
    ]


def _kind_of_pages(product: TradeProduct) -> str:
    """Return by list 23 which pages are counted: all that are printed, or those of a counterpart.

    Without a printed book that is sold, an EPUB's are a notion of how long it is.
    """
    if product.edition == "print":
        return "06"
    return "08" if product.guide.isbn.print else "10"


def _form(product: TradeProduct) -> list[tuple[str, _Tree]]:
    """Return what a product is: a paperback of a size, or an EPUB and how it can be read."""
    if product.edition == "print":
        trim = product.catalog.trim_of(product.guide)
        # List 48: height and width.
        sizes = (("01", trim.height), ("02", trim.width))
        measures: list[tuple[str, _Tree]] = [
            (
                "Measure",
                [
                    ("MeasureType", kind),
                    ("Measurement", f"{size / _POINTS_AN_INCH:.3f}".rstrip("0").rstrip(".")),
                    ("MeasureUnitCode", "in"),
                ],
            )
            for kind, size in sizes
        ]
        return [("ProductForm", "BC"), ("PrimaryContentType", "10"), *measures]
    return [
        # List 150: a download; list 175: EPUB that flows; list 144: nothing protects it.
        ("ProductForm", "ED"),
        *(("ProductFormDetail", f"E{number}") for number in _EPUB_THAT_FLOWS),
        *(_access(value, words) for value, words in access_features(product)),
        ("PrimaryContentType", "10"),
        ("EpubTechnicalProtection", "00"),
        *_terms(product.terms),
    ]


def _terms(terms: Mapping[str, str]) -> list[tuple[str, _Tree]]:
    """Return whether a book may be mined (lists 145 and 146), and its licence (list 218)."""
    parts: list[tuple[str, _Tree]] = []
    if reservation := terms.get(RESERVATION):
        status = "03" if reservation == "1" else "01"
        constraint: _Tree = [("EpubUsageType", "11"), ("EpubUsageStatus", status)]
        parts.append(("EpubUsageConstraint", constraint))
    if address := terms.get(LICENSE):
        # An expression that people can read.
        expression: _Tree = [
            ("EpubLicenseExpressionType", "01"),
            ("EpubLicenseExpressionLink", address),
        ]
        licence: _Tree = [
            ("EpubLicenseName", licence_name(address)),
            ("EpubLicenseExpression", expression),
        ]
        parts.append(("EpubLicense", licence))
    return parts


def _access(value: str, words: str) -> tuple[str, _Tree]:
    """Return a feature of list 196, which is type 09 of list 79."""
    description: list[tuple[str, _Tree]] = (
        [("ProductFormFeatureDescription", words)] if words else []
    )
    parts: _Tree = [
        ("ProductFormFeatureType", "09"),
        ("ProductFormFeatureValue", value),
        *description,
    ]
    return "ProductFormFeature", parts


def _contributors(product: TradeProduct) -> list[tuple[str, _Tree]]:
    return [
        (
            "Contributor",
            [
                ("SequenceNumber", str(number)),
                *(("ContributorRole", _ROLES[person.role]) for person in parts),
                *_known_as(max(parts, key=lambda person: bool(person.orcid))),
                ("PersonName", parts[0].name),
            ],
        )
        for number, parts in enumerate(product.people, 1)
    ]


def _known_as(person: Person) -> list[tuple[str, _Tree]]:
    """Return who a contributor is by list 44: an ORCID iD, without hyphens."""
    if person.orcid is None:
        return []
    number = person.orcid.replace("-", "")
    return [("NameIdentifier", [("NameIDType", "21"), ("IDValue", number)])]


def _subjects(product: TradeProduct) -> list[tuple[str, _Tree]]:
    """Return subjects by list 27: Thema and BISAC, the first of each the main one; keywords."""
    found: list[tuple[str, _Tree]] = []
    for scheme, codes in (("93", product.subjects.thema), ("10", product.subjects.bisac)):
        for number, code in enumerate(codes):
            main: list[tuple[str, _Tree]] = [] if number else [("MainSubject", "")]
            value: _Tree = [
                *main,
                ("SubjectSchemeIdentifier", scheme),
                ("SubjectCode", code),
            ]
            found.append(("Subject", value))
    if product.keywords:
        text = "; ".join(product.keywords)
        keywords: _Tree = [("SubjectSchemeIdentifier", "20"), ("SubjectHeadingText", text)]
        found.append(("Subject", keywords))
    return found


def _description(product: TradeProduct) -> _Tree:
    # List 153: a description; list 154: for anybody.
    text = " ".join((product.guide.description or "").split())
    return [("TextType", "03"), ("ContentAudience", "00"), ("Text", text)]


def _publishing(product: TradeProduct, is_out: bool) -> _Tree:
    imprint, published = product.imprint, product.guide.published
    # List 45: the publisher.
    publisher: list[tuple[str, _Tree]] = [
        ("PublishingRole", "01"),
        ("PublisherName", imprint.holder),
    ]
    if imprint.url:
        # List 73: the publisher's site.
        site: _Tree = [("WebsiteRole", "01"), ("WebsiteLink", imprint.url)]
        publisher.append(("Website", site))
    parts: list[tuple[str, _Tree]] = [
        ("Imprint", [("ImprintName", imprint.name)]),
        ("Publisher", publisher),
        # List 64: active or forthcoming.
        ("PublishingStatus", "04" if is_out else "02"),
    ]
    dates = product.guide.trade.dates
    # List 163: of publication, before which nothing is sold, announced or reviewed.
    days = (
        ("01", published),
        ("02", dates.on_sale),
        ("09", dates.announced),
        ("23", dates.reviews),
    )
    for role, day in days:
        if day is not None:
            date: _Tree = [("PublishingDateRole", role), ("Date", day.strftime("%Y%m%d"))]
            parts.append(("PublishingDate", date))
    # List 46: sold by the publisher's own rights, everywhere.
    territory: _Tree = [("RegionsIncluded", "WORLD")]
    parts.append(("SalesRights", [("SalesRightsType", "01"), ("Territory", territory)]))
    return parts


def _related(product: TradeProduct) -> list[tuple[str, _Tree]]:
    """Return the same book in its other form (list 51), in other languages, and its series.

    Each is named by its ISBN; without one it is left out.
    """
    is_print = product.edition == "print"
    other = isbn_of(product.guide, "epub" if is_print else "print")
    found = [("27" if is_print else "13", other)] if other else []
    kin = product.relatives
    for relation, guides in (("11", kin.translations), ("30", kin.series)):
        isbns = (isbn_of(guide, product.edition) for guide in guides)
        found += [(relation, isbn) for isbn in isbns if isbn]
    related = [("RelatedProduct", _relation(code, isbn)) for code, isbn in found]
    return [("RelatedMaterial", related)] if related else []


def _relation(code: str, isbn: str) -> _Tree:
    return [
        ("ProductRelationCode", code),
        ("ProductIdentifier", [("ProductIDType", "15"), ("IDValue", isbn)]),
    ]


def _supply(product: TradeProduct, is_out: bool) -> _Tree:
    # List 93: the publisher; list 65: available or not yet; list 57: ask the supplier.
    parts: list[tuple[str, _Tree]] = [
        ("Supplier", [("SupplierRole", "09"), ("SupplierName", product.imprint.holder)]),
        ("ProductAvailability", "20" if is_out else "10"),
    ]
    if not product.prices:
        return [*parts, ("UnpricedItemType", "04")]
    return [*parts, *(("Price", _price(price)) for price in product.prices)]


def _price(price: RetailPrice) -> _Tree:
    currency, _, amount = price.price.partition(" ")
    where = "RegionsIncluded" if price.territory == "WORLD" else "CountriesIncluded"
    # List 57: free of charge, for which there is no amount.
    how_much = [("UnpricedItemType", "01")] if price.is_free else [("PriceAmount", amount)]
    return [
        # List 58: a recommended retail price, with or without tax.
        ("PriceType", "02" if price.tax_included else "01"),
        *how_much,
        ("CurrencyCode", currency),
        ("Territory", [(where, price.territory)]),
    ]

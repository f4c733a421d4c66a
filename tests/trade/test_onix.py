"""ONIX of a catalogue's books: valid by EDItEUR's schema, and true of the books."""

from __future__ import annotations

import datetime
import itertools

import pytest
from definitions import guide
from lxml import etree
from onix_records import isbn, onix_schema

from guidepub.files.dates import midnight
from guidepub.model import (
    Catalog,
    Guide,
    Imprint,
    MachineTerms,
    Notice,
    Occupation,
    Person,
    RetailPrice,
    Series,
    SubjectCodes,
    Trade,
    TradeDates,
    TradeSettings,
    When,
)
from guidepub.model.catalogs.accessibility import Certificate
from guidepub.model.guides.guide import Isbns
from guidepub.phrases import languages
from guidepub.trade.onix import NAMESPACE, message
from guidepub.trade.products import products

TODAY = datetime.date(2026, 11, 29)
NAMES = {"o": NAMESPACE}
PRESS = Imprint(id="press", name="Press & Sons", email="a@b.example", url="https://press.example")
WELDER = guide(
    "Text.",
    title="Welder & <Co>",
    subtitle="Learning the Trade",
    slug="welder",
    isbn=Isbns(print="978-0-306-40615-7", epub="978-3-16-148410-0"),
    description="What welders do,\nand how to begin.",
    occupation=Occupation(soc="51-4121"),
    authors=(Person(name="Ann Author"), Person(name="Tom Traductor", role="translator")),
    edition=2,
    tags=("trades", "metal"),
    trade=Trade(
        series=Series(title="Trades", number=3),
        prices=(
            RetailPrice(price="USD 14.95", territory="US"),
            RetailPrice(price="EUR 13", territory="DE", tax_included=True, edition="epub"),
        ),
    ),
)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return onix_schema()


def catalog(*guides: object, **settings: object) -> Catalog:
    given = {"imprint": PRESS, "defaults": {"editions": ["print", "epub"]}}
    return Catalog.of(*guides, **(given | settings))


def read(made: Catalog, **pages: int) -> etree._Element:
    """Return the message on a catalogue, read back."""
    data = message(products(made, pages), made.imprint, midnight(TODAY), TODAY)
    return etree.fromstring(data)


def reported(element: etree._Element, path: str) -> list[str]:
    """Return the texts of elements on a path of names."""
    steps = "/".join(f"o:{name}" for name in path.split("/"))
    return [found.text or "" for found in element.findall(f".//{steps}", NAMES)]


def test_the_samples_are_valid(samples, schema):
    root = read(samples, welder=20)
    schema.assertValid(root.getroottree())
    assert set(reported(root, "TitleDetail/TitleElement/TitleText")) == {
        g.title for g in samples.values()
    }


def test_a_record_says_what_the_guide_states(schema):
    root = read(
        catalog(
            WELDER, trade={"audience": "college", "subjects": {"51": {"bisac": ["BUS012000"]}}}
        ),
        welder=24,
    )
    schema.assertValid(root.getroottree())
    printed, epub = root.findall("o:Product", NAMES)
    assert reported(printed, "RecordReference") == ["press.welder.en-US.print"]
    assert reported(printed, "ProductForm") == ["BC"]
    assert reported(printed, "Measure/Measurement") == ["9", "6"]
    assert reported(printed, "Collection/TitleDetail/TitleElement/PartNumber") == ["3"]
    assert reported(printed, "DescriptiveDetail/TitleDetail/TitleElement/TitleText") == [
        "Welder & <Co>"
    ]
    assert reported(printed, "Subtitle") == ["Learning the Trade"]
    assert reported(printed, "Contributor/ContributorRole") == ["A01", "B06"]
    assert reported(printed, "Contributor/PersonName") == ["Ann Author", "Tom Traductor"]
    assert reported(printed, "Language/LanguageCode") == ["eng"]
    assert reported(printed, "Extent/ExtentValue") == ["24"]
    assert reported(printed, "Subject/SubjectCode") == ["VSC", "TGX", "BUS012000"]
    assert reported(printed, "Subject/SubjectHeadingText") == ["trades; metal"]
    assert reported(printed, "Audience/AudienceCodeValue") == ["05"]
    assert reported(printed, "TextContent/Text") == ["What welders do, and how to begin."]
    assert reported(printed, "PublishingDate/Date") == ["20261124"]
    assert reported(printed, "PublishingStatus") == ["04"]
    assert reported(printed, "RelatedProduct/ProductIdentifier/IDValue") == ["9783161484100"]
    assert reported(printed, "Price/CurrencyCode") == ["USD"]
    assert reported(epub, "Price/CurrencyCode") == ["USD", "EUR"]
    assert reported(epub, "Price/PriceType") == ["01", "02"]
    assert reported(epub, "Price/Territory/CountriesIncluded") == ["US", "DE"]


def test_an_epub_claims_what_it_has_and_no_conformance():
    root = read(catalog(WELDER), welder=24)
    values = reported(root, "ProductFormFeature/ProductFormFeatureValue")
    assert values == ["10", "11", "13", "14", "19", "29", "36", "41", "52", "99"]
    assert reported(root, "ProductFormFeature/ProductFormFeatureDescription") == ["a@b.example"]
    claims = {"02", "03", "04", "80", "81", "82", "84", "85", "86"}
    assert claims.isdisjoint(values)


def test_ages_grades_and_days_are_reported(schema):
    dates = TradeDates(
        announced="2026-09-01", on_sale=datetime.date(2026, 11, 24), reviews="2026-11-10"
    )
    trade = WELDER.trade.model_copy(update={"ages": (14, 18), "grades": (9, 12), "dates": dates})
    root = read(catalog(WELDER.model_copy(update={"trade": trade})))
    schema.assertValid(root.getroottree())
    printed = root.find("o:Product", NAMES)
    assert reported(printed, "AudienceRange/AudienceRangeQualifier") == ["17", "11"]
    assert reported(printed, "AudienceRange/AudienceRangeValue") == ["14", "18", "9", "12"]
    days = dict(
        zip(
            reported(printed, "PublishingDate/PublishingDateRole"),
            reported(printed, "PublishingDate/Date"),
            strict=True,
        )
    )
    assert days == {"01": "20261124", "02": "20261124", "09": "20260901", "23": "20261110"}


def test_a_series_is_listed_in_its_order_and_translations_beside_it(schema):
    def book_of_series(slug: str, isbn: str, number: int | None, **more: object) -> Guide:
        series = Series(title="Trades", number=number)
        return guide("Text.", slug=slug, isbn=Isbns(print=isbn), trade=Trade(series=series), **more)

    others = [
        book_of_series("last", isbn(1), None),
        book_of_series("second", isbn(2), 2),
        book_of_series("first", isbn(3), 1),
        guide("Texto.", slug="soldador", translation_of="welder", isbn=Isbns(print=isbn(4))),
        guide("Text.", slug="apart", isbn=Isbns(print=isbn(5))),
    ]
    root = read(catalog(WELDER, *others))
    schema.assertValid(root.getroottree())
    printed = root.find("o:Product", NAMES)
    related = list(
        zip(
            reported(printed, "RelatedProduct/ProductRelationCode"),
            reported(printed, "RelatedProduct/ProductIdentifier/IDValue"),
            strict=True,
        )
    )
    assert related == [
        ("27", "9783161484100"),
        ("11", isbn(4)),
        ("30", isbn(3)),
        ("30", isbn(2)),
        ("30", isbn(1)),
    ]


def test_the_terms_of_notices_are_in_records_of_the_epubs_that_owe_them(schema):
    address = "https://creativecommons.org/licenses/by-nd/4.0/"
    terms = MachineTerms(mining="reserved", license=address)
    given = {"version": 1, "language": "en", "title": "A", "text": "Words.", "machine": terms}
    shared = Notice(id="sharing", when=When(tags=["metal"]), **given)
    root = read(catalog(WELDER, guide("Text.", slug="baker"), notices=(shared,)))
    schema.assertValid(root.getroottree())
    welder, baker = (
        [
            each
            for each in root.findall("o:Product", NAMES)
            if slug in reported(each, "RecordReference")[0]
        ]
        for slug in ("welder", "baker")
    )
    printed, epub = welder
    assert reported(epub, "EpubUsageConstraint/EpubUsageStatus") == ["03"]
    assert reported(epub, "EpubLicense/EpubLicenseName") == ["CC BY-ND 4.0"]
    assert reported(epub, "EpubLicenseExpression/EpubLicenseExpressionLink") == [address]
    for other in (printed, *baker):
        assert reported(other, "EpubUsageConstraint/EpubUsageStatus") == []
    on_paper = shared.model_copy(update={"when": When(editions=["print"])})
    assert reported(read(catalog(WELDER, notices=(on_paper,))), "EpubLicense/EpubLicenseName") == []


def test_pages_are_counted_as_what_they_are():
    """List 23: all of a printed book; of an EPUB those of its counterpart, or else a notion."""
    root = read(catalog(WELDER), welder=24)
    assert reported(root, "Extent/ExtentType") == ["06", "08"]
    alone = WELDER.model_copy(update={"isbn": Isbns(epub="978-3-16-148410-0")})
    assert reported(read(catalog(alone), welder=24), "Extent/ExtentType") == ["10"]
    # An EPUB has the pages of the print edition whether that was made or not.
    values = reported(read(catalog(alone)), "ProductFormFeature/ProductFormFeatureValue")
    assert {"19", "41"} <= set(values)


def test_a_book_without_isbn_and_price_is_identified_by_a_name_of_the_publisher_s(schema):
    root = read(catalog(guide("Text.", slug="baker", published=None)))
    schema.assertValid(root.getroottree())
    printed, epub = root.findall("o:Product", NAMES)
    assert reported(printed, "ProductIdentifier/ProductIDType") == ["01"]
    assert reported(epub, "ProductIdentifier/IDValue") == ["press.baker.en-US.epub"]
    assert reported(epub, "SupplyDetail/UnpricedItemType") == ["04"]
    assert reported(epub, "NotificationType") == ["02"]


def test_a_book_of_tomorrow_is_forthcoming(schema):
    later = WELDER.model_copy(update={"published": TODAY + datetime.timedelta(days=1)})
    root = read(catalog(later))
    schema.assertValid(root.getroottree())
    assert set(reported(root, "PublishingStatus")) == {"02"}
    assert set(reported(root, "ProductAvailability")) == {"10"}


def test_the_same_catalogue_makes_the_same_bytes():
    first, second = (
        message(products(catalog(WELDER), {}), PRESS, midnight(TODAY), TODAY) for _ in range(2)
    )
    assert first == second


def test_the_longest_beginning_of_a_code_decides_on_subjects():
    settings = TradeSettings(
        subjects={
            "51": SubjectCodes(thema=("T",), bisac=("TEC000000",)),
            "51-4": SubjectCodes(thema=("TG",)),
        }
    )
    assert settings.subjects_of("51-4121").thema == ("TG",)
    assert settings.subjects_of("51-9999").bisac == ("TEC000000",)
    assert settings.subjects_of("29-1141") == SubjectCodes()
    assert settings.subjects_of(None) == SubjectCodes()


def test_another_imprint_s_book_bears_no_prices():
    made = catalog(WELDER, imprints=[{"id": "school", "name": "School"}])
    sold = made.published_by(made["welder"], made.imprint_named("school"))
    assert sold.trade.prices == ()
    assert sold.trade.series == WELDER.trade.series


def test_every_language_of_books_has_its_code(schema):
    tags = sorted(languages())
    made = catalog(
        *(WELDER.model_copy(update={"slug": tag, "isbn": Isbns(), "language": tag}) for tag in tags)
    )
    root = read(made)
    schema.assertValid(root.getroottree())
    assert len(set(reported(root, "Language/LanguageCode"))) == len(tags)


def test_each_code_of_a_language_is_one_of_the_list(schema):
    from guidepub.trade.onix import _LANGUAGES

    made = catalog(
        *(
            WELDER.model_copy(update={"slug": tag, "isbn": Isbns(), "language": tag})
            for tag in _LANGUAGES
        ),
        WELDER.model_copy(update={"slug": "zu", "isbn": Isbns(), "language": "zu"}),
    )
    root = read(made)
    schema.assertValid(root.getroottree())
    codes = reported(root, "Language/LanguageCode")
    assert len(set(codes)) == len(_LANGUAGES) + 1
    assert codes[-1] == "und"


CERTIFIED = Certificate(
    file="welder.epub",
    sha256="0" * 64,
    size=1,
    standard="EPUB Accessibility 1.1 - WCAG 2.1 Level AA",
    certified_by="Dewey & Checkett",
    wcag="2.1",
    level="AA",
    credential="Gold",
    report="https://press.example/welder",
    evaluated="2026-11-20",
)


def test_what_a_certified_epub_claims_stands_in_its_record_alone(schema):
    stated = {"contact": "access@b.example", "exemption": "disproportionate-burden"}
    made = catalog(WELDER, accessibility=stated)
    sold = products(made, {}, {"welder": CERTIFIED})
    data = etree.fromstring(message(sold, PRESS, midnight(TODAY), TODAY))
    assert schema.validate(data), schema.error_log
    printed, epub = data.findall("o:Product", NAMES)
    assert printed.findall(".//o:ProductFormFeature", NAMES) == []
    features = {
        feature.findtext("o:ProductFormFeatureValue", None, NAMES): feature.findtext(
            "o:ProductFormFeatureDescription", "", NAMES
        )
        for feature in epub.iterfind(".//o:ProductFormFeature", NAMES)
    }
    claimed = {
        "04": "", "81": "", "85": "", "90": "Dewey & Checkett", "88": "Gold", "91": "20261120",
        "94": "https://press.example/welder", "76": "", "99": "access@b.example",
    }  # fmt: skip
    assert claimed.items() <= features.items()
    # One that is not certified claims nothing.
    plain = read(made)
    values = reported(plain, "ProductFormFeatureValue")
    assert not {"04", "81", "85", "90"} & set(values)
    assert "76" in values


def test_large_type_is_recorded_of_products_that_are_printed_in_it(schema):
    settings = {"defaults": {"editions": ["print", "epub"], "theme": "school-large"}}
    sold = products(catalog(WELDER, **settings), {})
    data = etree.fromstring(message(sold, PRESS, midnight(TODAY), TODAY))
    assert schema.validate(data), schema.error_log
    printed, epub = data.findall("o:Product", NAMES)
    assert (reported(printed, "EditionType"), reported(epub, "EditionType")) == (["LTE"], [])
    assert reported(read(catalog(WELDER)), "EditionType") == []


def test_a_contributor_is_distinguished_from_others_of_the_name(schema):
    ann = Person(name="Ann Author", orcid="https://orcid.org/0000-0002-1825-0097")
    made = read(catalog(guide("Text.", slug="a", title="A", authors=(ann, Person(name="Tom")))))
    assert schema.validate(made), schema.error_log
    first = made.find(".//o:Contributor/o:NameIdentifier", NAMES)
    assert (reported(first, "NameIDType"), reported(first, "IDValue")) == (
        ["21"],
        ["0000000218250097"],
    )
    assert len(set(reported(made, "NameIDType"))) == 1


def test_who_did_two_things_is_reported_once_with_both(schema):
    orcids = ("https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700")
    authors = (
        Person(name="Ann Author"),
        Person(name="Tom Two", orcid=orcids[0]),
        Person(name="Ann Author", role="illustrator", orcid=orcids[0]),
        Person(name="Tom Two", role="editor", orcid=orcids[1]),
    )
    made = read(catalog(guide("Text.", slug="a", title="A", authors=authors)))
    assert schema.validate(made), schema.error_log
    people = made.find("o:Product", NAMES).findall(".//o:Contributor", NAMES)
    assert [reported(person, "ContributorRole") for person in people] == [
        ["A01", "A12"], ["A01"], ["B01"],
    ]  # fmt: skip
    assert [reported(person, "IDValue") for person in people] == [
        ["0000000218250097"], ["0000000218250097"], ["0000000151093700"],
    ]  # fmt: skip


def test_prices_of_any_size_are_valid_and_one_of_nothing_is_free_of_charge(schema):
    prices = (
        RetailPrice(price="USD 0.00", territory="US"),
        RetailPrice(price="KRW 18000", territory="KR"),
        RetailPrice(price="EUR 13", territory="DE", edition="print"),
        RetailPrice(price="EUR 9", territory="DE", edition="epub"),
    )
    made = read(catalog(guide("Text.", slug="a", title="A", trade=Trade(prices=prices))))
    assert schema.validate(made), schema.error_log
    printed = made.find("o:Product", NAMES)
    assert reported(printed, "Price/PriceAmount") == ["18000", "13"]
    assert reported(printed, "Price/UnpricedItemType") == ["01"]


def test_every_country_and_currency_that_is_taken_is_one_of_the_lists(schema):
    from guidepub.figures.locales import countries, currencies_in_use

    # List 96 of this issue has no South Sudanese pound.
    money = itertools.cycle(sorted(currencies_in_use() - {"SSP"}))
    prices = [
        RetailPrice(price=f"{currency} 1", territory=country)
        for country, currency in zip(sorted(countries()), money, strict=False)
    ]
    made = read(catalog(guide("Text.", slug="a", title="A", trade=Trade(prices=tuple(prices)))))
    assert schema.validate(made), schema.error_log
    assert len(prices) > len(currencies_in_use()) > 100

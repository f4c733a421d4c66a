from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub import figures
from guidepub.figures.locales import currency_signs
from guidepub.figures.numbers import Number, NumberError, in_unit, read_number


def refusal(text, language="en-US"):
    with pytest.raises(NumberError) as caught:
        read_number(text, language)
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("38.500,00", "de-DE", "38500.00"),
        ("31.200,50", "de-DE", "31200.50"),
        ("43.750", "de-DE", "43750"),
        ("43.750", "en-US", "43.750"),
        ("43,750", "en-US", "43750"),
        ("43,750", "fr-FR", "43.750"),
        ("2,5", "de-DE", "2.5"),
        ("0,4", "es-ES", "0.4"),
        (".5", "en-US", "0.5"),
        ("-,5", "de-DE", "-0.5"),
        ("31 200,50", "fr-FR", "31200.50"),
        ("31\u202f200,50", "fr-FR", "31200.50"),
        ("31\u00a0200,50", "pl", "31200.50"),
        ("31\u2009200", "en-US", "31200"),
        ("1’234.50", "de-CH", "1234.50"),
        ("1'234.50", "it-CH", "1234.50"),
        ("1.234,50", "de-AT", "1234.50"),
        ("1 234,50", "de-AT", "1234.50"),
        ("12.50", "fr-CH", "12.50"),
        ("1.234.567", "pt-PT", "1234567"),
        ("1.120,40", "pt-PT", "1120.40"),
        ("12.345.678,9", "fr-FR", "12345678.9"),
        ("12,34,567.5", "en-IN", "1234567.5"),
        ("1,23,456", "hi", "123456"),
        ("1,234,567", "en-IN", "1234567"),
        ("(1,200)", "en-US", "-1200"),
        ("−5", "en-US", "-5"),
        ("–5", "en-US", "-5"),
        ("5-", "en-US", "-5"),
        ("+5", "en-US", "5"),
        ("0", "en-US", "0"),
        ("0.40", "en-US", "0.40"),
        ("24.50", "en-US", "24.50"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(text, language, value):
    number = read_number(text, language)
    assert number == Number(Decimal(value))
    assert str(number.value) == value


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("$43,460", "en-US", Number(Decimal(43460), "$")),
        ("US$ 5", "en-US", Number(Decimal(5), "US$")),
        ("-$5", "en-US", Number(Decimal(-5), "$")),
        ("($5)", "en-US", Number(Decimal(-5), "$")),
        ("12,50 €", "de-DE", Number(Decimal("12.50"), "€")),
        ("4.700,– €", "de-DE", Number(Decimal(4700), "€")),
        ("4’700.-", "de-CH", Number(Decimal(4700), "")),
        ("EUR 12", "de-DE", Number(Decimal(12), "EUR")),
        ("12.50 CHF", "de-CH", Number(Decimal("12.50"), "CHF")),
        ("2,5 %", "de-DE", Number(Decimal("2.5"), "%")),
        ("2.5％", "en-US", Number(Decimal("2.5"), "%")),
        ("%12", "tr", Number(Decimal(12), "%")),
        ("4 percent", "en-US", Number(Decimal(4), "%")),
        ("3 million", "en-US", Number(Decimal(3), "million")),
    ],
)
def test_what_stands_beside_a_number_is_kept_apart(text, language, number):
    assert read_number(text, language) == number


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2.5", "de-DE"),
        ("2,5", "en-US"),
        ("0,400", "en-US"),
        ("51,0001", "en-US"),
        ("1,23,456", "en-US"),
        ("1,2345", "en-US"),
        ("1.234.56", "de-DE"),
        ("1,234 567", "en-US"),
        ("12.34.5", "en-US"),
        ("1.234", "pl"),
        ("1.234", "pt-PT"),
        ("1.23.456", "pt-PT"),
        ("1.234,5", "en-US"),
        ("010", "en-US"),
        ("12:30", "en-US"),
        ("1_000", "en-US"),
        ("3–4", "en-US"),
        ("10-3", "en-US"),
        ("2024-05-01", "en-US"),
        ("1/2", "en-US"),
        ("40.– 600", "de-CH"),
    ],
)
def test_what_a_language_does_not_write_so_is_refused(text, language):
    assert refusal(text, language) == f"numbers are not written like this in {language}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        (" \u00a0", "it is empty"),
        ("n/a", "it is not a number"),
        ("٣", "it is not a number"),
        ("９", "it is not a number"),
        ("NaN", "it is not a number"),
        ("5 –", "signs stand around it that do not fit"),
        ("5 - 6", "numbers are not written like this in en-US"),
        ("--5", "signs stand around it that do not fit"),
        ("-5-", "signs stand around it that do not fit"),
        ("(5", "signs stand around it that do not fit"),
        ("5)", "signs stand around it that do not fit"),
        ("$5%", "signs stand around it that do not fit"),
        ("1.2E+05", "a spreadsheet has rounded it"),
        ("51,000¹", "a mark stands in place of a number or beside it"),
        ("51,000*", "a mark stands in place of a number or beside it"),
        ("#", "a mark stands in place of a number or beside it"),
        ("7" * 61, "it is too long for a number"),
        ("4.700,– €", "in en-US it has a dash in place of decimals"),
    ],
)
def test_what_is_no_number_says_why(text, reason):
    assert refusal(text) == reason


@pytest.mark.parametrize(
    ("beside", "unit", "language"),
    [
        ("", "jobs", "en-US"),
        ("%", "percent", "en-US"),
        ("$", "USD/year", "en-US"),
        ("USD", "USD", "en-US"),
        ("$", "CAD/year", "en-CA"),
        ("US$", "USD/hour", "en-CA"),
        ("$", "MXN", "es-MX"),
        ("€", "EUR/month", "es-US"),
        ("CHF", "CHF/year", "de-CH"),
        ("jobs", "jobs/year", "en-US"),
    ],
)
def test_the_sign_of_a_unit_may_stand_beside_its_numbers(beside, unit, language):
    assert in_unit(Number(Decimal(5), beside), unit, language) == 5


@pytest.mark.parametrize(
    ("beside", "unit", "language"),
    [
        ("%", "jobs", "en-US"),
        ("%", "USD/year", "en-US"),
        ("$", "percent", "en-US"),
        ("€", "USD/year", "en-US"),
        ("$", "USD/year", "en-CA"),
        ("$", "USD/year", "es-MX"),
        ("$", "CAD/year", "en-US"),
        ("million", "USD/year", "en-US"),
        ("k", "USD", "en-US"),
    ],
)
def test_the_sign_of_another_unit_is_refused(beside, unit, language):
    with pytest.raises(NumberError, match="is not the sign of the unit"):
        in_unit(Number(Decimal(5), beside), unit, language)


@given(
    st.decimals(-(10**12), 10**12, places=2),
    st.sampled_from(["USD/year", "EUR", "CHF", "percent", "jobs"]),
    st.sampled_from("en-US en-IN es-ES es-US fr-FR fr-CH de-DE de-AT de-CH pl it pt-PT".split()),
)
def test_what_is_printed_is_read_back(value, unit, language):
    number = read_number(figures.figure(value, unit, language), language)
    assert in_unit(number, unit, language) == value


@given(st.text(max_size=80), st.sampled_from(["en-US", "de-DE", "fr-CH", "hi"]))
def test_any_text_is_read_or_refused(text, language):
    try:
        number = read_number(text, language)
    except NumberError as error:
        assert error.reason
        assert error.remedy.endswith(".")
    else:
        assert number.value.is_finite()


def test_a_long_text_costs_no_more_than_its_length():
    assert refusal("1," * 500_000) == "it is too long for a number"


def test_signs_of_a_currency_hold_no_space():
    assert currency_signs("USD", "fr-CA") == {"USD", "$US"}

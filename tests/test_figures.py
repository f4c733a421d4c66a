import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub import figures

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "language", "text"),
    [
        ("68340", "USD/year", "en-US", "$68,340"),
        ("68340", "USD", "en-US", "$68,340"),
        ("32.86", "USD/hour", "en-US", "$32.86"),
        ("12.5", "USD/hour", "en-US", "$12.50"),
        ("12.00", "USD/hour", "en-US", "$12.00"),
        ("12.0", "USD/hour", "en-US", "$12"),
        ("24.50", "USD/hour", "en-US", "$24.50"),
        ("24.525", "USD/hour", "en-US", "$24.525"),
        ("38800.0", "USD/year", "en-US", "$38,800"),
        ("1234.5", "JPY", "en-US", "¥1,234.5"),
        ("0", "USD", "en-US", "$0"),
        ("-500", "USD", "en-US", "−$500"),
        ("47300", "USD/year", "es-US", "$47,300"),
        ("47300", "USD/year", "es-ES", f"47.300{NBSP}US$"),
        ("1234567.5", "EUR/month", "de-DE", f"1.234.567,50{NBSP}€"),
        ("19", "percent", "en-US", "19%"),
        ("4.25", "percent", "en-US", "4.25%"),
        ("4.0", "percent", "en-US", "4.0%"),
        ("2.1234567", "percent", "en-US", "2.1234567%"),
        ("-6", "percent", "en-US", "−6%"),
        ("19", "percent", "es-ES", f"19{NBSP}%"),
        ("19", "percent", "fr-FR", f"19{NBSP}%"),
        ("0.5", "percent", "de", f"0,5{NBSP}%"),
        ("49200", "jobs", "en-US", "49,200"),
        ("49200", "jobs", "fr-FR", f"49{NARROW}200"),
        ("-1200", "openings/year", "en-US", "−1,200"),
        ("38800.0", "jobs", "en-US", "38,800"),
        ("3.50", "visits", "de", "3,50"),
        ("3.1415926", "visits", "de", "3,1415926"),
        ("3.5", "visits", "de", "3,5"),
        ("1", "months", "en-US", f"1{NBSP}month"),
        ("18", "months", "en-US", f"18{NBSP}months"),
        ("2", "years", "es-US", f"2{NBSP}años"),
        ("2.5", "hours", "fr-FR", f"2,5{NBSP}heures"),
        ("1E+3", "jobs", "en-US", "1,000"),
    ],
)
def test_a_figure_is_written_as_its_language_writes_it(value, unit, language, text):
    assert figures.figure(Decimal(value), unit, language) == text


# CLDR 47: numbers/symbols, minimumGroupingDigits, currencyFormats, currencySpacing and
# percentFormats of each locale. Columns: 1234 and 12345 things, 1234567.5 things, 1234 USD,
# 12345.50 EUR, 1234 CHF, 2.20 percent, 1500 months. “_” is a no-break space, “~” a narrow one.
CLDR = {
    "en-US": "1,234 12,345 1,234,567.5 $1,234 €12,345.50 CHF_1,234 2.20% 1,500_months",
    "en-IN": "1,234 12,345 12,34,567.5 $1,234 €12,345.50 CHF_1,234 2.20% 1,500_months",
    "es": "1234 12.345 1.234.567,5 1234_US$ 12.345,50_€ 1234_CHF 2,20_% 1500_meses",
    "es-ES": "1234 12.345 1.234.567,5 1234_US$ 12.345,50_€ 1234_CHF 2,20_% 1500_meses",
    "es-US": "1,234 12,345 1,234,567.5 $1,234 EUR_12,345.50 CHF_1,234 2.20% 1,500_meses",
    "es-AR": "1.234 12.345 1.234.567,5 US$_1.234 EUR_12.345,50 CHF_1.234 2,20% 1.500_meses",
    "it": "1234 12.345 1.234.567,5 1234_USD 12.345,50_€ 1234_CHF 2,20% 1500_mesi",
    "pt-PT": "1234 12_345 1_234_567,5 1234_US$ 12_345,50_€ 1234_CHF 2,20% 1500_meses",
    "pt-BR": "1.234 12.345 1.234.567,5 US$_1.234 €_12.345,50 CHF_1.234 2,20% 1.500_meses",
    "pl": "1234 12_345 1_234_567,5 1234_USD 12_345,50_€ 1234_CHF 2,20% 1500_miesięcy",
    "hu": "1234 12_345 1_234_567,5 1234_USD 12_345,50_EUR 1234_CHF 2,20% 1500_hónap",
    "bg": "1234 12_345 1_234_567,5 1234_щ.д. 12_345,50_€ 1234_CHF 2,20% 1500_месеца",
    "de-DE": "1.234 12.345 1.234.567,5 1.234_$ 12.345,50_€ 1.234_CHF 2,20_% 1.500_Monate",
    "de-AT": "1_234 12_345 1_234_567,5 $_1.234 €_12.345,50 CHF_1.234 2,20_% 1_500_Monate",
    "de-CH": "1’234 12’345 1’234’567.5 $_1’234 EUR_12’345.50 CHF_1’234 2.20% 1’500_Monate",
    "fr-FR": "1~234 12~345 1~234~567,5 1~234_$US 12~345,50_€ 1~234_CHF 2,20_% 1~500_mois",
    "fr-CA": "1_234 12_345 1_234_567,5 1_234_$_US 12_345,50_€ 1_234_CHF 2,20_% 1_500_mois",
    "fr-CH": "1~234 12~345 1~234~567,5 1~234_$US 12~345.50_€ 1~234_CHF 2,20% 1~500_mois",
    "nl": "1.234 12.345 1.234.567,5 US$_1.234 €_12.345,50 CHF_1.234 2,20% 1.500_maanden",
    "sv": "1_234 12_345 1_234_567,5 1_234_US$ 12_345,50_€ 1_234_CHF 2,20_% 1_500_månader",
}
FIGURES = ["1234 jobs", "12345 jobs", "1234567.5 jobs", "1234 USD", "12345.50 EUR", "1234 CHF",
           "2.20 percent", "1500 months"]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "given", "text"),
    [
        (language, given, text.replace("_", NBSP).replace("~", NARROW))
        for language, texts in CLDR.items()
        for given, text in zip(FIGURES, texts.split(" "), strict=True)
    ],
)
def test_each_locale_groups_and_places_signs_as_the_cldr_says(language, given, text):
    value, unit = given.split()
    assert figures.figure(Decimal(value), unit, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en-US", "−$1,234"), ("de-DE", f"−1.234{NBSP}$"), ("nl", f"US${NBSP}−1.234")],
)
def test_a_loss_has_its_minus_where_the_cldr_puts_it(language, text):
    assert figures.figure(Decimal(-1234), "USD", language) == text


@given(
    st.decimals(-(10**15), 10**15, places=2),
    st.sampled_from(["USD/year", "percent", "jobs", "hours"]),
    st.sampled_from(["en-US", "es-US", "fr-FR", "de-DE"]),
)
def test_no_figure_can_break_at_a_space_or_bears_a_hyphen(value, unit, language):
    text = figures.figure(value, unit, language)
    assert " " not in text
    assert "-" not in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-US", "November 24, 2026"),
        ("es-US", "24 de noviembre de 2026"),
        ("de-DE", "24. November 2026"),
        ("fr-FR", "24 novembre 2026"),
    ],
)
def test_a_date_is_written_out(language, text):
    assert figures.day(datetime.date(2026, 11, 24), language) == text


@pytest.mark.parametrize(
    ("first", "last", "text"), [(2026, 2026, "2026"), (2024, 2034, "2024–2034")]
)
def test_years_are_a_year_or_a_range(first, last, text):
    assert figures.years(first, last) == text


@pytest.mark.parametrize(
    ("items", "language", "text"),
    [
        ([], "en-US", ""),
        (["A"], "en-US", "A"),
        (["A", "B"], "en-US", "A and B"),
        (["A", "B", "C"], "en-US", "A, B, and C"),
        (["A", "B", "C"], "es-US", "A, B y C"),
        (["A", "B", "C"], "de-DE", "A, B und C"),
        ([], "es", ""),
        (["idiomas"], "es", "idiomas"),
        (["Arte", "Geografía", "Historia"], "es-MX", "Arte, Geografía e Historia"),
        (["A", "<i>Índice</i>"], "es-US", "A e <i>Índice</i>"),
        (["sal", "hielo"], "es", "sal y hielo"),
        (["Ana", "Yolanda"], "es", "Ana y Yolanda"),
        (["Francia", "Italia"], "it", "Francia e Italia"),
    ],
)
def test_items_are_listed_in_words(items, language, text):
    assert figures.listed(items, language) == text


@pytest.mark.parametrize(
    ("last", "text"),
    [
        ("hospital", "clínica u hospital"),
        ("«ocho»", "clínica u «ocho»"),
        ("8.500", "clínica u 8.500"),
        ("11 meses", "clínica u 11 meses"),
        ("110", "clínica o 110"),
        ("idiomas", "clínica o idiomas"),
    ],
)
def test_a_spanish_or_is_as_the_next_word_sounds(last, text):
    assert figures.listed(["clínica", last], "es-ES", "or") == text


def test_a_number_is_grouped():
    assert figures.number(1234567, "en-US") == "1,234,567"

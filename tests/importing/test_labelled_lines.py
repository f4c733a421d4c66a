"""Lines and tables of labels and figures: what each word of a label says, and which say no."""

from __future__ import annotations

import pytest

from guidepub.importing.labelled_lines import label_of, read_grid, read_line
from guidepub.importing.originals import Grid
from guidepub.text.occupations import names_of

TITLES = {"en": "Public Health Nurse", "es": "Soldador", "fr": "Soudeur", "de": "Schweißer", "pt": "Soldador"}  # fmt: skip
HOURLY_AND_YEARLY = {"median_hourly_wage": "23.42", "median_wage": "48710"}


def read(language, line, context=""):
    own = names_of(TITLES[language], language=language)
    above = label_of(context, own, language) if context else None
    return {each.measure: str(each.value) for each, _ in read_line(line, own, language, above)}


@pytest.mark.parametrize(
    ("language", "line", "context", "facts"),
    [
        ("en", "Public health nurses: $79,300 (median, 2025)", "", {"median_wage": "79300"}),
        ("en", "Nurses employed: 13,600 (2024)", "", {"employment": "13600"}),
        ("en", "National, May 2025: median $23.42/hour ($48,710/year)", "", HOURLY_AND_YEARLY),
        ("en", "MEDIAN $48,710 $23.42", "", HOURLY_AND_YEARLY),
        ("en", "Lowest 10%: under $35,790; highest 10%: over $58,320", "",
         {"wage_p10": "35790", "wage_p90": "58320"}),
        ("en", "Jobs: 44,100 (2024) → 45,900 (2034), +4 %", "",
         {"employment": "44100", "projected_employment": "45900", "projected_growth": "4"}),
        ("en", "Growth to 2034: 4% (2,300 jobs)", "",
         {"projected_growth": "4", "employment_change": "2300"}),
        ("en", "2024 employment: 196,300 2034 employment: 204,900 Percent change: 4%", "",
         {"employment": "196300", "projected_employment": "204900", "projected_growth": "4"}),
        ("en", "Employed nationally · 21,700", "", {"employment": "21700"}),
        ("en", "$103,480 National median salary", "", {"median_wage": "103480"}),
        ("en", "4.1 National 2024: 32,900 4.2 National 2034: 35,000", "4. Employment",
         {"employment": "32900", "projected_employment": "35000"}),
        ("es", "Salario bruto anual mediano: 23.480 €", "", {"median_wage": "23480"}),
        ("es", "Ocupados en Colombia: 38.600 (GEIH 2025)", "", {"employment": "38600"}),
        ("fr", "Salaire brut médian : 2 140 € par mois", "", {"median_monthly_wage": "2140"}),
        ("fr", "Effectif en France : 412 000", "", {"employment": "412000"}),
        ("de", "unteres Quartil (25 %): 3.389 Euro", "Entgelt (brutto im Monat):",
         {"wage_p25_monthly": "3389"}),
        ("de", "Durchschnittsgehalt: 3.312 € brutto im Monat", "", {"mean_monthly_wage": "3312"}),
        ("pt", "Soldadores, país inteiro, média mensal ..... 186 400 Kz", "",
         {"mean_monthly_wage": "186400"}),
        ("pt", "1º quartil: R$ 4.350 por mês", "", {"wage_p25_monthly": "4350"}),
    ],
)  # fmt: skip
def test_each_figure_of_a_line_is_of_the_measure_that_its_words_name(
    language, line, context, facts
):
    assert read(language, line, context) == facts


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Median in Ohio: $50,000"),
        ("en", "Median: $50,000 in Ohio"),
        ("en", "Median pay (women): $50,000"),
        ("en", "Registered nurses as a whole: $96,180 (median, 2025)"),
        ("en", "In Ohio: median $50,000; mean $52,000"),
        ("en", "Rate 3% (ALL JOBS: 22%)"),
        ("en", "Median: $50,000 - $61,000"),
        ("en", "Growth in pay: 4%"),
        ("en", "Average age: 46.8"),
        ("en", "Entry-level median salary: $41,000"),
        ("es", "Mediana en Cataluña: 25.000 €"),
        ("fr", "Médiane en Bretagne : 44 000 €"),
        ("de", "Median: 3.389 Euro"),
        ("de", "Mindestlohn: 13,90 Euro je Stunde"),
        ("pt", "Média em São Paulo: R$ 9.870 por mês"),
    ],
)
def test_a_strange_word_leaves_a_line_in_the_prose(language, line):
    assert read(language, line) == {}


def cells(*rows, heads=1, caption="", language="en"):
    grid = Grid(tuple(rows), tuple(rows), heads, caption)
    own = names_of(TITLES[language], language=language)
    read = read_grid(grid, rows[0] if heads else (), own, language)
    return {each.measure: str(each.value) for each, *_ in read}


def test_a_cell_is_labelled_by_its_row_and_its_column():
    assert cells(("", "Year", "Hour"), ("Median", "$68,200", "$32.79")) == {
        "median_wage": "68200",
        "median_hourly_wage": "32.79",
    }
    assert cells(("Percentile", "10", "50"), ("Annual", "$31,870", "$42,390")) == {
        "wage_p10": "31870",
        "median_wage": "42390",
    }
    rows = ("", "Estados Unidos", "Texas"), ("Empleo en 2024", "221.600", "14.890")
    assert cells(*rows, language="es") == {"employment": "221600"}


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        ((("", "Texas"), ("Median", "$68,200")), ""),
        ((("", "Place", "Value"), ("Median", "Texas", "$68,200")), ""),
        ((("", "Year"), ("Median", "$68,200")), "Pay in California"),
    ],
)
def test_a_strange_row_column_or_caption_says_no(rows, caption):
    assert cells(*rows, caption=caption) == {}

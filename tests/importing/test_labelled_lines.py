"""Lines and tables of labels and figures, read word by word."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.importing.figures.dollars import currency_of_dollar
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.label_words import label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.labelled_tables import read_grid
from guidepub.importing.figures.leads import context_below, context_of
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.years import Dating
from guidepub.text.naming.occupations import names_of

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
        ("de", "Oberes Viertel: ab 3.910 Euro brutto im Monat", "", {"wage_p75_monthly": "3910"}),
        ("fr", "Évolution de l’emploi d’ici 2030 : +9 %", "", {"projected_growth": "9"}),
        ("en", "Entry level, low (10th): $30,000 a year", "", {}),
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
        ("en", "Jobs 2024: 331,700; 2034: 371,500", "",
         {"employment": "331700", "projected_employment": "371500"}),
        ("en", "Jobs: 331,700; 2014: 271,500", "", {"employment": "331700"}),
        ("fr", "Taux horaire moyen : 12,40 €", "", {"mean_hourly_wage": "12.40"}),
        ("es", "Precio medio por hora: 12,10 €", "", {"mean_hourly_wage": "12.10"}),
        ("en", "Middle 50% of earners: $44,200–$61,900", "",
         {"wage_p25": "44200", "wage_p75": "61900"}),
        ("de", "Mittlere 50 %: 2.010 bis 2.690 Euro im Monat", "",
         {"wage_p25_monthly": "2010", "wage_p75_monthly": "2690"}),
        ("en", "Percent change, 2024–34: 2", "", {"projected_growth": "2"}),
        ("en", "Number of public health nurses: 13,600", "", {"employment": "13600"}),
        ("de", "25 % verdienen weniger als: 2.571 € im Monat", "", {"wage_p25_monthly": "2571"}),
        ("de", "Ein Viertel verdient mehr als: 3.624 €", "im Monat", {"wage_p75_monthly": "3624"}),
        ("de", "Mittleres Einkommen (Durchschnitt) im Jahr: 31.200 €", "", {"mean_wage": "31200"}),
        ("de", "Schweiz, Median: Fr. 5'240 im Monat", "", {"median_monthly_wage": "5240"}),
        ("es", "Salario medio anual (mediana): 23.480 €", "", {"median_wage": "23480"}),
        ("es", "Perspectiva laboral, 2024–34: 8 % (más rápido que el promedio)", "",
         {"projected_growth": "8"}),
        ("es", "Personas en ejercicio (Costa Rica): 3.214", "", {"employment": "3214"}),
        ("fr", "Nombre de soudeurs en Belgique: 6 700", "", {"employment": "6700"}),
        ("fr", "Les 10 % du haut: plus de 3 486 €", "brut mensuel", {"wage_p90_monthly": "3486"}),
        ("fr", "Salaire horaire médian (Canada, 2024-2025) : 30,00 $", "",
         {"median_hourly_wage": "30.00"}),
        ("pt", "Soldadores inscritos: 17.240", "", {"employment": "17240"}),
        ("pt", "Salário médio no Brasil: R$ 3.050 por mês (RAIS/CAGED, 2025)", "",
         {"mean_monthly_wage": "3050"}),
        ("pt", "Total do país (2024/2025), postos: 17.067", "", {"employment": "17067"}),
        ("en", "Openings per year: 2,000", "", {"annual_openings": "2000"}),
        ("en", "Entry wage (10th): $16.58/hr", "", {"wage_p10_hourly": "16.58"}),
        ("pt", "1º quartil: R$ 2.950,00", "", {"wage_p25_monthly": "2950.00"}),
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
        ("en", "Nurses: 85,600 employed; 5 percent growth", "",
         {"employment": "85600", "projected_growth": "5"}),
        ("fr", "Emploi en 2033 : 19 300", "", {}),
        ("pt", "Empregos a mais: 260", "", {"employment_change": "260"}),
        ("de", "Oberes Quartil: mehr als 4.866 Euro im Monat", "", {"wage_p75_monthly": "4866"}),
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
        ("en", "Increase in jobs: 1,200 a year"),
        ("en", "Average age: 46.8"),
        ("en", "Entry-level median salary: $41,000"),
        ("es", "Mediana en Cataluña: 25.000 €"),
        ("fr", "Médiane en Bretagne : 44 000 €"),
        ("de", "Median: 389 Euro"),
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


def test_of_a_series_of_years_the_last_is_taken():
    pay = ("Year", "Median pay"), ("2022", "$60,090"), ("2023", "$61,550")
    assert cells(*pay) == {"median_wage": "61550"}
    jobs = ("Year", "Jobs"), ("2014", "30,000"), ("2019", "35,000"), ("2024", "41,000")
    assert cells(*jobs) == {"employment": "41000"}
    assert cells(("", "Median"), ("Annual", "$60,090"), ("Yearly", "$61,550")) == {}


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


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "The median wage was $50,000.", "USD"),
        ("en", "In Canada the Job Bank of Canada says $41.00 an hour.", "CAD"),
        ("es", "En Colombia el promedio es de $ 1.940.000 mensuales.", "COP"),
        ("es", "Se gana más que en Chile, y en Argentina menos.", ""),
        ("es", "El promedio es de $ 1.940.000.", ""),
        ("en", "New Mexico is dry. New Mexico pays less.", "USD"),
        ("en", "Australian shepherds herd; so do Australian cattle dogs.", "USD"),
    ],
)
def test_a_bare_sign_is_of_the_country_that_a_text_names(language, text, currency):
    assert currency_of_dollar(text, language) == currency


@pytest.mark.parametrize(
    ("text", "tag", "currency"),
    [
        ("El promedio es de $ 1.940.000.", "es-CO", "COP"),
        ("El IMSS y el INEGI dan $14,800.", "es", "MXN"),
        ("El INDEC y el DANE dan $14.800.", "es", ""),
        ("En Chile ganan $1.590.000.", "es-AR", "CLP"),
    ],
)
def test_a_bare_sign_is_of_the_region_and_of_the_offices_of_a_text(text, tag, currency):
    assert currency_of_dollar(text, "es", tag) == currency


def test_lines_below_one_by_the_month_are_by_the_month():
    own = names_of(TITLES["de"], language="de")
    above = context_below(None, read_line("Median: 4.106 € im Monat", own, "de"))
    assert read_line("25-%-Quartil: 690 €", own, "de") == []
    [(figure, _)] = read_line("25-%-Quartil: 690 €", own, "de", above)
    assert (figure.measure, figure.unit) == ("wage_p25_monthly", "EUR/month")


@pytest.mark.parametrize(
    ("language", "line", "lead"),
    [
        ("en", "Workers: 350", "Ferguson Shipyard"),
        ("en", "Rate: 7%", "Paying off a loan"),
        ("en", "Median: $29,500", "Student debt"),
        ("de", "Entwicklung: 5 %", "Werft Meyer"),
        ("en", "Income below the median: $30,000", ""),
        ("de", "Gehalt unter dem Median: 3.100 Euro im Monat", ""),
    ],
)
def test_what_may_be_of_others_or_of_no_pay_stays_prose(language, line, lead):
    own = names_of(TITLES[language], language=language)
    assert read_line(line, own, language, context_of(lead, own, language)) == []


def test_a_line_that_names_the_occupation_counts_whatever_stands_above():
    own = names_of(TITLES["en"])
    above = context_of("Ferguson Shipyard", own, "en")
    assert above
    assert read_line("Nurses employed nationally: 13,600", own, "en", above)


def test_a_large_amount_below_a_line_by_the_month_is_a_years():
    assert read("de", "Median: 3.400 Euro", "Gehalt im Monat") == {"median_monthly_wage": "3400"}
    assert read("de", "Median: 41.000 Euro", "Gehalt im Monat") == {}


def test_an_item_on_others_is_none_of_the_guide(converted):
    text = "# Public Health Nurse\n\n## Pay\n\n- {}: $96,180 (median, 2025)\n"
    for who, found in (("Registered nurses as a whole", []), ("Nurses", ["median_wage"])):
        assert [fact.key for fact in converted(text.format(who), "nurse.md").facts] == found


def test_bare_labels_below_a_strange_heading_are_not_of_the_occupation(converted):
    items = "- Jobs: 240\n- Growth: 12%\n- Median: $29,500\n"
    for heading, found in (("Ferguson Shipyard", []), ("Quick facts", ["median_wage"])):
        text = f"# Public Health Nurse\n\n## {heading}\n\n{items}"
        keys = [fact.key for fact in converted(text, "nurse.md").facts]
        assert [key for key in keys if key == "median_wage" or not found] == found


@pytest.mark.parametrize(
    ("dollar", "unit", "literal", "kept"),
    [
        ("COP", "USD/month", "$ 1.940.000", "COP/month"),
        ("COP", "USD/year", "$ 1.940.000", None),
        ("COP", "USD/month", "US$ 1.940", "USD/month"),
        ("", "USD/month", "$ 1.940.000", None),
        ("USD", "USD/month", "$1,940,000", None),
        ("CAD", "USD/hour", "$41.00", "CAD/hour"),
    ],
)
def test_pesos_are_no_dollars(dollar, unit, literal, kept):
    facts = Facts("Soldador", names_of("Soldador", language="es"), "es", "soldador.txt", dollar)
    figure = StatedFigure(
        "mean_monthly_wage", Decimal(1_940_000 if "000" in literal else 41), unit, literal
    )
    facts.add(figure, Dating(), "", "", literal, 1)
    assert [fact.unit for fact in facts.found.values()] == ([kept] if kept else [])


def test_a_group_that_includes_the_title_is_the_occupation_by_default():
    facts = Facts("Museum Conservator", names_of("Museum Conservator"), "en", "conservator.txt")
    for measure, subject in (
        ("employment", "conservators and museum technicians"),
        ("annual_openings", "conservators and museum technicians"),
        ("projected_employment", "conservators and painters"),
    ):
        figure = StatedFigure(measure, Decimal(2100), "jobs", "2,100")
        facts.add(figure, Dating(), "", subject, "2,100", 1)
    facts.add(StatedFigure("employment", Decimal(900), "jobs", "900"), Dating(), "", "", "900", 2)
    old = "annual_openings_conservators_and_museum_technicians"
    assert facts.take_from_groups() == {old: "annual_openings"}
    assert (
        facts.found["annual_openings"].label
        == "Openings a year, conservators and museum technicians"
    )
    assert facts.found["employment"].value == 900


def test_an_education_begins_with_the_level_of_entry(converted):
    for lines, found in (
        ("High school or GED. The company trains you.", ["high-school"]),
        ("- High school diploma\n- Clean record", ["high-school"]),
        ("- High school diploma\n- Associate degree, by night", []),
        ("The company trains you. High school or GED.", []),
    ):
        text = f"# Chimney Sweep\n\nThey sweep.\n\n## Education\n\n{lines}\n"
        facts = converted(text, "sweep.md").facts
        assert [fact.value for fact in facts if fact.key == "entry_education"] == found


def test_facts_behind_one_another_with_bold_labels_are_lines(converted):
    text = "# Chimney Sweep\n\n**Nick:** soot **Typical entry:** HS diploma **Growth 2024–34:** 5 percent **Openings:** 300 a year\n"
    found = {fact.key: str(fact.value) for fact in converted(text, "sweep.md").facts}
    assert found == {
        "entry_education": "high-school",
        "projected_growth": "5",
        "annual_openings": "300",
    }


@pytest.mark.parametrize(
    ("language", "line", "facts"),
    [
        ("en", "Bottom / top 10 percent: $24,000 / $61,000", {"wage_p10": "24000", "wage_p90": "61000"}),
        ("en", "25th/75th percentile: $30,000–$50,000", {"wage_p25": "30000", "wage_p75": "50000"}),
        ("es", "10 % inferior / superior: 12.000 / 30.000 € al año", {"wage_p10": "12000", "wage_p90": "30000"}),
        ("fr", "Salaire médian / moyen : 1 900 € / 2 050 € par mois", {"median_monthly_wage": "1900", "mean_monthly_wage": "2050"}),
        ("de", "Median/Durchschnitt: 2.900 € / 3.050 € im Monat", {"median_monthly_wage": "2900", "mean_monthly_wage": "3050"}),
        ("en", "Median/mean pay: $38,000", {}),
        ("en", "Bottom / top 10 percent: $24,000", {}),
    ],
)  # fmt: skip
def test_two_labels_have_a_figure_each(language, line, facts):
    assert read(language, line) == facts

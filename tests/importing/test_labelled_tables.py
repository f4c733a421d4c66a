"""Tables of publishers: units in headings, bare percentiles, a single row of values, drawn tables."""

import pytest

PAGE = '<html lang="{}"><body><h1>{}</h1><h2>{}</h2>{}</body></html>'
PAID_BY_MONTH = {
    "median_monthly_wage": "2890",
    "wage_p25_monthly": "2450",
    "wage_p75_monthly": "3390",
}


def facts_of(imported):
    return {key: str(fact.value) for key, fact in imported.guide.facts.items()}


def table(*rows):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    ("language", "title", "heading", "rows", "facts"),
    [
        (
            "fr",
            "Boulanger",
            "Salaire",
            [("Niveau", "Montant brut mensuel"), ("Médiane", "1 890 €"), ("9e décile", "2 610 €")],
            {"median_monthly_wage": "1890", "wage_p90_monthly": "2610"},
        ),
        (
            "de",
            "Tischler",
            "Verdienst",
            [
                ("Kennwert", "Betrag (brutto, monatlich)"),
                ("Median", "2.890 €"),
                ("Unteres Viertel", "2.450 €"),
                ("3. Quartil", "3.390 €"),
            ],
            PAID_BY_MONTH,
        ),
        (
            "de",
            "Tischler",
            "Verdienst",
            [
                ("", "€ brutto im Monat"),
                ("Median", "2.890"),
                ("1. Quartil", "2.450"),
                ("Oberes Quartil", "3.390"),
            ],
            PAID_BY_MONTH,
        ),
        (
            "pt",
            "Padeiro",
            "Salário",
            [("Indicador", "Valor (€ por mês)"), ("Ganho mediano", "905"), ("Nono decil", "1.240")],
            {"median_monthly_wage": "905", "wage_p90_monthly": "1240"},
        ),
        (
            "en",
            "Midwife",
            "Pay",
            [("Measure", "Amount (USD per year)"), ("Median", "131,570"), ("P10", "77,510")],
            {"median_wage": "131570", "wage_p10": "77510"},
        ),
        (
            "en",
            "Glazier",
            "Wages",
            [
                ("Percentile", "Annual wage", "Hourly wage"),
                ("10%", "$35,370", "$17.00"),
                ("50% (Median)", "$53,010", "$25.49"),
                ("90%", "$98,120", "$47.17"),
            ],
            {
                "wage_p10": "35370",
                "wage_p10_hourly": "17.00",
                "median_wage": "53010",
                "median_hourly_wage": "25.49",
                "wage_p90": "98120",
                "wage_p90_hourly": "47.17",
            },
        ),
        (
            "en",
            "Electrician",
            "At a glance",
            [
                ("🎓 Education", "💰 Median pay", "📈 Growth 2023–33", "👷 Jobs 2023"),
                ("High school diploma", "$61,590 a year", "11%", "779,800"),
            ],
            {
                "entry_education": "high-school",
                "median_wage": "61590",
                "projected_growth": "11",
                "employment": "779800",
            },
        ),
        (
            "de",
            "Bäcker",
            "Zahlen",
            [
                ("Beschäftigte (2022)", "Medianlohn", "Prognose bis 2030"),
                ("98.400", "2.310 € im Monat", "−5 %"),
            ],
            {"employment": "98400", "median_monthly_wage": "2310", "projected_growth": "-5"},
        ),
        (
            "en",
            "Arborist",
            "Pay",
            [
                ("Percentile", "10%", "50%<br>(Median)", "90%"),
                ("Hourly Wage", "$16.10", "$23.59", "$33.98"),
                ("Annual Wage<sup>(2)</sup>", "$33,480", "$49,070", "$70,680"),
                ("Entry level", "$30,000", "$36,000", "$41,000"),
            ],
            {
                "wage_p10_hourly": "16.10",
                "median_hourly_wage": "23.59",
                "wage_p90_hourly": "33.98",
                "wage_p10": "33480",
                "median_wage": "49070",
                "wage_p90": "70680",
            },
        ),
        (
            # Those of rows that name some are nobody's in particular.
            "en",
            "Tailor",
            "Pay",
            [("Experience", "Median pay"), ("Under 2 years", "$28,100"), ("5 years", "$36,400")],
            {},
        ),
        (
            # Numbers in thousands are no amounts as they stand.
            "en",
            "Tailor",
            "Pay",
            [("Measure", "Thousands of USD a year"), ("Median", "34.9"), ("Mean", "36.2")],
            {},
        ),
    ],
)
def test_cells_have_the_unit_and_the_measure_of_their_heads(
    converted, language, title, heading, rows, facts
):
    page = PAGE.format(language, title, heading, table(*rows))
    assert facts_of(converted(page, "page.html")) == facts


def test_a_unit_may_stand_above_a_table_and_a_year_in_its_caption(converted):
    led = "<p>Median annual wages of butchers, in dollars:</p>" + table(
        ("Lowest 10 percent", "27,180"), ("Median", "37,650")
    )
    imported = converted(PAGE.format("en", "Butcher", "Pay", led), "page.html")
    assert facts_of(imported) == {"wage_p10": "27180", "median_wage": "37650"}


def test_a_unit_may_stand_above_a_list(converted):
    led = "<p>Bruttomonatsgehalt in Euro:</p><ul><li>Median: 2.640</li><li>Oberes Viertel: ab 3.050</li></ul>"
    imported = converted(PAGE.format("de", "Baumpflegerin", "Verdienst", led), "page.html")
    assert facts_of(imported) == {"median_monthly_wage": "2640", "wage_p75_monthly": "3050"}


GRID = """\
# Welder

## Pay

+------------+-----------+----------+
| Percentile | Annual    | Hourly   |
+============+===========+==========+
| 10th       | $36,110   | $17.36   |
+------------+-----------+----------+
| Median     | $48,940   | $23.53   |
+------------+-----------+----------+
"""
SIMPLE = """\
# Welder

## Pay

  Measure                 Amount
  ---------------------- --------
  Median annual wage      $48,940
  Lowest 10 percent       $36,110

  : Wages of welders, May 2023

Welders are paid by the hour.
"""
FRAMED = """\
# Welder

## Pay

-----------------------------------
  Measure                 Amount
  a year                  in 2023
----------------------- ----------
  Median annual wage      $48,940

  Lowest                  $36,110
  10 percent
-----------------------------------

Welders are paid by the hour.
"""


@pytest.mark.parametrize("text", [GRID, SIMPLE, FRAMED], ids=["grid", "simple", "framed"])
def test_tables_that_are_drawn_with_dashes_are_tables(converted, text):
    imported = converted(text, "welder.md")
    found = facts_of(imported)
    assert (found["median_wage"], found["wage_p10"]) == ("48940", "36110")
    assert "---  " not in imported.text
    assert "+--" not in imported.text


def test_the_caption_of_a_table_dates_its_figures_and_stays(converted):
    imported = converted(SIMPLE, "welder.md")
    assert imported.guide.facts["median_wage"].as_of == 2023
    assert "Wages of welders, May 2023" in imported.text


@pytest.mark.parametrize(
    "text",
    [
        "# Welder\n\n## Pay\n\nWelders talk. Then\n--- ---\n\nthey weld, and are paid by the hour.\n",
        "# Welder\n\n## Duties\n\n```\n  Mode   Amps\n  -----  ----\n  TIG    120\n```\n\nThey weld.\n",
    ],
)
def test_other_dashes_are_no_tables(body, text):
    assert "| --" not in body(text, "welder.md")


@pytest.mark.parametrize(
    "text",
    [
        "| Year | Employment (thousands) |\n|---|---|\n| 2022 | 219.5 |\n| 2032 | 231.0 |",
        "| Measure | Value (thousands) |\n|---|---|\n| Number of jobs | 219 |\n| Openings | 34 |",
        "Number of jobs (in thousands): 219.5",
    ],
)
def test_numbers_in_thousands_are_no_jobs_as_they_stand(converted, text):
    assert facts_of(converted(f"# Baker\n\n## Jobs\n\n{text}\n", "x.md")) == {}


def test_all_who_work_in_a_country_are_of_no_occupation(converted):
    text = "# Baker\n\n## Outlook\n\nThe US has 168,000,000 jobs. There are 160 million workers in the country.\n"
    assert facts_of(converted(text, "x.md")) == {}


def test_of_two_columns_the_country_s_is_read_and_behind_two_years_the_change(converted):
    rows = [("", "2024", "2034", "Δ", "%"), ("Welders", "457,300", "467,200", "9,900", "2")]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    drawn = table(*rows[1:]).replace("<table>", f"<table><tr>{head}</tr>")
    imported = converted(PAGE.format("en", "Welder", "Outlook", drawn), "a.html")
    assert facts_of(imported) == {
        "employment": "457300",
        "projected_employment": "467200",
        "employment_change": "9900",
        "projected_growth": "2",
    }


def test_a_mean_beside_other_points_is_one_of_pay(converted):
    text = "# Welder\n\n## Pay\n\n- Median: $51,000\n- Mean: $54,300\n"
    assert facts_of(converted(text, "a.md")) == {"median_wage": "51000", "mean_wage": "54300"}


def test_a_note_on_the_whole_country_confines_nothing(converted):
    rows = [("Salario medio mensual", "2.050 €"), ("Mediana", "1.900 €")]
    note = "<p><em>Cifras de 2026, todo el país, salvo donde se indica.</em></p>"
    text = PAGE.format("es", "Soldador", "Salario", table(*rows) + note)
    assert facts_of(converted(text, "a.html")) == {
        "mean_monthly_wage": "2050",
        "median_monthly_wage": "1900",
    }


TYPED = {
    "points above rows of periods": (
        "              10%       25%       Median    75%       90%\n"
        "Annual      $31,480   $36,950   $44,100   $52,300   $61,870\n"
        "Hourly       $15.13    $17.76    $21.20    $25.14    $29.75\n",
        {"median_wage": "44100", "median_hourly_wage": "21.20", "wage_p90_hourly": "29.75"},
    ),
    "points above one row": (
        "   10th      25th      50th      75th      90th\n"
        "   $31,480   $36,950   $44,100   $52,300   $61,870\n",
        {"wage_p10": "31480", "median_wage": "44100", "wage_p75": "52300"},
    ),
    "years above a row of all industries": (
        "                      2024      2034     Change   Percent\n"
        "  All industries     41,300    43,800     2,500       6.1\n"
        "  Retail             20,100    21,900     1,800       9.0\n",
        {"employment": "41300", "projected_employment": "43800", "employment_change": "2500"},
    ),
    "two lines of heads above provinces": (
        "                        Low        Median      High\n"
        "                      ($/hour)    ($/hour)    ($/hour)\n"
        "Canada                  18.20       24.75       33.10\n"
        "Manitoba                17.00       22.60       30.00\n"
        "Nova Scotia             16.50       21.40       28.90\n",
        {"median_hourly_wage": "24.75"},
    ),
}


@pytest.mark.parametrize(("rows", "facts"), TYPED.values(), ids=TYPED)
def test_a_head_without_a_cell_for_the_first_column_heads_a_typed_table(converted, rows, facts):
    text = f"Upholsterer\n\nUpholsterers cover chairs.\n\nSalary\n\n{rows}\nMost work in shops.\n"
    assert facts_of(converted(text)).items() >= facts.items()


def test_a_table_headed_by_a_place_is_of_that_place(converted):
    rows = "{} | Hourly | Annual\n--- | --- | ---\n10 percent | $13.10 | $27,250\nMedian | $17.02 | $35,400\n90 percent | $24.40 | $50,750\n"
    text = f"# Upholsterer\n\n## Salary\n\n{rows.format('Oregon')}"
    assert facts_of(converted(text, "text.md")) == {}
    text = f"# Upholsterer\n\n## Salary\n\n{rows.format('United States')}"
    facts = facts_of(converted(text, "text.md"))
    assert facts["wage_p10"] == "27250"
    assert facts["wage_p90_hourly"] == "24.40"


def test_the_country_s_facts_are_the_occupation_s_in_other_countries(converted):
    text = "# Upholsterer\n\n## Salary\n\n- Employed (Canada, 2025): 5,120\n- Median wage (Canada): $24.75 an hour\n- Median wage (Ontario): $26.00 an hour\n"
    assert facts_of(converted(text, "text.md")) == {
        "employment": "5120",
        "median_hourly_wage": "24.75",
    }


def test_a_row_of_the_country_has_jobs_of_two_years_beside_measures(converted):
    text = "# Surveyor\n\n## Outlook\n\n| Area | 2024 employment | 2034 employment | Percent change | Annual openings |\n|---|---|---|---|---|\n| Lakeside | 410 | 440 | 7.3% | 80 |\n| United States | 43,600 | 45,400 | 4.1% | 3,300 |\n"
    assert facts_of(converted(text, "text.md")) == {
        "employment": "43600",
        "projected_employment": "45400",
        "projected_growth": "4.1",
        "annual_openings": "3300",
    }


def test_a_letter_that_leads_to_a_note_is_no_word_of_a_row(converted):
    text = "# Glazier\n\n## Prevailing hourly wages\n\n| Area | Low ($/hour) | Median ($/hour) | High ($/hour) | Note |\n|---|---|---|---|---|\n| Canada | 19.00 | 30.75 | 42.10 | i |\n| Manitoba | 18.50 | 28.00 | 40.00 | i |\n"
    assert facts_of(converted(text, "text.md")) == {"median_hourly_wage": "30.75"}


def test_who_counted_and_a_label_above_say_nothing_against_a_figure(converted):
    rows = [
        ("Usual first degree", "Bachelor's in a science"),
        ("Median pay, U.S., all soil scientists (guild's 2026 census of members)", "$84,300"),
        ("Average pay, same", "$90,150"),
        ("People in the field, U.S.", "about 11,600"),
    ]
    cells = "".join(f'<tr><th scope="row">{a}</th><td>{b}</td></tr>' for a, b in rows)
    page = PAGE.format("en", "Soil Scientist", "In short", f"<table>{cells}</table>")
    assert (
        facts_of(converted(page, "text.html")).items()
        >= {
            "median_wage": "84300",
            "mean_wage": "90150",
            "employment": "11600",
        }.items()
    )


def test_a_label_of_a_state_s_list_confines_not_the_list_above(converted):
    text = "# Barber\n\n## Pay\n\nWages (National, May 2025):\n\n- Hourly median: $19.12\n- Annual median: $39,770\n\nWages (Ohio, 2025):\n\n- Hourly median: $17.44\n"
    assert facts_of(converted(text, "text.md")) == {
        "median_hourly_wage": "19.12",
        "median_wage": "39770",
    }


def test_rows_of_a_summary_that_no_panel_shows_stay_in_the_text(converted):
    rows = table(
        ("Niveau d’études", "CAP"),
        ("Salaire débutant", "1 747 € brut par mois"),
        ("Salaire médian", "1 850 € brut par mois (2023)"),
    )
    page = PAGE.format("fr", "Fleuriste", "Le métier", "<p>Le fleuriste compose des bouquets.</p>")
    made = converted(page.replace("<h2>", f"{rows}<h2>"), "text.html")
    assert (
        "- Niveau d’études: CAP\n- Salaire débutant: {fact}`starting_monthly_wage` brut par mois\n"
        in made.text
    )


@pytest.mark.parametrize(
    "text",
    [
        "Overview          Pharmacists dispense medicines and advise patients.\nPay               $136,030 per year in 2023 (median)\nOutlook           5 percent growth, 2023-33\nEntry             Doctor of Pharmacy\n",
        "| Overview | Pharmacists dispense medicines and advise patients. |\n|---|---|\n| Pay | $136,030 per year in 2023 (median) |\n| Outlook | 5 percent growth, 2023-33 |\n| Entry | Doctor of Pharmacy |\n",
    ],
)  # fmt: skip
def test_a_sentence_in_the_first_row_of_a_summary_stays(converted, text):
    made = converted(f"# Pharmacist\n\n{text}", "a.md" if "|" in text else "a.txt")
    assert "Pharmacists dispense medicines and advise patients." in made.text
    found = {fact.key: fact.period for fact in made.facts}
    assert found["projected_growth"] == (2023, 2033)


@pytest.mark.parametrize(
    ("head", "year"), [("Importe (2023)", 2023), ("Importe", None), ("24.100 € (2021)", None)]
)
def test_the_year_of_a_column_s_head_dates_its_amounts(converted, head, year):
    rows = "| Salario medio | 24.300 € al año |\n| Salario mediano | 22.900 € al año |"
    text = f"---\nlanguage: es\n---\n\n# Electricista\n\n## Sueldo\n\n| Concepto | {head} |\n|---|---|\n{rows}\n"
    found = {fact.key: fact.as_of for fact in converted(text, "a.md").facts}
    assert (found["mean_wage"], found["median_wage"]) == (year, year)


def test_a_typed_head_of_a_summary_is_no_row_of_it(converted):
    rows = table(("Fact", "Value"), ("Starting pay", "$25,000"), ("Median pay", "$33,160 (2023)"))
    page = PAGE.format("en", "Florist", "Duties", "<p>Florists sell flowers.</p>")
    made = converted(page.replace("<h2>", f"{rows}<h2>"), "text.html")
    assert "Value" not in made.text
    assert "- Starting pay: {fact}`starting_wage`" in made.text

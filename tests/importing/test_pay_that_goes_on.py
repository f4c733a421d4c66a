"""Pay in sentences that depend on what earlier sentences say."""

from __future__ import annotations

import pytest


def facts_of(converted, language, title, prose):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n## Pay\n\n{prose}\n"
    return {fact.key: float(fact.value) for fact in converted(text, "a.md").facts}


@pytest.mark.parametrize(
    ("language", "title", "prose", "found"),
    [
        ("pt", "Soldador", "No Brasil, um soldador ganha em média R$ 2.986 por mês. A mediana fica em R$ 2.310."
         " Um quarto ganha menos de R$ 1.900; outro quarto, mais de R$ 3.500.",
         {"mean_monthly_wage": 2986, "median_monthly_wage": 2310, "wage_p25_monthly": 1900,
          "wage_p75_monthly": 3500}),
        ("es", "Soldador", "El sueldo medio de los soldadores en España es de 33.450 euros al año y la mediana, de 30.800."
         " El 10 % que menos cobra no llega a 23.100 euros; el 10 % que más, pasa de 52.600.",
         {"mean_wage": 33450, "median_wage": 30800, "wage_p10": 23100, "wage_p90": 52600}),
        ("de", "Winzer", "Winzer verdienen im Median 2.871 Euro brutto monatlich, das obere Viertel mehr als"
         " 3.390 Euro, das untere weniger als 2.488 Euro.",
         {"median_monthly_wage": 2871, "wage_p75_monthly": 3390, "wage_p25_monthly": 2488}),
        ("fr", "Soudeur", "Le salaire moyen d'un soudeur est de 3 120 € par mois. La médiane est de 2 650 €.",
         {"mean_monthly_wage": 3120, "median_monthly_wage": 2650}),
        ("en", "Welder", "The mean pay of welders was $54,760 a year (that is $26.33 an hour). One in ten makes under"
         " $36,900 and one in ten over $77,480.",
         {"mean_wage": 54760, "mean_hourly_wage": 26.33, "wage_p10": 36900, "wage_p90": 77480}),
        ("en", "Welder", "Employment of welders is projected to grow 6 percent from 2024 to 2034. It will go from"
         " 15,400 jobs to 16,300.",
         {"projected_growth": 6, "employment": 15400, "projected_employment": 16300}),
        ("en", "Welder", "There are 15,000 welders, and 6 percent more are expected. That adds about 900 jobs.",
         {"projected_growth": 6, "employment": 15000, "employment_change": 900}),
        # Women may be as many as there are jobs to come.
        ("en", "Welder", "There are 15,000 welders, and jobs will grow 6 percent by 2034. About 900 welders are women.",
         {"projected_growth": 6, "employment": 15000}),
    ],
)  # fmt: skip
def test_sentences_go_on_about_the_occupation(converted, language, title, prose, found):
    assert facts_of(converted, language, title, prose) == found


@pytest.mark.parametrize(
    ("language", "prose"),
    [("en", "In Texas a welder earns a median of $4,100 a month. The median in Ohio is $3,900. A quarter of"
      " union welders make more than $70,000."),
     ("es", "En Bilbao, el salario medio es de 2.400 euros al mes. Una cuarta parte de los aprendices gana"
      " menos de 1.100 euros. En Estados Unidos la mediana es de 64.200 dólares. Aquí pagan 2.100 euros."),
     ("pt", "Os 25% que recebem mais ganham acima de R$ 950.")],
)  # fmt: skip
def test_others_pay_and_pay_of_no_certain_period_stay_prose(converted, language, prose):
    assert not facts_of(converted, language, "Welder", prose)


THEN_AND_NOW = [
    ("en", "In 2013 the median wage of welders was $49,860; by 2023 it had risen to $63,940."),
    ("en", "The median annual wage for welders rose from $49,860 in 2013 to $63,940 in 2023."),
    ("en", "The median wage of welders was $60,860 in 2021. In 2023 it was $63,940."),
    ("en", "The median wage of welders was $60,860 in 2021. It rains.\n\nThe median for welders was $63,940 a year in 2023."),
    ("de", "2013 lag der Median der Welder noch bei 28.000 Euro im Jahr, 2023 bei 63.940 Euro."),
    ("de", "Das Mediangehalt der Welder stieg von 28.000 Euro im Jahr 2013 auf 63.940 Euro im Jahr 2023."),
    ("es", "En 2013 el salario mediano de los welder era de 18.000 euros al año; en 2023 era ya de 63.940 euros."),
    ("es", "El salario mediano de los welder pasó de 18.000 euros al año en 2013 a 63.940 euros en 2023."),
    ("fr", "Le salaire médian des welders était de 24 000 euros par an en 2013 ; en 2023, il atteint 63 940 euros."),
    ("fr", "En 2013, le salaire médian des welders était de 24 000 euros par an, contre 63 940 euros en 2023."),
    ("pt", "Em 2013 o salário mediano dos welders era de 12.000 euros por ano; em 2023 já era de 63.940 euros."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "prose"), THEN_AND_NOW)
def test_of_what_was_once_and_what_is_now_the_later_is_the_fact(converted, language, prose):
    text = f"---\nlanguage: {language}\n---\n\n# Welder\n\n## Pay\n\n{prose}\n"
    (fact,) = converted(text, "a.md").facts
    assert (fact.key, float(fact.value), fact.as_of) == ("median_wage", 63940, 2023)


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("In 2013, there were 4,100 welders in the United States; in 2023 there were 6,250.", {"employment": 6250}),
        ("There were 4,100 welders in 2024. 4,900 in 2034: a rise.", {"employment": 4100, "projected_employment": 4900}),
        ("There were 4,100 welders in 2024; about 380 openings come up a year until 2030.", {"employment": 4100, "annual_openings": 380}),
        ("In 2013 a torch cost $49,860; in 2023 it cost $63,940.", {}),
        ("In 2013 the median wage of welders in Ohio was $49,860; in 2023 it was $63,940.", {}),
        ("In 2013 the median wage of welders was $49,860; by 2023 a house cost $300,000.", {"median_wage": 49860}),
        ("The median wage of welders was $63,940 in 2023. In 2013 it was $49,860.", {"median_wage": 63940}),
    ],
)  # fmt: skip
def test_a_later_amount_of_something_else_is_no_pay(converted, prose, found):
    assert facts_of(converted, "en", "Welder", prose) == found

"""Which measure a sentence states, of whom and of when; and what it leaves in the prose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.figures.scope import narrows_what_follows, qualifier
from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import names_of
from guidepub.words.states import STATES

OWN = names_of("Registered Nurses")


def stated(sentence):
    return [(s.key, s.value, s.unit) for s in statements(sentence, OWN)]


def of_all(sentence):
    """Return the keys of what a sentence states of the whole occupation, as one value."""
    return [s.key for s in statements(sentence, OWN) if s.is_exact and not s.narrowed]


@pytest.mark.parametrize(
    ("sentence", "measure", "value", "unit"),
    [
        ("The median annual wage for welders was $51,000 in May 2024.", "median_wage", 51000, "USD/year"),
        ("Median pay for nurses in 2020 was $75,330 per year.", "median_wage", 75330, "USD/year"),
        ("The median annual wage for nurses, says the Bureau, was $34,690.", "median_wage", 34690, "USD/year"),
        ("Nurses made a median annual salary of $34,000 in 2022.", "median_wage", 34000, "USD/year"),
        ("$51,000 is the median annual wage for welders.", "median_wage", 51000, "USD/year"),
        ("Nurses’ median pay was $34k.", "median_wage", 34000, "USD/year"),
        ("In 2023, the median nurse salary was 86,000 dollars.", "median_wage", 86000, "USD/year"),
        ("The median hourly wage was $17.45.", "median_hourly_wage", Decimal("17.45"), "USD/hour"),
        ("They earn a median of $650 a week.", "median_wage_week", 650, "USD/week"),
        ("They earn a median of $3,400 a month.", "median_monthly_wage", 3400, "USD/month"),
        ("The average annual salary of a clerk is $40,100.", "mean_wage", 40100, "USD/year"),
        ("Nurses earn an average of $45,000 a year.", "mean_wage", 45000, "USD/year"),
        ("The average nurse earns $29,140 per year.", "mean_wage", 29140, "USD/year"),
        ("On average, nurses earn $29,140 per year.", "mean_wage", 29140, "USD/year"),
        ("Nurses make about $14 an hour on average.", "mean_hourly_wage", 14, "USD/hour"),
        ("Nurse salaries average $31,000.", "mean_wage", 31000, "USD/year"),
        ("The average salary in the United States is $31,000.", "mean_wage", 31000, "USD/year"),
        ("Median wages (2020) $21.25 hourly.", "median_hourly_wage", Decimal("21.25"), "USD/hour"),
        ("Nurses usually start at $9.50 an hour.", "starting_hourly_wage", Decimal("9.50"), "USD/hour"),
        ("The starting salary of nurses is about $30,000.", "starting_wage", 30000, "USD/year"),
        ("The lowest 10 percent earned less than $28,000.", "wage_p10", 28000, "USD/year"),
        ("The highest 10% made more than $80,000 a year.", "wage_p90", 80000, "USD/year"),
        ("The 25th percentile is $40,000.", "wage_p25", 40000, "USD/year"),
        ("Employment is projected to grow 5 percent from 2024 to 2034.", "projected_growth", 5, "percent"),
        ("Employment of clerks is expected to decline by 3% by 2030.", "projected_growth", -3, "percent"),
        ("The BLS expects employment of nurses to grow six percent by 2029.", "projected_growth", 6, "percent"),
        ("Employment of nurses will shrink by 10 percent through 2032.", "projected_growth", -10, "percent"),
        ("Job growth: 8% decline", "projected_growth", -8, "percent"),
        ("Job growth: 8% (falling short of the average)", "projected_growth", 8, "percent"),
        ("The median salary is NZ$65,000.", "median_wage", 65000, "NZD/year"),
        ("Registered nurses are projected to decline 2 percent.", "projected_growth", -2, "percent"),
        ("The field should see job growth of 12% between 2018 and 2028.", "projected_growth", 12, "percent"),
        ("Job growth (2022–2032): -18%.", "projected_growth", -18, "percent"),
        ("A 5 percent increase in employment is expected.", "projected_growth", 5, "percent"),
        ("The BLS predicts a 7% job growth for nurses from 2019 on.", "projected_growth", 7, "percent"),
        ("Nursing jobs are projected to climb 3 percent.", "projected_growth", 3, "percent"),
        ("About 189,100 openings for nurses are projected each year.", "annual_openings", 189100, "openings/year"),
        ("Each year, about 5,700 openings are expected.", "annual_openings", 5700, "openings/year"),
        ("Nurses held about 3.4 million jobs in 2024.", "employment", 3_400_000, "jobs"),
        ("There were 345,600 jobs in 2018.", "employment", 345600, "jobs"),
        ("There are 40,000 nurses in the United States.", "employment", 40000, "jobs"),
        ("Number of jobs: 51,200", "employment", 51200, "jobs"),
        ("Employment (2019): 438,900 employees", "employment", 438900, "jobs"),
        ("About 438,900 people worked as nurses in 2019.", "employment", 438900, "jobs"),
        ("An estimated 221,900 new jobs will be created.", "employment_change", 221900, "jobs"),
        ("The occupation will add 9,500 new jobs.", "employment_change", 9500, "jobs"),
        ("The trade is to lose 180 jobs.", "employment_change", -180, "jobs"),
    ],
)  # fmt: skip
def test_a_figure_is_known_by_the_words_around_it(sentence, measure, value, unit):
    assert stated(sentence) == [(measure, value, unit)]
    (statement,) = statements(sentence, OWN)
    figure = statement.figure
    assert sentence[figure.start : figure.end] == figure.text


def test_a_sentence_may_state_two_measures():
    sentence = "The lowest 10 percent earned less than $28,000, and the highest 10 percent earned more than $80,000."
    assert [key for key, *_ in stated(sentence)] == ["wage_p10", "wage_p90"]
    assert of_all(sentence) == ["wage_p10", "wage_p90"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tuition is $9,000 a year.",
        "Tuition is expected to increase 5 percent.",
        "About 40 percent of welders work in manufacturing.",
        "Call 555-0100 for details of the 12 programs.",
        "A welder lifts 50 pounds.",
        "The median annual wage was $51,0001 in May 2024.",
        "The median annual wage was $0,510 in May 2024.",
        "There were about 299,5004 jobs in 2024.",
        "Welders are projected to grow 4 percent.",
        "The median wage is $650.",
        "The median wage is $3,000 an hour.",
        "The raise was a 2.5 percent increase over last year.",
        "In 2024 jobs were few.",
        "The average baker earns $29,140 per year.",
        "Nurses can earn anywhere from $20,000 to $50,000 a year.",
        "Projected job openings (2019-2029): 50,300",
        "Nurses in hospitals earned $79,460, while those in schools earned $63,690.",
    ],
)
def test_other_figures_are_no_measures(sentence):
    assert stated(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In Nevada, employment of nurses is expected to grow 21 percent.",
        "The average salary of nurses was $32,690 in grocery stores.",
        "The average salary of nurses was $32,690 a year at small clinics.",
        "In hospitals, the median wage was $80,000.",
        "California’s median wage is $120,000.",
        "The state average salary is $50,000.",
        "Unionized nurses report an average salary of $82,664.",
        "Nurses with a master’s degree earn an average of $98,000.",
        "Senior nurses earn an average salary of $98,000.",
        "The median wage is equal to or greater than $239,200 per year.",
        "The median wage is $239,200 or more.",
        "The average pay is $30,000 to $40,000.",
        "Employment is projected to grow 1-2 percent.",
        "Retail jobs are projected to grow 3 percent.",
        "Health care employment is projected to grow 15 percent.",
        "Pay starts at $12.00 per hour for apprentices.",
        "The average salary is $53,490 for all occupations.",
        "If you work nights, the average salary is $90,000.",
    ],
)
def test_a_part_a_range_and_a_limit_are_not_the_whole_occupation(sentence):
    assert stated(sentence) != []
    assert of_all(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Across the Midwest the number of nurses should rise 7 percent by 2030.",
        "In shipbuilding the median wage is $52,000.",
        "Ten years ago the average nurse earned $41,790.",
        "Once there were 105,000 nurses.",
        "Overseas the number of nurses should rise 7 percent by 2030.",
        "At Mercy the average nurse earns $90,000.",
        "The median wage was $41,000 ten years ago.",
        "The 2023 median of $70,600 has been replaced.",
        "Some 251,000 nurses work there.",
        "A median income of $80,610 is what American households have.",
        "Nurses make twice the national median of $49,500.",
        "Federal employment of nurses is about 1,100; their average salary is $88,000.",
        "Nursing homes pay best among the big industries, at a median of $65,900.",
        "The clinic will create 600 jobs.",
        "The union wants a starting salary for all nurses of $35,000.",
        "CVS announced a starting wage of $18 for nurses.",
        "If starting pay rose to $40,000, 5,000 more would stay.",
        "They start at $35,000.",
        "My hospital's starting wage: $15.",
        "There were 480 applicants.",
        "For all medical trades the average is 649,300 openings per year; nurses have 12,700 of those.",
        "The country has 2.4 nurses.",
    ],
)
def test_a_place_an_industry_or_a_time_narrows_a_figure_wherever_it_stands(sentence):
    assert of_all(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("In this field the median wage is $61,010.", "median_wage"),
        ("In general, the number of nurses should rise 7 percent by 2030.", "projected_growth"),
        ("There are 345,800 nurses in the country.", "employment"),
        ("Most work full time, and the median wage is $61,010 a year.", "median_wage"),
        ("Nurses, 23,300 of them, have a national median of $58,200.", "median_wage"),
        ("Once licensed, nurses earn an average of $61,010.", "mean_wage"),
        ("Entry-level nurses earn $40,000.", "starting_wage"),
        ("In the Occupational Outlook Handbook, nurses earn a median of $61,010.", "median_wage"),
    ],
)
def test_other_beginnings_narrow_nothing(sentence, key):
    assert key in of_all(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In May 2024, the median wage was $80,000.",
        "In the United States, the median wage was $80,000.",
        "For registered nurses, the median wage was $80,000.",
        "The median wage was $80,000 in May 2024.",
        "Nurses earn a median wage of $28,040, but those in New York earn $38,000.",
        "Overall employment is projected to grow 5 percent.",
        "The top 10 percent of earners made more than $120,250.",
        "In the coming decade, employment is projected to grow 5 percent.",
    ],
)
def test_the_nation_and_the_time_narrow_nothing(sentence):
    assert len(of_all(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The median wage for bakers was $30,000 in 2020.", "bakers"),
        ("Median pay for bakers in 2020 was $30,000.", "bakers"),
        ("Job growth for gardeners (2024-2034): 6 percent.", "gardeners"),
        ("The median annual wage for all workers was $49,500.", "all workers"),
        ("The median wage was $30,000.", ""),
    ],
)
def test_whom_a_statement_is_made_of(sentence, who):
    assert [statement.who for statement in statements(sentence, OWN)] == [who]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("El salario medio es de 24.500 dólares al año según un estudio de 2023.", [("mean_wage", 24500, 2023)]),
        ("El sueldo mediano de los floristas era de 24.500 euros.", [("median_wage", 24500, None)]),
        ("El empleo de floristas crecerá un 12 % hasta 2034.", [("projected_growth", 12, 2034)]),
        ("Se prevé que el empleo disminuya un 3 por ciento de 2024 a 2034.", [("projected_growth", -3, (2024, 2034))]),
        ("El salario medio es de 20.000 a 30.000 euros.", []),
        ("En Nevada, el salario medio es de 24.500 dólares.", []),
        ("El salario medio es de 24.500 dólares en hospitales.", []),
        ("La matrícula es de 3.000 dólares al año.", []),
    ],
)  # fmt: skip
def test_statements_in_spanish(sentence, found):
    whole = [
        s
        for s in statements(sentence, names_of("Floristas"), "es")
        if s.is_exact and not s.narrowed
    ]
    assert [
        (s.key, s.value, s.when.year or s.when.stretch or s.when.target) for s in whole
    ] == found


def test_the_year_of_what_a_figure_is_compared_with_is_not_its_own():
    rise = "The average starting salary of $34,857 is a rise over the $33,504 of 2020."
    assert [statement.when.year for statement in statements(rise, OWN)] == [None]


@pytest.mark.parametrize(
    ("sentence", "language", "own", "found"),
    [
        ("Dressmakers, who earn $38,000 on average, make gowns.", "en", "tailor",
         [("mean_wage", "Dressmakers", "")]),
        ("Tailors, who earn $38,000 on average, make suits.", "en", "tailor",
         [("mean_wage", "Tailors", "")]),
        ("They make well above the national median of $49,500.", "en", "actuary",
         [("median_wage", "They", "above the national median")]),
        ("Growth of 5 percent is projected for 2024 to 2034.", "en", "surveyor",
         [("projected_growth", "", "")]),
        ("The number of designers is forecast to shrink by 7%.", "en", "designer",
         [("projected_growth", "designers", "")]),
        ("The number of designers is forecast to shrink by 7%.", "en", "baker", []),
        ("Some 19,500 court reporters worked in the United States.", "en", "court reporter",
         [("employment", "court reporters", "")]),
        ("La mitad gana más de 134.830 dólares al año.", "es", "optometrista", [("median_wage", "", "")]),
        ("La ocupación crecerá 5 % hasta 2034.", "es", "contador", [("projected_growth", "", "")]),
        ("Se esperan 189.100 vacantes al año.", "es", "enfermera", [("annual_openings", "", "")]),
    ],
)  # fmt: skip
def test_whom_a_figure_is_of_and_what_it_is_held_against(sentence, language, own, found):
    made = statements(sentence, frozenset({own}), language)
    assert [(each.key, each.who, each.narrowed) for each in made] == found


@pytest.mark.parametrize(
    ("language", "title", "sentence", "key", "value"),
    [
        ("en", "Plumber", "Plumbers bring home a median paycheck of $62,970 a year.", "median_wage", 62970),
        ("en", "Plumber", "Plumbers earn $62,970 a year (median).", "median_wage", 62970),
        ("en", "Plumber", "One in ten plumbers earned over $105,150.", "wage_p90", 105150),
        ("en", "Plumber", "The BLS puts growth for plumbers at 4% through 2034.", "projected_growth", 4),
        ("en", "Plumber", "The BLS expects plumber jobs to grow 4 percent.", "projected_growth", 4),
        ("en", "Plumber", "Plumber employment is forecast to slide 6 percent by 2034.", "projected_growth", -6),
        ("en", "Plumber", "About 504,500 people were working as plumbers in 2024.", "employment", 504500),
        ("en", "Plumber", "The lowest 10 percent earned less than $28,000, the highest more than $51,000.", "wage_p90", 51000),
        ("es", "Soldador", "Se espera que los puestos de soldador aumenten un 11 % hasta 2033.", "projected_growth", 11),
        ("es", "Soldador", "Los que empiezan cobran unos 21.000 euros al año.", "starting_wage", 21000),
        ("es", "Soldador", "El 10 % peor pagado gana menos de 15.000 euros al año y el mejor pagado, más de 32.000 euros al año.", "wage_p90", 32000),
        ("fr", "Soudeur", "Un débutant touche 21 000 euros bruts par an.", "starting_wage", 21000),
        ("fr", "Soudeur", "Le premier décile gagne moins de 17 k€ par an, le dernier plus de 30 k€ par an.", "wage_p90", 30000),
        ("pt", "Soldador", "Quem começa ganha cerca de 15.000 euros por ano.", "starting_wage", 15000),
        ("de", "Tischler", "Ein Tischler verdient im Schnitt 41.300 Euro brutto im Jahr.", "mean_wage", 41300),
        ("de", "Tischler", "Für Tischler wird bis 2034 ein Zuwachs von 4 Prozent erwartet.", "projected_growth", 4),
    ],
)  # fmt: skip
def test_more_wordings(language, title, sentence, key, value):
    found = statements(sentence, names_of(title, language=language), language)
    assert (key, value) in [(s.key, s.value) for s in found if s.is_exact and not s.narrowed]


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("en", "Plumber", "The BLS expects electrician jobs to grow 4 percent from 2024 to 2034."),
        ("en", "Plumber", "About 5,000 people were working as plumbers in Alaska in 2024."),
        ("es", "Soldador", "Quienes empiezan en Suiza cobran 50.000 euros al año."),
        ("es", "Soldador", "Los puestos directivos aumentarán un 3 % hasta 2033."),
        ("fr", "Soudeur", "Un débutant chez un artisan touche 21 000 euros bruts par an."),
        ("pt", "Soldador", "Quem começa num estaleiro privado ganha 14.000 euros por ano."),
        ("de", "Tischler", "Für Maurer wird bis 2034 ein Zuwachs von 4 Prozent erwartet."),
        ("de", "Tischler", "Für Tischler wird ab Mai ein Lohnzuwachs von 4 Prozent erwartet."),
    ],
)
def test_parts_and_others_in_more_wordings(language, title, sentence):
    own = names_of(title, language=language)
    found = statements(sentence, own, language)
    assert not [s for s in found if s.is_exact and not s.narrowed and (not s.who or s.who in own)]


def test_the_name_of_each_state_narrows_what_stands_below_it():
    assert [name for name in STATES if not narrows_what_follows(name, "", frozenset())] == [
        "District of Columbia"
    ]


def test_a_word_before_jobs_says_whose_they_are():
    assert qualifier("baking", frozenset({"baker"})) == ""
    assert qualifier("bar", frozenset({"barber"})) == "bar"


@pytest.mark.parametrize(
    ("language", "title", "sentence", "stated"),
    [
        ("es", "Soldador", "La mediana de los soldadores es de 1.900 euros.", ["median_monthly_wage"]),
        ("pt", "Soldador", "A média dos soldadores é de R$ 3.020.", ["mean_monthly_wage"]),
        ("es-CL", "Soldador", "La mediana de los soldadores es de $1.430.000.", ["median_monthly_wage"]),
        ("es", "Soldador", "La mediana de los soldadores es de 21.340 euros.", ["median_wage"]),
        ("es", "Soldador", "La mediana de los soldadores es de 690 euros.", []),
        ("es", "Soldador", "La media de los soldadores es de 27.900 euros al año, unos 1.790 euros netos.", ["mean_wage"]),
        ("es", "Soldador", "Los soldadores ganan de media 2.050 euros brutos al mes.", ["mean_monthly_wage"]),
    ],
)  # fmt: skip
def test_pay_without_a_word_for_how_long_is_a_month_s_where_it_can_be_no_other(
    language, title, sentence, stated
):
    own = names_of(title, language=language)
    assert [each.key for each in statements(sentence, own, language)] == stated

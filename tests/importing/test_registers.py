"""Texts in all styles: headings in any words, labelled lines, pay stated twice."""

from __future__ import annotations

from decimal import Decimal

import pytest
import weasyprint

from guidepub.importing.headings.known import guide_title, known_section
from guidepub.importing.headings.section_words import section_by_words


@pytest.mark.parametrize(
    ("section", "language", "heading", "text"),
    [
        ("outlook", "en", "Is Anyone Hiring?", "Yes, nearly everybody is."),
        ("salary", "en", "So How Well Are They Paid?", "Quite well."),
        ("education", "en", "Hitting those books", "A diploma will do."),
        ("salary", "es", "Hablemos de sueldos", "Depende de la casa."),
        ("outlook", "fr", "Et l’avenir, alors ?", "Il est clair."),
        ("overview", "de", "Darum geht es hier", "Gläser werden geschliffen."),
        # Two sections, another one's words below, and no words at all.
        ("", "en", "Schools that pay", "They are rare."),
        ("", "en", "Paid in smiles", "A diploma, a course and an exam at a college come first."),
        ("", "en", "My cat", "It sleeps."),
    ],
)
def test_a_heading_in_its_own_words_points_to_a_section(section, language, heading, text):
    assert section_by_words(text, language, heading) == section


def test_numbers_of_chapters_and_questions_are_no_words_of_a_heading():
    assert known_section("12.3 Earnings") == known_section("Q: Earnings") == "salary"
    assert guide_title("Chapter 12: Social Worker") == "Social Worker"
    assert guide_title("Part-Time Nurse") == "Part-Time Nurse"


def test_words_before_a_colon_head_their_paragraphs(converted):
    text = (
        "Florist\n\nWORK: Florists tie bouquets and sell them.\n\n"
        "EARNINGS: They earned $30,000 at best in 1992.\n\n"
        "OUTLOOK: Few people buy flowers in a recession.\n\nNote: this is all."
    )
    guide = converted(text).guide
    bodies = {known_section(section.title): section.body for section in guide.sections}
    assert bodies["salary"].strip() == "They earned $30,000 at best in 1992."
    assert "Note: this is all." in bodies["outlook"]


def test_one_label_alone_is_no_heading(converted):
    text = "# Florist\n\n## Overview\n\nA trade.\n\nPay: they earn what they can in a small town."
    guide = converted(text, "text.md").guide
    assert [section.title for section in guide.sections] == ["Overview and Job Duties"]


LIST = """# Loan Officer

## Key figures

- Median pay: $74,180 per year
- Entry-level education: Bachelor's degree
- Number of jobs: 302,000
- Job growth, 2024-34: 2% to 4%
- Annual openings: 20,300 or more
- Starting pay: $40,000 in Ohio
"""


def test_labelled_lines_of_a_list_state_facts_but_ranges_limits_and_places(converted):
    facts = {fact.key: fact.value for fact in converted(LIST, "text.md").facts}
    assert facts == {
        "median_wage": Decimal(74180), "entry_education": "bachelor", "employment": Decimal(302000)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "yearly", "hourly"),
    [
        ("Barbers made a median of $18.73 an hour, which works out to $38,960 a year.", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year, or $18.73 an hour.", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year ($18.73 an hour).", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year, beside $18.73 an hour for guests.", 38960, None),
    ],
)  # fmt: skip
def test_pay_repeated_by_the_hour_is_the_same_measure(converted, sentence, yearly, hourly):
    facts = {
        f.key: f.value for f in converted(f"# Barber\n\n## Pay\n\n{sentence}", "text.md").facts
    }
    assert facts.get("median_wage") == yearly
    assert facts.get("median_hourly_wage") == (hourly and Decimal(hourly))


def test_a_heading_of_a_place_or_a_part_narrows_all_below_it(converted):
    pay = "The median wage for welders is $54,900.\n\nEmployment: 12,300.\n\n"
    nation = "Nationwide, welders earn a median of $51,000.\n\n"
    for heading in ("In Louisiana", "Ohio", "Part-timers"):
        text = f"# Welder\n\n## Pay\n\nIt varies.\n\n### {heading}\n\n{pay}{nation}"
        facts = {fact.key: fact.value for fact in converted(text, "text.md").facts}
        assert facts == {"median_wage": 51000}
    text = f"# Welder\n\n## Pay\n\nIt varies.\n\n### In Numbers\n\n{pay}"
    facts = {fact.key: fact.value for fact in converted(text, "text.md").facts}
    assert facts == {"median_wage": 54900, "employment": 12300}


def facts_of(converted, title, sentence, language="en"):
    page = f'<html lang="{language}"><body><h1>{title}</h1><p>{sentence}</p></body></html>'
    return {fact.key: fact.value for fact in converted(page, "text.html").facts}


@pytest.mark.parametrize(
    ("title", "sentence", "fact"),
    [
        ("Barber", "The field is on track for 6% growth from 2024 to 2034.", ("projected_growth", 6)),
        ("Boilermaker", "The office sees a 2 percent drop in boilermaker employment.", ("projected_growth", -2)),
        ("Pest Control Technician", "Pest control jobs will climb 5 percent.", ("projected_growth", 5)),
        ("Tailor", "The number of tailors is expected to go down to 27,000, a loss of 10 percent.", ("projected_growth", -10)),
        ("Barber", "We can expect around 7,800 openings every single year.", ("annual_openings", 7800)),
        ("Glazier", "Nationwide, about 57,500 glaziers were employed in 2024.", ("employment", 57500)),
        ("Lodging Manager", "A lodging manager’s median salary is $68,130.", ("median_wage", 68130)),
        ("Plumber", "$62,970 per year is the median for plumbers in the U.S.", ("median_wage", 62970)),
        ("Veterinarian", "In 2024, vets earned $125,510 at the median.", ("median_wage", 125510)),
        ("Dietitian", "A dietitian just starting out can expect about $52,000.", ("starting_wage", 52000)),
        ("Tailor", "A tenth of all tailors receive less than $30,000.", ("wage_p10", 30000)),
        ("Tailor", "Tailors in the bottom tenth make under $30,000.", ("wage_p10", 30000)),
        ("Speech-Language Pathologist", "The average SLP brought home $95,840.", ("mean_wage", 95840)),
        ("Dental Hygienist: Questions", "Dental hygienists need an associate degree.", ("entry_education", "associate")),
        ("Archivist", "A master’s in history is pretty much a must.", ("entry_education", "master")),
    ],
)  # fmt: skip
def test_facts_are_read_in_many_wordings(converted, title, sentence, fact):
    assert facts_of(converted, title, sentence) == dict([fact])


@pytest.mark.parametrize(
    ("language", "title", "sentence", "fact"),
    [
        ("es", "Fontanero", "El sueldo medio de un fontanero ronda los 23.400 euros brutos anuales.", ("mean_wage", 23400)),
        ("es", "Fontanero", "Cada año saldrán unas 3.200 vacantes.", ("annual_openings", 3200)),
        ("es", "Contador", "Su número aumentará un 5 por ciento para 2034.", ("projected_growth", 5)),
        ("fr", "Comptable", "L’emploi reculerait de 5 % d’ici 2030.", ("projected_growth", -5)),
        ("fr", "Comptable", "Le salaire annuel moyen est de 36 k$.", ("mean_wage", 36000)),
        ("de", "Tischler", "Bis 2035 dürfte die Zahl der Stellen um 3 Prozent sinken.", ("projected_growth", -3)),
        ("de", "Tischler", "Dennoch werden jedes Jahr rund 8.400 Stellen frei.", ("annual_openings", 8400)),
        ("es", "Albañil", "De media, un albañil gana 21.600 euros al año porque falta gente.", ("mean_wage", 21600)),
        ("pt", "Padeiro", "O salário médio de um padeiro ronda os 15 400 euros por ano.", ("mean_wage", 15400)),
        ("pt", "Padeiro", "É preciso o ensino secundário completo.", ("entry_education", "high-school")),
        ("pt", "Padeiro", "Todos os anos ficam livres 5.400 lugares.", ("annual_openings", 5400)),
    ],
)  # fmt: skip
def test_facts_are_read_in_many_wordings_of_other_languages(
    converted, language, title, sentence, fact
):
    assert facts_of(converted, title, sentence, language) == dict([fact])


@pytest.mark.parametrize(
    ("title", "sentences"),
    [
        ("Roofer", "Texas expects 3,200 openings for roofers each year."),
        ("Roofer", "Our company sees 5 percent growth. The construction industry is expected to grow 4.4 percent."),
        ("Roofer", "Retail jobs will climb 5 percent. The years of cheap jobs are over."),
        ("Firefighter", "A firefighter in Lakemont earns $58,212. The starting pay is $40,000."),
        ("Preschool Teacher", "An associate degree is enough for Head Start."),
        ("Registered Nurse", "An associate degree is the minimum in Ohio."),
        ("Baker", "The number of retail jobs is set to inch up 2 percent."),
        ("Preschool Teacher", "Preschool teachers with a master’s earn a median of $52,000. The average is $17 an hour."),
        ("Tailor", "A tenth of all tailors receive $30,000. A tenth of cooks receive less than $20,000."),
        ("Baker", "In this trade there are some who earn more than $90,000 a year."),
        ("Dentist", "No medians above $239,200 a year are published, so half of dentists earn that much or more."),
        ("Paramedic", "They figure on 19,000 openings a year for cooks and paramedics."),
    ],
)  # fmt: skip
def test_figures_of_places_parts_and_others_stay_prose(converted, title, sentences):
    assert facts_of(converted, title, sentences) == {}


@pytest.mark.parametrize(
    ("title", "section", "sentence"),
    [
        ("Piloto", "Salário", "Nos contratos há quem receba mais de R$ 35.000 por mês."),
        ("Soldador", "Salario", "Hay quien gana más de 4.000 euros al mes."),
        ("Soudeur", "Salaire", "Certains touchent plus de 4 000 euros par mois."),
        ("Schweißer", "Gehalt", "Manche verdienen mehr als 5.000 Euro im Monat."),
        ("Schweißer", "Aussichten", "Die Stellen im Einzelhandel nehmen bis 2033 um 5 Prozent zu."),
        ("Soldador", "Perspectivas", "Los empleos del comercio crecerán un 5 % hasta 2033."),
    ],
)
def test_limits_without_a_share_and_jobs_of_others_stay_prose_in_other_languages(
    converted, title, section, sentence
):
    made = converted(f"# {title}\n\n## {section}\n\n{sentence}\n", "a.md")
    assert sentence in made.text
    assert made.facts == ()


def test_a_nation_s_figure_behind_a_place_s_is_the_occupation_s(converted):
    text = "A firefighter in Lakemont earns $58,212. Nationally, the median is $59,530 per year."
    assert facts_of(converted, "Firefighter", text) == {"median_wage": Decimal(59530)}


@pytest.mark.parametrize(
    ("title", "heading", "keys"),
    [
        ("Glazier", "Salary", ["median_wage"]),
        ("Glazier", "California", []),
        ("Glazier", "Roofers", []),
        ("Glaziers in Ohio", "Salary", []),
    ],
)
def test_weights_read_nothing_where_a_heading_narrows(converted, title, heading, keys):
    sentence = "In this trade the middle earner sees $53,010, tools and van not counted."
    text = f"# {title}\n\n## Overview\n\nGlaziers set glass.\n\n## {heading}\n\n{sentence}\n"
    assert [fact.key for fact in converted(text, "text.md").facts] == keys


TERMS = """<html lang="en"><h1>Drone Pilot</h1><dl><dt>Average hourly wage</dt><dd>$29.80</dd>
<dt>Job growth</dt><dd>5% (2024-34)</dd><dt>Employment change</dt><dd>1,200 fewer</dd></dl>
<p>Drone pilots fly cameras over roofs.</p></html>"""


def test_terms_with_figures_as_their_meanings_are_labelled_lines(converted):
    imported = converted(TERMS, "text.html")
    assert {fact.key: fact.value for fact in imported.facts} == {
        "mean_hourly_wage": Decimal("29.80"), "projected_growth": Decimal(5)
    }  # fmt: skip
    assert "# Job growth" not in imported.text


FACTS = """<html lang="en"><style>td{border:1px solid;padding:3pt}</style><h1>Surveyor</h1>
<p>Surveyors measure land in all weather, and they say under oath where one piece of it ends.</p>
<h2>Pay</h2><table><tr><td>Median annual pay</td><td>$72,740</td></tr>
<tr><td>Projected growth</td><td>4 percent</td></tr><tr><td>Number of jobs</td><td>56,400</td></tr>
</table></html>"""


def test_two_columns_of_a_pdf_may_be_set_close(converted):
    pdf = weasyprint.HTML(string=FACTS).write_pdf()
    assert {fact.key: fact.value for fact in converted(pdf, "text.pdf").facts} == {
        "median_wage": Decimal(72740), "projected_growth": Decimal(4), "employment": Decimal(56400)
    }  # fmt: skip


PERCENTILES = """<html lang="en"><style>td{{border:1px solid;padding:{gap}pt}}</style><h1>Surveyor</h1>
<p>Surveyors measure land in all weather, and they say under oath where one piece of it ends.</p>
<h2>Pay</h2><table><tr><td>Percentile</td><td>10%</td><td>50% (median)</td><td>90%</td></tr>
<tr><td>Annual wage</td><td>$42,380</td><td>$72,740</td><td>$115,780</td></tr></table></html>"""


@pytest.mark.parametrize("gap", [3, 12])
def test_a_table_of_a_pdf_may_be_set_close(converted, gap):
    pdf = weasyprint.HTML(string=PERCENTILES.format(gap=gap)).write_pdf()
    assert {fact.key: fact.value for fact in converted(pdf, "text.pdf").facts} == {
        "wage_p10": Decimal(42380), "median_wage": Decimal(72740), "wage_p90": Decimal(115780)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "kept", "gone"),
    [
        (
            "page.html",
            "<html lang='en'><body><h1>Barber</h1><h2>Pay</h2><p>Tips matter more than the rate.</p>"
            "<p><small>© 2018 Ridge Media</small></p><p><small>Figures shown are national and may not"
            " reflect your area.</small></p><p>We are not affiliated with any school listed.</p></body></html>",
            ["Tips matter"],
            ["Figures shown", "affiliated"],
        ),
        (
            "text.txt",
            "Herrero\n\nFormación\n\nSe aprende en la fragua, y lleva años.\n\n© 2015 Oficios Vivos."
            "\n\nLas cifras son orientativas y pueden variar según la zona.\n",
            ["Se aprende en la fragua"],
            ["orientativas"],
        ),
        (
            "text.md",
            "# Schmied\n\n## Ausbildung\n\nEin Kurs garantiert keine Stelle, und Löhne können abweichen."
            "\n\n© 2019 Berufe heute.\n\nDie Angaben dienen nur der Orientierung; der Verlag übernimmt"
            " keine Gewähr.\n",
            ["Ein Kurs garantiert keine Stelle"],
            ["Die Angaben"],
        ),
        (
            "text.md",
            "# Forgeron\n\n## Formation\n\nOn apprend à la forge.\n\n---\n\n*Les chiffres ne garantissent"
            " aucun emploi.*\n\n*© 2017 Revue des Métiers.*\n",
            ["On apprend à la forge"],
            ["Les chiffres"],
        ),
        (
            "text.md",
            "# Mechanic\n\n## Education\n\nMost learn in four years.\n\n***\n\n*Figures are national and"
            " do not reflect local conditions. Completing a program does not guarantee employment.*\n",
            ["Most learn"],
            ["Completing a program"],
        ),
        (
            # In the text, and without a copyright line, the same is prose.
            "text.md",
            "# Ferreiro\n\n## Formação\n\nAprende-se na forja.\n\nUm curso não garante emprego, e os"
            " salários podem variar.\n",
            ["Um curso não garante emprego"],
            [],
        ),
    ],
)  # fmt: skip
def test_what_speaks_of_the_text_beside_a_copyright_line_is_legal_matter(
    body, name, text, kept, gone
):
    made = body(text, name)
    assert all(words in made for words in kept)
    assert not [words for words in gone if words in made]


@pytest.mark.parametrize(
    "last",
    [
        "Copyright © 2014 Acme Press. All rights reserved.\n\nThis guide is provided “as is”, with no warranty.\n\nPrinted in Canada.",
        "*Este documento tiene carácter meramente informativo.*\n\n© Editorial Brújula, 2016. Reservados todos los derechos.\nISBN 978-84-0000-000-0",
        "Sämtliche Rechte vorbehalten. © Verlag Nord, 2011.\n\nGedruckt in Leipzig",
    ],
)
def test_lines_of_an_imprint_go_with_the_copyright(body, last):
    made = body(f"# Cooper\n\n## Duties\n\nCoopers make barrels.\n\n{last}\n", "a.md")
    assert made.endswith("Coopers make barrels.")


def test_where_something_was_printed_is_text_elsewhere(body):
    text = "# Setzer\n\n## Aufgaben\n\nSetzer setzen Bücher.\n\nGedruckt in Leipzig\n"
    assert "Gedruckt in Leipzig" in body(text, "a.md")

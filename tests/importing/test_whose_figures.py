"""Whose figures a text states: only current ones of the whole occupation, not limits or others'."""

from __future__ import annotations

import pytest


def facts_of(converted, language, title, below):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{below}\n"
    return {fact.key: float(fact.value) for fact in converted(text, "a.md").facts}


@pytest.mark.parametrize(
    ("language", "title", "below"),
    [
        # A past, however its sentence says that.
        ("en", "Welding Inspector", "Back in 1998, the median wage of welding inspectors was $31,800."),
        ("fr", "Relieur", "## Salaire\n\nIl y a vingt ans, le salaire médian des relieurs était de 1 310 € par mois."),
        ("de", "Maurer", "## Gehalt\n\n2004 noch lag der Medianlohn der Maurer bei 2.150 Euro im Monat."),
        # Some of those in the occupation.
        ("en", "Welding Inspector", "The number of welding inspectors on offshore rigs will fall 8 percent by 2032."),
        ("es", "Camionero", "## Perspectivas\n\nEl empleo de los conductores de mercancías peligrosas crecerá un 9 % de aquí a 2030."),
        ("en", "Millwright", "## Salary\n\n### Apprentice\n\nThe median annual wage is $41,600."),
        ("en", "Millwright", "## Salary\n\n### Alaska\n\nThe median annual wage is $83,200."),
        ("en", "Florist", "## Questions\n\n### How much do florists make at Costco?\n\nThey make $36,900 a year on average."),
        ("en", "Logger", "## Facts\n\n| A | B |\n|---|---|\n| Percent Change, Maine | -5.3% |\n| Maine Annual Openings | 150 |"),
        # Others, whose name begins with the occupation's.
        ("en", "Carpenter", "Carpenters' helpers will grow 9 percent."),
        ("en", "Physician", "Physician assistants will grow 28 percent."),
        # Others, whose name begins the paragraph.
        ("en", "Upholsterer", "## Two Neighbors\n\nCabinetmaker. The median annual wage is $45,910, and employment is projected to grow 1 percent."),
        ("de", "Tischlerin", "## Nachbarberufe\n\nZimmerer. Der Median liegt bei 3.120 Euro im Monat."),
        # A part of the country, with what it is known for.
        ("en", "Crane Operator", "## Salary\n\nDownstate, where farm silos are the main work, half of the operators earned under $54,000."),
        ("es", "Gruista", "## Salario\n\nTierra adentro, donde hay menos obras, el salario medio es de 19.800 euros al año."),
        ("fr", "Grutier", "## Salaire\n\nSur le littoral, où les ports embauchent, le salaire médian est de 2 650 euros par mois."),
        ("de", "Kranführer", "## Gehalt\n\nIm Hinterland, wo weniger gebaut wird, liegt der Median bei 2.450 Euro im Monat."),
        ("pt", "Gruista", "## Salário\n\nNo interior, onde há menos obras, o salário médio é de R$ 2.450 por mês."),
        # Those who begin.
        ("en", "Line Cook", "## Salary\n\nNew hires are paid an average of $29,500 a year."),
        ("en", "Line Cook", "## Salary\n\nOn being hired, line cooks get a mean of $29,500 a year."),
        ("es", "Cocinero", "## Salario\n\nLos recién contratados cobran una media de 18.500 euros al año."),
        ("fr", "Cuisinier", "## Salaire\n\nLe salaire moyen d’embauche est de 21 500 euros par an."),
        ("de", "Koch", "## Gehalt\n\nDas durchschnittliche Einstiegsgehalt liegt bei 24.500 Euro im Jahr."),
        ("pt", "Soldador", "## Salário\n\nNo mercado formal da Bahia, o salário médio dos soldadores é de R$ 2.480 por mês."),
        ("pt", "Soldador", "## Salário\n\nNo mercado informal, o salário médio dos soldadores é de R$ 1.480 por mês."),
        ("pt", "Cozinheiro", "## Salário\n\nO salário médio de admissão é de R$ 1.950 por mês."),
        ("en", "Nurse", "## Outlook\n\nNurse practitioners will see growth of 46 percent from 2023 to 2033."),
        ("en", "Carpenter", "## Outlook\n\nCarpenter foremen will fall 3 percent from 2023 to 2033."),
        ("en", "Electrician", "## Outlook\n\nElectrician helpers are expected to see 7 percent growth from 2023 to 2033."),
        ("de", "Bäcker", "## Aussichten\n\nDie Zahl der Bäckermeister wird von 2023 bis 2033 um 4 Prozent sinken."),
        ("es", "Soldador", "## Perspectivas\n\nEl empleo de los soldadores submarinos crecerá un 5 % de 2023 a 2033."),
        ("es", "Soldador", "## Perspectivas\n\nLos ayudantes de soldador crecerán un 5 % de 2023 a 2033."),
        ("fr", "Boulanger", "## Perspectives\n\nL’emploi des boulangers-pâtissiers augmentera de 5 % entre 2023 et 2033."),
        ("pt", "Padeiro", "## Mercado de trabalho\n\nO emprego dos ajudantes de padeiro crescerá 5% entre 2023 e 2033."),
        # Others whom a sentence names instead, in languages of which no list has all that may stand around a figure.
        ("fr", "Aide-soignant", "## Emploi\n\nLes effectifs des infirmiers augmenteront de 11 % d’ici 2030."),
        ("de", "Koch", "## Verdienst\n\nEin Schiffskoch verdient 3.900 Euro im Monat. Kellner verdienen im Median 2.300 Euro im Monat."),
        ("de", "Koch", "## Verdienst\n\nKüchenchefs verdienen 4.200 Euro im Monat. Beiköche verdienen im Mittel 2.150 Euro."),
        ("de", "Elektroniker", "## Verdienst\n\nIngenieure der Elektrotechnik verdienen im Median 6.100 Euro im Monat."),
        ("es", "Auxiliar de enfermería", "## Futuro\n\nSe esperan 12.400 puestos para todo el personal de enfermería de aquí a 2030. Los auxiliares de vuelo crecerán un 9 %."),
        # What somebody wishes for them.
        ("en", "Arborist", "## Salary\n\nArborists should earn a median of $70,000 a year, the union argues."),
        # A part of a country or of a trade.
        ("es", "Soldador", "## Perspectivas\n\nEn nuestra comarca trabajan 1.250 soldadores."),
        ("fr", "Boulanger", "## Débouchés\n\nLe secteur emploie 180 000 personnes. 9 000 postes sont à pourvoir chaque année dans l’alimentation."),
        ("fr", "Coiffeur", "## Emploi\n\nLa France compte 85 000 salons. Les coiffeurs à domicile augmenteront de 5 % d’ici 2028."),
        ("fr", "Conducteur routier", "## Perspectives\n\nD’ici 2030, 38 % des conducteurs partiront à la retraite. L’emploi dans la logistique augmentera de 6 % d’ici 2030."),
        # Those who were asked, and things that are called after the occupation.
        ("en", "Dental Hygienist", "## Outlook\n\nSome 9,100 dental hygienists took part in the survey. Of those asked, 14 percent expected to retire by 2030."),
        ("es", "Enfermero", "## Empleo\n\nEn la encuesta participaron 3.100 enfermeros."),
        ("en", "Barber", "## Outlook\n\nThe trade has 61,000 shops. There are 140 barber schools."),
        ("en", "Barber", "## Outlook\n\nThere are 61,000 barber shops in the country."),
        # Others, below their heading or behind their name in bold.
        ("en", "Stonemason", "## Similar Occupations\n\nPlasterers coat walls. The median salary of plasterers is $53,740."),
        ("es", "Técnico de sonido", "## Salario\n\n**Productor musical.** Dirige la grabación. El salario mediano es de 30.500 euros al año."),
        ("de", "Maler oder Stuckateur?", "## Maler\n\nDas Durchschnittsgehalt liegt bei 32.400 Euro im Jahr.\n\n## Stuckateur\n\nSie gipsen.\n\n## Fazit\n\nBeides geht."),
        # A rise of pay is none of jobs.
        ("de", "Dachdecker", "## Verdienst\n\nDie Löhne der Dachdecker steigen um 3,2 Prozent. Bis 2028 sollen sie um weitere 4 Prozent wachsen."),
        ("en", "Bookbinder", "## Outlook\n\nBookbinder wages are forecast to rise 3.2 percent a year until 2030."),
        ("en", "Bookbinder", "## Outlook\n\nEarnings in the trade are projected to climb 5 percent by 2030."),
        ("fr", "Relieur", "## Débouchés\n\nLes salaires des relieurs devraient augmenter de 4 % d’ici 2030."),
        # Limits, by a note or a sign.
        ("en", "Cardiologist", "The median annual wage of cardiologists was $239,200\\* in May 2023.\n\n\\* This wage is equal to or greater than $239,200."),
        ("de", "Kardiologe", "## Gehalt\n\nDas mittlere Gehalt der Kardiologen liegt bei 9.200 Euro† im Monat.\n\n† Mindestens; die Erhebung endet dort."),
        ("fr", "Notaire", "## Salaire\n\nLe salaire médian des notaires en France est supérieur ou égal à 75 000 euros brut par an."),
        ("en", "Notary", "The median annual wage of notaries is greater than or equal to $75,000."),
        ("en", "Orthodontist", "## Salary\n\n| Measure | Annual wage |\n|---|---|\n| Median | $239,200+ |\n| Highest 10 percent | ≥ $239,200 |"),
    ],
)  # fmt: skip
def test_figures_of_others_a_past_and_limits_state_nothing(converted, language, title, below):
    assert not facts_of(converted, language, title, below)


@pytest.mark.parametrize(
    ("language", "title", "below", "found"),
    [
        ("en", "Dental Assistant", "There were 381.9k dental assistant jobs in the United States in 2024.", {"employment": 381900}),
        ("en", "Truck Driver", "There were 2.2 million truck driver jobs in the United States in 2024.", {"employment": 2200000}),
        ("en", "Carpenter", "## Outlook\n\nCarpenter workers will fall 3 percent from 2023 to 2033.", {"projected_growth": -3}),
        ("de", "Tischler", "## Aussichten\n\nDie Beschäftigung von Tischlern wird von 2023 bis 2033 um 4 Prozent wachsen.", {"projected_growth": 4}),
        ("en", "Surveyor", "## Salary\n\nThe median pay of surveyors was $45,000 and starting pay $31,000 in 2023.", {"median_wage": 45000}),
        ("en", "Baker", "Bakers run 10k races, save in a 401k, and welcome people.", {}),
        ("en", "French Polisher", "According to the Bureau of Labor Statistics in Washington, D.C., the median annual wage for French polishers was $44,200 in May 2024.", {"median_wage": 44200}),
        ("de", "Tischler", "## Gehalt\n\nNach Angaben der Bundesagentur für Arbeit in Nürnberg liegt das mittlere Gehalt der Tischler bei 3.100 Euro im Monat.", {"median_monthly_wage": 3100}),
        ("es-MX", "Mesero", "## Sueldo\n\nEl salario promedio de los meseros en México es de $7,250.50 pesos al mes.", {"mean_monthly_wage": 7250.5}),
        ("en", "Millwright", "Employment of millwrights is projected to rise from 41,200 in 2024 to 43,260 by 2034.", {"employment": 41200, "projected_employment": 43260}),
        ("fr", "Opticien", "## Salaire\n\nEn France, le salaire médian des opticiens est de 2 050<sup>(1)</sup> € brut par mois.", {"median_monthly_wage": 2050}),
        ("de", "Tischler", "## Gehalt\n\nIm Median verdienen Tischler in Deutschland 43 Tsd. Euro brutto im Jahr. Die Säge macht 250 Tsd. Takte.", {"median_wage": 43000}),
        ("fr", "Opticien", "## Salaire\n\nLe salaire médian des opticiens est de 31,5 milliers d’euros par an.", {"median_wage": 31500}),
        ("en", "Baker", "## Pay\n\nFigures for the whole United States, May 2023:\n\n| Measure | Amount |\n|---|---|\n| Median annual salary | $35.8k |", {"median_wage": 35800}),
        ("de", "Tischler", "## Gehalt\n\nZahlen für ganz Deutschland, 2023:\n\n- Mediangehalt im Jahr: 41.000 €", {"median_wage": 41000}),
        ("pt", "Padeiro", "## Salário\n\nDados de todo o Portugal, 2023:\n\n- Salário mediano anual: 14.500 €", {"median_wage": 14500}),
        ("pt", "Soldador", "## Salário\n\nNo mercado formal, o salário médio dos soldadores é de R$ 2.480 por mês (2023).", {"mean_monthly_wage": 2480}),
        # Texts that were written without accents.
        ("pt", "Serralheiro", "## Salario\n\nO salario medio e de R$ 2.180 por mes em 2023.\n\n## Perspectivas\n\nO numero de empregos devera crescer 3% nos proximos dez anos.", {"mean_monthly_wage": 2180, "projected_growth": 3}),
        ("es", "Soldador", "## Empleo\n\nEn Espana trabajan 84.300 soldadores. Se preve que el empleo crezca un 4 por ciento en la proxima decada.", {"employment": 84300, "projected_growth": 4}),
        ("fr", "Infirmier", "## Remuneration\n\nLa remuneration mediane des infirmiers est de 2 350 euros par mois.", {"median_monthly_wage": 2350}),
        # What was once only leads to what is now.
        ("en", "Welder", "Ten years ago few wanted the trade. Today the median annual wage for welders is $51,000.", {"median_wage": 51000}),
        ("en", "Welder", "**Short answer.** The median annual wage for welders is $51,000.", {"median_wage": 51000}),
    ],
)  # fmt: skip
def test_figures_of_the_occupation_in_other_words(converted, language, title, below, found):
    assert facts_of(converted, language, title, below) == found


@pytest.mark.parametrize(
    ("language", "title", "below"),
    [
        ("en", "Printing Careers", "Many ways in.\n\n## Bookbinder\n\nMedian pay: $38,910 a year\n\n## Press Operator\n\nMedian pay: $42,130 a year\n\n## Prepress Technician\n\nMedian pay: $45,200 a year"),
        ("es", "Carreras del libro", "## Encuadernador\n\nEl salario medio es de 18.400 euros al año.\n\n## Bibliotecaria\n\nEl salario medio es de 24.000 euros al año."),
        ("fr", "Métiers du livre", "## Relieur\n\nSalaire médian : 1 950 € par mois\n\n## Bibliothécaire\n\nSalaire médian : 2 100 € par mois\n\n## Lequel choisir ?\n\nCela dépend."),
        ("de", "Buchberufe", "## Buchbinderin\n\nDas mittlere Gehalt liegt bei 2.900 Euro im Monat.\n\n## Bibliothekarin\n\nDas mittlere Gehalt liegt bei 3.500 Euro im Monat."),
    ],
)  # fmt: skip
def test_a_text_on_several_occupations_keeps_its_title_and_gives_no_figures(
    converted, language, title, below
):
    made = converted(f"---\nlanguage: {language}\n---\n\n# {title}\n\n{below}\n", "a.md")
    assert (made.guide.title, made.facts) == (title, ())
    heads = [line[3:] for line in below.splitlines() if line.startswith("## ")]
    for head in heads:
        assert f"\n# {head}\n" in made.text


def test_a_year_to_come_dates_a_change_in_any_words(converted):
    text = "# Glazier\n\n## Job Outlook\n\nExpected change: +1,400 (3 percent) to 2034.\n"
    found = {fact.key: fact.as_of for fact in converted(text, "a.md").facts}
    assert found["projected_growth"] == 2034


def test_jobs_that_are_there_are_of_no_year_to_come(converted):
    sentence = "22 % growth to 2034 (33,600 jobs in 2024; 7,300 more by 2034)."
    text = f"# Actuary\n\n## Job Outlook\n\n{sentence}\n"
    found = {fact.key: (fact.value, fact.as_of) for fact in converted(text, "a.md").facts}
    assert found["employment"] == (33600, 2024)


def test_a_year_behind_a_day_and_a_month_is_when_a_figure_held(converted):
    text = "---\nlanguage: de\n---\n\n# Buchbinder\n\n## Gehalt\n\nDas mittlere Gehalt liegt bei 2.900,50 Euro im Monat (Stand: 03.05.2019).\n"
    made = converted(text, "a.md")
    assert [(fact.key, fact.as_of) for fact in made.facts] == [("median_monthly_wage", 2019)]


@pytest.mark.parametrize(
    ("below", "facts"),
    [
        ("## Outlook\n\nEmployment growth: 0.5% a year\n\nEmployment of bookbinders should grow 0.4 percent a year until 2033.", {}),
        ("## Education\n\nA master's degree is required to work in a museum.", {}),
        ("## Outlook\n\nBetween now and 2029 the number of bookbinders should rise four percent.", {"projected_growth": 2029}),
        ("## Outlook\n\nIn the decade ending in 2033, employment is forecast to drop eight percent.", {"projected_growth": 2033}),
    ],
)  # fmt: skip
def test_a_figure_for_each_year_or_for_some_is_no_fact_and_a_decade_has_its_end(
    converted, below, facts
):
    made = converted(f"# Bookbinder\n\nBookbinders sew books.\n\n{below}\n", "a.md")
    assert {fact.key: fact.as_of for fact in made.facts} == facts


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("# Lineman\n\nLinemen (also known as line workers or powerline technicians) climb poles.\n\n## Pay\n\nThe median annual wage of line workers was $92,560 in 2024.\n", 92560),
        ("# Fleischer\n\nFleischer, in Österreich Metzger genannt, zerlegen Fleisch und machen Wurst.\n\n## Gehalt\n\nMetzger in Deutschland verdienen im Mittel 2.900 Euro im Monat.\n", 2900),
        ("# Enfermero\n\nLos enfermeros, también llamados ATS, cuidan a los enfermos.\n\n## Sueldo\n\nLos ATS de España cobraron de media 31.200 euros en 2023.\n", 31200),
    ],
)  # fmt: skip
def test_what_a_text_calls_its_occupation_too_has_its_figures(converted, text, wage):
    assert [fact.value for fact in converted(text, "x.md").facts] == [wage]


@pytest.mark.parametrize("lead", ["Remember.", "Millwrights.", "Workers.", "In short."])
def test_a_word_before_a_sentence_about_the_occupation_hides_no_figure(converted, lead):
    text = f"## Salary\n\n{lead} Millwrights had a median annual wage of $63,510 in 2024."
    assert facts_of(converted, "en", "Millwright", text) == {"median_wage": 63510}


def test_figures_below_the_names_of_similar_occupations_are_theirs(converted):
    text = """# Boulanger

Les boulangers pétrissent et cuisent.

## Métiers proches

### Salaire du pâtissier

Le salaire médian est de 1 900 euros par mois.

### Formation du chocolatier

Un diplôme de niveau bac est exigé.

## Salaire

Le salaire médian des boulangers en France était de 1 820 euros par mois en 2023.
"""
    made = converted(text, "x.md")
    assert [fact.value for fact in made.facts] == [1820]
    assert made.text.index("# Métiers proches") < made.text.index("1 900 euros")


@pytest.mark.parametrize(
    ("language", "title", "below"),
    [
        ("en", "Bookbinder", "## Salary\n\nAcross all jobs the median is $48,060."),
        ("en", "Bookbinder", "## Salary\n\nThe UK average wage is £35,000."),
        ("en", "Bookbinder", "## Outlook\n\nNumber of jobs (in thousands): 219"),
        ("de", "Buchbinder", "## Gehalt\n\nDer deutsche Durchschnittslohn beträgt 4.100 Euro im Monat."),
        ("fr", "Relieur", "## Salaire\n\nLe salaire médian des Français est de 2 091 € net par mois."),
    ],
)  # fmt: skip
def test_what_all_in_a_country_earn_and_numbers_in_thousands_are_no_facts(
    converted, language, title, below
):
    assert facts_of(converted, language, title, f"A binder sews books.\n\n{below}") == {}


def test_a_comparison_with_all_does_not_hide_the_occupation_s_figure(converted):
    below = "## Outlook\n\nEmployment of bookbinders is projected to fall 8 percent from 2024 to 2034, while the average for all occupations is 3 percent."
    assert facts_of(converted, "en", "Bookbinder", below) == {"projected_growth": -8}


def test_a_sentence_that_names_the_occupation_is_not_about_those_before_it(converted):
    text = "# Pastry Cook\n\n## Salary\n\nBakers in Canada had a median of $19.90 an hour. A pastry cook's median across the country is $22.15 an hour.\n"
    facts = converted(text, "text.md").guide.facts
    assert str(facts["median_hourly_wage"].value) == "22.15"


@pytest.mark.parametrize(
    "sentence",
    [
        'The government\'s figure for "environmental science and protection technicians," in which samplers are few, was a median of $48,900 in May 2025.',
        "The federal projection for environmental science and protection technicians is growth of 6 percent from 2024 to 2034, and 4,300 openings a year.",
        "The latest estimate for conservation scientists and foresters was a median of $70,100 in May 2025.",
    ],
)
def test_a_figure_for_others_is_of_these(converted, sentence):
    facts = converted(f"# Water Sampler\n\n## Salary\n\n{sentence}\n", "text.md").guide.facts
    assert not {"median_wage", "projected_growth", "annual_openings"} & facts.keys()


def test_an_exact_amount_comes_before_the_same_rounded(converted):
    text = "# Welder\n\n## Salary\n\n- Median pay: $51.2K a year\n\nThe median annual wage for welders was $51,180 in May 2025.\n"
    facts = converted(text, "text.md").guide.facts
    assert str(facts["median_wage"].value) == "51180"


def test_an_amount_of_years_ago_gives_way_to_one_without_a_year(converted):
    text = "# Welder\n\nUpdated March 2026.\n\n## Salary\n\nWelders make an average of $54,480 a year.\n\n| Year | Avg. salary |\n|---|---|\n| 2021 | $47,330 |\n| 2019 | $45,730 |\n"
    facts = converted(text, "text.md").guide.facts
    assert str(facts["mean_wage"].value) == "54480"


def test_figures_of_a_handbook_of_another_century_stay_prose(converted):
    text = "# Typewriter Repairer\n\n## Outlook\n\nTypewriter repairers held about 59,000 jobs in 1994. Employment of typewriter repairers is expected to decline by 8 percent through the year 2005.\n"
    assert not converted(text, "text.md").guide.facts


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (
            "Title Examiner",
            "There are 49,900 title examiners, abstractors and searchers in the country.",
        ),
        ("Tree Trimmer", "Tree trimmers and pruners held 61,200 jobs in 2024."),
        ("Tower Crane Operator", "Crane and tower operators held 48,800 jobs in 2024."),
        ("Fish Warden", "Fish and game wardens held 6,900 jobs in 2024."),
    ],
)
def test_the_group_with_which_an_occupation_is_counted_is_its_own(converted, title, sentence):
    facts = converted(f"# {title}\n\n## Outlook\n\n{sentence}\n", "text.md").guide.facts
    assert "employment" in facts


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Sign Language Interpreter", "Interpreters and translators held 75,300 jobs in 2024."),
        ("Truck Driver", "Drivers and sales workers held 475,300 jobs in 2024."),
    ],
)
def test_a_group_of_others_is_not(converted, title, sentence):
    facts = converted(f"# {title}\n\n## Outlook\n\n{sentence}\n", "text.md").guide.facts
    assert "employment" not in facts


def test_a_note_that_is_called_may_make_a_figure_a_limit(converted):
    page = (
        '<html lang="en"><body><h1>Cardiologist</h1><h2>Salary</h2><p>The median annual wage was $239,200'
        '<sup><a href="#n">1</a></sup> in May 2023.</p><p id="n">1. This wage is equal to or greater than'
        " the amount shown.</p></body></html>"
    )
    assert not converted(page, "a.html").guide.facts

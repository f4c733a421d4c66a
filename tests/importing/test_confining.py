"""Figures that their surroundings confine to a place or a part of the occupation, or question."""

from __future__ import annotations

import pytest

from guidepub.importing.headings.figure_headings import is_about_figures

LINES = {
    "en": ("Welder", "- Median annual wage: $47,190\n- Jobs: 44,800"),
    "es": ("Soldador", "- Salario medio anual: 25.300 €\n- Ocupados: 12.400"),
    "fr": ("Soudeur", "- Salaire médian annuel : 31 200 €\n- Effectifs : 12 400"),
    "de": ("Schweißer", "- Median im Jahr: 41.300 €\n- Beschäftigte: 23.400"),
    "pt": ("Soldador", "- Salário médio mensal: R$ 3.510\n- Empregos: 23.400"),
}


def found_in(converted, language, before="", behind=""):
    """Return the keys of what is lifted of two lines below some words and above others."""
    title, lines = LINES[language]
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n## {before}\n\n{lines}\n\n{behind}\n"
    return {fact.key for fact in converted(text, "a.md").facts}


@pytest.mark.parametrize(
    ("language", "before"),
    [("en", "Pay\n\n### Apprentices"), ("en", "Pay\n\n**Texas**"), ("en", "Pay\n\nUnion members:"),
     ("en", "Pay\n\nSome blogs claim:"), ("en", "Pay\n\nThe figures below are from an old table."),
     ("en", "Pay\n\n### Night shift"), ("es", "Salario\n\n### Aprendices"),
     ("es", "Salario\n\nDatos de Galicia:"), ("fr", "Salaire\n\n### Apprentis"),
     ("de", "Gehalt\n\n### Auszubildende"), ("pt", "Salário\n\n### São Paulo")],
)  # fmt: skip
def test_lines_below_a_place_a_part_or_a_doubt_state_nothing(converted, language, before):
    assert not found_in(converted, language, before)


@pytest.mark.parametrize(
    ("language", "behind"),
    [("en", "*Cards show Alberta data.*"), ("en", "All of these are Ontario numbers."),
     ("en", "(Figures for pipe welders.)"), ("es", "Datos de Andalucía, 2023"),
     ("fr", "Source : Insee, Bretagne"), ("de", "Stand: Sachsen, 2018"), ("pt", "Dados do Paraná")],
)  # fmt: skip
def test_a_note_behind_lines_gives_them_to_its_place(converted, language, behind):
    assert not found_in(converted, language, "Data", behind)


@pytest.mark.parametrize(
    ("language", "before", "behind"),
    [("en", "Pay", "Source: U.S. Bureau of Labor Statistics, May 2024"),
     ("en", "Pay\n\n### National figures", "Note: these are medians."),
     ("en", "Pay", "In Texas welders are wanted."), ("es", "Salario\n\nEn cifras:", ""),
     ("de", "Gehalt", "Quelle: Bundesagentur für Arbeit, 2025"), ("pt", "Salário\n\n### No país", "")],
)  # fmt: skip
def test_sources_and_the_whole_country_narrow_nothing(converted, language, before, behind):
    assert len(found_in(converted, language, before, behind)) == 2


def test_cells_and_labels_with_a_place_a_limit_or_strange_brackets_state_nothing(converted):
    rows = "| Median pay | $61,000 in Texas |\n| Number of jobs | over 12,000 |\n| Growth | 7% (women) |"
    lines = "- Average pay (night shift): $52,000\n- TEXAS 2024: median wage $47,000 a year"
    text = f"# Welder\n\n## Facts\n\n| A | B |\n|---|---|\n{rows}\n\n{lines}\n"
    assert not converted(text, "a.md").facts


def test_a_figure_alone_states_nothing(converted):
    assert not converted("# Welder\n\nJobs added\n\n29,300\n\nThey weld.\n", "a.md").facts


@pytest.mark.parametrize(
    ("language", "section", "sentence"),
    [("es", "Perspectivas", "En Andalucía se espera que el número de soldadores crezca un 21 por ciento entre 2018 y 2028."),
     ("es", "Perspectivas", "Andalucía espera que el empleo de los soldadores crezca un 21 % entre 2018 y 2028."),
     ("es", "Salario", "Según el convenio de Cataluña, el salario medio anual es de 19.300 euros."),
     ("fr", "Perspectives", "En Bretagne, l’emploi des soudeurs devrait progresser de 12 % entre 2022 et 2032."),
     ("fr", "Salaire", "Le salaire médian des soudeurs débutants est de 21 000 euros par an."),
     ("fr", "Salaire", "Dans la grande distribution, le salaire médian est de 22 500 euros par an.")],
)  # fmt: skip
def test_a_sentence_about_a_place_or_a_part_states_nothing(converted, language, section, sentence):
    text = (
        f"---\nlanguage: {language}\n---\n\n# {LINES[language][0]}\n\n## {section}\n\n{sentence}\n"
    )
    assert not converted(text, "a.md").facts


def test_a_place_in_another_clause_gives_no_figure_to_it(converted):
    sentence = (
        "Le salaire médian des soudeurs est de 26 000 euros par an, et Paris en emploie beaucoup."
    )
    text = f"---\nlanguage: fr\n---\n\n# Soudeur\n\n## Salaire\n\n{sentence}\n"
    assert [fact.key for fact in converted(text, "a.md").facts] == ["median_wage"]


@pytest.mark.parametrize(
    ("language", "heading", "is_about"),
    [
        ("en", "The numbers", True),
        ("en", "Where It's Headed", True),
        ("en", "HOW MANY", True),
        ("en", "Ferguson Shipyard", False),
        ("en", "What apprentices earn", False),
        ("en", "Night shift pay", False),
        ("en", "Jobs in the shipyards", False),
        ("en", "What California pays", False),
        ("en", "What I make", False),
        ("es", "¿Salen plazas?", True),
        ("es", "Empleo en la construcción", False),
        ("fr", "Des recrutements en hausse", True),
        ("fr", "Combien gagne un apprenti ?", False),
        ("de", "Zahlen (data/optik.yml)", True),
        ("de", "Was Meister verdienen", False),
        ("pt", "Quanto entra no bolso", True),
        ("pt", "Quanto ganha um chefe", False),
    ],
)
def test_a_heading_that_asks_or_names_figures_is_of_the_whole_occupation(
    language, heading, is_about
):
    assert is_about_figures(heading, language) is is_about


def test_what_weights_read_below_such_a_heading_is_the_occupations(converted):
    text = "# Crane Operator\n\n## {}\n\nAbout 44,100 people run cranes and towers across the country.\n"
    for heading, found in (("Where it’s headed", ["employment"]), ("Ferguson Shipyard", [])):
        assert [f.key for f in converted(text.format(heading), "crane.md").facts] == found


OPENED = {
    "en": "{}, the median annual wage of welders was $61,200.",
    "es": "{}, el sueldo medio de los soldadores es de 2.700 euros al mes.",
    "fr": "{}, le salaire moyen des soudeurs est de 2 340 € par mois.",
    "de": "{} liegt das mittlere Gehalt der Schweißer bei 3.900 Euro im Monat.",
    "pt": "{}, o salário médio dos soldadores é de R$ 7.900 por mês.",
}


def facts_behind(converted, language, phrase):
    title, _lines = LINES[language]
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{OPENED[language].format(phrase)}\n"
    return converted(text, "a.md").facts


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "At shipyards"),
        ("en", "On offshore rigs"),
        ("en", "Aboard ships"),
        ("es", "A bordo de los buques"),
        ("fr", "Aux chantiers navals"),
        ("fr", "À l'hôpital public"),
        ("de", "An den Werften"),
        ("de", "In der Luftfahrt"),
        ("pt", "A bordo das plataformas"),
        ("es", "En los astilleros"),
        ("fr", "Dans les chantiers navals"),
        ("pt", "Nas plataformas"),
    ],
)
def test_where_a_sentence_begins_by_saying_so_its_figures_are_of_a_part(
    converted, language, phrase
):
    assert not facts_behind(converted, language, phrase)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "At the national level"),
        ("en", "On average"),
        ("es", "A nivel nacional"),
        ("fr", "À l'échelle nationale"),
        ("fr", "Au total"),
        ("de", "In der Regel"),
        ("de", "Im Jahr 2023"),
        ("pt", "Em todo o país"),
        ("es", "En la actualidad"),
        ("fr", "Dans la profession"),
        ("pt", "Na prática"),
    ],
)
def test_phrases_of_time_and_of_all_narrow_nothing(converted, language, phrase):
    assert facts_behind(converted, language, phrase)


# A title, and a sentence that goes back to others, which it does not name again.
GOING_BACK = [
    ("en", "Stevedore", "Divers fare better: their employment will grow 7 percent from 2023 to 2033."),
    ("en", "Stevedore", "Things look brighter for divers: employment is projected to grow 7 percent from 2023 to 2033."),
    ("en", "Stevedore", "Crane operators have it easier. Their median annual wage was $61,000 in 2023."),
    ("es", "Estibador", "A los buzos les va mejor: su empleo crecerá un 7 % de 2023 a 2033."),
    ("es", "Estibador", "Al gruista le sonríe el futuro. Su empleo crecerá un 9 % de 2023 a 2033."),
    ("fr", "Docker", "Pour les grutiers, c'est autre chose : le salaire médian est de 31 000 euros par an."),
    ("de", "Hafenarbeiter", "Tauchern geht es besser: Ihre Beschäftigung wächst um 7 Prozent von 2023 bis 2033."),
    ("pt", "Estivador", "Com os guindasteiros é diferente: o salário mediano é de R$ 4.200 por mês."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "sentence"), GOING_BACK)
def test_a_figure_of_those_named_before_is_none_of_the_occupation(
    converted, language, title, sentence
):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{sentence}\n"
    keys = [fact.key for fact in converted(text, "a.md").facts]
    assert not [key for key in keys if key.count("_") < 2]


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [("en", "Stevedore", "Stevedores fare well: their employment will grow 7 percent from 2023 to 2033."),
     ("en", "Sonographer", "They work with nurses. Their median annual wage was $70,000 in 2023."),
     ("en", "Sonographer", "The outlook is bright: employment is projected to grow 9 percent from 2023 to 2033."),
     ("es", "Cartero", "Las perspectivas son buenas: el empleo crecerá un 7 % de 2023 a 2033."),
     ("de", "Briefträger", "Die Aussichten sind gut: Die Beschäftigung wächst um 7 Prozent von 2023 bis 2033.")],
)  # fmt: skip
def test_a_figure_behind_a_colon_or_a_pronoun_may_be_the_occupation_s(
    converted, language, title, sentence
):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{sentence}\n"
    assert converted(text, "a.md").facts


# Titles, and sentences whose figures are not those of the whole occupation.
NOT_OF_ALL = [
    ("en", "Baker", "About 4,200 bakeries employ bakers."),
    ("en", "Welder", "Welders work in 1,300 shops."),
    ("en", "Welder", "The state's Department of Labor expects about 40 openings a year."),
    ("de", "Bestatter", "Wer angestellt ist, verdient im Mittel 2.860 Euro im Monat."),
    ("fr", "Boulanger", "Qui travaille la nuit gagne en moyenne 2 400 euros par mois."),
    ("es", "Panadero", "Los que trabajan de noche ganan de media 1.900 euros al mes."),
    ("pt", "Padeiro", "Quem trabalha à noite ganha em média R$ 2.400 por mês."),
    ("en", "Glazier", "Most glaziers earn around $52,000."),
    ("pt", "Soldador", "Os estaleiros vão contratar 1.500 soldadores por ano."),
    ("es", "Fisioterapeuta", "Cada año salen 3.200 titulados."),
    ("en", "Baker", "About 4,200 bakeries train bakers in the United States."),
    ("de", "Bäcker/in", "4.200 Bäckereien beschäftigen Bäcker."),
    ("de", "Bäcker/in", "Rund 4.200 große Betriebe bilden in Deutschland Bäcker aus."),
    ("es", "Florista", "En España hay 11.300 tiendas donde trabajan floristas."),
    ("pt", "Padeiro", "As padeiras ganham em média R$ 1.987,00 por mês."),
    ("es", "Camarero", "Las camareras ganan de media 1.200 euros brutos al mes."),
    ("fr", "Infirmier", "Les infirmières gagnent en moyenne 2 300 euros brut par mois."),
    ("de", "Bäcker/in", "Bäckerinnen verdienen im Schnitt 2.400 Euro brutto im Monat."),
    ("es", "Panadero", "Unas 4.200 panaderías emplean a panaderos."),
    ("fr", "Boulanger", "Quelque 4 200 boulangeries emploient des boulangers."),
    ("pt", "Padeiro", "Cerca de 4.200 padarias empregam padeiros."),
    ("fr", "Boulanger", "La consommation de pain baissera de 8 % d'ici 2033."),
    ("de", "Bäcker", "Der Brotverzehr sinkt bis 2033 um 8 Prozent."),
    ("pt", "Padeiro", "O consumo de pão deve cair 8% até 2033."),
    ("fr", "Boulanger", "Les boulangers de la grande distribution gagnent en moyenne 1 850 euros par mois."),
    ("fr", "Boulanger", "Les jeunes boulangers gagnent en moyenne 1 700 euros par mois."),
    ("de", "Bäcker", "Bayerische Bäcker verdienen im Schnitt 2.700 Euro im Monat."),
    ("en", "Baker", "If the tax passes, employment will fall 7 percent by 2034."),
    ("es", "Panadero", "Si abren la fábrica, el empleo crecerá un 8 % de 2023 a 2033."),
    ("fr", "Boulanger", "Si vous travaillez de nuit, vous gagnez en moyenne 2 800 euros par mois."),
    ("en", "Baker", "If you join the union, you earn a mean of $63,010 a year."),
    ("en", "Baker", "North of the border, the median wage for bakers is $39,000."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "sentence"), NOT_OF_ALL)
def test_employers_goods_conditions_and_some_of_all_give_no_fact(
    converted, language, title, sentence
):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{sentence}\n"
    assert not converted(text, "a.md").facts


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [("fr", "Boulanger", "Les effectifs devraient progresser de 5 % d'ici 2033."),
     ("fr", "Boulanger", "Les boulangers du pays gagnent en moyenne 1 900 euros par mois."),
     ("de", "Bäcker", "Alle Bäcker verdienen im Schnitt 2.700 Euro im Monat."),
     ("de", "Bäcker", "Heute arbeiten 12.500 Menschen als Bäcker."),
     ("de", "Bäcker", "In Deutschland arbeiten 84.200 gelernte Bäcker."),
     ("pt", "Costureira", "As costureiras ganham em média R$ 1.987,00 por mês."),
     ("de", "Bäcker", "Bäckerinnen und Bäcker verdienen im Schnitt 2.700 Euro im Monat."),
     ("es", "Panadero", "Unas 12.500 personas trabajan como panaderos.")],
)  # fmt: skip
def test_people_jobs_and_all_of_an_occupation_do(converted, language, title, sentence):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n{sentence}\n"
    assert converted(text, "a.md").facts


# Figures of all in an occupation, in sentences that begin as those of some do.
OF_ALL = [
    ("de", "Therapeut", "Rund 246.000 Physiotherapeuten arbeiteten 2024 bundesweit."),
    ("en", "Mason", "If you are thinking about this trade, the median wage for masons was $53,010 in May 2024."),
    ("en", "Mason", "If the projections hold, employment of masons will grow 5 percent from 2024 to 2034."),
    ("en", "Mason", "Where money is concerned, masons earned a median of $53,010 a year in 2024."),
    ("en", "Mason", "In this trade, where skill counts, the median wage was $53,010 a year in 2024."),
    ("en", "Mason", "There were 24,500 of them in the United States in 2024."),
    ("en", "Mason", "About 24,500 of these workers held jobs in 2024."),
    ("en", "Mason", "A survey of 2025 puts the mean wage of masons at $55,000 a year."),
    ("en", "Mason", "Surveys of 412 contractors found that masons earn a mean of $58,900 a year."),
    ("en", "Mason", "Online, the Bureau puts the median wage of masons at $56,480 a year (May 2024)."),
    ("en", "Mason", "Masons are hired at all levels and earned a median of $53,010 a year in 2024."),
    ("es", "Albañil", "Si bien el trabajo es duro, los albañiles ganaron de media 21.400 euros al año en 2024."),
    ("es", "Albañil", "En la construcción, los albañiles ganan de media 21.400 euros al año."),
    ("fr", "Maçon", "Si le métier est dur, le salaire médian des maçons atteint 24 500 euros par an."),
    ("fr", "Maçon", "Nos maçons gagnent en moyenne 2 100 euros par mois."),
    ("fr", "Maçon", "Excellent. En 2023, 26 900 personnes exerçaient la profession au Canada."),
    ("de", "Maurer", "Wenn es ums Geld geht, verdienen Maurer im Schnitt 3.200 Euro im Monat."),
    ("de", "Maurer", "Die meisten Maurer arbeiten auf Baustellen; im Schnitt verdienen sie 3.200 Euro im Monat."),
    ("de", "Maurer", "Wer als Maurer arbeitet, verdient im Mittel 3.200 Euro brutto im Monat."),
    ("pt", "Pedreiro", "Quem trabalha como pedreiro ganha em média R$ 2.450 por mês."),
    ("de", "Maurer", "Fachkräfte wie Maurer verdienen im Schnitt 3.200 Euro im Monat."),
    ("pt", "Pedreiro", "Se você gosta de obra, saiba que os pedreiros ganham em média R$ 2.450 por mês."),
    ("pt", "Pedreiro", "Na construção civil, os pedreiros ganham em média R$ 2.450 por mês."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "sentence"), OF_ALL)
def test_what_concedes_answers_or_counts_them_all_confines_nothing(
    converted, language, title, sentence
):
    text = f"---\nlanguage: {language}\n---\n\n# {title}\n\n## {HEADS[language]}\n\n{sentence}\n"
    assert converted(text, "a.md").facts


HEADS = {
    "en": "Pay and Outlook", "es": "Salario y perspectivas", "fr": "Salaire et perspectives",
    "de": "Gehalt und Aussichten", "pt": "Salário e perspectivas",
}  # fmt: skip


@pytest.mark.parametrize("heading", ["Job Outlook", "Will Any of Us Be Left?"])
def test_an_adjective_that_answers_a_heading_is_no_other_trade(converted, heading):
    text = f"# Mason\n\n## {heading}\n\nFewer. Employment is projected to fall 9 percent from 2024 to 2034.\n"
    assert [(fact.key, fact.value) for fact in converted(text, "a.md").facts] == [
        ("projected_growth", -9)
    ]


def test_no_is_a_place_in_portuguese_alone(converted):
    sentence = "El estudio cuenta 5.870 geólogos ocupados en el país (eran 4.200 en 2015)."
    text = f"---\nlanguage: es\n---\n\n# Geólogo de minas\n\n## La pega: ¿hay o no hay?\n\n{sentence}\n"
    assert [fact.value for fact in converted(text, "a.md").facts] == [5870]

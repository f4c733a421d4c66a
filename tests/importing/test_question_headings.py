"""Headings that are questions, or begin like one, in all languages; and questions about other things."""

import pytest

from guidepub.importing.headings.known import known_section

ASKED = {
    "salary": """
        How much they are paid | How much Swiss watchmakers are paid | Cuánto se les paga
        Cuánto se les paga a los vidrieros | Combien ils sont payés | Ce que gagnent les vitriers
        Wie viel sie verdienen | Wie gut werden Glaser bezahlt? | Quanto lhes pagam
    """,
    "workplace": """
        Where they are employed | Where beekeepers are found | The place of work | Surroundings
        Dónde están empleados | Où ils sont employés | Où sont employés les vitriers ? | Le cadre
        Wo sie beschäftigt sind | Onde estão empregados
    """,
    "education": """
        How they are trained | How florists learned it | How to start | Cómo se forman
        Cómo se aprende el oficio | Comment ils se forment | Comment devient-on vitrier ?
        Wie sie ausgebildet werden | Como se aprende o ofício
    """,
    "outlook": """
        What lies ahead for them | What the future holds | How many of them there are
        Qué les espera | Cuántos son | Ce qui les attend | Combien ils sont | Was sie erwartet
        Wie viele es sind | Wie sehen die Berufschancen als Glaser aus? | O que os espera
    """,
    "overview": """
        What they do all day | Qué hacen los vidrieros | Ce que font les vitriers | Was Glaser tun
        O que fazem os vidraceiros
    """,
    "": """
        What you need to know | How to use this guide | What makes a good florist | How they make it
        How to make a chair | How to pay for school | Where to find more information
        How to prepare for an interview | How to start a business | How to join the union
        What to do next | How much does training cost | How many people apply
        Dónde encontrar más información | Cómo pagar los estudios | Qué hay que saber
        Où trouver de l'aide | Comment payer ses études | Ce qu'il faut savoir
        Wo findet man Hilfe | Was man wissen muss | Wie man Glas schneidet
        Onde encontrar mais informação | Como se faz um vitral
    """,
}


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        (heading.strip(), section)
        for section, headings in ASKED.items()
        for line in headings.strip().splitlines()
        for heading in line.split("|")
    ],
)
def test_a_heading_asks_for_a_section(heading, section):
    assert known_section(heading) == section


AROUND = {
    "outlook": """
        What Is the Zookeeper Job Market Like? | Zookeeper Job Market: What to Know
        What Does the Future Hold for Zookeepers? | ¿Qué perspectivas tiene un relojero?
        Quels sont les débouchés d’un soigneur animalier ? | Bäcker: Zukunft und Perspektiven
        Quais são as perspectivas de um padeiro?
    """,
    "salary": """
        Zookeeper Pay: What to Expect | What Salary Can a Zookeeper Expect?
        ¿Cuál es el sueldo de un relojero? | Quel est le revenu d’un boulanger ?
        Bäcker-Gehalt im Überblick | Tierpfleger-Gehalt: das können Sie erwarten
        Que salário pode esperar um padeiro?
    """,
    "education": """
        Education Required to Be a Baker | The Path to Becoming a Zookeeper
        ¿Qué estudios necesita un relojero? | Boulanger : études et diplômes
        Welchen Abschluss braucht ein Tierpfleger? | O que é preciso para ser padeiro?
    """,
    "workplace": """
        What Is a Zookeeper’s Work Environment Like? | Zookeeper Hours and Schedules
        ¿En qué condiciones trabaja un panadero? | Quels sont les horaires d’un boulanger ?
        Wie sind die Arbeitsbedingungen für Tierpfleger? | Em que condições trabalha um padeiro?
    """,
    "overview": """
        What Are a Baker’s Main Responsibilities? | ¿Qué tareas realiza un panadero?
        Quelles sont les missions d’un boulanger ? | Welche Aufgaben hat ein Tierpfleger?
        Quais são as funções de um padeiro? | What Is a School Counselor?
        What Does a Training Manager Do?
    """,
    "": """
        Zookeeper Recipes We Love | Animals in Training | School Visits | Why Hours Matter
        A Brief History of Training | Compensation Manager | Director of Training
        Welder: Pay and Outlook | Une école à la ferme | Profesor de formación profesional
        Occupations with Odd Duties | Life in the Sleeper
    """,
}


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        (heading.strip(), section)
        for section, headings in AROUND.items()
        for line in headings.strip().splitlines()
        for heading in line.split("|")
    ],
)
def test_a_title_is_found_among_words_that_say_nothing_and_one_name(heading, section):
    assert known_section(heading) == section


LINES = """<html lang="en"><body><h1>Beekeeper</h1><div>
Beekeepers tend hives, catch swarms and spin honey.<br><br>
<u>How to start</u><br>A course at the club, and a mentor for two seasons.<br><br>
<span style="text-decoration: underline">Surroundings</span><br>Orchards, <u>roofs</u> and fields.
</div></body></html>"""


def test_underlined_lines_alone_are_headings_and_underlined_words_are_none(body):
    text = body(LINES)
    assert "# Educational Requirements\n\nA course at the club" in text
    assert "# Work Environment\n\nOrchards, roofs and fields." in text


ALIKE = """<html lang="fr"><body><h1>Relieur</h1><div><b>Le métier</b><br>Le relieur coud des livres.<br><br>
<b>Les études</b><br>Un CAP en deux ans.<br><br><b>Les bons clients</b><br>Ils reviennent.</div></body></html>"""


def test_bold_lines_that_are_set_alike_are_of_one_level(body):
    assert "# Les bons clients\n\nIls reviennent." in body(ALIKE)
    assert "## Les bons clients" not in body(ALIKE)

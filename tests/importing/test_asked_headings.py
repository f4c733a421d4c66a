"""Headings that ask, or begin as a question does, in all languages; and those that ask another thing."""

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

"""What time has overtaken, in words and years, and what only tells of the past."""

from __future__ import annotations

import pytest
from linting.linted import codes

from guidepub import Fact


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bakers post pictures on Google+ each day.", ["S007"]),
        ("Bakers posted pictures on Google+ until it closed.", []),
        ("The apprentice earns 900 marks a month [@bls].", ["S007"]),
        ("The test awards up to 50 marks for style.", []),
        ("The tipped minimum wage is $2.13 an hour [@bls].", []),
        ("The current president, David Lee, speaks first.", []),
        ("Clerks fax the signed form to the pharmacy, or send it by portal.", []),
        ("Pharmacists must give covid vaccines and report covid tests.", []),
        ("The contract runs until May 2019.", ["S001"]),
        ("Starting in 2021, bakers will need a license.", ["S001"]),
        ("Starting in 2030, bakers will need a license.", []),
        ("Outlook, 2012–22: 19% [@bls].", ["S001"]),
        ("In 2015 the Bureau projected that jobs would rise by 2020.", []),
        ("Bakers are now being hired for the 2020 season.", ["S003"]),
        ("In 2013, bakers earn about $38,200 a year [@bls].", ["S003"]),
        ("In 1925 the bakers of Orange earned $20 a week [@bls].", []),
        ("The shop opened in 2010 and has 12 ovens.", []),
        ("The mill closed in 1998 and is now a museum.", []),
        ("Masons tie back brick fronts to meet the deadline of February 2007.", ["S003"]),
        ("Crane operators have until November 10, 2018, to become certified.", ["S003"]),
        ("Crane operators have until November 10, 2028, to become certified.", []),
        ("The 2010 ADA standards will apply to every new door.", []),
        ("The 2010 fair will open in June.", ["S003"]),
        ("Light rail will be open for the 2019 holidays.", ["S001"]),
        ("All of the homes that were built in 1990 will need new wires.", []),
        ("Under the act of 2010 insurers will pay.", []),
        ("A teller may be handed a savings bond from 1985.", []),
        ("CETA ended in 1983, yet you will meet foremen who got their start with it.", []),
        ("A recent poll of 1994 shows that most bakers sell by phone.", ["S003"]),
        ("A recent study found that in 1990 most bakers worked at night.", []),
        ("The recently restored oven of 1894 is lit each May.", []),
        ("By the end of the 1990s every bakery will have a computer.", ["S003"]),
        ("By the end of the 2030s every bakery will have a robot.", []),
        ("Tolls are paid in cash until the conversion planned for 2021.", ["S003"]),
        ("Cassettes will end on May 17, 2009, so there is work to be had for months.", ["S001"]),
        ("The first contracts will be signed in the summer of 2021, others in 2031.", ["S003"]),
        ("All fall 2020 sections will be taught online.", ["S003"]),
        ("Scales must be sealed before the primary of 2006.", ["S003"]),
        ("Scales must have been sealed before the act of 2006 to be exempt.", []),
        ("Masks are still worn because of the pandemic.", ["S007"]),
        ("Because of the pandemic, shops closed in 2020.", []),
        ("A first-class stamp costs 37 cents.", ["S007"]),
        ("They sketch freehand, work with aperture and light, and prune fruit on vine.", []),
        ("Since the pandemic began last year, bakers have worked alone.", ["S007"]),
        ("The bill that passed last month bans night work.", ["S007"]),
        ("The rules change next year.", ["S007"]),
        ("Last year's flour is used up before this year's arrives.", []),
        ("The union sets its fees for the next year, and the rules of last year hold.", []),
        ("Whoever was there when the law changed last year knows it.", []),
        ("Towers of 2010 will need new gears, and a reader who left school in 2019 will know.", []),
        ("Whoever joined the guild in 2010 will remember its hall.", []),
        ("Jobs of 2020 will ask for new skills.", ["S001"]),
        ("Those who plan to join by 2020 will need a card.", ["S001"]),
        ("Job outlook, 2012‒22: 19% [@bls]", ["S001"]),
        ("Jobs will grow 5 percent, 2012―2022 [@bls].", ["S001"]),
    ],
)
def test_what_is_outdated(body, found):
    assert codes(body) == found


def test_an_old_fact_is_not_spoken_of_as_of_now():
    fact = Fact(value=56230, unit="USD/year", as_of=2012, source="bls")
    body = "Half of them now earn more than {fact}`median_wage`."
    assert codes(body, facts={"median_wage": fact}) == ["S002", "S003"]


def test_spanish():
    assert codes("En marzo de 2009 se abrirán dos talleres.", "es") == ["S001"]
    assert codes("En marzo de 2029 se abrirán dos talleres.", "es") == []
    assert codes("El taller, previsto para 2019, abrió en 2021.", "es") == []
    assert codes("El INEM cita por carta.", "es") == ["S007"]
    assert codes("Podrán abrir su horno a principios de 2011.", "es") == ["S001"]
    assert codes("Mientras dure la cuarentena, se hornea en casa.", "es") == ["S007"]
    assert codes("Durante la pandemia se horneaba en casa.", "es") == []
    assert codes("Hoy un panadero saca 1100 euros (datos de 2008) [@bls].", "es") == ["S003"]
    assert codes("Desde que subió el salario mínimo el mes pasado, cierran.", "es") == ["S007"]
    assert codes("Cada año sube el precio de la harina.", "es") == []
    assert codes("La escuela, fundada en 2004, sigue en la misma bodega.", "es") == []


def test_spanish_goes_from_what_was_to_today():
    then = "En 2010 había quince mil panaderos; hoy quedan once mil [@bls]."
    assert codes(then, "es", title="Panadero") == []
    assert codes(then.replace("había", "hay"), "es", title="Panadero") == ["S003"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2003 I taught 48 pupils; today I teach a dozen.",
        "The notice of 1936 says that the bridge will be closed to carts by 1940.",
        "“By 1985 every home will have a robot,” a paper wrote.",
    ],
)
def test_what_was_said_or_done_then_is_history(text):
    assert codes(text) == []


def test_a_report_of_some_years_ago_is_out_of_date():
    assert codes("A report from 2014 says that jobs will grow by 2024 [@bls].") == ["S001"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Applications for fall 2021 are open until March."),
        ("en", "Registration for the spring 2022 term closes in January."),
        ("es", "Las inscripciones para el curso 2021 están abiertas."),
        ("pt", "As inscrições para o semestre de 2021 estão abertas."),
        ("fr", "Les inscriptions pour la rentrée 2021 sont ouvertes."),
        ("de", "Die Anmeldung für das Wintersemester 2020 läuft noch."),
        ("en", "The next count, the 2020 census, will show how many are left."),
    ],
)
def test_nobody_applies_for_a_term_that_is_over(language, body):
    assert codes(body, language) == ["S003"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Applications for fall 2027 are open until March."),
        ("en", "Applications for the 2019 prize were read by nine people."),
        ("es", "Las inscripciones para el curso 2021 se hicieron por correo."),
        ("es", "De 2100 puestos en 2024 se pasará a 2250 en 2034 [@bls]."),
    ],
)
def test_what_is_to_come_or_was_so_then(language, body):
    assert codes(body, language) == []

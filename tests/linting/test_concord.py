"""Verbs and nouns that do not agree in number, and what only looks so, in five languages."""

from __future__ import annotations

import pytest
from linting.linted import codes

TITLES = {"en": "Florist", "es": "Florista", "fr": "Fleuriste", "de": "Florist", "pt": "Florista"}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Florists works early on Mother's Day."),
        ("en", "A florist need a steady hand."),
        ("en", "The customer choose the flowers."),
        ("en", "The flowers has been cut."),
        ("en", "The arrangement were delivered late."),
        ("en", "Those flower is fresh."),
        ("en", "There are a cooler in the back."),
        ("en", "Every florists has a knife."),
        ("en", "One of the florist is Ana."),
        ("en", "More then ten stems are used."),
        ("en", "The florists's apron is green."),
        ("es", "Las floristas trabaja los domingos."),
        ("es", "La florista trabajan los domingos."),
        ("es", "El tallos se cortan al amanecer."),
        ("es", "El precio de los tallo de Ecuador sube."),
        ("es", "Hace falta buen pulso i paciencia."),
        ("pt", "As floristas trabalha aos domingos."),
        ("pt", "Os cliente escolhem as flores."),
        ("fr", "Les fleuristes coupe les tiges."),
        ("fr", "La fleuriste ont un couteau."),
        ("fr", "Les tige sont coupées tôt."),
        ("fr", "Les fleurs sont coupées a l'aube, grâce aux apprentis."),
        ("fr", "Ca coûte cher."),
        ("de", "Man muss dass Wasser wechseln."),
        ("de", "Er weiß das der Laden zu ist."),
    ],
)
def test_what_does_not_agree(language, body):
    assert "G005" in codes(body, language, title=TITLES[language])


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The news is good, the work of florists is hard, and two weeks is enough."),
        ("en", "One of the best is Ana, and one of the men has a van."),
        ("en", "The maths is fair. Those who wait and those it has hurt are few."),
        ("en", "There are a few coolers, a wide range of vases and a cooler and a sink."),
        ("en", "A number of florists are away. The staff have left, and the police are here."),
        ("en", "Every business has a till, and the florist's van is green."),
        ("es", "Treinta y una mujeres trabajan aquí. El lunes y un paraguas abierto."),
        ("es", "El pinchadiscos llega, y el botones sube; los que quedan, quedan de los noventa."),
        ("es", "Las floristas de barrio y las floristas que cortan. Una florista también joven."),
        ("pt", "As floristas de bairro e as floristas que cortam. A florista tem pressa."),
        ("fr", "Les fleuristes entre eux. Un des employés a la clé, et les quatre sont là."),
        ("de", "Er sagt nicht, dass es so ist, und weiß: so dass, ohne dass und auch dass."),
        ("de", "Das weiß das Kind, und das Haus, das der Meister baut, steht."),
        (
            "en",
            "The NHS was first; the gas is shut off. The NHS was not. The gas is. The Times was.",
        ),
        ("en", "The Netherlands has rules. The molasses is warm. Every Christmas is busy."),
        (
            "en",
            "The florist cut the stems, and the customer need comes first. The customer need is met.",
        ),
        ("en", "There are an estimated 40 shops; there are an additional two in Ohio."),
        (
            "en",
            "One of the hardest was the winter, one of the four was Ana, and one of these women has a van.",
        ),
        (
            "en",
            "Each of these three is cut. Which of these two is right? Working with these people is fun.",
        ),
        ("en", "The association have met, and every lens is clean."),
        ("fr", "Ceux qui les achètent sont rares, et ceux qui ne les vendent ont tort."),
        ("de", "Oft merken das die Kunden nicht. Wir wissen das alle aus Erfahrung."),
        ("de", "Er sieht, dass es brennt sowie dass es raucht; schön ist besonders dass er lacht."),
        (
            "pt",
            "Os clientes desta loja voltam. Os alunos cuja escola fechou vêm. As floristas dela são fiéis.",
        ),
        (
            "pt",
            "Os alunos numa turma pequena aprendem; o aluno ontem faltou. O aluno ontem faltou.",
        ),
        ("fr", "Les Poilâne ont un four, les Bovary sont connus, et les media sont là."),
        (
            "en",
            "The forceps is clean, and the schnapps is cold. The employer get-together is in May.",
        ),
        ("de", "Viele wissen das kein bisschen zu schätzen. Er meint das ein wenig ernst."),
        ("pt", "Os alunos toda a manhã leem. Os clientes meia hora depois saem."),
        ("es", "Los clientes toda la mañana esperan. Los alumnos media hora después se van."),
        ("es", "El rascacielos crece. El marcapasos late. El mecenas paga. Es un manitas."),
        (
            "es",
            "Antoni Gaudí i Cornet vivió cerca de los Machado, en el taller de los Churriguera.",
        ),
        ("es", "Los clientes aquella tarde no vinieron. Las floristas hace siglos madrugaban."),
        ("en", "The Students was a hit, and The Bakers is a film."),
    ],
)
def test_what_agrees(language, body):
    assert [c for c in codes(body, language, title=TITLES[language]) if c == "G005"] == []


@pytest.mark.parametrize(
    ("language", "title", "wrong", "right"),
    [
        ("en", "Baker", "The bakers oven is hot.", "The bakers union is old."),
        ("fr", "Boulanger", "Les boulanger travaillent.", "Les boulangers travaillent."),
        ("fr", "Boulanger", "Le boulanger travail.", "Le boulanger travaille."),
        ("pt", "Padeiro", "Os padeiro trabalham.", "Os padeiros trabalham."),
        ("es", "Panadero", "Los panadero trabajan.", "Los panaderos trabajan."),
    ],
)
def test_those_in_the_occupation_agree_with_what_stands_around(language, title, wrong, right):
    assert codes(wrong, language, title=title) == ["G005"]
    assert codes(right, language, title=title) == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en", "The number of shops are falling.", "The number of shops is falling. Among the number of reasons are two."),
        ("en", "Florist's are up early.", "The florist's can of water is cold. A florist's also."),
        ("en", "They works at night.", "They need not be there at night."),
        ("es", "Ellos trabaja de noche.", "Ellos son puntuales."),
        ("fr", "Ils travaille la nuit. Il portent un masque.", "Il se sent bien. Ils ne le font pas."),
        ("pt", "Ele trabalham à noite. Eles precisa de luz.", "Eles têm luz. Ele não tem luz."),
    ],
)  # fmt: skip
def test_pronouns_and_their_verbs(language, wrong, right):
    assert set(codes(wrong, language, title=TITLES[language])) == {"G005"}
    assert codes(right, language, title=TITLES[language]) == []

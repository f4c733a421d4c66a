"""What belongs together is not parted, and ranges have a dash, as each language has it."""

from __future__ import annotations

import pytest
from renderers import PlainRenderer

from guidepub.markdown import parse, prose_xhtml, typeset
from guidepub.phrases import languages, phrases

# In what is expected, "~" is a no-break space and "|" a narrow one.
SPACES = str.maketrans({"~": "\u00a0", "|": "\u202f"})


def set_as(language: str, text: str) -> str:
    return typeset(text, phrases(language).typography)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew by 20 % of all", "It grew by 20~% of all"),
        ("a 15 kg pack, 230 °C, 12 mm and 3 m", "a 15~kg pack, 230~°C, 12~mm and 3~m"),
        ("after 3 years and 40 hours", "after 3~years and 40~hours"),
        ("$1.2 million, or 3 billion", "$1.2~million, or 3~billion"),
        ("on November 2, 2024 and Sept. 30", "on November~2, 2024 and Sept.~30"),
        ("in November 2024", "in November 2024"),
        ("May 2024 was", "May 2024 was"),
        ("see pp. 12-15, p. 7 and Fig. 3", "see pp.~12–15, p.~7 and Fig.~3"),
        ("pages 12-15 of it", "pages 12–15 of it"),
        ("from 2019-2024 and 2024-34", "from 2019–2024 and 2024–34"),
        ("Dr. Smith and Mrs. Jones", "Dr.~Smith and Mrs.~Jones"),
        ("takes 15-20 years or 2-3 weeks", "takes 15–20~years or 2–3~weeks"),
        ("run it with --force, part 12-15", "run it with --force, part 12-15"),
        ("the '90s -- \"all\"...", "the ’90s – “all”…"),
        ("'Tis the workers' pay, 'quoted'", "’Tis the workers’ pay, ‘quoted’"),
        ("class of '24, rock 'n' roll, get 'em", "class of ’24, rock ’n’ roll, get ’em"),
        ("it fell 'cause (and 'round there)", "it fell ’cause (and ’round there)"),
        ("'til' is a word, and so is 'n", "‘til’ is a word, and so is ’n"),
        ("5'10\" and https://a.example/'x 'y' 5", "5’10\" and https://a.example/'x ‘y’ 5"),
        ("(c) 2024 Ann Miller, Acme(r)", "© 2024 Ann Miller, Acme®"),
        # What only looks like one of these.
        ("a 501(c)(3) body, 12A(c) and 825.100(r)", "a 501(c)(3) body, 12A(c) and 825.100(r)"),
        ("(a) be 18, (b) pass, (c) ask", "(a) be 18, (b) pass, (c) ask"),
        ("(a) O*NET(r), (b) 18, (c) 2 (c) 2024 Ann", "(a) O*NET®, (b) 18, (c) 2 © 2024 Ann"),
        ("as paragraph (c) says", "as paragraph (c) says"),
        ("20 Celsius (C), class (C) or (R), a rank (r)", "20 Celsius (C), class (C) or (R), a rank (r)"),
        ("el artículo 5 (c) de la ley, Abs. 2 Ziffer (c) Satz 1", "el artículo 5 (c) de la ley, Abs. 2 Ziffer (c) Satz 1"),
        ("(c) Copyright 2024, (c) Łódź", "© Copyright 2024, © Łódź"),
        ("a 403(b) plan, photo (c) Ann Miller", "a 403(b) plan, photo © Ann Miller"),
        ("2024-11-02, 2024-11, 29-1141 and 555-2019", "2024-11-02, 2024-11, 29-1141 and 555-2019"),
        ("ISO 2019-1:2024, https://a.example/2019-2024", "ISO 2019-1:2024, https://a.example/2019-2024"),
        ("2 more of 10 in all", "2 more of 10 in all"),
        ("see map. 12 of them", "see map. 12 of them"),
    ],
)  # fmt: skip
def test_english(text, expected):
    assert set_as("en", text) == expected.translate(SPACES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quoi ? Oui ! Bien ; non", "Quoi|? Oui|! Bien|; non"),
        ("Le salaire : 2 100 euros", "Le salaire~: 2|100~euros"),
        ("« Bien », dit-elle", "«|Bien|», dit-elle"),
        ('Le mot "soin"', "Le mot «|soin|»"),
        ("12 000 postes, 250 000 personnes", "12|000 postes, 250|000 personnes"),
        ("le 2 novembre, le 1er mai, 35 heures", "le 2~novembre, le 1er~mai, 35~heures"),
        ("M. Dupont et Mme Durand, n° 5", "M.~Dupont et Mme~Durand, n°~5"),
        ("à 8:30, https://a.example", "à 8:30, https://a.example"),
        ("Quoi? Oui!", "Quoi|? Oui|!"),
        ("Sans espace: rien; vraiment ?!", "Sans espace~: rien|; vraiment|?!"),
        ("au XXIe siècle, no 5, p. 34", "au XXIe~siècle, no~5, p.~34"),
        ("l'avenir (quoi?)", "l’avenir (quoi?)"),
        ("une période 2019-2024", "une période 2019-2024"),
    ],
)
def test_french(text, expected):
    assert set_as("fr", text) == expected.translate(SPACES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("--Hola --dijo ella--. Vino.", "—Hola —dijo ella—. Vino."),
        ("--¿Quién? --preguntó--", "—¿Quién? —preguntó—"),
        ("Un oficio --el mejor-- del país", "Un oficio —el mejor— del país"),
        ("Un oficio -- el mejor -- del país", "Un oficio – el mejor – del país"),
        ("los años 2019--2024", "los años 2019–2024"),
    ],
)
def test_spanish_sets_asides_between_em_dashes(text, expected):
    assert set_as("es", text) == expected
    rendered = prose_xhtml(parse(text, phrases("es").typography), PlainRenderer(), "s")
    assert f"<p>{expected}</p>" in rendered.replace("\u00a0", " ")


def test_canada_has_no_space_before_high_signs():
    expected = "Quoi? Oui! Le salaire~: 2|100~$, «|bien|»"
    assert set_as("fr-CA", "Quoi? Oui! Le salaire : 2 100 $, « bien »") == expected.translate(
        SPACES
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("z. B. Brot, d. h. Teig, u. a. m.", "z.|B. Brot, d.|h. Teig, u.|a.|m."),
        ("am 2. November, 1. Auflage", "am 2.~November, 1.~Auflage"),
        ("es sind 20 Prozent, 8 Uhr, 3 Jahre", "es sind 20~Prozent, 8~Uhr, 3~Jahre"),
        ("S. 12-15, Nr. 5, Dr. Huber", "S.~12–15, Nr.~5, Dr.~Huber"),
        ("2019-2024, 1.5 Tage", "2019–2024, 1.5~Tage"),
        ("z.B. Brot", "z.B. Brot"),
    ],
)
def test_german(text, expected):
    assert set_as("de", text) == expected.translate(SPACES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 por ciento, 2 años, 3 millones", "5~por ciento, 2~años, 3~millones"),
        ("el 2 de noviembre en EE. UU.", "el 2~de noviembre en EE.~UU."),
        ("la Dra. Pérez, n.º 5, 20 %", "la Dra.~Pérez, n.º~5, 20~%"),
        ("entre 2019-2024", "entre 2019-2024"),
    ],
)
def test_spanish(text, expected):
    assert set_as("es", text) == expected.translate(SPACES)


@pytest.mark.parametrize("language", sorted(languages()))
def test_only_spaces_and_hyphens_are_changed(language):
    text = "Dr. X: 20 %, 2 años ; 3 Jahre ! pp. 1-2, 2019-2024 « z. B. » 12 000 km, 1er mai"
    changed = set_as(language, text)
    assert changed != text
    assert set_as(language, changed) == changed
    fold = str.maketrans({"\u00a0": " ", "\u202f": " ", "–": "-"})
    assert changed.translate(fold).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("language", sorted(languages()))
def test_code_and_addresses_stay_as_they_are(language):
    prose = parse("`pp. 1-2 ! 20 %` <https://a.example/2019-2024>", phrases(language).typography)
    assert "<code>pp. 1-2 ! 20 %</code>" in prose_xhtml(prose, PlainRenderer(), "s")
    assert ">https://a.example/2019-2024<" in prose_xhtml(prose, PlainRenderer(), "s")


def test_a_space_behind_marks_is_bound_as_well():
    prose = parse("C'est *quoi* ?", phrases("fr").typography)
    assert "<em>quoi</em>\u202f?" in prose_xhtml(prose, PlainRenderer(), "s")

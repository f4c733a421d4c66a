"""Who counted, in words: names of bodies that did, and experts who have no name."""

import pytest

from guidepub.text.naming.attributions import names_who_counted

_NAMED = [
    ("en", "The National Bakers' Federation puts the share of women at 47 percent of all workers."),
    ("en", "Bakers earn $38,400 a year, says the Bakers' Union of Ohio."),
    ("en", "In its yearly census the American Bakers Association counted 212,000 jobs."),
    (
        "en",
        "As counted by the Department of Agriculture, 12,300 bakeries have fewer than five employees.",
    ),
    ("en", "A poll by the Retail Council found that 61 percent of bakers work before dawn."),
    ("en", "Figures from the Census Bureau show 180,000 workers."),
    ("en", "The Board of Trade's survey has the median at $37,200."),
    ("es", "La Confederación de Panaderos estima que el 61 % de los panaderos trabaja de noche."),
    (
        "es",
        "Una encuesta de la Cámara de Comercio halló que el 30 % de las panaderías busca personal.",
    ),
    (
        "fr",
        "La Confédération nationale de la boulangerie recense 33 000 entreprises et 180 000 salariés.",
    ),
    (
        "fr",
        "Le salaire moyen est de 1 950 € par mois, d'après l'enquête de la chambre de métiers de Lyon.",
    ),
    ("fr", "Selon Pôle emploi, 61 % des employeurs peinent à recruter."),
    (
        "de",
        "Der Zentralverband des Deutschen Bäckerhandwerks zählte 2025 rund 235.000 Beschäftigte.",
    ),
    ("de", "Dem Zentralverband zufolge verdienen Bäcker im Mittel 2.650 Euro im Monat."),
    ("de", "Eine Umfrage der Handwerkskammer Köln ergab, dass 61 % der Betriebe Personal suchen."),
    (
        "pt",
        "A Associação do Comércio e da Indústria de Panificação estima que 61 % dos padeiros trabalham de noite.",
    ),
]
_NAMELESS = [
    ("en", "Experts agree that 61 percent of bakers work before dawn."),
    ("en", "Studies show that bakers earn $38,400 a year."),
    ("en", "Most bakers in New York earn $41,000 a year."),
    ("en", "Surveys say that 40 percent of bakers own their shop."),
    ("en", "According to experts, 61 percent of bakers work before dawn."),
    ("en", "Members of the American Bakers Association earn $6,000 more than other bakers."),
    ("es", "Los expertos coinciden en que el 61 % de los panaderos trabaja de noche."),
    ("es", "Según los expertos, el 61 % de los panaderos trabaja de noche."),
    ("fr", "Selon les experts, 61 % des boulangers travaillent la nuit."),
    ("fr", "Il y a en France 33 000 boulangers et 12 000 pâtissiers."),
    ("de", "Laut Experten arbeiten 61 % der Bäcker nachts."),
    ("de", "In Deutschland gibt es 9.600 Bäcker mit Meisterbrief."),
    ("pt", "Segundo especialistas, 61 % dos padeiros trabalham de noite."),
    ("pt", "Trabalham no país 18 700 padeiros."),
]


@pytest.mark.parametrize(("language", "sentence"), _NAMED)
def test_a_body_that_counted_is_named(language, sentence):
    assert names_who_counted(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), _NAMELESS)
def test_experts_and_towns_are_no_body(language, sentence):
    assert not names_who_counted(sentence, language)


@pytest.mark.parametrize(
    ("language", "before", "words", "behind", "is_credited"),
    [
        ("en", "The ", "state's occupation page", " lists 8,300 workers.", True),
        ("es", "Es de 1.450 euros, según el ", "convenio del sector", ".", True),
        ("pt", "São 1 150 euros, conforme o ", "contrato coletivo", ".", True),
        ("de", "Laut ", "Tarifvertrag", " sind es 2.650 Euro.", True),
        ("fr", "C'est, d'après l'", "enquête de branche", ", 1 950 € par mois.", True),
        ("en", "", "Read more", " lists 8,300 workers.", False),
        ("en", "Bakers buy ", "flour", " and earn $40,000.", False),
    ],
)
def test_a_link_leads_to_who_counted(language, before, words, behind, is_credited):
    link = (len(before), len(before + words))
    assert names_who_counted(before + words + behind, language, [link]) is is_credited


def test_a_long_run_of_names_is_read_at_once():
    assert not names_who_counted("Of The A Be Ce De " * 2000, "en")

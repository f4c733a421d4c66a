"""Figures, phrases and quotation marks in each of the languages of books."""

from __future__ import annotations

import datetime

import pytest
from definitions import DAY, guide, leaf
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, Imprint, Source, lint
from guidepub.assembly import assemble
from guidepub.model import Isbns, Occupation, Person

FACTS = {
    "median_wage": Fact(value=68340, unit="USD/year", as_of=2024, source="s"),
    "projected_growth": Fact(value=19.5, unit="percent", period=[2024, 2034], source="s"),
    "employment": Fact(value=1234567, unit="jobs", source="s"),
    "hourly": Fact(value=24.5, unit="USD/hour", source="s"),
    "entry_education": Fact(value="bachelor", source="s"),
    "training": Fact(value=6, unit="months"),
}
SOURCES = {
    "s": Source(title="T", publisher="P", retrieved=datetime.date(2026, 3, 1)),
}
# NB stands for a space that does not break, NN for a narrow one.
NB, NN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def book(language: str) -> Book:
    keys = (
        "median_wage",
        "projected_growth",
        "employment",
        "hourly",
        "entry_education",
        "training",
    )
    prose = "; ".join(f"{{fact}}`{key}`" for key in keys)
    made = guide(
        f'She said "bread". {prose}.\n\n:::{{tip}}\nA tip.\n:::',
        language=language,
        facts=FACTS,
        sources=SOURCES,
        authors=[Person(name="Ada"), Person(name="Ben")],
        occupation=Occupation(soc="51-3011", title="Bakers"),
        isbn=Isbns(epub="9780000411280"),
    )
    return assemble(made, Catalog.of(made, imprint=Imprint(name="Press", about="Words.")))


FIGURES = {
    "en-US": f"$68,340[1]; 19.5%; 1,234,567; $24.50; bachelor’s degree; 6{NB}months.",
    "es-US": f"$68,340[1]; 19.5%; 1,234,567; $24.50; licenciatura; 6{NB}meses.",
    "es-ES": f"68.340{NB}US$[1]; 19,5{NB}%; 1.234.567; 24,50{NB}US$; licenciatura; 6{NB}meses.",
    "de-DE": f"68.340{NB}$[1]; 19,5{NB}%; 1.234.567; 24,50{NB}$; Bachelor; 6{NB}Monate.",
    "pt-BR": f"US${NB}68.340[1]; 19,5%; 1.234.567; US${NB}24,50; bacharelado; 6{NB}meses.",
    "pt-PT": (
        f"68{NB}340{NB}US$[1]; 19,5%; 1{NB}234{NB}567; 24,50{NB}US$; bacharelado; 6{NB}meses."
    ),
    "it": f"68.340{NB}USD[1]; 19,5%; 1.234.567; 24,50{NB}USD; laurea (bachelor); 6{NB}mesi.",
    "pl": (f"68{NB}340{NB}USD[1]; 19,5%; 1{NB}234{NB}567; 24,50{NB}USD; licencjat; 6{NB}miesięcy."),
    "vi": f"68.340{NB}US$[1]; 19,5%; 1.234.567; 24,50{NB}US$; bằng cử nhân; 6{NB}tháng.",
    "fr-FR": (
        f"68{NN}340{NB}$US[1]; 19,5{NB}%; 1{NN}234{NN}567; 24,50{NB}$US; "
        f"licence (bachelor); 6{NB}mois."
    ),
}


@pytest.mark.parametrize("language", FIGURES)
def test_figures_are_written_as_the_language_writes_them(language):
    tree = xhtml(leaf(book(language), "section-part-1"))
    text = "".join(tree.find("p").itertext())
    assert text.partition(". ")[2] == FIGURES[language]


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en-US", "“bread”"),
        ("es", "«bread»"),
        ("de", "„bread“"),
        ("fr", f"«{NN}bread{NN}»"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language, quoted):
    paragraph = "".join(xhtml(leaf(book(language), "section-part-1")).find("p").itertext())
    assert quoted in paragraph


PHRASES = {
    "en-US": (
        "Contents", "Sources", "Copyright", "At a Glance", "About the Publisher", "Tip",
        "by Ada and Ben", "Edition 1 Published November 24, 2026", "Retrieved March 1, 2026.",
        "Figures are for Bakers (SOC 51-3011).",
    ),
    "es-ES": (
        "Índice", "Fuentes", "Créditos", "De un vistazo", "Sobre la editorial", "Consejo",
        "por Ada y Ben", "Edición 1 Publicado el 24 de noviembre de 2026",
        "Consultado el 1 de marzo de 2026.", "Las cifras corresponden a Bakers (SOC 51-3011).",
    ),
    "de-DE": (
        "Inhalt", "Quellen", "Impressum", "Auf einen Blick", "Über den Verlag", "Tipp",
        "von Ada und Ben", "Auflage 1 Erschienen am 24. November 2026",
        "Abgerufen am 1. März 2026.", "Die Zahlen gelten für Bakers (SOC 51-3011).",
    ),
    "fr-FR": (
        "Sommaire", "Sources", "Mentions légales", "En bref", "À propos de l’éditeur", "Conseil",
        "par Ada et Ben", "Édition 1 Publié le 24 novembre 2026", "Consulté le 1 mars 2026.",
        "Les chiffres concernent : Bakers (SOC 51-3011).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", PHRASES)
def test_the_books_own_words_are_in_its_language(language):
    contents, sources, imprint, glance, about, tip, by, edition, retrieved, figures = PHRASES[
        language
    ]
    made = book(language)
    titles = {part.id: part.title for part in made.leaves}
    assert titles["contents"] == contents
    assert titles["sources"] == sources
    assert titles["imprint-page"] == imprint
    assert titles["about-publisher"] == about

    def words_of_leaf(leaf_id: str) -> str:
        return words_of(xhtml(leaf(made, leaf_id))).replace(NB, " ").replace(NN, " ")

    assert glance in words_of_leaf("section-part-1")
    assert f"{tip} A tip." in words_of_leaf("section-part-1")
    assert by in words_of_leaf("title-page")
    assert edition in words_of_leaf("imprint-page")
    assert figures in words_of_leaf("imprint-page")
    assert retrieved in words_of_leaf("sources").replace("1er mars", "1 mars")


@pytest.mark.parametrize("language", ["es", "de", "fr"])
def test_no_english_word_of_guidepub_is_left_in_another_language(language):
    made = book(language)
    text = " ".join(words_of(xhtml(part.xhtml)) for part in made.leaves)
    attributes = " ".join(
        str(value)
        for part in made.leaves
        for node in xhtml(part.xhtml).iter()
        for name, value in node.attrib.items()
        if name in ("aria-label", "alt", "title")
    )
    for word in (
        "Contents",
        "Retrieved",
        "Published",
        "Edition ",
        "Back to",
        "degree",
        "pay a year",
    ):
        assert word not in f"{text} {attributes}"


def test_the_cover_says_its_words_in_the_language():
    assert book("es").cover_alternative == "Cubierta: Baker. Press."
    assert book("en").published == DAY


def test_a_guide_made_in_python_is_in_the_catalogue_s_language():
    made = guide("Pan.")
    catalog = Catalog.of(made, defaults={"language": "es"})
    # Whether it is handed over as it was made or as the catalogue has it.
    assert assemble(made, catalog) == assemble(catalog["baker"], catalog)
    assert assemble(made, catalog).language == "es"
    assert lint(made, catalog) == lint(catalog["baker"], catalog)

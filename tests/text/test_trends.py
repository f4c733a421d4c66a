"""Words that say that a number rises or falls: by how much, and to what."""

from __future__ import annotations

import pytest

from guidepub.text.figures.trends import word_before_an_end


def word(language, sentence, figure):
    start = sentence.index(figure)
    return word_before_an_end(sentence, start, start + len(figure), language)


@pytest.mark.parametrize(
    ("language", "sentence", "figure", "found"),
    [
        ("en", "Their number is expected to go down to 27,000.", "27,000", "to"),
        ("en", "Employment is to shrink by 2033, to 27,000.", "27,000", "to"),
        ("en", "Employment will grow 4 percent by 2033, to 5,200 jobs.", "5,200", "to"),
        ("es", "El empleo crecerá un 4 % hasta 2033, a 5.200 puestos.", "5.200", "a"),
        ("fr", "L’emploi progressera de 4 % d’ici 2033, à 5 200 postes.", "5 200", "à"),
        ("de", "Ihre Zahl wächst um 4 Prozent bis 2033 auf 5.200.", "5.200", "auf"),
        ("de", "Ihre Zahl soll bis dahin auf 27.000 sinken.", "27.000", "auf"),
        ("es", "El empleo bajará a unas 27.000 plazas.", "27.000", "a unas"),
        ("fr", "Leur nombre tombera à 27 000.", "27 000", "à"),
        ("pt", "O seu número cairá para 27.000.", "27.000", "para"),
        ("en", "Employment will shrink by 27,000.", "27,000", ""),
        ("de", "Ihre Zahl soll um 27.000 sinken.", "27.000", ""),
        ("es", "El empleo bajará en 27.000 plazas.", "27.000", ""),
        ("fr", "L’emploi reculera de 27 000 postes.", "27 000", ""),
        ("en", "They are open to 27,000 workers.", "27,000", ""),
        ("en", "It looks for a dip of 2 percent, from 21,800 jobs to 21,400.", "21,800", "from"),
        ("en", "It looks for a dip of 2 percent, from 21,800 jobs to 21,400.", "21,400", "from"),
        ("pt", "O número cairá de 21.800 vagas para 21.400.", "21.800", "de"),
    ],
)
def test_what_a_number_falls_to_is_distinguished_from_by_how_much_it_falls(
    language, sentence, figure, found
):
    assert word(language, sentence, figure) == found

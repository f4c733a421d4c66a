"""Accents of texts that were written without them."""

from __future__ import annotations

import pytest

from guidepub.text.punctuation.accents import with_accents


@pytest.mark.parametrize(
    ("language", "text", "restored"),
    [
        ("es", "En Espana ganan mas al ano, segun la asociacion.", "En España ganan más al año, según la asociación."),
        ("fr", "Le salaire median des employes", "Le salaire médian des employés"),
        ("pt-BR", "O salario medio e de R$ 2.310 por mes.", "O salário médio é de R$ 2.310 por mês."),
        ("pt", "E preciso ter formacao.", "É preciso ter formação."),
        ("es", "El año pasado ganaban mas.", "El año pasado ganaban mas."),
        ("en", "Median pay a mes", "Median pay a mes"),
    ],
)  # fmt: skip
def test_accents_are_restored_where_a_text_has_none(language, text, restored):
    assert with_accents(text, language) == restored
    assert len(with_accents(text, language)) == len(text)

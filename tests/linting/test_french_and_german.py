"""French and German guides are read for what needs few words: figures, tables, marks, doubles."""

from __future__ import annotations

import pytest
from linting.told import codes

from guidepub import Fact

FACTS = {"median_wage": Fact(value=32500, unit="EUR/year", as_of=2024, source="bls")}


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("fr", "Le salaire médian des boulangers est de 45 000 € par an. [@bls]", ["V003"]),
        ("fr", "Le salaire médian est de 32 500 € par an. [@bls]", []),
        ("fr", "Le salaire médian des bouchers est de 45 000 € par an. [@bls]", []),
        ("de", "Der Medianlohn beträgt 45.000 € im Jahr. [@bls]", ["V003"]),
        ("de", "Der Medianlohn beträgt 32.500 € im Jahr. [@bls]", []),
        ("fr", "Les les boulangers pétrissent.", ["X012"]),
        ("fr", "Nous nous levons tôt.", []),
        ("de", "Sie kneten den den Teig.", ["X012"]),
        ("de", "Sie wissen, dass die die Arbeit machen.", []),
        (
            "fr",
            "| Centile | Salaire |\n|---|---|\n| 10 % | 40 000 € |\n| 90 % | 30 000 € |\n\n[@bls]",
            ["Q003"],
        ),
        (
            "de",
            "| Perzentil | Lohn |\n|---|---|\n| 10 % | 40.000 € |\n| 90 % | 30.000 € |\n\n[@bls]",
            ["Q003"],
        ),
        ("fr", "| Région | Salaire |\n|---|---|\n| Nord | 40 000 € |", ["V001"]),
    ],
)
def test_figures_tables_and_doubles(language, body, found):
    assert codes(body, language, title="Boulanger", facts=FACTS) == found

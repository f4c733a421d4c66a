"""Headings that name no section: short separate lines, bold lines, and the beginning of a guide."""

from __future__ import annotations

import pytest

PARTS = (
    ("Más allá del fuego", "Rescata a personas, atiende accidentes y previene incendios.", "Panorama"),
    ("Las pruebas", "Hay que aprobar una oposición con examen; piden el título de bachiller.", "Formación"),
    ("Cuánto se lleva un bombero", "Cobra 2.100 euros al mes más pagas extra.", "Salario"),
    ("Lo que viene", "Este año se jubilan cientos y se esperan más vacantes en la década.", "Perspectivas"),
)  # fmt: skip
LONE = "Bombero\n\n" + "\n\n".join(f"{head}\n\n{text}" for head, text, _ in PARTS)
BOLD = "<html lang='es'><body><h1>Bombero</h1>{}</body></html>".format(
    "".join(f"<p><b>{head}</b><br>{text}</p>" for head, text, _ in PARTS)
)


@pytest.mark.parametrize(("name", "text"), [("bombero.txt", LONE), ("bombero.html", BOLD)])
def test_lines_that_stand_as_headings_do_head_what_is_below(converted, name, text):
    guide = converted(text, name).guide
    found = {section.title.split()[0]: section.body for section in guide.sections}
    for head, words, title in PARTS:
        assert words[:20] in found[title]
        assert head in found[title]


def test_two_short_lines_are_no_headings_of_a_letter(converted):
    text = "Dear reader\n\nI lay bricks and have done so for years.\n\nYours truly\n\nA mason who likes his work writes this."
    guide = converted(text, "letter.txt").guide
    assert "Yours truly" in " ".join(section.body for section in guide.sections)
    assert all("### " not in section.body for section in guide.sections)

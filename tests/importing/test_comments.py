"""Readers' comments below a page are removed; a guide's own text under such a heading is kept."""

from __future__ import annotations

import pytest

_GUIDES = {
    "en": ("Farrier", "Farriers trim and shoe hooves.", "Salary", "They are paid by the horse."),
    "es": ("Herrador", "El herrador hierra caballos.", "Salario", "Cobra por caballo."),
    "fr": ("Maréchal-ferrant", "Il ferre les chevaux.", "Salaire", "Il est payé au cheval."),
    "de": ("Hufschmied", "Er beschlägt Pferde.", "Gehalt", "Er wird pro Pferd bezahlt."),
    "pt": ("Ferrador", "O ferrador ferra cavalos.", "Salário", "É pago por cavalo."),
}


def _guide(language, *below):
    title, does, salary, pay = _GUIDES[language]
    parts = [f"# {title}", does, f"## {salary}", pay, *below]
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(
    ("language", "head", "writer"),
    [
        ("en", "## 3 Comments", "### Jane says:"),
        ("en", "## Comments", "**Jane** on June 3, 2023"),
        ("en", "## 2 thoughts on “Farrier”", "### Jane wrote:"),
        ("es", "## 2 comentarios", "### Ana dice:"),
        ("fr", "## 2 commentaires", "### Anne dit :"),
        ("de", "## Kommentare (2)", "### Anna sagt:"),
        ("pt", "## 2 comentários", "### Ana disse:"),
    ],
)
def test_comments_of_readers_go_to_the_end(converted, language, head, writer):
    text = _guide(
        language, head, writer, "Mine costs 900 a month!", "Reply", "### Bo says:", "Wow."
    )
    made = converted(text, "x.md").text
    assert _GUIDES[language][3] in made
    assert not any(word in made for word in ("Mine costs", "Reply", "Wow", writer.strip("#* :")))


def test_a_copyright_line_ends_comments(converted):
    text = _guide("en", "## 1 Comment", "### Jane says:", "Great post!", "© 2024 Hoof Press")
    assert [p.fate for p in converted(text, "x.md").passages if "Hoof" in p.text] == ["notice"]


@pytest.mark.parametrize(
    "below",
    [
        ("## Comments", "Farriers comment on each hoof in the log."),
        ("## 5 responses to a kick", "Step back first."),
        ("## Discussion", "Ask a farrier about oak.", "## Education", "It takes a year."),
        ("## 3 Comments", "### Jane says:", "Be early.", "## Education", "It takes a year."),
    ],
)
def test_what_a_guide_says_there_stays(converted, below):
    made = converted(_guide("en", *below), "x.md").text
    assert all(line in made for line in below if not line.startswith("#"))


def test_how_many_comments_stand_beside_a_title_takes_nothing(converted):
    text = "# Farrier\n\n3 Comments\n\nFarriers shoe horses.\n\nThey work outside.\n"
    assert "They work outside." in converted(text, "x.md").text


@pytest.mark.parametrize(
    ("head", "comment"),
    [("Comentarios", "Ana dice: ¡Gracias!"), ("Kommentare", "Anna schrieb am 3. Mai 2021: Danke!")],
)
def test_who_says_a_comment_may_stand_before_it(converted, head, comment):
    text = "# Koch\n\n## Überblick\n\nKöche kochen.\n\n## Ausbildung\n\nSie dauert drei Jahre.\n\n"
    made = converted(f"{text}## {head}\n\n{comment}\n\nSehr gut.\n", "a.md")
    assert made.text.endswith("Sie dauert drei Jahre.\n")


@pytest.mark.parametrize(
    ("head", "comments"),
    [("Kommentare", "Anna: Super Beitrag!\n\nKurt: Danke, hat geholfen."),
     ("Comentarios", "- Ana: muy útil\n- Luis: gracias"),
     ("Commentaires", "**Luc** : merci !\n\n**Zoé** : très utile"),
     ("Comments", "joe77: great read!! Mary P.: thanks")],
)  # fmt: skip
def test_comments_behind_names_are_left_out(body, head, comments):
    text = f"# Weaver\n\n## Overview\n\nWeavers weave.\n\n## Training\n\nOne year.\n\n## {head}\n\n{comments}\n"
    made = body(text, "text.md")
    assert made.endswith("One year.")

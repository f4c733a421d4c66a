"""What a catalogue's own phrases do, and how they reach its books."""

from __future__ import annotations

import os

import pytest
from definitions import DAY, definition, guide, write

import guidepub
from guidepub import Catalog
from guidepub.phrases import shipped_phrases

PRESS = '[imprint]\nname = "Press"\n'


def marked(value):
    """Return all phrases in what stands for another language: each behind a tilde."""
    if isinstance(value, dict):
        return {key: marked(inner) for key, inner in value.items()}
    return f"~{value}" if isinstance(value, str) else value


DUTCH = marked(dict(shipped_phrases("en")))


def titles(book):
    return {leaf.kind: leaf.title for leaf in book.leaves}


def test_a_language_that_guidepub_has_not_is_a_catalogues_own():
    catalog = Catalog.of(guide("Brood."), defaults={"language": "nl-BE"}, phrases={"nl": DUTCH})
    (baker,) = catalog.values()
    book = guidepub.assemble(baker, catalog)
    assert titles(book)["contents"] == "~Contents"
    assert book.rights == f"~Copyright © {DAY.year} Independent"
    page = guidepub.render(book, "web").decode()
    assert "~Skip to the text" in page
    assert "~Edition 1" in page


def test_single_words_of_a_shipped_language_are_replaced(tmp_path):
    words = 'sources = "De dónde vienen las cifras"\n[boxes]\nnote = "Ojo"\n'
    body = ":::{note}\nCalor.\n:::\n\nPan [@a]."
    head = "language: es-MX\nsources: {a: {title: A, publisher: B}}"
    files = {"catalog.toml": PRESS, "phrases/es.toml": words, "baker.md": definition(body, head)}
    catalog = guidepub.load(write(tmp_path, files))
    book = guidepub.assemble(catalog["baker"], catalog)
    assert titles(book)["sources"] == "De dónde vienen las cifras"
    assert titles(book)["contents"] == "Índice"
    assert ">Ojo<" in "".join(leaf.xhtml for leaf in book.leaves)


def test_a_region_comes_before_its_language():
    own = {"pt": {"sources": "Fontes", "notes": "N"}, "pt-PT": {"sources": "Origens"}}
    catalog = Catalog.of(phrases=own)
    assert catalog.phrases_in("pt-PT")["sources"] == "Origens"
    assert catalog.phrases_in("pt-PT")["notes"] == "N"
    assert catalog.phrases_in("pt-BR")["sources"] == "Fontes"


def test_quotation_marks_are_those_of_the_catalogue():
    own = {"en": {"quotes": ["‘", "’", "“", "”"]}}
    catalog = Catalog.of(guide('"Bread" rises.', title='The "Baker"'), phrases=own)
    book = guidepub.assemble(catalog["the-baker"], catalog)
    assert book.guide.title == "The ‘Baker’"
    assert "‘Bread’" in book.leaves[-1].xhtml


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"es": {"edition": "Edición"}}, "es.edition: The placeholder {number} is missing."),
        (
            {"es": {"surces": "F"}},
            "es.surces: The key “surces” is unknown. Did you mean “sources”?",
        ),
        ({"nl": {"sources": "B"}}, "nl: quotes, contents, notes"),
    ],
)
def test_phrases_given_in_python_are_judged(own, expected):
    with pytest.raises(guidepub.InputError) as error:
        Catalog.of(phrases=own)
    assert expected in str(error.value)


def test_a_guide_is_refused_with_how_its_language_can_be_had():
    catalog = Catalog.of(guide("Pa.", language="ca-ES"))
    with pytest.raises(guidepub.InputError, match=r"phrases/ca\.toml"):
        guidepub.assemble(catalog["baker"], catalog)


def test_a_link_out_of_the_catalogue_is_not_followed(tmp_path):
    write(tmp_path, {"in/catalog.toml": PRESS, "out/es.toml": 'sources = "F"\n'})
    (tmp_path / "in/phrases").mkdir()
    os.symlink(tmp_path / "out/es.toml", tmp_path / "in/phrases/es.toml")
    with pytest.raises(guidepub.InputError) as error:
        guidepub.load(tmp_path / "in")
    assert [finding.code for finding in error.value.findings] == ["D041"]

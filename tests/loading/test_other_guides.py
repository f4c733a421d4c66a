"""Guides that name other guides of their catalogue: titles, addresses, and when they change."""

from __future__ import annotations

import re

import pytest
from definitions import books_of_rows, definition, guide, write

import guidepub
from guidepub import Catalog, assemble

WEB = '[imprint]\nname = "Press"\n[web]\nurl = "https://books.example"\n'


def paragraphs(book):
    """Return the paragraphs of a book's first section as XHTML."""
    leaf = next(leaf for leaf in book.leaves if leaf.kind == "section")
    return " ".join(re.findall("<p>(.*?)</p>", leaf.xhtml, re.S))


@pytest.fixture
def folder(tmp_path):
    spanish = definition(title="Panadero", head="slug: pan\nlanguage: es")
    words = "Read {guide}`cook`, [](guide:pan), [that](guide:cook) and {guide}`this <pan>`."
    return write(
        tmp_path,
        {
            "catalog.toml": WEB,
            "baker.md": definition(words),
            "cook.md": definition(title="Cook & Chef"),
            "es/guide.md": spanish,
        },
    )


COOK = '<a href="https://books.example/cook/cook.html">'
PAN = '<a href="https://books.example/pan/pan.html">'


def test_another_guide_is_called_by_its_title_and_leads_to_its_address(folder):
    catalog = guidepub.load(folder)
    assert paragraphs(assemble(catalog["baker"], catalog)) == (
        f"Read {COOK}<cite>Cook &amp; Chef</cite></a>, "
        f'{PAN}<cite lang="es">Panadero</cite></a>, {COOK}that</a> and {PAN}this</a>.'
    )


def test_a_guide_that_is_read_alone_knows_those_that_it_names(folder):
    catalog = guidepub.load(folder / "baker.md")
    assert list(catalog) == ["baker"]
    assert "<cite>Cook &amp; Chef</cite>" in paragraphs(assemble(catalog["baker"], catalog))


def test_without_an_address_there_are_words_alone(folder):
    (folder / "catalog.toml").write_text('[imprint]\nname = "Press"\n')
    catalog = guidepub.load(folder)
    printed = paragraphs(assemble(catalog["baker"], catalog))
    assert "<a " not in printed
    assert "<cite>Cook &amp; Chef</cite>" in printed
    assert "<span>that</span>" in printed
    assert guidepub.render(assemble(catalog["baker"], catalog), "web")


def test_guides_made_in_python_name_each_other():
    one, two = guide("See {guide}`two`.", slug="one"), guide("Words.", slug="two", title="Two")
    catalog = Catalog.of(one, two)
    assert paragraphs(assemble(catalog["one"], catalog)) == "See <cite>Two</cite>."


def test_a_guide_of_a_row_is_named_as_others_are(tmp_path):
    write(
        tmp_path, books_of_rows("See {guide}`{{ row.other }}`.", "name,other\nOne,two\nTwo,one\n")
    )
    catalog = guidepub.load(tmp_path)
    assert paragraphs(assemble(catalog["one"], catalog)) == "See <cite>Two</cite>."
    assert paragraphs(assemble(catalog["two"], catalog)) == "See <cite>One</cite>."


def test_a_new_title_makes_the_books_anew_that_print_it(folder, tmp_path):
    (folder / "lone.md").write_text(definition(title="Lone"))

    def made():
        report = guidepub.build(guidepub.load(folder), tmp_path / "out", editions=("web",))
        return sorted(each.slug for each in report.built)

    assert made() == ["baker", "cook", "lone", "pan"]
    assert made() == []
    (folder / "cook.md").write_text(definition(title="Cook"))
    assert made() == ["baker", "cook"]
    page = (tmp_path / "out" / "baker" / "baker.html").read_text("utf-8")
    assert "<cite>Cook</cite>" in page

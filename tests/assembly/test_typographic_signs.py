"""Texts outside of prose are set as prose is: titles, labels, captions, names, cells."""

from __future__ import annotations

import pytest
from definitions import guide

import guidepub
from guidepub import Catalog, Fact, Source
from guidepub.assembly.shared.evidence import Evidence
from guidepub.assembly.typesetting import typeset_guide
from guidepub.model import Occupation, Person
from guidepub.phrases import phrases

BODY = """
:::{table} The worker's "pay" in *1998--2024*
:note: See **all** "figures" -- [here](https://a.example).

| A |
|---|
| b |
:::

:::{chart} The worker's "pay"
:facts: median_wage
:::

:::{tip} Don't "sign" -- *yet*
Not yet.
:::

:::{programs} Schools -- "all"
:::
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quotes")
    (folder / "programs.csv").write_text(
        'institution,city,program,accreditor\n"St. Mary\'s ""Tech""",O\'Fallon,Baker\'s Art,Int\'l Board\n'
    )
    made = guide(
        BODY,
        title='The Welder\'s "Hard" Choice -- A Guide',
        subtitle="What they don't tell you...",
        description='It\'s a short guide -- to the "work".',
        occupation=Occupation(soc="51-4121", title="Welders' Work"),
        authors=(Person(name="Sean O'Neil"),),
        at_a_glance=("median_wage", "tools"),
        facts={
            "median_wage": Fact(
                value=51000, unit="USD/year", source="bls", label="The worker's *median*"
            ),
            "tools": Fact(value="a worker's hands", label="Tools -- `x'y` H~2~O"),
        },
        sources={"bls": Source(title='The Bureau\'s "Handbook"', publisher="Bureau's")},
    )
    imprint = {"name": "Crumb", "about": 'We don\'t "sleep".'}
    data = {
        "programs": {"file": "programs.csv", "note": "Pupils' *own* [list](https://a.example)."}
    }
    catalog = Catalog.of(made, root=folder, imprint=imprint, data=data)
    return guidepub.assemble(made, catalog)


def leaf(book, kind):
    return next(leaf.xhtml for leaf in book.leaves if leaf.kind == kind)


TITLE = "The Welder’s “Hard” Choice – A Guide"


def test_a_book_s_own_texts_are_typographic(book):
    assert book.guide.title == TITLE
    assert book.guide.description == "It’s a short guide – to the “work”."
    page = leaf(book, "title-page")
    for words in (TITLE, "What they don’t tell you…", "Sean O’Neil"):
        assert words in page
    assert f"<cite>{TITLE}</cite>" in leaf(book, "imprint-page")
    assert "Welders’ Work" in leaf(book, "imprint-page")
    assert "The Bureau’s “Handbook”" in leaf(book, "sources")
    assert "We don’t “sleep”." in leaf(book, "about-publisher")


def test_a_book_is_still_of_the_guide_as_it_is_defined(book):
    assert book.guide_hash != book.guide.content_hash
    assert typeset_guide(book.guide, book.phrases.typography) == book.guide


@pytest.mark.parametrize(
    "words",
    [
        "<dt>The worker’s <em>median</em></dt>",
        "<dt>Tools – <code>x'y</code> H<sub>2</sub>O</dt>",
        ">A worker’s hands</span>",
        "<figcaption>The worker’s “pay” in <em>1998–2024</em></figcaption>",
        'See <strong>all</strong> “figures” – <a href="https://a.example">here</a>.',
        "<figcaption>The worker’s “pay”</figcaption>",
        ">The worker’s median</text>",
        "The worker’s “pay”. The worker’s median: $51,000",
        '<span class="box-subject">Don’t “sign” – <em>yet</em></span>',
        "<figcaption>Schools – “all”</figcaption>",
        "St.\u00a0Mary’s “Tech”",
        "Baker’s Art",
        "O’Fallon",
        "Int’l Board",
        'Pupils’ <em>own</em> <a href="https://a.example">list</a>.',
        "Source: Bureau’s, The Bureau’s “Handbook”",
    ],
)
def test_words_beside_the_prose_are_typographic(book, words):
    assert words in leaf(book, "section")


def test_a_label_in_another_language_has_its_quotes():
    made = guide("Brot.", language="de", facts={"a": Fact(value="x", label='Der "Lohn"')})
    assert Evidence(made, phrases("de")).label("a").plain == "Der „Lohn“"

"""A dedication, forewords, parts, appendices and the like: their order, numbers, words and links."""

from __future__ import annotations

import pytest
from definitions import DAY, guide, leaf
from finished import words_of, xhtml

from guidepub import Catalog, Guide, Section
from guidepub.assembly import assemble
from guidepub.model.guides.sections import misplaced, numerals_of, parts_of

KINDS = (
    "foreword",
    "acknowledgements",
    "unnumbered",
    "part",
    "section",
    "section",
    "part",
    "section",
    "appendix",
    "appendix",
    "about-author",
    "also-by",
)


def book_of(*sections: Section, **fields):
    made = Guide(title="Baker", published=DAY, sections=sections, **fields)
    return assemble(made, Catalog.of(made))


@pytest.fixture(scope="module")
def book():
    sections = [Section(title=f"T{n}", kind=kind, body="Bread.") for n, kind in enumerate(KINDS)]
    return book_of(*sections, dedication='For "Ana".\n\nAnd Ben.')


def test_leaves_stand_where_a_book_has_them(book):
    found = [(each.kind, each.part) for each in book.leaves]
    assert found == [
        ("cover", "cover"),
        ("title-page", "frontmatter"),
        ("imprint-page", "frontmatter"),
        ("dedication", "frontmatter"),
        ("contents", "frontmatter"),
        ("foreword", "frontmatter"),
        ("acknowledgements", "frontmatter"),
        ("unnumbered", "bodymatter"),
        ("part", "bodymatter"),
        ("section", "bodymatter"),
        ("section", "bodymatter"),
        ("part", "bodymatter"),
        ("section", "bodymatter"),
        ("appendix", "backmatter"),
        ("appendix", "backmatter"),
        ("about-author", "backmatter"),
        ("also-by", "backmatter"),
    ]


def test_the_last_leaves_stand_behind_the_sources():
    source = {"a": {"title": "A", "publisher": "B"}}
    book = book_of(
        Section(title="One", body="Bread [@a]."),
        Section(title="Cook", kind="about-author", body="He bakes."),
        sources=source,
    )
    assert [each.kind for each in book.leaves][-3:] == ["section", "sources", "about-author"]


def test_contents_list_all_but_the_dedication_and_those_of_a_part_below_it(book):
    contents = xhtml(leaf(book, "contents"))
    top = contents.find(".//ol")
    words = [(item.findtext("a"), len(item.findall("ol/li"))) for item in top.findall("li")]
    assert words == [
        ("T0", 0),
        ("T1", 0),
        ("T2", 0),
        ("Part\N{NO-BREAK SPACE}I. T3", 2),
        ("Part\N{NO-BREAK SPACE}II. T6", 1),
        ("Appendix\N{NO-BREAK SPACE}A. T8", 0),
        ("Appendix\N{NO-BREAK SPACE}B. T9", 0),
        ("T10", 0),
        ("T11", 0),
    ]


def test_a_dedication_is_set_as_plain_text(book):
    assert words_of(xhtml(leaf(book, "dedication"))) == "For “Ana”. And Ben."


def test_leaves_tell_what_they_are(book):
    reported = {
        each.kind: (xhtml(each.xhtml).get("{http://www.idpf.org/2007/ops}type"), root.get("role"))
        for each in book.leaves
        for root in [xhtml(each.xhtml)]
    }
    assert reported["foreword"] == ("foreword", "doc-foreword")
    assert reported["acknowledgements"] == ("acknowledgments", "doc-acknowledgments")
    assert reported["appendix"] == ("appendix", "doc-appendix")
    assert reported["part"] == ("part", "doc-part")
    assert reported["unnumbered"] == ("chapter", "doc-chapter")
    assert reported["dedication"] == ("dedication", "doc-dedication")
    assert reported["about-author"] == (None, "region")


def test_sections_alone_are_counted(book):
    numbers = [
        xhtml(each.xhtml).findtext(".//p[@class='section-number']")
        for each in book.leaves
        if each.kind == "section"
    ]
    assert numbers == ["1", "2", "3"]


def test_labels_are_in_the_language_of_the_guide():
    sections = [Section(title="Uno", body="Pan."), Section(title="Más", kind="appendix", body="Y.")]
    book = book_of(*sections, language="es")
    assert [each.entry for each in book.leaves][-1] == "Apéndice\N{NO-BREAK SPACE}A. Más"


def test_what_an_appendix_holds_is_numbered_by_its_letter():
    table = ":::{table} Prices\n:name: prices\n\n| A | B |\n|---|---|\n| 1 | 2 |\n:::\n"
    there = table.replace("prices", "others")
    asked = "{ref}`others`, {numref}`two`, {ref}`two`, {numref}`one`."
    book = book_of(
        Section(title="One", body=f"{table}\n{asked}"),
        Section(title="Two", kind="appendix", body=there),
        Section(title="Three", kind="appendix", body=there.replace("others", "more")),
    )
    words = words_of(xhtml(leaf(book, "section-one"))).replace("\N{NO-BREAK SPACE}", " ")
    assert "Table 1. Prices" in words
    assert "Table A.1, Appendix A, Appendix A, Section 1." in words
    assert "Table B.1. Prices" in words_of(xhtml(leaf(book, "section-three"))).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_panel_of_figures_stands_in_the_first_numbered_section():
    facts = {
        "median_wage": {"value": 1, "unit": "USD/year"},
        "projected_growth": {"value": 2, "unit": "percent"},
    }
    book = book_of(
        Section(title="Before", kind="unnumbered", body="Bread."),
        Section(title="One", body="Bread."),
        facts=facts,
    )
    having = [each.id for each in book.leaves if "at-a-glance" in each.xhtml]
    assert having == ["section-one"]


def test_acknowledgements_stand_before_the_sections_or_behind_them():
    assert parts_of(("acknowledgements", "section")) == ("frontmatter", "bodymatter")
    assert parts_of(("section", "acknowledgements")) == ("bodymatter", "backmatter")
    assert not list(misplaced(("section", "appendix", "acknowledgements", "also-by")))


@pytest.mark.parametrize(
    ("kinds", "wrong"),
    [
        (("section", "foreword"), [1]),
        (("appendix", "section"), [1]),
        (("also-by", "section", "part"), [1, 2]),
        (("foreword", "section", "appendix", "preface"), [3]),
        (KINDS, []),
    ],
)
def test_what_stands_where_it_cannot_is_reported(kinds, wrong):
    assert list(misplaced(kinds)) == wrong


def test_numbers_go_beyond_the_alphabet():
    numerals = [each.text for each in numerals_of(("appendix",) * 28)]
    assert numerals[0] == "A"
    assert numerals[25:] == ["Z", "AA", "AB"]


def test_a_guide_without_any_looks_as_before():
    bare = guide("Bread.")
    book = assemble(bare, Catalog.of(bare))
    assert not book.has_matter
    assert "<ol>\n    <li><a" in leaf(book, "contents")

"""Copyright lines, disclaimers, and what is neither."""

from __future__ import annotations

import pytest

from guidepub.text.residue.legal import (
    copyright_years,
    has_copyright_line,
    is_legal_heading,
    is_legal_matter,
    legal_wording,
)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("© 2019", [(2019, 2019)]),
        ("Copyright © 2019-2021 A Press", [(2019, 2021)]),
        ("(c) copyright 2011", [(2011, 2011)]),
        ("The law of 2011 on copyright", []),
    ],
)
def test_the_years_of_a_copyright_line(text, years):
    found = copyright_years(text)
    assert [(line.first, line.last) for line in found] == years
    assert [text[line.start : line.end] for line in found] == [str(last) for _, last in years]


@pytest.mark.parametrize(
    "text",
    [
        "Copyright © A Press",
        "All rights reserved.",
        "This guide is for informational purposes only.",
        "Todos los derechos reservados.",
        "Este texto no constituye asesoramiento legal.",
        "The publisher is not liable.",
    ],
)
def test_legal_wording_is_seen_in_the_prose_and_at_the_end_of_a_text(text):
    assert legal_wording(text)
    assert is_legal_matter(text)


def test_a_copyright_line_is_one_wherever_it_stands_and_a_disclaimer_is_not():
    assert has_copyright_line("Photos: copyright 2019 A Press")
    assert not has_copyright_line("Ask for professional advice: nobody is liable for you.")


def test_a_link_to_legal_pages_is_told_but_is_no_legal_matter():
    link = "Privacy policy | Contact"
    assert legal_wording(link)
    assert not is_legal_matter(link)


@pytest.mark.parametrize(
    "text",
    [
        "Redactan folletos de carácter informativo.",
        "Nurses are not guaranteed a job by a degree alone.",
        "Copyright law is a field of its own.",
    ],
)
def test_other_words_are_no_legal_matter(text):
    assert not legal_wording(text)
    assert not is_legal_matter(text)


def test_headings_over_legal_matter():
    assert is_legal_heading("legal notice")
    assert is_legal_heading("aviso legal")
    assert not is_legal_heading("notices to employers")

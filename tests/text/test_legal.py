"""Copyright lines, disclaimers, and what is neither."""

from __future__ import annotations

import pytest

from guidepub.text.residue.legal import (
    copyright_years,
    end_of_legal_beginning,
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


def test_a_link_to_legal_pages_is_recognised_but_is_no_legal_matter():
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


@pytest.mark.parametrize(
    ("law", "prose"),
    [
        ("All rights reserved.", "Roofers with a crew bid on larger houses. A crew of five lays one in three days."),
        ("Alle Angaben ohne Gewähr.", "Wer eine Kolonne führt, bewirbt sich um größere Häuser. Fünf Leute decken ein Haus in drei Tagen."),
        ("© 2019 Trade Press.", "Roofers with a crew bid on larger houses. A crew of five lays one in three days."),
        ("Esta guía se publica con fines meramente informativos.", "Quien tiene cuadrilla presupuesta casas grandes. Cinco personas cubren una en tres días."),
    ],
)  # fmt: skip
def test_prose_behind_legal_sentences_begins_where_these_end(law, prose):
    assert end_of_legal_beginning(f"{law} {prose}") == len(law) + 1


@pytest.mark.parametrize(
    "text",
    [
        "All rights reserved. Published by Acme Press in Ohio. Printed on recycled paper in Canada.",
        "This guide is for information only. Salaries vary from one region to another. Results may differ.",
        "Roofers with a crew bid on larger houses. A crew of five lays one in three days. All rights reserved.",
        "All rights reserved.",
    ],
)
def test_a_paragraph_that_is_legal_matter_or_none_is_not_parted(text):
    assert not end_of_legal_beginning(text)


def test_rights_reserved_for_somebody_are_no_copyright():
    assert not is_legal_matter("All rights reserved for patients of record, the dentist hears.")
    assert is_legal_matter("All rights reserved for all countries.")

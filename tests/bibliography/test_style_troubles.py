"""What keeps a file from being a style: it is anybody's."""

from __future__ import annotations

import pytest
from small_styles import AUTHOR_DATE, HEAD, NUMERIC

from guidepub.bibliography import style_troubles

START, END = HEAD.format(form="numeric"), '<bibliography><layout><text variable="title"/></layout></bibliography></style>'  # fmt: skip
CITATION = '<citation><layout><text macro="m0"/></layout></citation>'


def doubling(depth):
    """Return macros of which each calls the next one twice."""
    calls = [
        f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>'
        for n in range(depth)
    ]
    return "".join(calls) + f'<macro name="m{depth}"><text variable="title"/></macro>'


@pytest.mark.parametrize("style", [AUTHOR_DATE, NUMERIC, START + doubling(5) + CITATION + END])
def test_a_style_for_citations_in_the_text_is_taken(style):
    assert list(style_troubles(style)) == []


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("", "This is not XML"),
        ("<style/>", "This is not a CSL style."),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + NUMERIC, "A style cannot declare a document type"),
        (NUMERIC.replace('class="in-text"', 'class="note"'), "The style cites in notes."),
        (NUMERIC.replace('variable="title"', 'variable="nothing"'), "The style is not CSL 1.0.2"),
        (START + CITATION + "</style>", "The style has no list of works."),
        (START + CITATION + END, "The macro “m0” does not exist, or calls itself."),
        (START + '<macro name="m0"><text macro="m0"/></macro>' + CITATION + END, "The macro “m0” does not exist, or calls itself."),
        (START + doubling(30) + CITATION + END, "A citation needs more than 20,000 elements"),
        (START + doubling(300) + CITATION + END, "The macro “m"),
        (NUMERIC.replace("<updated>", '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/><updated>'), "The style only refers to another one, apa."),
    ],
)  # fmt: skip
def test_what_is_none_is_reported(style, message):
    found = list(style_troubles(style))
    assert found
    assert found[0].message.startswith(message)

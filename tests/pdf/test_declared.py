"""What attributes declare is the same whether it is parsed anew or known."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from guidepub.pdf.engine.weasyprint import styling
from guidepub.pdf.shortcuts.declared import attributes_are_read_once

DOCUMENT = ElementTree.fromstring(
    '<html lang="en-US"><body><p id="a">1</p><p id="b" lang="es" style="color: red">2</p>'
    '<p id="c d">3</p><a name="d" id="e">4</a><p lang="es">5</p><p lang="es">6</p>'
    '<p lang="de" id="f">7</p><p lang="" id="">8</p><p style="">9</p>'
    f'<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/><p id="{"g" * 500}">10</p>'
    "</body></html>"
)


def declared() -> list[tuple[object, ...]]:
    """Return what each attribute of the document declares, in their order."""
    return [
        (specificity, element, *map(repr, styling.preprocess_declarations(address, declarations)))
        for specificity, element, declarations, address in styling.find_style_attributes(
            DOCUMENT, False, "book:"
        )
    ]


def test_known_attributes_declare_what_they_did():
    expected = declared()
    with attributes_are_read_once():
        # The second time all are known.
        assert [declared(), declared()] == [expected, expected]


def test_what_cannot_be_read_is_reported_each_time(caplog):
    tree = ElementTree.fromstring("<p id='a\"}{'/>")
    with attributes_are_read_once():
        for count in (1, 2):
            for _, _, declarations, address in styling.find_style_attributes(tree):
                assert list(styling.preprocess_declarations(address, declarations)) == []
            assert len(caplog.records) == count


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ('id="a"', 'id="a"', True),
        ('lang="es"', 'lang="es"', True),
        ('lang="es"', 'lang="de"', False),
        # WeasyPrint sees the last one only.
        ('lang="es" id="a"', 'lang="de" id="a"', False),
        ('style="color: red" id="a"', 'style="color: blue" id="a"', False),
    ],
)
def test_elements_are_alike_only_if_all_their_attributes_are(first, second, alike):
    tree = ElementTree.fromstring(f"<body><p {first}/><p {second}/></body>")
    last: dict[object, tuple[object, ...]] = {}
    with attributes_are_read_once():
        for _, element, declarations, _ in styling.find_style_attributes(tree):
            last[element] = tuple(declarations)
    assert (last[tree[0]] == last[tree[1]]) is alike

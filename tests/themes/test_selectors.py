"""What certainly cannot match, and what could: never the other way round."""

from __future__ import annotations

from collections import Counter

import cssselect2
import pytest
import tinycss2
from lxml import etree

from guidepub.themes.stylesheets.selectors import Element, could_match, read_selectors

HTML = Element("html")
BODY = Element("body", parent=HTML)
SECTION = Element("section", frozenset({"leaf", "notices"}), "notices", BODY)
WORDING = Element("div", frozenset({"wording"}), None, SECTION)
WORDS = Element("p", parent=WORDING)


def matches(text: str, element: Element) -> bool:
    selectors = read_selectors(tinycss2.parse_component_value_list(text))
    return selectors is None or any(could_match(each, element) for each in selectors)


@pytest.mark.parametrize(
    "text",
    [
        "p", "P", "*", "*|p", ".wording p", ".wording > p", "body p", ":root p", "html > body p",
        "section.leaf.notices > div > *", "p:first-child", "h1 + p", "h1 ~ p", ".wording > * + p",
        "p:not(.wording p)", "p[title]", "[style] p", ":has(p) p", "p:hover", "p::before",
        ":is(h1, .wording) p", ":where(.wording) *", ":is(::nonsense, p)", "p:nth-child(2 of .x)",
        "#notice-disclaimer p", "h1, p", "\\70", "p/**/", ":scope", "p:unknown", "p:unknown(1)",
    ],
)  # fmt: skip
def test_what_could_match_is_reported(text):
    assert matches(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "h1", ".box", ".cover p", ".wording + .box > p", "section > p", "body#cover p", "table p",
        ".wording.box p", ":is(h1, .box) p", ":where(.box > *)", "p:root", "body > p",
        ".contents > p + p", ".any > * + p", ".x ~ .wording .y p", "p > p", "h1, h2",
    ],
)  # fmt: skip
def test_what_cannot_match_is_reported(text):
    assert not matches(text, WORDS)


@pytest.mark.parametrize("text", ["p::-unknown-part", "p >", "|", ":is(p::nonsense)", "n|p", "&"])
def test_a_selector_that_cannot_be_read_is_reported(text):
    assert read_selectors(tinycss2.parse_component_value_list(text)) is None


def test_a_long_selector_in_a_deep_document_asks_for_each_ancestor_once():
    asked: Counter[str] = Counter()

    class Counted(Element):
        def ancestors(self):
            for ancestor in super().ancestors():
                asked["ancestors"] += 1
                yield ancestor

    element = HTML
    for _ in range(200):
        element = Counted("div", parent=element)
    assert not matches("body " + "* " * 40 + "div", element)
    # Forty parts by two hundred ancestors; tried anew from each, they would be a hundred times that.
    assert asked["ancestors"] < 40 * 200 * 4


DOCUMENT = """
<html><body><section class="leaf notices" id="notices"><header class="opening"><h1>A</h1></header>
<div class="wording" id="notice-a"><h2>B</h2><p>C</p><p lang="es">D</p></div></section></body></html>
"""
PARTS = ["p", "h2", "div", "section", "*", ".wording", ".leaf", ".box", "#notices", "#other",
         "p:first-child", ":not(.box)", "[lang]", ":is(p, h1)", ":where(.opening)", "p:last-child"]  # fmt: skip


def known(node: etree._Element) -> Element:
    parent = node.getparent()
    classes = frozenset(node.get("class", "").split())
    return Element(
        str(node.tag), classes, node.get("id", ""), None if parent is None else known(parent)
    )


def test_no_selector_matches_that_was_found_not_to():
    root = cssselect2.ElementWrapper.from_html_root(etree.fromstring(DOCUMENT))
    for one in PARTS:
        for other in PARTS:
            for combinator in (" ", " > ", " + ", " ~ "):
                text = f"{one}{combinator}{other}"
                compiled = cssselect2.compile_selector_list(text)
                for wrapped in root.iter_subtree():
                    if any(selector.test(wrapped) for selector in compiled):
                        assert matches(text, known(wrapped.etree_element)), text

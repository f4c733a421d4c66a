"""Stylesheets that are matched as one say of each element what they say one by one."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from cssselect2 import ElementWrapper, Matcher, compile_selector_list

from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher
from guidepub.pdf.engine.weasyprint import (
    CSS,
    FontConfiguration,
    LayoutSource,
    TargetCollector,
    paging,
    properties,
    styling,
)
from guidepub.pdf.shortcuts.computing import styles_are_computed_shortly
from guidepub.pdf.shortcuts.selecting import JointSheet, joined_sheets

HTML = (
    '<html lang="en"><body><section class="a b" id="one" lang="es"><p>One <em>two</em></p></section>'
    '<p class="b">five</p></body></html>'
)
SHEETS = (
    "p { color: red; margin: 1pt } .a { color: blue } :root { font-size: 9pt } em { top: 1pt }"
    " @page { margin: 1pt; size: 100pt }",
    ".b { color: lime; margin: 2pt } #one { orphans: 4 } [lang] { widows: 5 } p::before { top: 3pt }"
    " @page { margin: 2pt }",
    "@layer low { p { color: black !important; margin: 3pt } .a { orphans: 7 } }",
    "p, section { color: teal; orphans: 6 } :is(em, p) { top: 2pt } p::before { top: 4pt }"
    " * { bottom: 8pt } [lang='es'] { widows: 9 }",
    "p { bottom: 7pt } @page { margin-top: 3pt }",
)
NAMES = sorted(properties.INITIAL_VALUES)


def values(sheets: list[CSS], fonts: FontConfiguration) -> list[dict[str, str]]:
    """Return all values of all elements, of what stands before each, and of a page."""
    source = LayoutSource(HTML, BOOK, ClosedFetcher(BOOK, lambda _: None))
    style_for = styling.get_all_computed_styles(
        source, sheets, font_config=fonts, target_collector=TargetCollector()
    )
    elements = list(source.etree_element.iter())
    found = [style_for(element, pseudo) for element in elements for pseudo in (None, "before")]
    page = paging.PageType("right", False, "", 0, ())
    style_for.add_page_declarations(page)
    style_for.set_computed_styles(page, root=source.etree_element, parent=source.etree_element)
    found.append(style_for(page))
    return [{name: repr(style[name]) for name in NAMES} for style in found if style is not None]


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "the other way round"])
def test_rules_outweigh_each_other_as_in_stylesheets_of_their_own(order):
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts) for text in SHEETS[::order]]
    expected = values(sheets, fonts)
    with styles_are_computed_shortly():
        assert values(sheets, fonts) == expected


def test_stylesheets_whose_rules_all_have_one_specificity_stay_alone():
    hints = CSS(string="#one { orphans: 4 }"), CSS(string="section { orphans: 5 }")
    given = [(sheet, "author", (0, 0, 0)) for sheet in hints]
    assert [sheet for sheet, *_ in joined_sheets(given)] == [*hints]


def test_what_has_one_weight_is_one_and_layers_stay_alone():
    fonts = FontConfiguration()
    first, second, layered, third, last = (CSS(string=text, font_config=fonts) for text in SHEETS)
    given = [(first, "author", None), (second, "author", None), (layered, "author", None)]
    given += [(third, "author", None), (last, "user", None)]
    found = list(joined_sheets(given))
    assert [isinstance(sheet, JointSheet) for sheet, *_ in found] == [True, False, True, True]
    assert [origin for _, origin, _ in found] == ["author"] * 3 + ["user"]
    assert found[1][0] is layered


DOCUMENT = (
    '<html lang="en"><body class="b"><p>1</p><p class="a">2</p><p class="a" dir="rtl">3</p>'
    '<section class="a"><p class="a" id="x">4</p><p id="y" class="a" dir="ltr"/><p class="a b">6</p>'
    '<p class="a" lang="es" title="t">7</p><a href="#x">8</a><a href="https://x.org">9</a><a>10</a>'
    '</section><p class="a">11</p></body></html>'
)
SELECTORS = (
    "*", "p", "p.a", ".a", "#x", "p#y", ".b .a", "section > p", "p + p", "p ~ .a", ":root", "a:link",
    "p:first-child", ":nth-child(2n)", "p:last-of-type", ":empty", "[lang]", ":lang(es)", "[title=t]",
    "[dir=rtl]", "a[href^='https']", "p:not(.a)", ":is(.b, section) > *", ":not([dir])", "[class~=b]",
    "p:has(+ .b)", "section:has(a)", "p::before", ".a[dir]::after", "a:not([href])", ":not(:is(p, a))",
)  # fmt: skip


def test_elements_with_the_same_attributes_in_other_places_are_distinguished():
    matcher = Matcher()
    for selector in SELECTORS:
        for compiled in compile_selector_list(selector):
            matcher.add_selector(compiled, selector)
    sheet = SimpleNamespace(matcher=matcher, page_rules=[], layers=())
    joint = JointSheet([sheet]).matcher
    found = set()
    for element in ElementWrapper.from_html_root(ElementTree.fromstring(DOCUMENT)).iter_subtree():
        # The second time each is known.
        for _ in range(2):
            assert joint.match(element) == matcher.match(element)
        found |= {payload for *_, payload in matcher.match(element)}
    assert found >= set(SELECTORS)

"""Styles that are computed by the short way have the values that WeasyPrint gives them."""

from __future__ import annotations

import pytest

from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher
from guidepub.pdf.engine.weasyprint import (
    CSS,
    FontConfiguration,
    LayoutSource,
    TargetCollector,
    properties,
    styling,
)
from guidepub.pdf.shortcuts.computing import styles_are_computed_shortly

HTML = (
    '<html lang="en"><body><section class="a"><p>One <em>two</em></p><ul><li>three</li></ul>'
    '<table><tr><td>four</td></tr></table></section><p class="b">five</p></body></html>'
)
RULES = (
    "html { font-size: 10pt; --gap: 3pt }",
    ".a { margin-inline-start: 2em; border-block-start: 1pt solid red; page: wide }",
    ".a p { margin-left: 1pt; text-indent: calc(10% + 2px); text-decoration: underline }",
    "em { float: left; border-left-width: 2pt; padding: var(--gap); font-family: A, B }",
    ".b { direction: rtl; margin-inline-start: 4pt; display: inline-block; line-height: 1.5 }",
    "table { border-collapse: collapse; padding: 3pt; width: max(1em, 3pt) }",
    "ul { position: relative; border-style: solid none; outline: 1pt solid; color: blue }"
    " li { position: absolute; page: wide; white-space: pre; line-height: calc(10% + 2px) }",
    "li::marker { color: red } .b::before { content: 'x'; margin-top: inherit }",
    "section { color: #abc; margin: initial; font-size: inherit; font-weight: bolder }"
    " p { font-size: 1.5em; border: 1pt solid currentcolor; border-radius: 1em 2% }",
)
PSEUDO = (None, "marker", "before", "footnote-call")


def styles(rules: str):
    """Return the function that gives the styles of a document, and its elements."""
    source = LayoutSource(HTML, BOOK, ClosedFetcher(BOOK, lambda _: None))
    fonts = FontConfiguration()
    sheet = CSS(string=rules, font_config=fonts)
    # As in a layout: it asks each style for its anchor.
    style_for = styling.get_all_computed_styles(
        source, [sheet], font_config=fonts, target_collector=TargetCollector()
    )
    return style_for, list(source.etree_element.iter())


def values(rules: str) -> list[dict[str, object]]:
    """Return all values of all elements and some pseudo-elements, in the order of the text."""
    style_for, elements = styles(rules)
    found = [style_for(element, pseudo) for element in elements for pseudo in PSEUDO]
    names = sorted(properties.INITIAL_VALUES)
    own = [{name: repr(style[name]) for name in names} for style in found if style is not None]
    # WeasyPrint 70 knows no borders of anonymous boxes by “block” and “inline”.
    fewer = [name for name in names if not name.startswith(("border_block", "border_inline"))]
    anonymous = [style.anonymous_style for style in found if style is not None]
    return own + [{name: repr(style[name]) for name in fewer} for style in anonymous]


@pytest.mark.parametrize("count", range(len(RULES) + 1))
def test_the_short_way_leads_to_the_same_values(count):
    rules = " ".join(RULES[:count])
    expected = values(rules)
    with styles_are_computed_shortly():
        assert values(rules) == expected


def test_styles_of_pseudo_elements_are_made_when_they_are_asked_for(monkeypatch):
    made: list[str | None] = []
    make = styling.StyleFor.set_computed_styles

    def noted(self, element, parent, root=None, pseudo_type=None, *more, **named):
        made.append(pseudo_type)
        make(self, element, parent, root, pseudo_type, *more, **named)

    monkeypatch.setattr(styling.StyleFor, "set_computed_styles", noted)
    with styles_are_computed_shortly():
        style_for, elements = styles("li::marker { color: red }")
        assert set(made) == {None}
        item = next(each for each in elements if each.tag == "li")
        assert style_for(item, "marker")["color"].coordinates == (1, 0, 0)
        assert made[-1] == "marker"
        assert style_for(item, "first-letter") is None


def test_what_layouts_ask_for_is_there_from_the_beginning_and_no_longer_than_they_last():
    with styles_are_computed_shortly():
        style_for, elements = styles(".b { margin-left: 1pt }")
        plain, named = (style_for(next(e for e in elements if e.tag == tag)) for tag in ("td", "p"))
        assert {"width", "float", "border_top_width", "white_space"} <= plain.keys()
        assert {"width", "position", "white_space"} <= plain.anonymous_style.keys()
        assert named is not None
    style_for, elements = styles("")
    assert "width" not in style_for(elements[-1])
    assert "width" not in style_for(elements[-1]).anonymous_style

"""A unit that is laid out again with other words is given the same styles without a selector."""

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
from guidepub.pdf.shortcuts import rematching
from guidepub.pdf.shortcuts.computing import styles_are_computed_shortly
from guidepub.pdf.shortcuts.rematching import KeptRules
from guidepub.pdf.shortcuts.selecting import RulesOfSheets

HTML = (
    '<html lang="en"><body><section class="a" id="one"><p data-line="4">One <em>two</em></p>'
    '<p style="orphans: 3"></p></section><p class="b">five</p><p class="b">six</p></body></html>'
)
RULES = (
    ".a + .b { color: red } p:empty { margin: 1pt } p::before { content: 'x'; top: 3pt }"
    " .before ~ section { color: lime } .b { margin: 2em } [data-line] { color: blue }"
    " :has(em) { orphans: 5 } p:last-child { widows: 7 } .b::after { -weasy-anchor: 'end' }"
)
NAMES = sorted(properties.INITIAL_VALUES)


class Matching:
    """Computes styles, and counts how many elements were matched with the rules."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept = KeptRules(2)
        self.fonts = FontConfiguration()
        self.sheet = CSS(string=RULES, font_config=self.fonts)
        self.matched = 0
        match = RulesOfSheets.match

        def counted(*arguments):
            self.matched += 1
            return match(*arguments)

        monkeypatch.setattr(RulesOfSheets, "match", counted)

    def values(
        self, html: str, before: tuple[str, ...] = (), kept: KeptRules | None = None
    ) -> tuple[list[dict[str, str]], list[str]]:
        """Return the values of all elements and of what stands around them, and the anchors."""
        shells = [("div", {"class": name}) for name in before]
        source = LayoutSource(html, BOOK, ClosedFetcher(BOOK, lambda _: None), (), (shells, ()))
        source.kept_rules = kept
        anchors = TargetCollector()
        with styles_are_computed_shortly():
            style_for = styling.get_all_computed_styles(
                source, [self.sheet], font_config=self.fonts, target_collector=anchors
            )
            found = [
                style_for(element, pseudo)
                for element in source.etree_element.iter()
                for pseudo in (None, "before", "after")
            ]
            values = [{name: repr(style[name]) for name in NAMES} for style in found if style]
            style_for.boxes_are_built()
            for element in source.etree_element.iter():
                # As a layout does, or the building of boxes to the root.
                style_for(element)["text_indent"] = style_for(element)["overflow"] = "changed"
        return values, list(anchors.target_lookup_items)


@pytest.fixture
def matching(monkeypatch):
    return Matching(monkeypatch)


def test_other_words_on_other_lines_are_not_matched_again(matching):
    first = matching.values(HTML, kept=matching.kept)
    assert first == matching.values(HTML)
    assert first[1] == ["one", "end"]
    matching.matched = 0
    other = HTML.replace("two", "two and three").replace('"4"', '"5"').replace("six", "seven")
    assert matching.values(other, kept=matching.kept) == first
    assert not matching.matched


def test_values_are_kept_of_units_that_are_not_large(matching, monkeypatch):
    def kept() -> list[bool]:
        matching.kept = KeptRules(1)
        matching.values(HTML, kept=matching.kept)
        (rules,) = matching.kept._kept.values()
        return [cascade.found is not None for cascade in rules.cascades.values()]

    # Not of the root and the body, from which WeasyPrint takes what scrolls.
    assert kept() == [False] * 2 + [True] * 6
    monkeypatch.setattr(rematching, "_MOST_STYLES", 7)
    assert not any(kept())


@pytest.mark.parametrize(
    "other",
    [
        HTML.replace("five", ""),
        HTML.replace('orphans: 3"></p>', 'orphans: 3">now</p>'),
        HTML.replace(' class="a"', ""),
        HTML.replace("orphans: 3", "orphans: 4"),
        HTML.replace('<p class="b">six</p>', ""),
        HTML.replace("<em>two</em></p>", "</p><em>two</em>"),
        HTML.replace(' data-line="4"', ""),
    ],
)
def test_what_selectors_see_is_matched_anew(matching, other):
    matching.values(HTML, kept=matching.kept)
    assert matching.values(other, kept=matching.kept) == matching.values(other)


def test_what_stands_around_is_seen(matching):
    matching.values(HTML, kept=matching.kept)
    before = matching.values(HTML, ("before",), matching.kept)
    assert before == matching.values(HTML, ("before",))
    assert before != matching.values(HTML)


def test_rules_of_the_units_that_were_asked_for_last_are_kept(matching):
    units = [HTML.replace("one", name) for name in ("first", "second", "third")]
    for html in (units[0], units[1], units[0], units[2]):
        matching.values(html, kept=matching.kept)
    matching.matched = 0
    matching.values(units[0], kept=matching.kept)
    assert not matching.matched
    matching.values(units[1], kept=matching.kept)
    assert matching.matched

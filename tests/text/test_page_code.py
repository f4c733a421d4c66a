"""Page code is known as a whole or by a sign, and words are none."""

from __future__ import annotations

import pytest

from guidepub.text.residue.page_code import brackets, may_hold_code, page_code, whole_pieces

WHOLE = {
    "script": [
        "$_SESSION['degree'] = \"\";",
        "$_FILES['a']",
        "$x->y = 1;",
        "var x = 1;",
        "console.log(a);",
        "function run(a) { b",
        '<!--#include virtual="a.html" -->',
    ],
    "template": ["@unless ($user)", "@foreach ($a as $b)", "${first.name}", "%%NAME%%", "*|FNAME|*", "{$user}"],
    "shortcode": ['[caption id="1"]', "[/caption]", "[vc_row full]", "[toc]", '[schools state="OH"]'],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "code"), [(kind, code) for kind, codes in WHOLE.items() for code in codes]
)
def test_a_whole_piece_is_lifted_and_reported(kind, code):
    assert may_hold_code(code)
    assert any(pattern.fullmatch(code) for pattern in whole_pieces())
    assert page_code(kind).search(code)


@pytest.mark.parametrize(
    "code",
    [
        "{loadposition banner}",
        "{/source}",
        '[Best_Gallery id="1"]',
        "[tds_note]",
        "[ovens->12]",
        "<doc14|center>",
        "@body:Bakers rise early.",
        "#+BEGIN_SRC",
        "Vorlage:Brot",
        'ng-repeat="loaf in loaves"',
        "%bread%",
        "@media (max-width: 600px)",
    ],
)
def test_what_other_programs_leave_is_told_by_a_sign(code):
    assert any(page_code(kind).search(code) for kind in WHOLE)


# What kramdown writes behind a line is told where definitions are read.
@pytest.mark.parametrize("bracket", brackets()[:-1], ids=lambda bracket: bracket.opening)
def test_code_in_brackets_is_reported(bracket):
    code = f"{bracket.opening} .a {bracket.closing}"
    assert any(page_code(kind).search(code) for kind in WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        "See [schools](https://x.example) and [programs may vary].",
        "It costs $5 [about €4] for {a} set; see [the list] (@noon).",
        "Variables let you vary a thing = a lot.",
        "Use a < b and c > d; 100% {sic} @section 3.",
        "Vorlage: ein Blatt. A->B is [A] -> [B]; 10%of 20%, [sic] and [see note].",
        "An x-axis of a data-driven chart = “V”. Mail @anna: she knows. #1 is {a, b}.",
    ],
)
def test_words_are_no_code(text):
    assert not any(pattern.search(text) for pattern in whole_pieces())
    assert not any(page_code(kind).search(text) for kind in WHOLE)

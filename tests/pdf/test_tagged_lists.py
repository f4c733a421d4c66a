"""Lists in the tagged structure: items of a label and one body (ISO 14289-1, 7.2)."""

from __future__ import annotations

import pytest
from structures import Element, screen_pdf, structure

LONG = "A sentence of some length stands here for the page to fill. " * 12

# Each Markdown list, and what it is to a screen reader.
LISTS = {
    "tight": ("- one\n- two", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "blank lines between": ("- one\n\n- two", "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))"),
    "two paragraphs": ("1. one\n\n   more\n2. two", "L(LI(Lbl LBody(P P)) LI(Lbl LBody(P)))"),
    "a list, then more": (
        "- one\n  - inner\n\n  after",
        "L(LI(Lbl LBody(P L(LI(Lbl LBody)) P)))",
    ),
    "a list in a tight item": ("- one\n  1. inner", "L(LI(Lbl LBody(P L(LI(Lbl LBody)))))"),
    "nothing but a list": ("- - inner", "L(LI(Lbl LBody(L(LI(Lbl LBody)))))"),
    "three deep": (
        "- a\n\n  - b\n\n    - c\n\n      d",
        "L(LI(Lbl LBody(P L(LI(Lbl LBody(P L(LI(Lbl LBody(P P)))))))))",
    ),
    "a quotation": ("- > said\n- two", "L(LI(Lbl LBody(BlockQuote(P))) LI(Lbl LBody))"),
    "code": ("- one\n\n  ```\n  code\n  ```", "L(LI(Lbl LBody(P P)))"),
    "a table": (
        "- one\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |",
        "L(LI(Lbl LBody(P Table(THead(TR(TH TH)) TBody(TR(TD TD))))))",
    ),
    "in a quotation": ("> - one\n>\n>   more", "BlockQuote(L(LI(Lbl LBody(P P))))"),
    "in a meaning": (
        "Term\n: Meaning.\n\n  - one\n\n    more",
        "L(LI(Lbl LBody(P L(LI(Lbl LBody(P P))))))",
    ),
    "two meanings": ("Term\n: One\n: Two", "L(LI(LBody) LI(LBody) LI(LBody))"),
}


@pytest.fixture(scope="module")
def sections() -> dict[str, Element]:
    """One book with a section for each list, by the names above."""
    pdf = screen_pdf(*(markdown for markdown, _ in LISTS.values()))
    found = [e for e in structure(pdf).all("Sect") if any(k.kind == "H1" for k in e.walk())]
    found = [e for e in found if e.all("L") and not e.all("H2")]
    # Of the leaves that are no sections of the guide, only the contents hold a list.
    return dict(zip(LISTS, found[-len(LISTS) :], strict=True))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_tagged_as_the_standard_asks(sections, name):
    (found,) = [kid for kid in sections[name].kids if kid.kind in ("L", "BlockQuote")]
    assert found.outline() == LISTS[name][1]


def test_a_list_that_runs_over_a_page_is_one_of_whole_items():
    pdf = screen_pdf(f"- {LONG}\n\n  {LONG}\n\n  {LONG}\n- two\n\n  - {LONG}\n\n    {LONG}")
    section = next(e for e in structure(pdf).all("Sect") if e.all("L") and not e.all("TOC"))
    (whole,) = [kid for kid in section.kids if kid.kind == "L"]
    inner = "L(LI(Lbl LBody(P P)))"
    assert whole.outline() == f"L(LI(Lbl LBody(P P P)) LI(Lbl LBody(P {inner})))"

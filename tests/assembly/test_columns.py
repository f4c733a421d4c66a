"""Columns of figures on the decimal point."""

from __future__ import annotations

import re

import pytest

from guidepub.assembly.texts.columns import on_the_decimal

POINT, FIGURE = "\u2008", "\u2007"


def table(*cells: str) -> str:
    rows = "".join(f'<tr><td>x</td><td class="align-right">{cell}</td></tr>' for cell in cells)
    return f"<p>Before</p><table>\n<thead><tr><th>A</th></tr></thead><tbody>{rows}</tbody></table>"


def column(xhtml: str) -> list[str]:
    return re.findall(r'<td class="align-right">(.*?)</td>', xhtml)


@pytest.mark.parametrize(
    ("language", "cells", "filled"),
    [
        ("en", ["1,234", "18.45", "0.5"], [f"1,234{POINT}{FIGURE * 2}", "18.45", f"0.5{FIGURE}"]),
        ("en", ["5%", "18.4%", "−2%"], [f"5%{POINT}{FIGURE}", "18.4%", f"−2%{POINT}{FIGURE}"]),
        ("de-DE", ["1.234", "18,4"], [f"1.234{POINT}{FIGURE}", "18,4"]),
        ("en", ["none", "3.5", "2"], ["none", "3.5", f"2{POINT}{FIGURE}"]),
    ],
)
def test_figures_are_filled_up_to_the_longest(language, cells, filled):
    assert column(on_the_decimal(table(*cells), language)) == filled


@pytest.mark.parametrize(
    "cells",
    [
        ["3.88", "3.75"],
        ["1,234", "5"],
        ["$5", "5.5%"],
        ["about 5", "one", ""],
        ["<em>5</em>", "5.5"],
    ],
)
def test_what_needs_no_fill_stays_to_the_letter(cells):
    assert on_the_decimal(table(*cells), "en") == table(*cells)


def test_a_cell_keeps_its_citation():
    cited = '5<a epub:type="biblioref" href="#s">1</a>'
    (first, _) = column(on_the_decimal(table(cited, "5.5"), "en"))
    assert first == f'5{POINT}{FIGURE}<a epub:type="biblioref" href="#s">1</a>'

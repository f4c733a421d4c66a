from decimal import Decimal

import pytest

from guidepub.tables.cells import Cell
from guidepub.tables.formats import cell_of_number


@pytest.mark.parametrize(
    ("value", "number_format", "text", "beside"),
    [
        (0.022, "0.0%", "2.2%", "%"),
        (-0.01, "0.0%", "-1.0%", "%"),
        (0.025, "0%", "3%", "%"),
        (0.125, "0.##%", "12.5%", "%"),
        (2.2, '0.0"%"', "2.2%", "%"),
        (38800.0, "General", "38800", ""),
        (38800, "General", "38800", ""),
        (0.1 + 0.2, "General", "0.3", ""),
        (1 / 3, "General", "0.3333333333", ""),
        (24.5, "0.00", "24.50", ""),
        (24.5, "#,##0.00", "24.50", ""),
        (24.5, "0.0#", "24.5", ""),
        (24.4, "#,##0", "24", ""),
        (2.675, "0.00", "2.68", ""),
        (-2.5, "0", "-3", ""),
        (24.5, '"$"#,##0.00', "24.50", "$"),
        (24.5, "$#,##0.00", "24.50", "$"),
        (24.5, "[$€-407] #,##0.00", "24.50", "€"),
        (24.5, "#,##0.00\\ [$kr-41D]", "24.50", "kr"),
        (-24.5, "$#,##0.00_);[Red]\\($#,##0.00\\)", "-24.50", "$"),
        (24.5, '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', "24.50", "$"),
        (0, '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', "0", "$"),
        (5, '0 "jobs"', "5", "jobs"),
        (1200, "0.00E+00", "1200", ""),
        (0.5, "# ?/?", "0.5", ""),
        (7, "[>100]0.0;0.00", "7", ""),
        (7, "@", "7", ""),
    ],
)
def test_a_number_is_what_its_cell_shows(value, number_format, text, beside):
    number = Decimal(text.removesuffix("%"))
    assert cell_of_number(value, number_format) == Cell(text, number, beside)


@pytest.mark.parametrize(
    ("value", "number_format", "cell"),
    [
        (111021, "00\\-0000", Cell("11-1021")),
        (11021, "00\\.0000", Cell("01.1021")),
        (2111021, '00"-"0000', Cell("211-1021")),
        (1024, "00000", Cell("01024", Decimal(1024))),
        # Figures, in groups.
        (43460, "#\\ ##0", Cell("43460", Decimal(43460))),
        (5.5, "00.0", Cell("5.5", Decimal("5.5"))),
        (-5, "00", Cell("-5", Decimal(-5))),
    ],
)
def test_a_code_keeps_its_zeros_and_signs(value, number_format, cell):
    assert cell_of_number(value, number_format) == cell


@pytest.mark.parametrize(
    ("value", "number_format", "fault"),
    [
        (38500, "#,##0,", "its format, #,##0,, shows it in thousands"),
        (38500, "0.0,", "its format, 0.0,, shows it in thousands"),
        (38500, '"n/a"', 'its format, "n/a", shows no digits'),
        (38500, ";;;", "its format, ;;;, shows no digits"),
    ],
)
def test_a_format_that_shows_another_number_or_none_is_a_fault(value, number_format, fault):
    cell = cell_of_number(value, number_format)
    assert (cell.number, cell.fault) == (None, fault)


def test_what_is_infinite_is_no_number():
    assert cell_of_number(float("inf"), "0.0") == ""


def test_a_format_costs_no_more_than_its_length():
    assert cell_of_number(1, '"' * 1_000_000).text == "1"

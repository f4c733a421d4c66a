import json

import pytest

from guidepub.model import Lineage, PrintedFigure, TableFile
from guidepub.model.tables.lineage import read_figures, written_figures

WAGES = TableFile(name="wages", file="data/w.csv", sha256="0" * 64, delimiter="tab")
JOBS = TableFile(name="jobs", file="j.xlsx", sha256="1" * 64, sheet="May")


def figure(fact, table, **fields):
    cell = {"row": 7, "key": {"code": "13-2011"}, "column": "A", "text": "81,680"}
    lineage = Lineage(table=table, **(cell | fields))
    return PrintedFigure(fact=fact, printed="$81,680", unit="USD/year", lineage=lineage)


FIGURES = (
    figure("pay", WAGES),
    figure("top", WAGES, text="#", standing="top", instead_of="B"),
    figure("jobs", JOBS, scale=1000, asked={"code": "13-2012"}, where="a = b"),
)


def test_figures_are_read_as_they_are_written():
    written = list(written_figures(FIGURES))
    assert [name for name, _ in written] == ["table", "figure", "figure", "table", "figure"]
    assert read_figures(written) == FIGURES
    assert read_figures(sorted(written, key=lambda each: each[0] != "table")) == FIGURES


def test_a_rule_is_put_into_words():
    assert [each.lineage.rule for each in FIGURES] == [
        "",
        "instead of B; top “#”",
        "broad group for code = 13-2012; times 1000",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", "[" * 9000, '{"table": 9}', '{"table": true}', '{"table": 0, "row": -1}',
     '{"table": 0, "fact": {}}', '{"name": 7}'],
)  # fmt: skip
def test_what_is_no_figure_is_passed_over(text):
    known = list(written_figures(FIGURES[:1]))
    assert read_figures([*known, ("figure", text)]) == FIGURES[:1]
    assert read_figures([("table", text), *known[1:]]) == ()


def test_no_more_figures_are_read_than_a_book_has():
    table, one = written_figures(FIGURES[:1])
    assert len(read_figures([table, *[one] * 5000])) < 2001


def test_what_is_usual_is_not_written():
    (_, table), (_, cell) = written_figures(FIGURES[:1])
    assert json.loads(table).keys() == {"name", "file", "sha256", "delimiter"}
    assert json.loads(cell).keys() == {"fact", "printed", "unit", "table", "row", "key", "column", "text"}  # fmt: skip

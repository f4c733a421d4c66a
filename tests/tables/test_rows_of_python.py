import datetime
import pickle
from decimal import Decimal

import pytest
from definitions import guide

from guidepub import assemble
from guidepub.findings import InputError
from guidepub.model import Catalog, DataTable, Fact, Occupation, Source
from guidepub.tables import table_files, table_rows, typed_table

ROWS = [{"code": "51-4121", "pay": 51000.5}, {"code": "13-2011", "pay": None, "more": "x"}]


class Arrow:
    def to_pylist(self):
        return ROWS


class Polars:
    def to_dicts(self):
        return ROWS


class Pandas:
    columns = ("code", "pay", "more")

    def to_dict(self, orient):
        assert orient == "records"
        return ROWS


class Index:
    names = ("id",)


class Indexed(Pandas):
    index = Index()

    def reset_index(self):
        return Pandas()

    def to_dict(self, orient):
        return [{"pay": 1}]


class Scalar:
    def item(self):
        return 7


def column(given, name):
    found = typed_table(Catalog.of(data={"t": given}), "t")
    return [row[name].value for row in found.rows]


@pytest.mark.parametrize(
    "given",
    [ROWS, tuple(ROWS), iter(ROWS), Arrow(), Polars(), Pandas(), Indexed(), DataTable(rows=ROWS)],
)
def test_whatever_has_rows_is_a_table(given):
    assert typed_table(Catalog.of(data={"t": given}), "t").columns == ("code", "pay", "more")


def test_values_are_read_as_those_of_a_file():
    assert column(ROWS, "pay") == [Decimal("51000.5"), None]
    assert column(ROWS, "more") == [None, "x"]
    rows = [{"a": Scalar(), "b": True, "c": datetime.date(2026, 5, 1), "d": float("nan")}]
    assert [column(rows, name) for name in "abcd"] == [[7], ["TRUE"], ["2026-05-01"], [None]]


def test_the_bytes_of_a_file_are_a_table():
    given = DataTable(file="t.tsv", content=b"a\tb\n1\t2\n")
    assert column(given, "b") == [2]
    assert table_rows(Catalog.of(data={"t": given}), "t").columns == ("a", "b")
    assert table_files(Catalog.of(data={"t": given}), "t") == ()


@pytest.mark.parametrize(
    "given", [7, [7], [{"a": [1]}], [{1: 2}], {"rows": ROWS, "file": "a.csv"},
              {"rows": ROWS, "sheet": "A"}]
)  # fmt: skip
def test_what_is_no_table_is_refused(given):
    with pytest.raises(InputError):
        Catalog.of(data={"t": given})


def test_faults_name_the_table_and_its_row():
    with pytest.raises(InputError, match=r"^t:2 C001 “x” in the column “a”"):
        column(DataTable(rows=[{"a": 1}, {"a": "x"}], columns={"a": {"kind": "number"}}), "a")


def test_a_fact_is_taken_from_rows_and_knows_them():
    fact = Fact(table="wages", column="pay", unit="USD/year", source="s")
    made = guide(
        "It is {fact}`pay`.",
        occupation=Occupation(soc="51-4121"),
        facts={"pay": fact},
        sources={"s": Source(title="Wages", publisher="BLS")},
    )
    catalog = Catalog.of(made, data={"wages": DataTable(rows=ROWS, key="code")})
    book = assemble(made, catalog)
    (figure,) = book.figures
    sources = next(each.xhtml for each in book.leaves if each.kind == "sources")
    assert "Figures from wages (code = 51-4121): pay." in sources
    assert (figure.printed, figure.lineage.row) == ("$51,000.50", 1)
    assert figure.lineage.table.sha256 == catalog.data["wages"].sha256
    there = pickle.loads(pickle.dumps(catalog))
    assert assemble(there[made.slug], there).figures == (figure,)


def test_a_catalogue_is_another_with_other_rows():
    same, again, other = (
        Catalog.of(data={"t": rows}).model_dump_json() for rows in (ROWS, list(ROWS), ROWS[:1])
    )
    assert same == again
    assert same != other

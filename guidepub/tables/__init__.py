"""Data tables by name: their files, their cells by a catalogue's rules, the figures of charts."""

from guidepub.tables.cells import Cell, Row
from guidepub.tables.reading import read_table, table_path
from guidepub.tables.series import Point, broken_cells, chart_points, columns_asked
from guidepub.tables.typed import DataRow, Datum, TypedTable, number_of, table_of_file, typed_table

__all__ = [
    "Cell",
    "DataRow",
    "Datum",
    "Point",
    "Row",
    "TypedTable",
    "broken_cells",
    "chart_points",
    "columns_asked",
    "number_of",
    "read_table",
    "table_of_file",
    "table_path",
    "typed_table",
]

"""Data tables by name: CSV, TSV and, with the `data` extra, XLSX and Parquet; and their figures."""

from guidepub.tables.cells import Cell, Row
from guidepub.tables.reading import read_table, table_path
from guidepub.tables.series import Point, broken_cells, chart_points, columns_asked

__all__ = [
    "Cell",
    "Point",
    "Row",
    "broken_cells",
    "chart_points",
    "columns_asked",
    "read_table",
    "table_path",
]

"""Data tables by name: their files, their cells by a catalogue's rules, the figures of charts."""

from guidepub.tables.by_name import (
    is_text_file,
    no_table,
    table_files,
    table_named,
    table_of_file,
    table_place,
    table_rows,
    typed_table,
)
from guidepub.tables.cells import Cell, Row
from guidepub.tables.choosing import PROGRAM_TEXTS, chosen_programs
from guidepub.tables.excerpts import Excerpt, excerpt, table_asked
from guidepub.tables.series import (
    Point,
    broken_cells,
    chart_points,
    columns_asked,
    lineage_of_point,
)
from guidepub.tables.typed import DataRow, Datum, TypedTable, number_of
from guidepub.tables.withheld import words_for

__all__ = [
    "PROGRAM_TEXTS",
    "Cell",
    "DataRow",
    "Datum",
    "Excerpt",
    "Point",
    "Row",
    "TypedTable",
    "broken_cells",
    "chart_points",
    "chosen_programs",
    "columns_asked",
    "excerpt",
    "is_text_file",
    "lineage_of_point",
    "no_table",
    "number_of",
    "table_asked",
    "table_files",
    "table_named",
    "table_of_file",
    "table_place",
    "table_rows",
    "typed_table",
    "words_for",
]

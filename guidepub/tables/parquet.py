"""A Parquet file to lines of cells."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.findings import InputError
from guidepub.findings.errors import reason_of
from guidepub.tables.cells import Cell, cell_of
from guidepub.tables.faults import MOST_ROWS, UNPACKED_LIMIT, table_fault


def parquet_lines(path: Path, data: bytes) -> Iterator[tuple[int, Sequence[str | Cell]]]:
    """Yield the names of the columns, then each row, numbered from 1.

    Raises:
        InputError: the file cannot be read, is too large, or pyarrow is missing (C001, D001, D002).
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        remedy = "Run: pip install 'guidepub[data]'"
        raise table_fault(path, "Parquet tables need an extra.", remedy) from error
    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        about = file.metadata
        unpacked = sum(
            about.row_group(index).total_byte_size for index in range(about.num_row_groups)
        )
        if about.num_rows > MOST_ROWS + 1 or unpacked > UNPACKED_LIMIT:
            raise table_fault(path, "The table is too large.", "Keep only what the guides use.")
        table = file.read()
        columns = []
        for column in table.columns:
            values = column.to_pylist()
            if pyarrow.types.is_float32(column.type) or pyarrow.types.is_float16(column.type):
                # Their few digits are those of the file, not what a longer number makes of them.
                values = [None if value is None else float(f"{value:.7g}") for value in values]
            columns.append(values)
    except InputError:
        raise
    except Exception as error:
        message = f"The Parquet file cannot be read: {reason_of(error)}."
        raise table_fault(path, message, "Save it again.") from error
    yield 1, list(table.column_names)
    for number, row in enumerate(zip(*columns, strict=True), 2):
        yield number, [cell_of(value) for value in row]

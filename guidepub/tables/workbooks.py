"""A sheet of an XLSX workbook to lines of cells, as an editor sees it.

Hidden rows and columns are left out, and a number is what its cell's format shows of it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lxml import etree

from guidepub.figures.numbers import raised
from guidepub.findings import InputError, did_you_mean
from guidepub.findings.errors import reason_of
from guidepub.tables.cells import Cell, cell_of
from guidepub.tables.faults import MOST_COLUMNS, MOST_ROWS, UNPACKED_LIMIT, table_fault
from guidepub.tables.formats import cell_of_number

if TYPE_CHECKING:
    import openpyxl

# A control character as a workbook's XML holds it, of which the end of a line may be two.
_CONTROL = re.compile(r"_x000D_(?=\n|_x000A_)|_x00(0[0-9A-F]|1[0-9A-F])_", re.I)
_WRITTEN = {"0D": "\n", "0A": "\n", "09": "\t"}


@dataclass(slots=True)
class _Hidden:
    """Properties of a sheet that openpyxl does not return when it reads in a stream.

    `rows` and `columns` are hidden; `unknown` are cells (row, column) of formulas whose result
    was never saved; `texts` those of cells whose text has forms of its own, such as raised
    signs. All count from 1.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    unknown: set[tuple[int, int]] = field(default_factory=set)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)


def workbook_lines(
    path: Path, content: bytes, sheet_name: str | None = None
) -> Iterator[tuple[int, Sequence[str | Cell]]]:
    """Yield each visible row's cells with the row's number, from 1.

    Without a name the sheet is the first visible one.

    Raises:
        InputError: the file cannot be read, is too large, or openpyxl is missing (C001, D001, D002).
    """
    try:
        import openpyxl
    except ImportError as error:
        remedy = "Run: pip install 'guidepub[data]'"
        raise table_fault(path, "XLSX tables need an extra.", remedy) from error
    data = io.BytesIO(content)
    try:
        with zipfile.ZipFile(data) as archive:
            too_large = sum(entry.file_size for entry in archive.infolist()) > UNPACKED_LIMIT
        if too_large:
            raise table_fault(path, "The workbook is too large unpacked.")
        book = openpyxl.load_workbook(data, read_only=True, data_only=True, rich_text=True)
        sheet = _sheet(book, sheet_name, path)
        # The name of a sheet's part is openpyxl's own affair; no public name leads to it.
        with sheet._get_source() as source:
            hidden = _hidden(source)
        if len(hidden.rows) > MOST_ROWS:
            message = f"The workbook hides more than {MOST_ROWS:,} rows."
            raise table_fault(path, message, "Keep only what the guides use.")
        rows = sheet.iter_rows(
            max_row=MOST_ROWS + len(hidden.rows) + 2, max_col=MOST_COLUMNS + len(hidden.columns) + 1
        )
        before = None
        for number, row in enumerate(rows, 1):
            if number not in hidden.rows:
                # Of rows that the sheet leaves out, openpyxl gives one and the same again.
                yield number, [] if row is before else _cells(row, number, hidden)
            before = row
        book.close()
    except InputError:
        raise
    except Exception as error:
        message = f"The workbook cannot be read: {reason_of(error)}."
        raise table_fault(path, message, "Save it as .xlsx again.") from error


def _sheet(book: openpyxl.Workbook, name: str | None, path: Path) -> Any:
    if name is None:
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not visible:
            raise table_fault(path, "The workbook has no visible sheet of cells.", "Show one.")
        return visible[0]
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if name not in sheets:
        remedy = did_you_mean(name, sheets)
        raise table_fault(path, f"The workbook has no sheet “{name}”.", remedy)
    return sheets[name]


def _cells(row: Sequence[Any], number: int, hidden: _Hidden) -> list[str | Cell]:
    return [
        hidden.texts[number, column]
        if (number, column) in hidden.texts
        else _cell(cell, (number, column) in hidden.unknown)
        for column, cell in enumerate(row, 1)
        if column not in hidden.columns
    ]


def _cell(cell: Any, is_unknown: bool) -> str | Cell:
    value = cell.value
    if is_unknown:
        fault = "its formula has no result in the file"
        return Cell("", fault=fault, is_broken=True)
    if value is None:
        return ""
    if cell.data_type == "e":
        return Cell(str(value), fault=f"the spreadsheet found an error, {value}", is_broken=True)
    if isinstance(value, list):
        return _with_controls("".join(map(_run, value))).strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return cell_of_number(value, cell.number_format)
    return _with_controls(value) if isinstance(value, str) else cell_of(value)


def _run(run: Any) -> str:
    """Return a run of a text with forms of its own.

    The mark of a note is kept apart from digits, and what is struck out is left out: it stands
    next to the figure that replaces it.
    """
    font = getattr(run, "font", None)
    if font is not None and font.strike:
        return ""
    return raised(str(run)) if font is not None and font.vertAlign == "superscript" else str(run)


def _written_run(run: etree._Element) -> str:
    """Return the same of a run that is in the sheet itself, which openpyxl reads as plain."""
    position, struck = run.find("{*}rPr/{*}vertAlign"), run.find("{*}rPr/{*}strike")
    text = run.findtext("{*}t") or ""
    if struck is not None and _is_true(struck.get("val", "1")):
        return ""
    return raised(text) if position is not None and position.get("val") == "superscript" else text


def _with_controls(text: str) -> str:
    """Return a text with the ends of lines and tabs that Excel writes as `_x000D_`, and alike.

    Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
    """
    return _CONTROL.sub(lambda found: _WRITTEN.get((found[1] or "").upper(), ""), text)


def _hidden(source: IO[bytes]) -> _Hidden:
    """Read a sheet's XML once for what is hidden in it, without keeping any of it."""
    found = _Hidden()
    row = column = 0
    events = etree.iterparse(
        source, events=("start", "end"), tag=("{*}col", "{*}row", "{*}c"),
        resolve_entities=False, no_network=True,
    )  # fmt: skip
    for event, element in events:
        name = etree.QName(element).localname
        if event == "start":
            if name == "row":
                row, column = int(element.get("r", row + 1)), 0
                if _is_true(element.get("hidden")):
                    found.rows.add(row)
            continue
        if name == "col" and _is_true(element.get("hidden")):
            last = min(int(element.get("max", 0)), MOST_COLUMNS)
            found.columns.update(range(int(element.get("min", 1)), last + 1))
        elif name == "c":
            column = _column(element.get("r", "")) or column + 1
            # The result of a formula may be an empty text, which is then said to be one.
            if (
                element.find("{*}f") is not None
                and not element.findtext("{*}v")
                and element.get("t") != "str"
            ):
                found.unknown.add((row, column))
            if element.find("{*}is/{*}r/{*}rPr") is not None:
                runs = map(_written_run, element.iterfind("{*}is/{*}r"))
                found.texts[row, column] = _with_controls("".join(runs)).strip()
            element.clear()
        elif name == "row":
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return found


def _is_true(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _column(reference: str) -> int:
    """Return the number of a column from a cell's name (`AB12` is 28), 0 where there is none."""
    number = 0
    for sign in reference:
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - ord("A") + 1
    return number

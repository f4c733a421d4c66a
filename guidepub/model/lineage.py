"""Where a printed figure comes from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guidepub.model.fields import Model

Standing = Literal["value", "empty", "suppressed", "hourly-only", "top"]
"""What a cell of a table holds: a value; nothing; a code for a figure that is not published, at
all or since pay is by the hour; or one for its amount or more."""


class Lineage(Model):
    """The cell that a fact's figure was taken from, and the rule by which it was.

    `file` is relative to the catalogue, `sha256` that of its content; `sheet` is empty where
    the catalogue names none. `row` is the line in the file, from 1. `key` says by which texts
    the row was found, as in `OCC_CODE=31-2011`; `text` is what the cell has. `rule` is empty for
    a figure that is printed as it stands in the cell.
    """

    table: str
    file: str
    sha256: str
    sheet: str = ""
    row: Annotated[int, Field(ge=0)]
    key: str
    column: str
    text: str
    standing: Standing = "value"
    rule: str = ""

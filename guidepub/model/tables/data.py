"""A data table as declared in `catalog.toml`: its file, and how to read its cells."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, InstanceOf, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from guidepub.files import sha256
from guidepub.model.tables.table_rows import TableRows, table_rows_of
from guidepub.model.validation.fields import LanguageTag, NonEmpty, Several
from guidepub.model.validation.frozen import Model

Delimiter = Literal["comma", "semicolon", "tab", "pipe"]
"""The sign between the cells of a text file."""
Quotes = Literal["double", "none"]
"""Whether a text file's cells may be in quotation marks, or these are signs like others."""
EMPTY = "empty"
"""The code that stands for an empty cell."""


# Settings that only files can have.
_FILE_OPTIONS = ("content", "sheet", "header", "delimiter", "quotes")


class ColumnRule(Model):
    """How to read the cells of a column that differs from the rest of the table.

    Its figures are multiplied by `scale`: 1000 if they are in thousands. `top` has codes for “this
    amount or more”, with the amounts; `suppressed` has the codes for figures that are not
    published, in place of the table's.
    """

    kind: Literal["text", "number"] | None = None
    scale: Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)] = 1
    suppressed: tuple[NonEmpty, ...] | None = None
    top: Mapping[NonEmpty, Annotated[Decimal, Field(ge=0, le=10**15)]] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            kind: Literal["text", "number"] | None = None,
            scale: int = 1,
            suppressed: Several[str] | None = None,
            top: Mapping[str, Decimal | float] = ...,
        ) -> None: ...


class DataTable(Model):
    """A data table's file, relative to the catalogue, and what is printed under it.

    Instead of a `file` it may have `sql`, a query over other tables of the catalogue; or, in
    Python, `rows`: mappings, an Arrow table or a data frame. `content` has the bytes of a file that
    is not on disk; the name of the file gives its format.

    `sheet` is the name of a sheet in a workbook, by default the first visible one; `header` is the
    number of the line with the names of columns, by default the first that is not empty. `key` is
    the column that rows are looked up by. `suppressed` has codes for figures that are not
    published; `empty` means the empty cell. `hourly_only` is a column that is filled in if an
    occupation has only hourly wages.

    The rules in `columns` are by name or by a pattern such as `A_*`; names take precedence over
    patterns, and earlier patterns over later ones. `language` is that of the numbers, if it differs
    from the guide's. `note` is a text for all guides, or one for each language.
    """

    file: NonEmpty | None = None
    sql: NonEmpty | None = None
    rows: SkipJsonSchema[
        Annotated[InstanceOf[TableRows], BeforeValidator(table_rows_of)] | None
    ] = Field(default=None, exclude=True, repr=False)
    content: SkipJsonSchema[bytes | None] = Field(default=None, exclude=True, repr=False)
    sha256: SkipJsonSchema[str] = ""
    """That of rows and contents that are given in Python, which no file of the disk has."""
    sheet: NonEmpty | None = None
    header: Annotated[int, Field(strict=True, ge=1, le=1000)] | None = None
    delimiter: Delimiter | None = None
    quotes: Quotes = "double"
    key: NonEmpty | None = None
    suppressed: tuple[NonEmpty, ...] = ()
    hourly_only: NonEmpty | None = None
    columns: Mapping[NonEmpty, ColumnRule] = {}
    language: LanguageTag | None = None
    note: NonEmpty | Mapping[LanguageTag, NonEmpty] | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            file: str | None = None,
            sql: str | None = None,
            rows: object = None,
            content: bytes | None = None,
            sheet: str | None = None,
            header: int | None = None,
            delimiter: Delimiter | None = None,
            quotes: Quotes = "double",
            key: str | None = None,
            suppressed: Several[str] = (),
            hourly_only: str | None = None,
            columns: Mapping[str, ColumnRule] = ...,
            language: str | None = None,
            note: str | Mapping[str, str] | None = None,
        ) -> None: ...

    def rule(self, column: str) -> ColumnRule:
        """Return the rule of a column; without one, only the table's codes apply."""
        found = self.columns.get(column)
        if found is None:
            fitting = (rule for name, rule in self.columns.items() if fnmatchcase(column, name))
            found = next(fitting, ColumnRule())
        if found.suppressed is None:
            return found.model_copy(update={"suppressed": self.suppressed})
        return found

    def note_in(self, language: str) -> str:
        """Return the note for a guide in a language, or an empty string where there is no note.

        Raises:
            KeyError: there are notes, but none in that language.
        """
        if self.note is None or isinstance(self.note, str):
            return self.note or ""
        for tag in (language, language.partition("-")[0]):
            if tag in self.note:
                return self.note[tag]
        raise KeyError(language)

    @model_validator(mode="before")
    @classmethod
    def _a_bare_name_is_a_file(cls, value: object) -> object:
        if isinstance(value, str):
            return {"file": value}
        return value if isinstance(value, (Mapping, DataTable)) else {"rows": value}

    @model_validator(mode="after")
    def _it_has_a_file_or_a_query(self) -> Self:
        if sum(given is not None for given in (self.file, self.sql, self.rows)) != 1:
            raise PydanticCustomError("table", "A table needs either a file or a query", {})
        if self.rows is not None:
            object.__setattr__(self, "sha256", self.rows.digest)
        elif self.content is not None:
            object.__setattr__(self, "sha256", sha256(self.content))
        fields = type(self).model_fields
        for name in _FILE_OPTIONS if self.file is None else ():
            if getattr(self, name) != fields[name].default:
                raise PydanticCustomError(
                    "table", "Only a table from a file can have “{name}”", {"name": name}
                )
        return self

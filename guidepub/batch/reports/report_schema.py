"""The form of `build.json`: the types that the report is validated with, and their JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic needs it before Python 3.12

from guidepub.batch.kept.records import InputRole
from guidepub.model import Bearer, Edition
from guidepub.model.formats.editions import ADDED_NAME

SCHEMA: Literal[2] = 2
"""The version of the report's form."""

Status = Literal["built", "unchanged", "failed", "stopped"]
AddedEdition = Annotated[str, Field(pattern=f"^{ADDED_NAME}$")]
"""The name of an edition that a package adds."""

_closed = with_config(ConfigDict(extra="forbid"))

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


@_closed
class PlaceData(TypedDict):
    """The place of a finding; 0 means the whole file or line."""

    path: str
    line: int
    column: int
    page: NotRequired[int]


@_closed
class RowData(TypedDict):
    """The row of a table from which a template made the guide."""

    path: str
    line: int


@_closed
class FindingData(TypedDict):
    """One thing wrong."""

    place: PlaceData
    code: Annotated[str, Field(pattern="^[A-Z][0-9]{3}$")]
    message: str
    remedy: str
    severity: Literal["error", "warning"]
    row: NotRequired[RowData]


@_closed
class InputData(TypedDict):
    """A file that a book was made from."""

    role: InputRole
    path: str
    sha256: Sha256


@_closed
class LineageData(TypedDict):
    """Where an output comes from.

    `key` is a fingerprint of everything it was made from, `made` the time in UTC at which the build
    that made it began, and `replaced` the file that it replaced.
    """

    key: str
    made: str
    replaced: Sha256 | None


@_closed
class FileData(TypedDict):
    """An output. `new` says whether this build made it, `seconds` how long that took."""

    edition: Edition | AddedEdition
    path: str
    size: int
    sha256: Sha256
    pages: int | None
    new: bool
    seconds: float
    lineage: LineageData


@_closed
class TableData(TypedDict):
    """A table's file as it was when a book was made from it, and how it was read."""

    name: str
    file: str
    sha256: str
    sheet: NotRequired[str]
    header: NotRequired[int]
    delimiter: NotRequired[str]
    quotes: NotRequired[str]
    language: NotRequired[str]
    sql: NotRequired[str]


@_closed
class FigureData(TypedDict):
    """A figure that a book prints, and its cell. `table` counts the book's tables from 0.

    It belongs to a fact, or else to a chart of a table.
    """

    fact: NotRequired[str]
    printed: str
    unit: NotRequired[str]
    table: int
    row: int
    key: dict[str, str]
    where: NotRequired[str]
    column: str
    text: str
    standing: NotRequired[str]
    scale: NotRequired[int]
    asked: NotRequired[dict[str, str]]
    instead_of: NotRequired[str]


@_closed
class PriceData(TypedDict):
    """What a product costs in a territory: a country by ISO 3166-1, or `WORLD`."""

    price: str
    territory: str
    tax_included: bool


@_closed
class ProductData(TypedDict):
    """The catalogue's product that a book is, with its own values."""

    name: str
    edition: Bearer
    imprint: str
    press: str | None
    isbn: str | None
    prices: list[PriceData]


@_closed
class BookData(TypedDict):
    """The result for one guide, or one of its products: why its files were made, and from what."""

    slug: str
    product: NotRequired[ProductData]
    title: str
    status: Status
    seconds: float
    phases: dict[str, float]
    reasons: list[str]
    inputs: list[InputData]
    tables: list[TableData]
    figures: list[FigureData]
    files: list[FileData]
    findings: list[FindingData]


@_closed
class ReportData(TypedDict):
    """A build. `complete` is false if it was stopped; times are in seconds."""

    schema: Literal[2]
    begun: str
    seconds: float
    complete: bool
    built: int
    unchanged: int
    failed: int
    stopped: int
    versions: dict[str, str]
    findings: list[FindingData]
    books: list[BookData]


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema of `build.json`."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **TypeAdapter(ReportData).json_schema()}

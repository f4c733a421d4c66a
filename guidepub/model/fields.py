"""The base of every model and the field types that several of them share."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError
from stdnum import isbn as stdnum_isbn
from stdnum.exceptions import ValidationError as IsbnError

from guidepub.figures import is_language, is_unit


class Model(BaseModel):
    """A frozen model that knows its keys and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _iso_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise PydanticCustomError("iso_date", "“{value}” is no date", {"value": str(value)})


def _isbn(value: str) -> str:
    try:
        return str(stdnum_isbn.to_isbn13(stdnum_isbn.validate(value)))
    except IsbnError as error:
        raise PydanticCustomError(
            "isbn", "“{value}” is no ISBN: {reason}", {"value": value, "reason": _reason(error)}
        ) from error


def _reason(error: IsbnError) -> str:
    name = type(error).__name__
    return {
        "InvalidChecksum": "its check digit is wrong",
        "InvalidLength": "it has not 10 or 13 digits",
    }.get(name, "it is not written as one")


def _language(value: str) -> str:
    if not is_language(value):
        raise PydanticCustomError("language", "“{value}” names no language", {"value": value})
    return value


def _unit(value: str) -> str:
    if not is_unit(value):
        raise PydanticCustomError("unit", "“{value}” is no unit", {"value": value})
    return value


def _number(value: Any) -> Any:
    if isinstance(value, (str, Decimal)):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(str(value))
    raise PydanticCustomError("value", "A value is a number or a text", {})


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise PydanticCustomError("url", "“{value}” is no web address", {"value": value})
    return value


WholeNumber = Annotated[int, Field(strict=True, ge=0)]
Year = Annotated[int, Field(strict=True, ge=1000, le=9999)]
NonEmpty = Annotated[str, Field(min_length=1)]
IsoDate = Annotated[
    datetime.date,
    BeforeValidator(
        _iso_date, json_schema_input_type=Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    ),
]
Isbn = Annotated[str, AfterValidator(_isbn)]
"""An ISBN-10 or ISBN-13 (ISO 2108) with a right check digit, kept as 13 bare digits."""
LanguageTag = Annotated[str, AfterValidator(_language)]
"""A BCP 47 tag that the CLDR knows."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Unit = Annotated[str, AfterValidator(_unit)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
WebAddress = Annotated[str, AfterValidator(_web_address)]
FigureValue = Annotated[Decimal | str, BeforeValidator(_number, json_schema_input_type=float | str)]


def format_isbn(isbn: str) -> str:
    """Return an ISBN with its hyphens where the registration group and registrant end."""
    return str(stdnum_isbn.format(isbn))

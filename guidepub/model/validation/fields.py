"""The field types that several models share."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from guidepub.figures.locales import is_language
from guidepub.figures.units import is_unit
from guidepub.words.addresses import escaped_address
from guidepub.words.characters import (
    LONGEST_WORD,
    endless_word,
    forbidden,
    is_blank,
    misplaced,
    misplaced_in_name,
)
from guidepub.words.names import is_device, slugify

# Beyond these a figure is a slip of the keyboard, and would fill a line with digits.
_LARGEST = Decimal(10) ** 15
_MOST_DIGITS = 30
_FIRST_YEAR = 1000
# A file's name may have 255 bytes, of which endings and temporary names take some.
_SLUG_LENGTH = 120
# Three times what a title page has room for.
_LONGEST_NAME = 1000


def _carried(value: str) -> str:
    if found := next(forbidden(value), None):
        raise PydanticCustomError(
            "characters", "The character {name} is not allowed in a book", {"name": found[2]}
        )
    return value


def _plain(value: str) -> str:
    return _without_unseen(_set(_carried(value)), next(misplaced(value), None))


def _checked_name(value: str) -> str:
    return _without_unseen(_set(_carried(value)), next(misplaced_in_name(value), None))


def _set(value: str) -> str:
    if word := endless_word(value):
        raise PydanticCustomError(
            "word",
            "The word “{word}…” has more than {most} characters",
            {"word": word, "most": LONGEST_WORD},
        )
    return value


def _without_unseen(value: str, unseen: tuple[int, int, str] | None) -> str:
    if unseen is not None:
        line, column, name = unseen
        before = value.split("\n")[line - 1][: column - 1][-20:]
        raise PydanticCustomError(
            "characters",
            "The character {name} is invisible, and has no use {place}",
            {"name": name, "place": f"after “{before}”" if before else "here"},
        )
    return value


def _not_blank(value: str) -> str:
    if is_blank(value):
        raise PydanticCustomError("blank", "Nothing in this text is visible", {})
    return value


def _iso_date(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            day = datetime.date.fromisoformat(value)
            # A PDF's dates, and many a library, know no year of fewer digits.
            if day.year >= _FIRST_YEAR:
                return day
        except ValueError:
            pass
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise PydanticCustomError("iso_date", "“{value}” is not a date", {"value": str(value)})


# ISO 10957: the part of the prefix 979 that no book can have. The library takes it for any other.
_MUSIC = "9790"


# python-stdnum loads TLS and pydoc, so it is imported for those guides that bear such numbers.


def _isbn(value: str) -> str:
    from stdnum import isbn
    from stdnum.exceptions import ValidationError

    try:
        number = str(isbn.to_isbn13(isbn.validate(value)))
        reason = "it is an ISMN, a number for sheet music" if number.startswith(_MUSIC) else ""
    except ValidationError as error:
        reason = _reason(error)
    if reason:
        raise PydanticCustomError(
            "isbn", "“{value}” is not an ISBN: {reason}", {"value": value, "reason": reason}
        )
    return number


def _orcid(value: str) -> str:
    """An ORCID iD is an ISNI with its own address (ISO 27729, ISO/IEC 7064, MOD 11-2)."""
    from stdnum import isni
    from stdnum.exceptions import ValidationError

    number = re.sub(r"^https?://orcid\.org/", "", value)
    try:
        digits = str(isni.validate(number))
    except ValidationError as error:
        reason = {"it does not have 10 or 13 digits": "it does not have 16 digits"}.get(
            _reason(error), _reason(error)
        )
        raise PydanticCustomError(
            "orcid", "“{value}” is not an ORCID iD: {reason}", {"value": value, "reason": reason}
        ) from error
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))


def _reason(error: Exception) -> str:
    name = type(error).__name__
    return {
        "InvalidChecksum": "its check digit is wrong",
        "InvalidLength": "it does not have 10 or 13 digits",
    }.get(name, "it is not written as one")


def _file_name(value: str) -> str:
    if is_device(value):
        raise PydanticCustomError(
            "device",
            "“{value}” is the name of a device on Windows, so it cannot be a file name",
            {"value": value},
        )
    return value


def _language(value: str) -> str:
    if not is_language(value):
        raise PydanticCustomError("language", "“{value}” is not a known language", {"value": value})
    return value


def _unit(value: str) -> str:
    if not is_unit(value):
        raise PydanticCustomError("unit", "“{value}” is not a unit", {"value": value})
    return value


def _number(value: object) -> object:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise PydanticCustomError("value", "A value must be a number or a text", {})
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if isinstance(value, float) and value.is_integer():
        # A float knows no decimals: 4.0 is 4, where a decimal or a text says more.
        number = Decimal(int(value))
    parts = number.as_tuple()
    if (
        not isinstance(parts.exponent, int)
        or len(parts.digits) > _MOST_DIGITS
        or parts.exponent < -_MOST_DIGITS
        or number.copy_abs() > _LARGEST
    ):
        raise PydanticCustomError("size", "The value is not a number that can be printed", {})
    return number


def plain_number(value: Decimal | str) -> int | float | str:
    """Return a fact's value as JSON has it: a number, or a text where a number loses digits."""
    if isinstance(value, str):
        return value
    number = int(value) if value == value.to_integral_value() else float(value)
    written = f"{value:f}"
    return number if written == f"{Decimal(str(number)):f}" else written


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'/][^\s<>\"']*", _checked_name(value)):
        is_begun = re.match(r"https?://[^\s<>\"'/]", value)
        kind: Literal["url_signs", "url"] = "url_signs" if is_begun else "url"
        raise PydanticCustomError(kind, "“{value}” is not a web address", {"value": value})
    return escaped_address(value)


_Item = TypeVar("_Item")
Several = list[_Item] | tuple[_Item, ...]
"""What a caller may give for a tuple. A text is none: it is one name, not its letters."""
Day = datetime.date | str
"""What a caller may give for a date: one of Python's, or a text as in `2026-11-24`."""

WholeNumber = Annotated[int, Field(strict=True, ge=0, le=9999)]
Year = Annotated[int, Field(strict=True, ge=_FIRST_YEAR, le=9999)]
Text = Annotated[str, AfterValidator(_plain)]
"""A text without markup, of characters that are visible or needed by those next to them."""
NonEmpty = Annotated[str, Field(min_length=1), AfterValidator(_plain), AfterValidator(_not_blank)]
Name = Annotated[
    str,
    Field(min_length=1, max_length=_LONGEST_NAME),
    AfterValidator(_checked_name),
    AfterValidator(_not_blank),
]
"""What somebody or something is called: a text that is compared letter by letter."""
Prose = Annotated[str, StringConstraints(strip_whitespace=False), AfterValidator(_carried)]
"""A text of many lines, kept as it is so that its lines can be counted."""
IsoDate = Annotated[
    datetime.date,
    BeforeValidator(
        _iso_date, json_schema_input_type=Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    ),
]
Isbn = Annotated[str, AfterValidator(_checked_name), AfterValidator(_isbn)]
Orcid = Annotated[str, AfterValidator(_checked_name), AfterValidator(_orcid)]
"""An identifier of a person by orcid.org, with its hyphens; its address may be given."""

"""An ISBN-10 or ISBN-13 (ISO 2108) with a right check digit, kept as 13 bare digits."""
LanguageTag = Annotated[str, AfterValidator(_language)]
"""A BCP 47 tag that the CLDR knows."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=_SLUG_LENGTH)]
FileSlug = Annotated[Slug, AfterValidator(_file_name)]
"""A slug that files and folders are called by on every system."""
Unit = Annotated[str, AfterValidator(_unit)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
WebAddress = Annotated[str, AfterValidator(_web_address)]
FigureValue = Annotated[
    Decimal | str,
    BeforeValidator(_number, json_schema_input_type=float | str),
    PlainSerializer(plain_number, when_used="json"),
]


def slug_of(text: str) -> str:
    """Return the slug that a text gives, or "" where it has no letter a slug could have.

    Files can be called by it on every system.
    """
    slug = slugify(text)[:_SLUG_LENGTH].rstrip("-")
    return f"{slug}-guide" if is_device(slug) else slug


def numbered_slug(slug: str, number: int) -> str:
    """Return a slug with a number after it, of the length that a slug may have."""
    end = f"-{number}"
    return slug[: _SLUG_LENGTH - len(end)].rstrip("-") + end


def format_isbn(isbn: str) -> str:
    """Return an ISBN with its hyphens where the registration group and registrant end.

    In a range that is not assigned nobody knows where they do, so it is returned bare.
    """
    from stdnum import isbn as stdnum_isbn

    return str(stdnum_isbn.format(isbn)) if is_in_a_range(isbn) else isbn


def is_in_a_range(isbn: str) -> bool:
    """Return whether an ISBN is of a range that was assigned to publishers.

    Source: the International ISBN Agency's RangeMessage.xml, as python-stdnum carries it.
    """
    from stdnum import isbn as stdnum_isbn

    return all(stdnum_isbn.split(isbn))

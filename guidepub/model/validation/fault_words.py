"""What is said of each kind of pydantic's and our own errors, and what a reader can do about it."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping

from pydantic_core import ErrorDetails

from guidepub.figures.units import unit_remedy
from guidepub.findings import did_you_mean
from guidepub.themes.covers.marks import marks
from guidepub.words.characters import one_line
from guidepub.words.names import slugify

# What a reader can do about each of pydantic's and our own kinds of error.
REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        "iso_date": "Write a date as 2026-11-24.",
        "date_type": "Write a date as 2026-11-24.",
        "date_parsing": "Write a date as 2026-11-24.",
        "date_from_datetime_inexact": "Write a date as 2026-11-24.",
        "date_from_datetime_parsing": "Write a date as 2026-11-24.",
        "isbn": "Check it against the back of the book or the agency’s letter.",
        "language": "Write a language tag such as en-US or es.",
        "url": "Write an address that begins with https://.",
        "url_signs": "Write %20 for a space, %22 and %27 for quotation marks, %3C for < and %3E for >.",
        "no_value": "Add it, or say which table has it: from, key and column.",
        "two_values": "Keep one of the two.",
        "table": 'Name a file, or write a query: sql = "SELECT …".',
        "half_cell": "Say which table has it: from, key and column.",
        "period": "Write the first year before the last, as in [2024, 2034].",
        "blank": "Fill it in or leave it out.",
        "device": "Give the guide another slug.",
        "slug": "Give the guide a slug.",
        "value": "Write 68340, 12.5 or a text in quotes.",
        "size": "Write a number of at most 15 digits, such as 68340 or 12.5.",
        "when": 'Write "always", or conditions such as {tags = ["trades"]}.',
        "bool_type": "Write true or false.",
        "no_sections": "Write one, or name the guides of a volume under guides.",
        "length": 'Write a length such as "3mm" or "0.125in", in quotes.',
        "policy": 'Add mining = "reserved".',
        "ages": "Write the lower number first, as in [14, 18].",
        "currency": "Write a code of ISO 4217, such as USD, EUR or GBP.",
        "country": "Write two letters of ISO 3166-1, such as US or GB, or WORLD.",
        "prices": "Keep the right one, or state the edition of each.",
        "words": "Write the smaller number first, as in [40, 4000].",
        "wording": "Double a literal brace: {{ or }}.",
        "number": "Remove the unit, or write digits with a point before decimals: 43460 or 24.50.",
        "string_type": "Write a text; put a number or a date in quotes.",
        "int_type": "Write digits alone.",
        "int_parsing": "Write digits alone.",
        "float_type": "Write digits with a point before decimals.",
        "float_parsing": "Write digits with a point before decimals.",
        "bool_parsing": "Write true or false.",
        "int_from_float": "Write digits alone.",
        "tuple_type": "Write [first, second].",
        "list_type": "Write [first, second].",
        "dict_type": "Write its keys below it or in braces.",
        "mapping_type": "Write its keys below it or in braces.",
        "model_type": "Write its keys below it or in braces.",
        "rows": 'Name its file, as in wages = "data/wages.csv".',
        "word": "Split it with spaces, or shorten it.",
        "too_long": "Leave some out.",
        "frozen_instance": "Make another: model_copy(update={…}).",
        "frozen_field": "Make another: model_copy(update={…}).",
        "decimal_type": "Write digits with a point before decimals.",
        "decimal_parsing": "Write digits with a point before decimals.",
        "invalid_key": "Put it in quotes.",
        "string_too_long": "Shorten it.",
        "string_too_short": "Fill it in or leave it out.",
        "too_short": "Fill it in or leave it out.",
    }
)
_MESSAGES: Mapping[str, str] = types.MappingProxyType(
    {
        "string_type": "A text is expected here",
        "int_type": "A whole number is expected here",
        "int_from_float": "A whole number is expected here",
        "int_parsing": "A whole number is expected here",
        "bool_parsing": "true or false is expected here",
        "bool_type": "true or false is expected here",
        "tuple_type": "A list is expected here",
        "list_type": "A list is expected here",
        "dict_type": "A mapping of keys to values is expected here",
        "dataclass_type": "A mapping of keys to values is expected here",
        "mapping_type": "A mapping of keys to values is expected here",
        "model_type": "A mapping of keys to values is expected here",
        "rows": "A data table is expected here",
        "string_too_short": "This must not be empty",
        "too_short": "This must not be empty",
        "float_type": "A number is expected here",
        "float_parsing": "A number is expected here",
        "finite_number": "A whole number is expected here",
        "decimal_type": "A number is expected here",
        "decimal_parsing": "A number is expected here",
        "date_type": "A date is expected here",
        "date_parsing": "A date is expected here",
        "date_from_datetime_inexact": "A date is expected here",
        "date_from_datetime_parsing": "A date is expected here",
        "bytes_type": "Bytes are expected here",
        "path_type": "A path is expected here",
        "invalid_key": "A key must be a string",
        "frozen_instance": "A model cannot be changed",
        "frozen_field": "A model cannot be changed",
    }
)
# How a number lies beyond a bound, pydantic's name for that bound, and what may be there.
_BOUNDS: Mapping[str, tuple[str, str, str]] = types.MappingProxyType(
    {
        "greater_than_equal": ("below", "ge", "{:.12g} or more"),
        "greater_than": ("not above", "gt", "more than {:.12g}"),
        "less_than_equal": ("above", "le", "{:.12g} or less"),
    }
)

# What is written otherwise in Python than in a file.
IN_PYTHON: Mapping[str, str] = types.MappingProxyType(
    {
        "no_value": "Add it, or say which table has it: table, key and column.",
        "half_cell": "Say which table has it: table, key and column.",
        "string_type": "Give a text, in quotes.",
        "bool_type": "Write True or False.",
        "bool_parsing": "Write True or False.",
        "tuple_type": "Give a list.",
        "list_type": "Give a list.",
        "dict_type": "Give a mapping.",
        "mapping_type": "Give a mapping.",
        "model_type": "Give a mapping, or a model.",
        "rows": "Give rows, or a DataTable with its file or content.",
    }
)


# Digits split in groups or before decimals, of which only one reading is a number.
_GROUPS = re.compile(
    r"[0-9]{1,3}(?:([.,'’])[0-9]{3}(?:\1[0-9]{3})+|(?:[ \u00a0\u202f'’][0-9]{3})+)"
)
_DECIMALS = re.compile(r"([0-9]{1,15}),([0-9]{1,2})")
_KEY = r"^[a-z][a-z0-9_]*$"


def _digits(text: str) -> str:
    """Return how a figure that is written as texts have it is stated, or "" where that is unclear."""
    if _GROUPS.fullmatch(text):
        return re.sub(r"[^0-9]", "", text)
    return ".".join(match.groups()) if (match := _DECIMALS.fullmatch(text)) else ""


def _shown(value: object) -> str:
    try:
        return one_line(str(value), 60)
    except ValueError:
        return "This number"  # Python writes none of thousands of digits.


def _as_patterned(shown: str, pattern: str) -> str:
    """Return how a text is written that its pattern takes."""
    key = slugify(shown).replace("-", "_")
    if pattern == _KEY and re.match(_KEY, key):
        return f"Write {key}: small letters, digits and underscores, a letter first."
    return PATTERN_REMEDIES.get(pattern, "")


def _remedy_of_ours(kind: str, context: Mapping[str, object]) -> str:
    """Return the remedy of an error that says itself what is meant, or ""."""
    if kind == "education":
        meant = context.get("meant")
        return f"Write {meant}." if meant else f"Choose from: {context['known']}."
    if kind == "number":
        digits = _digits(str(context["value"]))
        return f"Write {digits}." if digits else ""
    return str(context["remedy"])


def value_fault(item: ErrorDetails, context: Mapping[str, object]) -> tuple[str, str]:
    """Return what is wrong with a value, and the remedy."""
    kind = item["type"]
    shown = _shown(item["input"])
    message, remedy = f"{_MESSAGES.get(kind, item['msg'])}.", REMEDIES.get(kind, "")
    if kind == "literal_error":
        expected = str(context["expected"]).replace(" or ", ",").split(",")
        message = f"“{shown}” is not allowed here."
        remedy = did_you_mean(shown, [option.strip(" '") for option in expected])
    elif kind == "string_pattern_mismatch":
        message = f"“{shown}” has the wrong form."
        remedy = _as_patterned(shown, str(context["pattern"]))
    elif kind == "int_type" and shown.isdecimal() and shown.startswith("0"):
        remedy = "Leave out the leading zeros."
    elif kind in ("education", "printer", "number"):
        remedy = _remedy_of_ours(kind, context) or remedy
    elif kind == "unit":
        remedy = unit_remedy(str(item["input"]))
    elif kind == "tool":
        remedy = did_you_mean(shown, marks())
    elif kind == "trim":
        remedy = f"Choose from: {context['known']}, and sizes such as 6in x 9in, to 2000 points."
    elif kind in _BOUNDS:
        how, name, may = _BOUNDS[kind]
        message = f"{shown} is {how} {context[name]:.12g}."
        remedy = f"Write {may.format(context[name])}."
    elif kind in ("too_long", "string_too_long"):
        unit = "characters" if kind == "string_too_long" else "values"
        message = f"At most {context['max_length']:,} {unit} are allowed here."
    elif kind == "missing":
        message = "A value is missing from this list."
    elif kind == "json_invalid":
        message = f"This is not JSON: {context['error']}."
    return message, remedy


PATTERN_REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        r"^[0-9]{2}-[0-9]{4}$": 'Write a SOC code such as "31-2011", in quotes.',
        r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$": 'Write an O*NET code such as "31-2011.00", in quotes.',
        r"^[a-z0-9]+(-[a-z0-9]+)*(@[1-9][0-9]{0,3})?$": "Name a notice as disclaimer, or as "
        "disclaimer@3.",
        r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters from a to z, digits and single hyphens.",
        _KEY: "Use small letters, digits and underscores, a letter first.",
        r"^[A-Z]{3} [0-9]{1,7}(\.[0-9]{2})?$": 'Write a price such as "USD 14.95".',
        r"^[A-Z][A-Z0-9]{0,7}$": "Write a code of Thema such as VSC.",
        r"^[A-Z]{3}[0-9]{6}$": "Write a code of BISAC such as BUS012000.",
        r"^[0-9]{2}(-[0-9]{1,4})?$": 'Write the beginning of a SOC code, as in "29" or "29-1".',
        r"^([A-Z]{2}|WORLD)$": "Write a country’s two letters such as US, or WORLD.",
        r"^https://[^\s{}]+(\{(slug|language)\}[^\s{}]*)+$": "Write an address with {slug} in it,"
        " as in https://press.example/{slug}.",
        r"^#[0-9a-fA-F]{6}$": 'Write a colour such as "#1d4e5f", in quotes.',
        r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$": "Use letters and digits, with - _ . : in between.",
        r"^(-[a-z0-9]+)*$": 'Write a hyphen before each part, as in "-large-print".',
        r"^[^\s@<>\"]+@[^\s@<>\"]+$": "Write an address such as books@press.example.",
    }
)

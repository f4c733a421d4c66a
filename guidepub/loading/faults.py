"""What pydantic found wrong, said to the reader with its place and a remedy."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidepub.figures.locales import is_language, tag_of_name
from guidepub.figures.units import unit_remedy
from guidepub.findings import Finding, did_you_mean, nearest
from guidepub.loading.documents import Document, Path_
from guidepub.model import EDUCATION_LEVELS, PLACEHOLDERS
from guidepub.text.levels import level_of
from guidepub.themes.marks import marks
from guidepub.words.characters import one_line

# More faults than these in one file help nobody, and each costs some thought.
_MOST = 500

# What a reader can do about each of pydantic's and our own kinds of error.
_REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        "iso_date": "Write a date as 2026-11-24.",
        "isbn": "Check it against the back of the book or the agency’s letter.",
        "language": "Write a language tag such as en-US or es.",
        "url": "Write an address that begins with https://.",
        "no_value": "Add it, or say which table has it: from, key and column.",
        "two_values": "Keep one of the two.",
        "table": "Name a file, or write a query: sql = “SELECT …”.",
        "half_cell": "Say which table has it: from, key and column.",
        "education": f"Known here: {', '.join(EDUCATION_LEVELS)}.",
        "period": "Write the first year before the last, as in [2024, 2034].",
        "blank": "Fill it in or leave it out.",
        "device": "Give the guide another slug.",
        "slug": "Give the guide a slug.",
        "value": "Write 68340, 12.5 or a text in quotes.",
        "size": "Write a number of at most 15 digits, such as 68340 or 12.5.",
        "when": 'Write "always", or conditions such as {tags = ["trades"]}.',
        "bool_type": "Write true or false.",
        "no_sections": "Write one, or name the guides of a volume under guides.",
        "length": "Write a length such as 3mm or 0.125in.",
        "policy": 'Add mining = "reserved".',
        "ages": "Write the lower number first, as in [14, 18].",
        "currency": "Write a code of ISO 4217, such as USD, EUR or GBP.",
        "country": "Write two letters of ISO 3166-1, such as US or GB, or WORLD.",
        "prices": "Keep the one that holds, or say which edition each is of.",
        "words": "Write the smaller number first, as in [40, 4000].",
        "wording": "Double a brace that is meant as one: {{ or }}.",
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
        "word": "Part it with spaces, or shorten it.",
        "too_long": "Leave some out.",
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
        "bool_parsing": "A yes or a no is expected here",
        "bool_type": "A yes or a no is expected here",
        "tuple_type": "A list is expected here",
        "list_type": "A list is expected here",
        "dict_type": "A mapping of keys to values is expected here",
        "mapping_type": "A mapping of keys to values is expected here",
        "model_type": "A mapping of keys to values is expected here",
        "rows": "A data table is expected here",
        "string_too_short": "This must not be empty",
        "too_short": "This must not be empty",
        "float_type": "A number is expected here",
        "float_parsing": "A number is expected here",
        "finite_number": "A whole number is expected here",
    }
)
# How a number lies beyond a bound, pydantic's name for that bound, and what may stand there.
_BOUNDS: Mapping[str, tuple[str, str, str]] = types.MappingProxyType(
    {
        "greater_than_equal": ("below", "ge", "{:.12g} or more"),
        "greater_than": ("not above", "gt", "more than {:.12g}"),
        "less_than_equal": ("above", "le", "{:.12g} or less"),
    }
)
# Digits behind a comma that parts thousands.
_THOUSANDS = 3
# Two years with a dash between them, where a list of them is asked for.
_YEARS = re.compile(r"\s*([0-9]{4})\s*[-–—/]\s*([0-9]{4})\s*")


# Kinds of error that only notices have, with their codes and remedies.
_OF_NOTICES: Mapping[str, tuple[str, str]] = types.MappingProxyType(
    {
        "placeholder": ("N003", ""),
        "override": (
            "N006",
            "Name the notice by its id, and let its wording be approved in catalog.toml.",
        ),
        "dates": ("N007", "Mend the status or the dates."),
    }
)


def faults_by_path(error: ValidationError, document: Document) -> dict[Path_, ErrorDetails]:
    """Return what pydantic found wrong by its path in the document, the most telling of each."""
    by_path: dict[Path_, ErrorDetails] = {}
    for item in error.errors(include_url=False)[:_MOST]:
        path = (*_real_path(item, document.data), *item.get("ctx", {}).get("path", ()))
        if item["type"] in ("number", "no_value"):
            path = (*path, "value")
        elif item["type"] == "outcome":
            path = (*path, str(item["ctx"]["key"]))
        # Of what a union's members say, the more telling: not that a text is no table.
        if path not in by_path or by_path[path]["type"].endswith("_type"):
            by_path[path] = item
    above = {path[:depth] for path in by_path for depth in range(len(path))}
    # What is wrong inside a value also made pydantic refuse the value as a whole.
    return {path: item for path, item in by_path.items() if path not in above or not path}


def findings_of(
    faults: Mapping[Path_, ErrorDetails], model: type[BaseModel], document: Document
) -> list[Finding]:
    """Return a finding for each thing that pydantic found wrong."""
    unknown = [path for path, item in faults.items() if item["type"] == "extra_forbidden"]
    return [
        _finding(item, path, model, document)
        for path, item in faults.items()
        if not (item["type"] == "missing" and _is_misspelt(path, unknown))
    ]


def _is_misspelt(path: Path_, unknown: Iterable[Path_]) -> bool:
    """Tell whether a key that is missing stands beside its place with a slip of typing."""
    beside = [str(other[-1]) for other in unknown if other[:-1] == path[:-1]]
    return any(nearest(key, [str(path[-1])]) for key in beside)


def unknown_key(
    document: Document, path: Path_, model: type[BaseModel], value: object = ""
) -> Finding:
    """Return the finding that a key, with its value, is none of those that a model takes there."""
    place = document.place(path, of_key=True)
    key = str(path[-1])
    remedy = did_you_mean(key, keys_at(model, path[:-1]))
    if key.isdecimal() and value is None:
        # In braces YAML takes the comma of 43,460 for the end of the value 43.
        remedy = "A comma in braces ends a value: write digits without it, as in 43460."
        if len(key) != _THOUSANDS:
            remedy = "A comma in braces ends a value: write a point before decimals, as in 24.50."
    return Finding(place, "D010", f"The key “{key}” is unknown.", remedy)


def _finding(
    item: ErrorDetails, path: Path_, model: type[BaseModel], document: Document
) -> Finding:
    kind, context = item["type"], item.get("ctx", {})
    place = document.place(path, of_key=item["loc"][-1:] == ("[key]",))
    if kind in ("extra_forbidden", "outcome"):
        return unknown_key(document, path, model, item["input"])
    if kind == "missing" and path in document.keys:
        message = f"Nothing stands behind the key “{path[-1]}”."
        return Finding(document.place(path, of_key=True), "D012", message, "Fill it in.")
    if kind in ("missing", "no_value") and isinstance(path[-1], str):
        above = document.place(path[:-1], of_key=True)
        remedy = _REMEDIES.get(kind, "Add it.")
        return Finding(above, "D012", f"The key “{path[-1]}” is missing.", remedy)
    if kind in ("characters", "string_unicode"):
        message = item["msg"] if kind == "characters" else "Half a character stands here"
        return Finding(place, "D008", f"{message}.", "Delete it.")
    if kind in _OF_NOTICES:
        code, remedy = _OF_NOTICES[kind]
        if kind == "placeholder":
            remedy = did_you_mean(str(context["name"]), PLACEHOLDERS)
        return Finding(place, code, f"{item['msg']}.", remedy)
    message, remedy = _value_fault(item, context)
    return Finding(place, "D011", message, _example(item, path, model, document) or remedy)


def _example(item: ErrorDetails, path: Path_, model: type[BaseModel], document: Document) -> str:
    """Return how what is given is written where something of another kind is expected, or ""."""
    given, kind = item["input"], item["type"]
    if kind == "string_type":
        return _PATTERN_REMEDIES.get(_pattern_at(model, path), "")
    if kind == "language":
        tag = tag_of_name(str(given)) or str(given).replace("_", "-")
        return f"Write {tag}." if is_language(tag) else ""
    if kind in ("tuple_type", "model_type") and isinstance(given, str):
        return _text_as(kind, given, path, model, document)
    if (
        kind == "tuple_type"
        and isinstance(given, Mapping)
        and len(path) == 1
        and _is_toml(document)
    ):
        return f"Write [[{path[0]}]], with two brackets on each side."
    if isinstance(given, list) and kind in ("dict_type", "mapping_type", "model_type"):
        table = f"Write [{'.'.join(map(str, path))}], with one bracket on each side."
        keys = "Take the hyphens or brackets away, and begin each line with its key."
        return table if _is_toml(document) else keys
    return ""


def _text_as(kind: str, text: str, path: Path_, model: type[BaseModel], document: Document) -> str:
    """Return how a text is written as the list or the mapping with a name that is expected."""
    is_list = kind == "tuple_type"
    if is_list and (years := _YEARS.fullmatch(text)):
        return f"Write [{years[1]}, {years[2]}]."
    quote, colon = ('"', " =") if _is_toml(document) else ("", ":")
    shown = f"{quote}{one_line(text, 60)}{quote}"
    holds = next(_models_at(model, (*path, 0) if is_list else path), None)
    if holds is not None:
        keys = [name for name, info in holds.model_fields.items() if info.is_required()]
        if len(keys) != 1:
            return ""
        shown = f"{{{keys[0]}{colon} {shown}}}"
    return f"Write [{shown}]." if is_list else f"Write {shown}."


def _value_fault(item: ErrorDetails, context: Mapping[str, object]) -> tuple[str, str]:
    """Return what is wrong with a value, and the remedy."""
    kind = item["type"]
    shown = one_line(str(item["input"]), 60)
    message, remedy = f"{_MESSAGES.get(kind, item['msg'])}.", _REMEDIES.get(kind, "")
    if kind == "literal_error":
        expected = str(context["expected"]).replace(" or ", ",").split(",")
        message = f"“{shown}” cannot stand here."
        remedy = did_you_mean(shown, [option.strip(" '") for option in expected])
    elif kind == "string_pattern_mismatch":
        message = f"“{shown}” is not written as it should be."
        remedy = _PATTERN_REMEDIES.get(str(context["pattern"]), "")
    elif kind == "int_type" and shown.isdecimal() and shown.startswith("0"):
        remedy = "Leave out the zeros before it."
    elif kind == "education":
        if level := level_of(str(context["value"])):
            remedy = f"Write {level}."
    elif kind == "printer":
        remedy = str(context["remedy"])
    elif kind == "unit":
        remedy = unit_remedy(str(item["input"]))
    elif kind == "tool":
        remedy = did_you_mean(shown, marks())
    elif kind == "trim":
        remedy = f"Known here: {context['known']}, and sizes such as 6in x 9in, to 2000 points."
    elif kind in _BOUNDS:
        how, name, may = _BOUNDS[kind]
        message = f"{shown} is {how} {context[name]:.12g}."
        remedy = f"Write {may.format(context[name])}."
    elif kind in ("too_long", "string_too_long"):
        unit = "characters" if kind == "string_too_long" else "values"
        message = f"At most {context['max_length']:,} {unit} can stand here."
    elif kind == "missing":
        message = "A value is missing from this list."
    return message, remedy


_PATTERN_REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        r"^[0-9]{2}-[0-9]{4}$": 'Write a SOC code such as "31-2011", in quotes.',
        r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$": 'Write an O*NET code such as "31-2011.00", in quotes.',
        r"^[a-z0-9]+(-[a-z0-9]+)*(@[1-9][0-9]{0,3})?$": "Name a notice as disclaimer, or as "
        "disclaimer@3.",
        r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters, digits and single hyphens.",
        r"^[a-z][a-z0-9_]*$": "Use small letters, digits and underscores, a letter first.",
        r"^[A-Z]{3} [0-9]{1,7}(\.[0-9]{2})?$": 'Write a price such as "USD 14.95".',
        r"^[A-Z][A-Z0-9]{0,7}$": "Write a code of Thema such as VSC.",
        r"^[A-Z]{3}[0-9]{6}$": "Write a code of BISAC such as BUS012000.",
        r"^[0-9]{2}(-[0-9]{1,4})?$": 'Write the beginning of a SOC code, as in "29" or "29-1".',
        r"^([A-Z]{2}|WORLD)$": "Write a country’s two letters such as US, or WORLD.",
        r"^https://[^\s{}]+(\{(slug|language)\}[^\s{}]*)+$": "Write an address with {slug} in it,"
        " as in https://press.example/{slug}.",
        r"^#[0-9a-fA-F]{6}$": 'Write a colour such as "#1d4e5f", in quotes.',
        r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$": "Use letters, digits and the signs - _ . : in between.",
        r"^(-[a-z0-9]+)*$": 'Write a hyphen before each part, as in "-large-print".',
        r"^[^\s@<>\"]+@[^\s@<>\"]+$": "Write an address such as books@press.example.",
    }
)


def _real_path(item: ErrorDetails, data: object) -> Path_:
    """Drop what pydantic adds to a location: the names of a union's members, `[key]`."""
    path: list[str | int] = []
    location = item["loc"]
    for index, part in enumerate(location):
        missing = item["type"] == "missing" and index == len(location) - 1
        if isinstance(data, Mapping) and (part in data or missing):
            path.append(part)
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that a model takes at a path."""
    return [
        name
        for found in _models_at(model, path)
        for name, info in found.model_fields.items()
        if info.exclude is not True
    ]


def _models_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Iterator[type[BaseModel]]:
    annotation: object = model
    for part in path:
        models = list(_models(annotation))
        if isinstance(part, str) and models and part in models[0].model_fields:
            annotation = models[0].model_fields[part].annotation
        else:
            annotation = _element(annotation)
    yield from _models(annotation)


def _pattern_at(model: type[BaseModel], path: Path_) -> str:
    """Return the pattern of the text that stands at a path, or ""."""
    for holder in _models_at(model, path[:-1]):
        field = holder.model_fields.get(str(path[-1]))
        for rule in _rules(field.annotation, field.metadata) if field else ():
            if pattern := getattr(rule, "pattern", None):
                return str(pattern)
    return ""


def _rules(annotation: object, rules: Iterable[object] = ()) -> Iterator[object]:
    """Yield what an annotation asks of its values, such as a pattern."""
    for rule in rules:
        # Pydantic keeps several rules of one field together.
        yield from getattr(rule, "metadata", None) or (rule,)
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from _rules(arguments[0], arguments[1:])
    elif get_origin(annotation) in (Union, types.UnionType):
        for argument in arguments:
            yield from _rules(argument)


def _is_toml(document: Document) -> bool:
    return document.path is not None and document.path.suffix == ".toml"


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _models(argument)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def _element(annotation: object) -> object:
    """Return what a tuple or a mapping holds."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    arguments = get_args(annotation)
    if not arguments:
        return annotation
    return arguments[1] if len(arguments) > 1 and arguments[1] is not Ellipsis else arguments[0]

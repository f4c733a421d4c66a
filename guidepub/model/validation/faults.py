"""What pydantic found wrong in a file or a call, said with its place and a remedy."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidepub.figures.locales import is_language, tag_of_name
from guidepub.findings import Finding, Place, did_you_mean, nearest
from guidepub.model.validation.annotated import Path_, keys_at, models_at, pattern_at
from guidepub.model.validation.fault_words import IN_PYTHON, PATTERN_REMEDIES, REMEDIES, value_fault
from guidepub.words.characters import one_line

# More faults than these in one file help nobody, and each costs some thought.
_MOST = 500

# Keys with a year, or a date in its place, as values.
_YEAR_KEYS = ("as_of", "first_published")

# Kinds of error about a key that a model does not take.
_UNKNOWN = ("extra_forbidden", "outcome", "unexpected_keyword_argument")
# Digits after a comma that parts thousands.
_THOUSANDS = 3
# What a message of a call quotes may be of any length.
_LONG = re.compile(r"“([^”]{60})[^”]+”")
# Two years with a dash between them, where a list of them is asked for.
_YEARS = re.compile(r"\s*([0-9]{4})\s*[-–—/]\s*([0-9]{4})\s*")


# Kinds of error that only notices have, with their codes and remedies.
_NOTICE_FAULTS: Mapping[str, tuple[str, str]] = types.MappingProxyType(
    {
        "placeholder": ("N003", ""),
        "override": (
            "N006",
            "Name the notice by its id, and have its wording approved in catalog.toml.",
        ),
        "dates": ("N007", "Fix the status or the dates."),
    }
)


class Stated(Protocol):
    """Where data stand that pydantic refuses: a file, or a call in Python."""

    @property
    def path(self) -> Path | None:
        """The file, if it is one."""

    @property
    def data(self) -> object:
        """The data."""

    @property
    def keys(self) -> Mapping[Path_, tuple[int, int]]:
        """Where each key stands."""

    def place(self, path: Path_ = (), of_key: bool = False) -> Place:
        """Return where a value or its key stands."""


@dataclass(frozen=True, slots=True)
class GivenData:
    """What a model is made of in Python, by the name by which findings name it."""

    name: str
    data: object
    path: Path | None = None
    keys: Mapping[Path_, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path_ = (), of_key: bool = False) -> Place:
        """Return the name: a call has no lines."""
        return Place(self.name)


def faults_by_path(error: ValidationError, data: object) -> dict[Path_, ErrorDetails]:
    """Return what pydantic found wrong by its path in the data, the most telling of each."""
    by_path: dict[Path_, ErrorDetails] = {}
    for item in error.errors(include_url=False)[:_MOST]:
        path = (*_real_path(item, data), *item.get("ctx", {}).get("path", ()))
        if item["type"] in ("number", "no_value"):
            path = (*path, "value")
        elif item["type"] == "outcome":
            path = (*path, str(item["ctx"]["key"]))
        # Of what a union's members say, the more telling: not that a text is not a table.
        if path not in by_path or by_path[path]["type"].endswith("_type"):
            by_path[path] = item
    above = {path[:depth] for path in by_path for depth in range(len(path))}
    # What is wrong inside a value also made pydantic refuse the value as a whole.
    return {path: item for path, item in by_path.items() if path not in above or not path}


def findings_of(
    faults: Mapping[Path_, ErrorDetails], model: type[BaseModel], document: Stated
) -> list[Finding]:
    """Return a finding for each thing that pydantic found wrong."""
    return [finding for _, finding in _findings(faults, model, document)]


def findings_given(
    error: ValidationError, model: type[BaseModel], given: GivenData
) -> list[Finding]:
    """Return a finding for each thing that pydantic found wrong in a call, with its field."""
    faults = faults_by_path(error, given.data)
    for item in faults.values():
        item["msg"] = _LONG.sub(r"“\1…”", item["msg"])
    return [
        replace(finding, message=f"{'.'.join(map(str, path))}: {finding.message}")
        if path
        else finding
        for path, finding in _findings(faults, model, given)
    ]


def _findings(
    faults: Mapping[Path_, ErrorDetails], model: type[BaseModel], document: Stated
) -> Iterator[tuple[Path_, Finding]]:
    """Yield a finding for each fault, with the path of the value that its words are about."""
    unknown = [path for path, item in faults.items() if item["type"] == "extra_forbidden"]
    for path, item in faults.items():
        if not (item["type"] == "missing" and _is_misspelt(path, unknown)):
            of_key = item["type"] in ("missing", "no_value", *_UNKNOWN)
            yield path[:-1] if of_key else path, _finding(item, path, model, document)


def _is_misspelt(path: Path_, unknown: Iterable[Path_]) -> bool:
    """Return whether a missing key is there with a typing error."""
    beside = [str(other[-1]) for other in unknown if other[:-1] == path[:-1]]
    return any(nearest(key, [str(path[-1])]) for key in beside)


def unknown_key(
    document: Stated, path: Path_, model: type[BaseModel], value: object = ""
) -> Finding:
    """Return the finding that a key, with its value, is none of those that a model takes there."""
    place = document.place(path, of_key=True)
    key = str(path[-1])
    remedy = did_you_mean(key, keys_at(model, path[:-1]))
    if key.isdecimal() and value is None and not isinstance(document, GivenData):
        # In braces YAML takes the comma of 43,460 for the end of the value 43.
        remedy = "A comma in braces ends a value: write digits without it, as in 43460."
        if len(key) != _THOUSANDS:
            remedy = "A comma in braces ends a value: write a point before decimals, as in 24.50."
    elif re.match(r"[0-9]+ ", key) and value is None and not isinstance(document, GivenData):
        remedy = "A comma in braces ends a value: write all digits and no words, as in 1200000."
    return Finding(place, "D010", f"The key “{one_line(key, 60)}” is unknown.", remedy)


def _finding(item: ErrorDetails, path: Path_, model: type[BaseModel], document: Stated) -> Finding:
    kind, context = item["type"], item.get("ctx", {})
    place = document.place(path, of_key=item["loc"][-1:] == ("[key]",))
    if kind in _UNKNOWN:
        return unknown_key(document, path, model, item["input"])
    if kind == "missing" and path in document.keys:
        message = f"The key “{path[-1]}” has no value."
        return Finding(document.place(path, of_key=True), "D012", message, "Fill it in.")
    if kind in ("missing", "no_value") and isinstance(path[-1], str):
        above = document.place(path[:-1], of_key=True)
        remedy = REMEDIES.get(kind, "Add it.")
        if isinstance(document, GivenData):
            remedy = IN_PYTHON.get(kind, remedy)
        return Finding(above, "D012", f"The key “{path[-1]}” is missing.", remedy)
    if kind in ("characters", "string_unicode"):
        message = (
            item["msg"] if kind == "characters" else "This is half a character (a lone surrogate)"
        )
        return Finding(place, "D008", f"{message}.", "Delete it.")
    if kind in _NOTICE_FAULTS:
        code, remedy = _NOTICE_FAULTS[kind]
        if kind == "placeholder":
            remedy = did_you_mean(str(context["name"]), context["known"])
        return Finding(place, code, f"{item['msg']}.", remedy)
    message, remedy = value_fault(item, context)
    if isinstance(document, GivenData):
        remedy = IN_PYTHON.get(kind, remedy)
    return Finding(place, "D011", message, _example(item, path, model, document) or remedy)


def _plain_value(given: object, kind: str, path: Path_, model: type[BaseModel]) -> str:
    """Return how a text, or a year, is written, or "" where there is nothing to say of it."""
    if kind == "string_type":
        if isinstance(given, list) and given and isinstance(given[0], str):
            return f"Write one without brackets: {one_line(given[0], 60)}."
        return PATTERN_REMEDIES.get(pattern_at(model, path), "")
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", str(given))
    is_clear = path[-1] in _YEAR_KEYS and isinstance(given, str) and len(years) == 1
    return f"Write the year alone: {years[0]}." if is_clear else ""


def _example(item: ErrorDetails, path: Path_, model: type[BaseModel], document: Stated) -> str:
    """Return how what is given is written where something of another kind is expected, or ""."""
    given, kind = item["input"], item["type"]
    if kind in ("string_type", "int_type", "int_parsing"):
        return _plain_value(given, kind, path, model)
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
        return _as_mapping(path, document)
    return ""


def _as_mapping(path: Path_, document: Stated) -> str:
    """Return how the mapping is written where a list stands."""
    if isinstance(document, GivenData):
        return ""
    table = f"Write [{'.'.join(map(str, path))}], with one bracket on each side."
    keys = "Remove the hyphens or brackets, and begin each line with its key."
    return table if _is_toml(document) else keys


def _text_as(kind: str, text: str, path: Path_, model: type[BaseModel], document: Stated) -> str:
    """Return how a text is written as the list or the mapping with a name that is expected."""
    is_list = kind == "tuple_type"
    if is_list and (years := _YEARS.fullmatch(text)):
        return f"Write [{years[1]}, {years[2]}]."
    quote, colon = ('"', " =") if _is_toml(document) else ("", ":")
    key_quote = ""
    if isinstance(document, GivenData):
        quote = key_quote = '"'
    shown = f"{quote}{one_line(text, 60)}{quote}"
    holds = next(models_at(model, (*path, 0) if is_list else path), None)
    if holds is not None:
        keys = [name for name, info in holds.model_fields.items() if info.is_required()]
        if not keys and not is_list:
            return _behind_a_key(holds, f"{key_quote}{colon} {shown}", key_quote)
        if len(keys) != 1:
            return ""
        shown = f"{{{key_quote}{keys[0]}{key_quote}{colon} {shown}}}"
    return f"Write [{shown}]." if is_list else f"Write {shown}."


def _behind_a_key(model: type[BaseModel], value: str, quote: str) -> str:
    """Return how a text is written after one of the keys of a mapping that needs none of them."""
    stated = {name: info for name, info in model.model_fields.items() if info.exclude is not True}
    kinds = {str(info.annotation) for info in stated.values()}
    likely = "value" if "value" in stated else [*stated][-1] if len(kinds) == 1 else ""
    example = f", as in {{{quote}{likely}{value}}}" if likely else ""
    more = f" Choose from: {', '.join(stated)}." if len(stated) > 1 else ""
    return f"Write it after its key{example}.{more}"


def _real_path(item: ErrorDetails, data: object) -> Path_:
    """Drop what pydantic adds to a location: the names of a union's members, `[key]`."""
    path: list[str | int] = []
    location = item["loc"]
    for index, part in enumerate(location):
        missing = item["type"] == "missing" and index == len(location) - 1
        if isinstance(data, Mapping) and (part in data or missing):
            path.append(part)
            data = data.get(part)
        elif isinstance(data, (list, tuple)) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def _is_toml(document: Stated) -> bool:
    return document.path is not None and document.path.suffix == ".toml"

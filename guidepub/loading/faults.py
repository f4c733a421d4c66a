"""What pydantic found wrong, said to the reader with its place and a remedy."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from guidepub.findings import Finding, did_you_mean
from guidepub.loading.documents import Document

# What a reader can do about each of pydantic's and our own kinds of error.
_REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        "iso_date": "Write a date as 2026-11-24.",
        "isbn": "Check it against the back of the book or the agency’s letter.",
        "language": "Write a language tag such as en-US or es.",
        "unit": "Write a unit such as USD/year, percent, jobs or months.",
        "url": "Write an address that begins with https://.",
        "education": "Known here: none, high-school, some-college, certificate, associate, "
        "bachelor, master, doctoral, professional.",
        "period": "Write the first year before the last, as in [2024, 2034].",
        "slug": "Give the guide a slug.",
        "value": "Write 68340, 12.5 or a text in quotes.",
        "wording": "Double a brace that is meant as one: {{ or }}.",
        "number": "Remove the unit, or write the value as a number.",
    }
)
_MESSAGES: Mapping[str, str] = types.MappingProxyType(
    {
        "string_type": "A text is expected here",
        "int_type": "A whole number is expected here",
        "int_from_float": "A whole number is expected here",
        "bool_type": "true or false is expected here",
        "tuple_type": "A list in square brackets is expected here",
        "list_type": "A list in square brackets is expected here",
        "dict_type": "A mapping of keys to values is expected here",
        "mapping_type": "A mapping of keys to values is expected here",
        "model_type": "A mapping of keys to values is expected here",
        "string_too_short": "This must not be empty",
        "too_short": "This must not be empty",
        "missing_positional_only_argument": "A value is missing from this list",
    }
)


def findings_of(
    error: ValidationError, model: type[BaseModel], document: Document
) -> list[Finding]:
    """Return a finding for each thing that pydantic found wrong."""
    findings = []
    seen = set()
    for item in error.errors(include_url=False):
        kind, context = item["type"], item.get("ctx", {})
        path = tuple(context.get("path") or _real_path(item["loc"], document.data))
        if kind == "extra_forbidden":
            known = _keys_at(model, path[:-1])
            message = f"The key “{path[-1]}” is unknown."
            finding = Finding(
                document.place(path, of_key=True),
                "D010",
                message,
                did_you_mean(str(path[-1]), known),
            )
        elif kind == "missing":
            message = f"The key “{path[-1]}” is missing."
            finding = Finding(document.place(path[:-1], of_key=True), "D012", message)
        else:
            finding = _value_finding(kind, item["msg"], context, path, document)
        if (finding.place, finding.code) not in seen:
            seen.add((finding.place, finding.code))
            findings.append(finding)
    return findings


def _value_finding(
    kind: str,
    said: str,
    context: Mapping[str, Any],
    path: tuple[str | int, ...],
    document: Document,
) -> Finding:
    message = f"{_MESSAGES.get(kind, said)}."
    if kind == "literal_error":
        value = _value_at(document.data, path)
        message = f"“{value}” cannot stand here."
        options = [
            option.strip(" '")
            for option in str(context["expected"]).replace(" or ", ",").split(",")
        ]
        remedy = did_you_mean(str(value), options)
        if not remedy.startswith("Known"):
            remedy += f" Known here: {', '.join(options)}."
    elif kind == "string_pattern_mismatch":
        value = _value_at(document.data, path)
        message = f"“{value}” is not written as it should be."
        remedy = _PATTERN_REMEDIES.get(str(context["pattern"]), "")
    elif kind == "trim":
        remedy = f"Known here: {context['known']}, and sizes such as 6in x 9in."
    elif kind == "placeholder":
        from guidepub.model import PLACEHOLDERS

        name = str(context["name"])
        return Finding(document.place(path), "N003", message, did_you_mean(name, PLACEHOLDERS))
    else:
        remedy = _REMEDIES.get(kind, "")
    return Finding(document.place(path), "D011", message, remedy)


_PATTERN_REMEDIES: Mapping[str, str] = types.MappingProxyType(
    {
        r"^\d\d-\d{4}$": 'Write a SOC code such as "31-2011", in quotes.',
        r"^\d\d-\d{4}\.\d\d$": 'Write an O*NET code such as "31-2011.00", in quotes.',
        r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters, digits and single hyphens.",
        r"^[a-z][a-z0-9_]*$": "Use small letters, digits and underscores, a letter first.",
        r"^#[0-9a-fA-F]{6}$": 'Write a colour such as "#1d4e5f", in quotes.',
    }
)


def _real_path(location: tuple[str | int, ...], data: Any) -> tuple[str | int, ...]:
    """Drop what pydantic adds to a location: the names of a union's members, `[key]`."""
    path: list[str | int] = []
    for index, part in enumerate(location):
        if isinstance(data, Mapping) and (part in data or index == len(location) - 1):
            path.append(part)
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def _value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def _keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that a model takes at a path."""
    annotation: Any = model
    for part in path:
        models = list(_models(annotation))
        if isinstance(part, str) and models and part in models[0].model_fields:
            annotation = models[0].model_fields[part].annotation
        else:
            annotation = _element(annotation)
    return [
        name
        for found in _models(annotation)
        for name, info in found.model_fields.items()
        if info.exclude is not True
    ]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _models(argument)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def _element(annotation: Any) -> Any:
    """Return what a tuple or a mapping holds."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    arguments = get_args(annotation)
    if not arguments:
        return annotation
    return arguments[1] if len(arguments) > 1 and arguments[1] is not Ellipsis else arguments[0]

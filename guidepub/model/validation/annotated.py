"""Which models, keys and patterns the annotations of a model have at a path."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

Path_ = tuple[str | int, ...]


def keys_at(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the keys that a model takes at a path."""
    return [
        name
        for found in models_at(model, path)
        for name, info in found.model_fields.items()
        if info.exclude is not True
    ]


def models_at(model: type[BaseModel], path: Path_) -> Iterator[type[BaseModel]]:
    """Yield the models that may be at a path, of a union each."""
    annotation: object = model
    for part in path:
        models = list(_models(annotation))
        if isinstance(part, str) and models and part in models[0].model_fields:
            annotation = models[0].model_fields[part].annotation
        else:
            annotation = _element(annotation)
    yield from _models(annotation)


def pattern_at(model: type[BaseModel], path: Path_) -> str:
    """Return the pattern of the text that is at a path, or ""."""
    for holder in models_at(model, path[:-1]):
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

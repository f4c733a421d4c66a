"""The public names as a reader sees them: what a test holds against what was promised."""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from collections.abc import Callable, Iterator
from enum import Enum

from pydantic import BaseModel

import guidepub
from guidepub import GuidepubError

NAMES = [name for name in guidepub.__all__ if name != "__version__"]
_WIDTH = 90


def described(name: str) -> str:
    """Return a public name as a reader sees it: bases, fields, and signatures of functions."""
    value = getattr(guidepub, name)
    if not isinstance(value, type):
        if inspect.isfunction(value):
            return f"{name}{_signature(value)}".replace("\n    ", "\n")
        return f"{name} = {value}"
    bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
    lines = [f"class {name}({bases})" if bases else f"class {name}"]
    if issubclass(value, Enum):
        lines += [f"{member.name} = {member.value!r}" for member in value]
    elif issubclass(value, BaseModel):
        lines += [_field(value, field) for field in value.model_fields]
    elif typing.is_typeddict(value):
        lines += [
            f"{own}: {reported.__forward_arg__}" for own, reported in value.__annotations__.items()
        ]
    elif dataclasses.is_dataclass(value):
        lines += [f"{field.name}: {_with_default(field)}" for field in dataclasses.fields(value)]
    elif "__init__" in vars(value):
        lines.append(f"__init__{_signature(value.__init__)}")
    if issubclass(value, GuidepubError):
        lines.append(f"exit_code = {value.exit_code}")
    for own, part in sorted(vars(value).items()):
        if own.startswith("_") or own == "model_config":
            continue
        if isinstance(part, property) or type(part).__name__ == "cached_property":
            getter = part.fget if isinstance(part, property) else part.func
            lines.append(f"{own} -> {getter.__annotations__['return']}")
        elif inspect.isfunction(getattr(value, own)) or inspect.ismethod(getattr(value, own)):
            lines.append(f"{own}{_signature(getattr(value, own))}")
    return "\n    ".join(lines)


def _signature(function: Callable[..., object]) -> str:
    """Return a signature as its source has it, on one line or a line for each parameter."""
    signature = inspect.signature(function)
    text = str(signature.replace(parameters=list(map(_steady, signature.parameters.values()))))
    # Annotations are texts, which come with their quotes.
    text = text.replace("'", "")
    if len(text) <= _WIDTH:
        return text
    inner, _, returned = text.removeprefix("(").rpartition(") -> ")
    return "(\n        " + re.sub(r", (?=\w+: )", ",\n        ", inner) + f",\n    ) -> {returned}"


def _steady(parameter: inspect.Parameter) -> inspect.Parameter:
    """Return a parameter whose default is written in the same order at every run."""
    default = parameter.default
    return (
        parameter.replace(default=sorted(default)) if isinstance(default, frozenset) else parameter
    )


def _field(model: type[BaseModel], name: str) -> str:
    homes = (base for base in model.__mro__ if name in vars(base).get("__annotations__", {}))
    field = model.model_fields[name]
    default = "" if field.is_required() else f" = {field.get_default(call_default_factory=True)!r}"
    return f"{name}: {next(homes).__annotations__[name]}{default}"


def _with_default(field: dataclasses.Field) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.type} = {field.default_factory()!r}"
    if field.default is dataclasses.MISSING:
        return str(field.type)
    return f"{field.type} = {field.default!r}"


def spoken_of(value: object) -> Iterator[type]:
    """Yield guidepub's classes that the annotations of a public name hold."""
    owners = [value]
    if isinstance(value, type):
        owners += [part for own, part in vars(value).items() if own[0] != "_"]
    for owner in owners:
        reported = owner.fget if isinstance(owner, property) else getattr(owner, "__func__", owner)
        if isinstance(reported, type) or inspect.isfunction(reported):
            for hint in typing.get_type_hints(reported).values():
                yield from _classes(hint)


def _classes(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and hint.__module__.startswith("guidepub"):
        yield hint
    for part in typing.get_args(hint):
        yield from _classes(part)

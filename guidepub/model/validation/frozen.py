"""The base of every model: frozen, with a closed set of keys, and with guidepub's own errors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)
from pydantic_core import from_json

from guidepub.files import sha256
from guidepub.findings import InputError, capped

AS_FILLED: Mapping[str, bool] = MappingProxyType({"as_filled": True})
"""The context of a dump to JSON that has what tables have filled in: for a fingerprint of it all."""


class Carried:
    """A value that only guidepub makes, wrapped in dumps so that plain data cannot pass for one."""

    __slots__ = ("made",)

    def __init__(self, made: object) -> None:
        self.made = made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Carried) and self.made == other.made

    def __hash__(self) -> int:
        return hash(self.made)


if TYPE_CHECKING:
    # Type checkers should see pydantic's own, which shows them the fields of a model.
    from pydantic._internal._model_construction import ModelMetaclass as _Refusing
else:

    class _Refusing(type(BaseModel)):
        """Models that report what is wrong with their fields as findings.

        pydantic makes nested models without a call, so all faults are reported at once.
        """

        def __call__(cls, *args, **fields):
            try:
                return super().__call__(*args, **fields)
            except ValidationError as error:
                raise _refusal(cls, fields, error) from error


class Model(BaseModel, metaclass=_Refusing):
    """A frozen model with a closed set of keys.

    A field's type is the type of its value. If callers may pass other types, such as a list for a
    tuple, the class tells type checkers with an `__init__` that only they see.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _unwritten: ClassVar[tuple[str, ...]] = ()
    """Fields that no file states, such as where a model comes from: a dump to Python's own data
    has them, and one to JSON has not."""
    _optional: ClassVar[tuple[str, ...]] = ()
    """Fields that a dump leaves out unless they were stated: a default would be read as stated."""

    @classmethod
    def _known_as(cls, data: object) -> str:  # noqa: ARG003 - a guide's depends on its data
        """Return the name that findings use for data that this class refuses."""
        return cls.__name__

    if not TYPE_CHECKING:
        # Type checkers should see pydantic's signatures; these only add an error.

        @classmethod
        def model_validate(cls, obj, **options):
            """Return the model for some data.

            Raises:
                InputError: the data is invalid; the error names everything that is wrong.
            """
            try:
                return super().model_validate(obj, **options)
            except ValidationError as error:
                raise _refusal(cls, obj, error) from error

        @classmethod
        def model_validate_json(cls, json_data, **options):
            """Return the model for a JSON text.

            Raises:
                InputError: the JSON is invalid; the error names everything that is wrong.
            """
            try:
                return super().model_validate_json(json_data, **options)
            except ValidationError as error:
                raise _refusal(cls, _plain(json_data), error) from error

        def __setattr__(self, name, value):
            try:
                super().__setattr__(name, value)
            except ValidationError as error:
                raise _refusal(type(self), {name: value}, error) from error

        def __delattr__(self, name):
            try:
                super().__delattr__(name)
            except ValidationError as error:
                raise _refusal(type(self), {name: None}, error) from error

    @classmethod
    def of_data(cls, data: object) -> Self:
        """Return the model for data whose places in a file the caller knows.

        Raises:
            pydantic.ValidationError: the data is invalid.
        """
        return super().model_validate(data)

    def _as_stated(self) -> Self:
        """Return the model as stated in a file: this is the form in JSON, which can be read again."""
        return self

    @model_validator(mode="before")
    @classmethod
    def _unpacked(cls, data: object) -> object:
        if isinstance(data, Mapping):
            return {k: own.made if isinstance(own, Carried) else own for k, own in data.items()}
        return data

    @model_serializer(mode="wrap")
    def _dumped(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        is_for_file = info.mode == "json" and info.context is not AS_FILLED
        dumped = self._as_stated() if is_for_file else self
        data: dict[str, Any] = handler(dumped)
        for name in self._optional:
            if name not in dumped.model_fields_set:
                data.pop(name, None)
        if info.mode == "python":
            fields = type(self).model_fields
            kept = {name: getattr(self, name) for name in self._unwritten if _is_dumped(name, info)}
            data |= {
                name: Carried(own) if isinstance(own, (Model, tuple)) else own
                for name, own in kept.items()
                if own != fields[name].default
            }
        return data

    @property
    def content_hash(self) -> str:
        """The SHA-256 of what is stated, as JSON in a fixed order, without defaults and places."""
        stated = self.model_dump(mode="json", exclude_defaults=True, context=AS_FILLED)
        return sha256(json.dumps(stated, sort_keys=True, ensure_ascii=False).encode())


def _is_dumped(name: str, info: SerializationInfo) -> bool:
    """Return whether whoever dumps a model wants a field."""
    return name not in (info.exclude or ()) and (info.include is None or name in info.include)


def _plain(json_data: str | bytes) -> object:
    """Return what a JSON text holds, or None if it is no JSON."""
    try:
        return from_json(json_data)
    except ValueError:
        return None


def _refusal(model: type[Model], data: object, error: ValidationError) -> InputError:
    # Needed by nobody whose models are right.
    from guidepub.model.validation.faults import GivenData, findings_given

    return InputError(capped(findings_given(error, model, GivenData(model._known_as(data), data))))

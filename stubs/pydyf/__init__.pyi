"""A PDF's objects as WeasyPrint keeps them before they are written (pydyf 0.12)."""

from collections.abc import Iterable, Mapping
from typing import Any

class Object:
    number: int
    free: str
    @property
    def reference(self) -> bytes: ...
    @property
    def data(self) -> bytes: ...

class Dictionary(Object, dict[str, Any]):
    """Its values are of all kinds: names and numbers, references as bytes, other objects."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None: ...

class Array(Object, list[Any]):
    def __init__(self, array: Iterable[Any] | None = None) -> None: ...

class String(Object):
    string: str | bytes
    def __init__(self, string: str | bytes = "") -> None: ...

class Stream(Object):
    stream: list[Any]
    """Operators as bytes, texts or objects."""
    extra: dict[str, Any]
    compress: bool
    def __init__(
        self,
        stream: list[Any] | None = None,
        extra: Mapping[str, Any] | None = None,
        compress: bool = False,
    ) -> None: ...

class PDF:
    objects: list[Object]
    catalog: Dictionary
    info: Dictionary
    pages: Dictionary
    def add_page(self, page: Dictionary) -> None: ...
    def add_object(self, object_: Object) -> None: ...
    @property
    def page_references(self) -> tuple[bytes, ...]: ...

from collections.abc import Iterator
from typing import Any, overload

from tinycss2.ast import Node

class Color:
    space: str
    coordinates: tuple[float | Any, ...]
    """None for a part that is `none`."""
    alpha: float
    def __iter__(self) -> Iterator[float]: ...
    @overload
    def __getitem__(self, key: int) -> float: ...
    @overload
    def __getitem__(self, key: slice) -> list[float]: ...
    def to(self, space: str) -> Color: ...

def parse_color(input: str | Node) -> Color | str | None: ...

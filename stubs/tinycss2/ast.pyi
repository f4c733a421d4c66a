"""The parts of a stylesheet. `type` tells a node's kind, and with it which attributes it has."""

from typing import Any

class Node:
    type: str
    source_line: int
    source_column: int
    value: Any
    """A text, a number, or the parts of a declaration."""
    name: str
    lower_name: str
    lower_value: str
    lower_unit: str
    unit: str
    representation: str
    is_identifier: bool
    is_integer: bool
    int_value: int | None
    important: bool
    at_keyword: str
    lower_at_keyword: str
    kind: str
    message: str
    arguments: list[Node]
    prelude: list[Node]
    content: list[Node] | Any
    """None where a rule has no block."""
    def __eq__(self, other: object) -> bool:
        """Tell whether this is the same, or a literal with that text."""

    def serialize(self) -> str: ...

class FunctionBlock(Node):
    def __init__(self, line: int, column: int, name: str, arguments: list[Node]) -> None: ...

class HashToken(Node): ...
class IdentToken(Node): ...

class ParenthesesBlock(Node):
    def __init__(self, line: int, column: int, content: list[Node]) -> None: ...

class URLToken(Node):
    def __init__(self, line: int, column: int, value: str, representation: str) -> None: ...

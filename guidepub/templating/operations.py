"""The filters and tests of templates, each for plain values alone.

Jinja's own would take any object and make texts of any length; these refuse what is not a text,
number, list or mapping, and count what they make.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeGuard

from jinja2 import TemplateRuntimeError, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from guidepub.templating.bounds import take

_COUNTED = (str, list, dict)


class UseError(TemplateRuntimeError):
    """A template asks of a value what cannot be done with it."""


def printed(value: object) -> object:
    """Return a value that may be printed: a text or a number.

    Raises:
        TemplateRuntimeError: it is something else, or not there.
    """
    if is_printable(value):
        return value
    raise _unfit(value, "be printed")


def is_printable(value: object) -> bool:
    """Return whether a value may be printed: a text or a number."""
    return isinstance(value, str) or _is_number(value)


def number(value: object) -> int | float | Decimal:
    """Return a value that is a number.

    Raises:
        TemplateRuntimeError: it is none.
    """
    if _is_number(value):
        return value
    raise _unfit(value, "be added; texts are joined with ~")


def _is_number(value: object) -> TypeGuard[int | float | Decimal]:
    return type(value) in (int, float, Decimal)


def _unfit(value: object, use: str) -> UseError:
    if isinstance(value, Undefined):
        # It says which name is not there.
        value._fail_with_undefined_error()
    names = {dict: "a mapping", list: "a list", bool: "true or false", type(None): "none"}
    name = names.get(type(value)) or ("a text" if isinstance(value, str) else "this value")
    return UseError(f"{name} cannot {use}")


def _text(value: object) -> str:
    text = printed(value)
    shown = text if isinstance(text, str) else str(text)
    take(characters=len(shown))
    return shown


def _counted(value: object, use: str) -> str | list[object] | dict[str, object]:
    if not isinstance(value, _COUNTED):
        raise _unfit(value, use)
    return value


def _items(value: object, use: str) -> str | list[object]:
    if not isinstance(value, (str, list)):
        raise _unfit(value, use)
    return value


def _end(value: object, index: int) -> object:
    items = _items(value, "have a first or last item")
    if not items:
        raise UseError("an empty list or text has no first or last item")
    return items[index]


def _default(value: object, other: object = "", also_false: bool = False) -> object:
    return other if isinstance(value, Undefined) or (also_false and not value) else value


def _join(value: object, between: object = "") -> str:
    texts = [escape(_text(item)) for item in _items(value, "be joined")]
    middle = escape(_text(between))
    take(characters=len(middle) * len(texts))
    return middle.join(texts)


def _joined(value: list[object]) -> str:
    """Return texts one after the other; what is escaped stays so, and makes the whole so."""
    texts = [_text(item) for item in value]
    marked = any(isinstance(text, Markup) for text in texts)
    return Markup("").join(texts) if marked else "".join(texts)


def _loop_items(value: object, weight: int) -> list[object]:
    """Return the items of a loop, after counting its runs of a body of that size."""
    if isinstance(value, dict):
        value = list(value)
    if not isinstance(value, list):
        raise _unfit(value, "be gone through")
    take(parts=weight * len(value))
    return value


def _begin(_: object, weight: int) -> str:
    take(parts=weight)
    return ""


def _compared(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float, Decimal)):
        return value
    if not isinstance(value, str):
        raise _unfit(value, "be compared")
    take(characters=len(value))
    return value


def _searched(value: object) -> object:
    take(characters=len(_counted(value, "be looked through")))
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise _unfit(value, "be even or odd")
    return value


def applied(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that runs when its template does, not while that is compiled."""

    @pass_context
    def run(_: Context, *values: object) -> object:
        return function(*values)

    return run


def _simple(method: Callable[[str], str]) -> Callable[..., object]:
    return applied(lambda value: method(_text(value)))


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "capitalize": _simple(lambda text: text.capitalize()),
        "default": applied(_default),
        "e": applied(lambda value: escape(_text(value))),
        "escape": applied(lambda value: escape(_text(value))),
        "first": applied(lambda value: _end(value, 0)),
        "join": applied(_join),
        "last": applied(lambda value: _end(value, -1)),
        "length": applied(lambda value: len(_counted(value, "be counted"))),
        "lower": _simple(lambda text: text.lower()),
        "trim": _simple(lambda text: text.strip()),
        "upper": _simple(lambda text: text.upper()),
    }
)
"""What may follow `|`."""

TESTS: Mapping[str, Callable[..., bool]] = MappingProxyType(
    {
        "defined": lambda value: not isinstance(value, Undefined),
        "even": lambda value: _whole(value) % 2 == 0,
        "false": lambda value: value is False,
        "none": lambda value: value is None,
        "odd": lambda value: _whole(value) % 2 == 1,
        "true": lambda value: value is True,
        "undefined": lambda value: isinstance(value, Undefined),
    }
)
"""What may follow `is`."""

COUNTING: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "_begin": applied(_begin),
        "_compared": applied(_compared),
        "_each": applied(_loop_items),
        "_joined": applied(_joined),
        "_searched": applied(_searched),
    }
)
"""What is put into a template before it is compiled; no template can name it."""

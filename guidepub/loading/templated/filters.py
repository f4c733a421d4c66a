"""The filters and tests of guides' templates, for a row's values.

A cell that is empty has no value. It passes through every filter, and what prints it refuses the
row, unless `default` stands in for it or `optional` leaves out what it is in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from types import MappingProxyType

from guidepub.figures import figure, listed, plural_category
from guidepub.figures.units import is_unit
from guidepub.templating.bounds import take
from guidepub.templating.language import Dialect
from guidepub.templating.operations import FILTERS, TESTS, UseError, applied
from guidepub.templating.sandbox import is_missing
from guidepub.words.articles import article
from guidepub.words.languages import primary_language
from guidepub.words.names import slugify

OMITTED = "\x1a"
"""Stands for a value that is left out with the text around it; no text can contain it."""

_LANGUAGE: ContextVar[str] = ContextVar("_LANGUAGE", default="en-US")
_SHARED_FILTERS = ("capitalize", "first", "join", "last", "length", "lower", "trim", "upper")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let filters write figures and lists as a language does."""
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UseError(f"a text is expected here, not {_kind_name(value)}")
    take(characters=len(value))
    return value


def _texts(value: object) -> list[str]:
    return [_text(item) for item in _list(value)]


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise UseError(f"a list is expected here, not {_kind_name(value)}")
    take(parts=len(value))
    return value


def _number(value: object) -> Decimal:
    if type(value) not in (int, float, Decimal):
        raise UseError(f"a number is expected here, not {_kind_name(value)}")
    return Decimal(str(value))


def _kind_name(value: object) -> str:
    if isinstance(value, str):
        return f"the text “{value[:40]}”"
    return {list: "a list", dict: "a row", bool: "true or false"}.get(type(value), "a number")


def _article(value: object) -> str:
    """Return an English noun phrase after its indefinite article."""
    if primary_language(_LANGUAGE.get()) != "en":
        raise UseError(f"articles are only known for English, not for {_LANGUAGE.get()}")
    return f"{article(_text(value))} {value}"


def _figure(value: object, unit: object = "items") -> str:
    """Return a number as the language writes it, with its currency, percent sign or the like."""
    name = _text(unit)
    if name != "items" and not is_unit(name):
        raise UseError(f"“{name}” is not a unit of a fact")
    return figure(_number(value), name, _LANGUAGE.get())


def _plural(value: object, one: object, other: object) -> str:
    """Return the form of a word that a number asks for in the language."""
    form = plural_category(_number(value), _LANGUAGE.get())
    return _text(one) if form == "one" else _text(other)


def _listed(value: object, style: object = "and") -> str:
    """Return texts as the language lists them, joined by “and” or by “or”."""
    if style not in ("and", "or"):
        raise UseError("a list can only be joined with “and” or “or”")
    texts = _texts(value)
    return listed(texts, _LANGUAGE.get(), "or" if style == "or" else "standard")


def _split(value: object, between: object = ";") -> list[object]:
    return [part.strip() for part in _text(value).split(_text(between)) if part.strip()]


def _head(value: object, count: object) -> list[object]:
    if type(count) is not int or count < 0:
        raise UseError("a list is cut to a whole number of items")
    return _list(value)[:count]


def _tail(value: object, count: object) -> list[object]:
    if type(count) is not int or count < 0:
        raise UseError("a whole number of items is left out")
    return _list(value)[count:]


def _column(value: object, name: object) -> list[object]:
    """Return a column's cells in some rows, without those that are empty."""
    found: list[object] = []
    for row in _list(value):
        if not isinstance(row, dict) or name not in row:
            raise UseError(f"these rows have no column “{name}”")
        if not is_missing(row[name]):
            found.append(row[name])
    return found


def _lower_first(value: object) -> str:
    """Return a text with a small first letter, unless it begins with initials or a lone “I”."""
    text = _text(value)
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    keeps = sum(sign.isupper() for sign in word) > 1 or word == "I"
    return text if keeps else text[:1].lower() + text[1:]


def _upper_first(value: object) -> str:
    text = _text(value)
    return text[:1].upper() + text[1:]


def _without_stop(value: object) -> str:
    return _text(value).rstrip().removesuffix(".")


def _passing(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that lets a missing value, or one that is left out, through."""

    def run(value: object, *others: object) -> object:
        if is_missing(value) or value == OMITTED:
            return value
        return function(value, *others)

    return applied(run)


def _default(value: object, other: object = "") -> object:
    return other if is_missing(value) else value


def _optional(value: object) -> object:
    return OMITTED if is_missing(value) or value == [] else value


def _unless_missing(test: Callable[..., bool]) -> Callable[..., bool]:
    return lambda value: not is_missing(value) and test(value)


def _near(value: object, other: object, percent: object = 2) -> bool:
    """Return whether two numbers are about the same: apart by no more than a part of the larger."""
    if is_missing(value) or is_missing(other):
        return False
    first, second = _number(value), _number(other)
    return abs(first - second) * 100 <= _number(percent) * max(abs(first), abs(second))


_PLAIN: Mapping[str, Callable[..., object]] = {
    "article": _article,
    "column": _column,
    "figure": _figure,
    "head": _head,
    "listed": _listed,
    "lower_first": _lower_first,
    "plural": _plural,
    "slug": lambda value: slugify(_text(value)),
    "split": _split,
    "tail": _tail,
    "upper_first": _upper_first,
    "without_stop": _without_stop,
}
_FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {name: FILTERS[name] for name in _SHARED_FILTERS}
    | {name: _passing(function) for name, function in _PLAIN.items()}
    | {"default": applied(_default), "optional": applied(_optional)}
)
_TESTS: Mapping[str, Callable[..., bool]] = MappingProxyType(
    {
        "even": _unless_missing(TESTS["even"]),
        "odd": _unless_missing(TESTS["odd"]),
        "given": lambda value: not is_missing(value),
        "missing": is_missing,
        "near": _near,
    }
)

GUIDE_DIALECT = Dialect(_FILTERS, _TESTS, joins=False)
"""What a guide's template has of the language of templates."""

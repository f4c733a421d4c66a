"""Custom properties: what they could be, and values with theirs filled in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import tinycss2
from tinycss2.ast import FunctionBlock, ParenthesesBlock

from guidepub.colours import shades
from guidepub.themes.reading import Sheet
from guidepub.themes.rules import StyleRule

Tokens = Sequence[Any]


class Definition(NamedTuple):
    """A value of a custom property, and where it stands; a book's own stands nowhere."""

    value: Tokens
    path: Path | None = None
    line: int = 0
    column: int = 0


Variables = Mapping[str, Sequence[Definition]]
"""The values that each custom property of `:root` could have."""

_ROOTS = frozenset({":root", "html:root"})
# In how many ways a value could be read before nobody can say what it is, and how deep.
_MOST = 64
_DEEPEST = 8
ACCENT = "#1d4e5f"
"""An imprint's colour, as good as any other."""
# What a book tells its stylesheets, here with values such as it tells.
_LENGTHS = {"--trim-width": "432pt", "--trim-height": "648pt", "--bleed": "9pt", "--spine": "30pt"}
# What a thick book takes from a page's outer margin for its inner one, beside what a theme says.
_GUTTER = "18pt"
_COVER = {f"--cover-{name}": ACCENT for name in ("field", "middle", "light", "contrast")}


class UnresolvedError(ValueError):
    """A value names a custom property that nothing defines, or is made of too many."""


def is_root(rule: StyleRule) -> bool:
    """Tell whether a rule is for the root alone, where custom properties are defined."""
    return rule.prelude in _ROOTS


def variables_of(sheets: Iterable[Sheet]) -> dict[str, list[Definition]]:
    """Return all that the custom properties of some sheets could be, the book's own among them."""
    found: dict[str, list[Definition]] = {}
    for name, definition, _ in _defined(sheets):
        found.setdefault(name, []).append(definition)
    for name, text in (_LENGTHS | _COVER | dict(shades(ACCENT))).items():
        found[name] = [Definition(tokens_of(text))]
    if "--gutter" in found:
        found["--gutter"].append(Definition(tokens_of(_GUTTER)))
    return found


def plain_variables(sheets: Iterable[Sheet], accent: str) -> dict[str, list[Definition]]:
    """Return what the custom properties of some sheets are in a book with an accent.

    Those that stand under a condition are left aside.
    """
    found = {name: [definition] for name, definition, plain in _defined(sheets) if plain}
    found |= {name: [Definition(tokens_of(text))] for name, text in shades(accent).items()}
    return found


def _defined(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Definition, bool]]:
    for sheet in sheets:
        for rule in sheet.rules:
            if not isinstance(rule, StyleRule) or not is_root(rule):
                continue
            for part in rule.declarations:
                if part.name.startswith("--"):
                    place = sheet.path, part.source_line, part.source_column
                    yield part.name, Definition(without_spaces(part.value), *place), rule.plain


def tokens_of(text: str) -> list[Any]:
    """Return a value's tokens without white space."""
    return without_spaces(tinycss2.parse_component_value_list(text))


def without_spaces(tokens: Iterable[Any]) -> list[Any]:
    """Return tokens without white space and comments."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def resolved(value: Tokens, variables: Variables) -> Iterator[tuple[Tokens, list[Definition]]]:
    """Yield each way in which a value could read, with the definitions that it is made of.

    Raises:
        UnresolvedError: it names one that is not defined, or could read in too many ways.
    """
    names = sorted(_named(value, variables, 0))
    choices = [variables[name] for name in names]
    if math.prod(map(len, choices)) > _MOST:
        raise UnresolvedError("it could read in too many ways")
    for chosen in product(*choices):
        values = {name: each.value for name, each in zip(names, chosen, strict=True)}
        yield _filled(value, values, 0), list(chosen)


def _named(value: Tokens, variables: Variables, depth: int) -> set[str]:
    """Return the custom properties that a value is made of, and those that these are made of."""
    if depth > _DEEPEST:
        raise UnresolvedError("its custom properties are nested too deeply")
    found: set[str] = set()
    for token in value:
        if name := _name_of(token):
            if name in variables:
                found.add(name)
                for other in variables[name]:
                    found |= _named(other.value, variables, depth + 1)
            elif _fallback(token) is None:
                raise UnresolvedError(f"no :root defines “{name}”")
        if inner := _inner(token):
            found |= _named(inner, variables, depth + 1)
    return found


def _filled(value: Tokens, chosen: Mapping[str, Tokens], depth: int) -> list[Any]:
    found: list[Any] = []
    for token in without_spaces(value):
        if name := _name_of(token):
            tokens = chosen.get(name)
            found += _filled(
                _fallback(token) or [] if tokens is None else tokens, chosen, depth + 1
            )
        elif token.type in ("function", "() block"):
            found.append(_with_content(token, _filled(_inner(token), chosen, depth + 1)))
        else:
            found.append(token)
    return found


def _with_content(token: Any, content: list[Any]) -> Any:
    place = token.source_line, token.source_column
    if token.type == "function":
        return FunctionBlock(*place, token.name, content)
    return ParenthesesBlock(*place, content)


def _name_of(token: Any) -> str:
    """Return the custom property that a token stands for, or an empty text."""
    if token.type != "function" or token.lower_name != "var":
        return ""
    inner = without_spaces(token.arguments)
    return str(inner[0].value) if inner and inner[0].type == "ident" else ""


def _fallback(token: Any) -> list[Any] | None:
    inner = without_spaces(token.arguments)
    return inner[2:] if len(inner) > 1 and inner[1] == "," else None


def _inner(token: Any) -> Tokens:
    if token.type == "function":
        return token.arguments if not _name_of(token) else _fallback(token) or ()
    return getattr(token, "content", None) or ()

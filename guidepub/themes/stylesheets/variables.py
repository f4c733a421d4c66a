"""Custom properties: what they could be, and values with theirs filled in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

import tinycss2
from tinycss2.ast import FunctionBlock, Node, ParenthesesBlock

from guidepub.themes.stylesheets.colours import shades
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import StyleRule, is_root
from guidepub.themes.stylesheets.values import without_spaces

Tokens = Sequence[Node]


class CustomProperty(NamedTuple):
    """A value of a custom property, and its place; a book's own has none."""

    value: Tokens
    path: Path | None = None
    line: int = 0
    column: int = 0


Variables = Mapping[str, Sequence[CustomProperty]]
"""The values that each custom property of `:root` could have."""

# The limits on how many readings a value may have, and on how deep it may be resolved.
_MOST = 64
_DEEPEST = 8
# Tokens of a value: no property takes as many.
_LONGEST = 200
ACCENT = "#1d4e5f"
"""An imprint's colour, as good as any other."""
# The custom properties that a book sets, with typical values.
_LENGTHS = {
    "--trim-width": "432pt",
    "--trim-height": "648pt",
    "--bleed": "9pt",
    "--spine": "30pt",
    "--cover-band": "360pt",
    "--cover-band-bled": "367pt",
    "--tab-top": "108pt",
}
_COVER = {f"--cover-{name}": ACCENT for name in ("field", "middle", "light", "contrast")}
_GIVEN: Mapping[str, str] = {**_LENGTHS, **_COVER, **shades(ACCENT)}

GIVEN_BY_BOOKS = frozenset(_GIVEN)
"""The custom properties that each book gives a value of its own."""


class UnresolvedError(ValueError):
    """A value names a custom property that nothing defines, or is made of too many."""


def variables_of(sheets: Iterable[Stylesheet]) -> dict[str, list[CustomProperty]]:
    """Return all that the custom properties of some sheets could be, the book's own among them."""
    found: dict[str, list[CustomProperty]] = {}
    for name, definition, _ in _defined(sheets):
        found.setdefault(name, []).append(definition)
    for name, text in _GIVEN.items():
        found[name] = [CustomProperty(tokens_of(text))]
    return found


def plain_variables(sheets: Iterable[Stylesheet], accent: str) -> dict[str, list[CustomProperty]]:
    """Return the values of the custom properties of some sheets in a book with an accent.

    Those that are under a condition are left aside.
    """
    found = {name: [definition] for name, definition, plain in _defined(sheets) if plain}
    found |= {name: [CustomProperty(tokens_of(text))] for name, text in shades(accent).items()}
    return found


def root_values(sheets: Iterable[Stylesheet], *, plain: bool = True) -> dict[str, str]:
    """Return the custom properties of `:root` as they are written.

    `plain` asks for those that hold for everybody, else for those under a condition.
    """
    return {
        part.name: tinycss2.serialize(part.value).strip()
        for _, part, is_plain in _parts(sheets)
        if is_plain == plain
    }


def _defined(sheets: Iterable[Stylesheet]) -> Iterator[tuple[str, CustomProperty, bool]]:
    for path, part, is_plain in _parts(sheets):
        place = path, part.source_line, part.source_column
        yield part.name, CustomProperty(without_spaces(part.value), *place), is_plain


def _parts(sheets: Iterable[Stylesheet]) -> Iterator[tuple[Path, Node, bool]]:
    """Yield each custom property of `:root`, with its sheet and whether no condition is over it."""
    for sheet in sheets:
        for rule in sheet.rules:
            if isinstance(rule, StyleRule) and is_root(rule):
                for part in rule.declarations:
                    if part.name.startswith("--"):
                        yield sheet.path, part, rule.plain


def tokens_of(text: str) -> list[Node]:
    """Return a value's tokens without white space."""
    return without_spaces(tinycss2.parse_component_value_list(text))


def resolved(value: Tokens, variables: Variables) -> Iterator[tuple[Tokens, list[CustomProperty]]]:
    """Yield each way in which a value could read, with the definitions that it is made of.

    Raises:
        UnresolvedError: it names one that is not defined, is too long, or could read in too many
            ways.
    """
    done: set[str] = set()
    _follow(value, variables, (), done)
    names = sorted(done)
    choices = [variables[name] for name in names]
    if math.prod(map(len, choices)) > _MOST:
        raise UnresolvedError("it could read in too many ways")
    for chosen in product(*choices):
        values = {name: each.value for name, each in zip(names, chosen, strict=True)}
        yield _bounded(_filled(value, values)), list(chosen)


def _follow(value: Tokens, variables: Variables, way: tuple[str, ...], done: set[str]) -> None:
    """Note the custom properties that a value is made of, and those that these are made of.

    `way` are those that lead to the value; what is `done` was followed before.
    """
    for token in value:
        name = _name_of(token)
        if name in way or len(way) > _DEEPEST:
            raise UnresolvedError("its custom properties are nested too deeply")
        if name and name not in variables and _fallback(token) is None:
            raise UnresolvedError(f"no :root defines “{name}”")
        if name in variables and name not in done:
            for other in variables[name]:
                _follow(other.value, variables, (*way, name), done)
            done.add(name)
        _follow(_inner(token), variables, way, done)


def _filled(value: Tokens, chosen: Mapping[str, Tokens]) -> Iterator[Node]:
    """Yield a value's tokens with those of its custom properties in their places."""
    for token in without_spaces(value):
        if name := _name_of(token):
            tokens = chosen.get(name)
            yield from _filled(_fallback(token) or [] if tokens is None else tokens, chosen)
        elif token.type in ("function", "() block"):
            yield _with_content(token, _bounded(_filled(_inner(token), chosen)))
        else:
            yield token


def _bounded(tokens: Iterator[Node]) -> list[Node]:
    found = list(islice(tokens, _LONGEST + 1))
    if len(found) > _LONGEST:
        raise UnresolvedError("it is too long")
    return found


def _with_content(token: Node, content: list[Node]) -> Node:
    place = token.source_line, token.source_column
    if token.type == "function":
        return FunctionBlock(*place, token.name, content)
    return ParenthesesBlock(*place, content)


def _name_of(token: Node) -> str:
    """Return the custom property that a token stands for, or an empty string."""
    if token.type != "function" or token.lower_name != "var":
        return ""
    inner = without_spaces(token.arguments)
    return str(inner[0].value) if inner and inner[0].type == "ident" else ""


def _fallback(token: Node) -> list[Node] | None:
    inner = without_spaces(token.arguments)
    return inner[2:] if len(inner) > 1 and inner[1] == "," else None


def _inner(token: Node) -> Tokens:
    if token.type == "function":
        return token.arguments if not _name_of(token) else _fallback(token) or ()
    return getattr(token, "content", None) or ()

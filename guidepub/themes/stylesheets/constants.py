"""Custom properties that are the same wherever they are used, and stylesheets without `var()`.

A renderer that finds a value where it is used need not look it up for each element, and
older reading systems would not find it at all.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import AtRule, Rule, StyleRule, Unreadable, is_root, parts_of

# Comments, strings and addresses hold no `var()`; one that holds another comes after that.
_PARTS = re.compile(
    r"/\*.*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|url\(\s*[^\s\"'][^)]*\)"
    r"|var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<fallback>[^()]*))?\)",
    re.S,
)
_NAME = re.compile(r"--[\w-]+")
_JOINING = re.compile(r"[\w%-]")
# How deep values may refer to each other, and how many characters they may have when resolved.
_DEEPEST = 8
_LONGEST = 300


_Definition = tuple[str, str | None, bool]
"""The definition of a custom property: its name, its value, and its weight.

The value is None where it does not hold for the whole document, or outweighs others.
"""


def substituted(css: str, find: Callable[[str, str | None], str | None]) -> str:
    """Return a stylesheet with values in the places of `var()`.

    `find` is given the name of a custom property and what the place has for one that is not
    defined, and returns the replacement, or None to leave it as it is.
    """
    for _ in range(_DEEPEST):
        before, css = css, _PARTS.sub(lambda match: _value(match, find), css)
        if css == before:
            break
    return css


def constants(sheets: Iterable[Stylesheet]) -> dict[str, str]:
    """Return the custom properties that have one value in all documents that sheets set.

    That is so where `:root` defines them, under no condition, and nothing else does. The value
    is that of the cascade, with those of other constants put in. There are none where a part
    cannot be read, or is in a sheet that another one imports.
    """
    sheets = list(sheets)
    if any(map(_hides_rules, sheets)):
        return {}
    given: dict[str, tuple[bool, str]] = {}
    varying: set[str] = set()
    for name, value, weight in _definitions(sheets):
        if value is None:
            varying.add(name)
        elif weight >= given.get(name, (False, ""))[0]:
            given[name] = weight, value
    values = {name: value for name, (_, value) in given.items() if name not in varying}
    return dict(_whole(values))


def defined_names(sheets: Iterable[Stylesheet]) -> frozenset[str]:
    """Return the custom properties that some stylesheets define anywhere."""
    return frozenset(name for name, _, _ in _definitions(sheets))


def names_made_of(sheets: Iterable[Stylesheet], names: Collection[str]) -> frozenset[str]:
    """Return the names of some custom properties, and of those whose values are made of them."""
    made = [
        (name, _NAME.findall(value)) for name, value, _ in _definitions(sheets) if value is not None
    ]
    found = set(names)
    while more := {name for name, parts in made if not found.isdisjoint(parts)} - found:
        found |= more
    return frozenset(found)


def _value(match: re.Match[str], find: Callable[[str, str | None], str | None]) -> str:
    """Return the value for a place, kept apart from the tokens around it."""
    name = match["name"]
    found = None if name is None else find(name, match["fallback"])
    if found is None:
        return match[0]
    css, start, end = match.string, match.start(), match.end()
    before = "/**/" if _JOINING.match(css, max(start - 1, 0), start) else ""
    after = "/**/" if _JOINING.match(css, end) else ""
    return f"{before}{found.strip()}{after}"


# As many as the stylesheets of some themes.
@functools.lru_cache(maxsize=64)
def _hides_rules(sheet: Stylesheet) -> bool:
    """Return whether a stylesheet has rules that are not seen here."""
    return any(
        isinstance(rule, Unreadable) or (isinstance(rule, AtRule) and rule.keyword == "import")
        for rule in sheet.rules
    )


def _definitions(sheets: Iterable[Stylesheet]) -> Iterator[_Definition]:
    for sheet in sheets:
        yield from _definitions_in(sheet)


@functools.lru_cache(maxsize=64)
def _definitions_in(sheet: Stylesheet) -> tuple[_Definition, ...]:
    return tuple(_each_definition(sheet.rules))


def _each_definition(rules: Iterable[Rule]) -> Iterator[_Definition]:
    for rule in rules:
        if isinstance(rule, StyleRule):
            everywhere = rule.plain and is_root(rule)
            for part in rule.declarations:
                if part.name.startswith("--"):
                    value = tinycss2.serialize(part.value).strip()
                    constant = everywhere and not part.important and value
                    yield part.name, value if constant else None, rule.prelude != ":root"
        elif isinstance(rule, AtRule) and rule.content:
            for name in _named_within(rule.content):
                yield name, None, False


def _named_within(content: Sequence[Node]) -> Iterator[str]:
    """Yield the custom properties that an at-rule defines for its pages and their margins."""
    for part in parts_of(content):
        if part.type == "declaration" and part.name.startswith("--"):
            yield str(part.name)
        elif part.type in ("at-rule", "qualified-rule") and part.content:
            yield from _named_within(part.content)


def _whole(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the values that are made of constants only."""
    for name, written in values.items():
        value = written
        for _ in range(_DEEPEST):
            if "var(" not in value or len(value) > _LONGEST:
                break
            value = _PARTS.sub(lambda match: _value(match, lambda key, _: values.get(key)), value)
        if "var(" not in value and len(value) <= _LONGEST:
            yield name, value

"""Custom properties that are the same wherever they are used, and stylesheets without `var()`.

A renderer that finds a value where it is used need not look it up for each element, and
older reading systems would not find it at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
_JOINING = re.compile(r"[\w%-]")
# How deep values may refer to each other, and how many characters they may have when resolved.
_DEEPEST = 8
_LONGEST = 300


def substituted(css: str, find: Callable[[str, str | None], str | None]) -> str:
    """Return a stylesheet with values in the places of `var()`.

    `find` is given the name of a custom property and what the place has for one that is not
    defined, and returns what is to stand there, or None to leave it as it is.
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
    if any(map(_is_hidden, (rule for sheet in sheets for rule in sheet.rules))):
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


def _is_hidden(rule: Rule) -> bool:
    """Return whether a rule stands for others, which are not seen here."""
    match rule:
        case Unreadable() | AtRule(keyword="import"):
            return True
    return False


def _definitions(sheets: Iterable[Stylesheet]) -> Iterator[tuple[str, str | None, bool]]:
    """Yield each definition of a custom property: its name, its value, and its weight.

    The value is None where it does not hold for the whole document, or outweighs others.
    """
    for rule in (rule for sheet in sheets for rule in sheet.rules):
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

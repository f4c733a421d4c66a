"""A theme's stylesheets as files, read to their rules."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guidepub.themes.growth import overgrowths
from guidepub.themes.rules import Rule, read_rules
from guidepub.themes.theme import SHEET_LIMIT, Theme


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A stylesheet and its rules."""

    path: Path
    rules: tuple[Rule, ...]


def read_sheets(theme: Theme, names: Iterable[str]) -> list[Stylesheet]:
    """Return a theme's stylesheets of some names, in the order in which they apply.

    Raises:
        InputError: one cannot be read, or lies outside the catalogue.
    """
    return [
        Stylesheet(path, _rules(theme.read_text(path, SHEET_LIMIT)))
        for name in names
        for path in theme.stylesheets(name)
    ]


@functools.lru_cache(maxsize=64)
def _rules(css: str) -> tuple[Rule, ...]:
    """Read a stylesheet once, in however many themes it stands.

    One that is too deep or too long has no rules here: its theme is refused for that alone, and
    reading on would exhaust Python's stack.
    """
    return () if any(overgrowths(css)) else tuple(read_rules(css))

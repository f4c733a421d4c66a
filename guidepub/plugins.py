"""What installed packages add to guidepub, by groups of entry points.

An entry point is loaded where it is first used, by whoever knows what its group is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from guidepub.findings.errors import UsageError, kind_and_reason

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

DIRECTIVES = "guidepub.directives"
"""Functions that write a directive as Markdown."""
EDITIONS = "guidepub.editions"
"""Editions that are made from a book's others."""
THEMES = "guidepub.themes"
"""Folders of themes."""

_MAKERS = (DIRECTIVES, EDITIONS, THEMES)


class PluginError(UsageError):
    """An installed package adds what cannot be used."""

    def __init__(self, message: str, remedy: str = "Fix the package, or uninstall it.") -> None:
        super().__init__(message)
        self.remedy = remedy


@cache
def entries(group: str) -> Mapping[str, EntryPoint]:
    """Return the entry points of a group by their names; of two with one name, the first."""
    found = sorted(_installed().select(group=group), key=lambda entry: (entry.name, entry.value))
    return {entry.name: entry for entry in reversed(found)}


@cache
def _installed() -> Any:  # of which kind depends on the version of Python
    # It takes longer to load than all the rest of a command that asks for none.
    from importlib.metadata import entry_points

    return entry_points()


def loaded(entry: EntryPoint) -> object:
    """Return what an entry point refers to.

    Raises:
        PluginError: it cannot be loaded.
    """
    try:
        return entry.load()
    except Exception as error:
        message = f"“{entry.value}” cannot be loaded: {kind_and_reason(error)}."
        raise PluginError(message) from error


def forget() -> None:
    """Look again at which packages are installed, when they are asked for."""
    entries.cache_clear()
    _installed.cache_clear()


def versions_of_plugins() -> dict[str, str]:
    """Return the versions of the packages that add what decides on a book's bytes, by their names."""
    found = [entry.dist for group in _MAKERS for entry in entries(group).values() if entry.dist]
    return {dist.name: dist.version for dist in sorted(found, key=lambda dist: dist.name)}

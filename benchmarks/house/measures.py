"""What the house is like: its rooms, the arrows between them, and names used twice."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.house.levels import level
from benchmarks.house.sources import Module, imported, imported_rooms

Arrow = tuple[str, str]
"""A room, and one that it imports."""


@dataclass(frozen=True)
class House:
    """The measures of a package. Each name that is used twice has the paths that use it."""

    rooms: frozenset[str]
    arrows: frozenset[Arrow]
    circles: tuple[str, ...]
    arrows_up: tuple[Arrow, ...]
    class_names: Mapping[str, tuple[str, ...]]
    file_names: Mapping[str, tuple[str, ...]]
    renders: tuple[str, ...]


def measured(modules: Iterable[Module]) -> House:
    """Return the measures of a package's modules."""
    all_modules = list(modules)
    arrows = frozenset(
        (module.room, room) for module in all_modules for room in imported_rooms(module)
    )
    return House(
        frozenset(module.room for module in all_modules),
        arrows,
        (*circling_modules(all_modules), *_in_circles(arrows)),
        arrows_up(all_modules),
        _repeated(all_modules, class_names),
        _repeated(all_modules, _file_names),
        tuple(m.path for m in all_modules if "render" in _function_names(m)),
    )


def arrows_up(modules: Iterable[Module]) -> tuple[Arrow, ...]:
    """Return (path, room) for each import that points up or sideways.

    Raises:
        LookupError: a room has no level.
    """
    return tuple(
        (module.path, room)
        for module in modules
        for room in sorted(imported_rooms(module))
        if level(room) >= level(module.room)
    )


def circling_modules(modules: Iterable[Module]) -> list[str]:
    """Return the modules that import each other in circles, `__init__` files left out."""
    by_name = {m.name: m for m in modules if not m.path.endswith("__init__.py")}
    return _in_circles(
        {
            (name, target)
            for name, module in by_name.items()
            for imported_name in imported(module)
            for target in (imported_name, imported_name.rpartition(".")[0])
            if target in by_name
        }
    )


def _in_circles(arrows: Iterable[Arrow]) -> list[str]:
    """Return the ends of the arrows that are left when each that leads nowhere is gone."""
    left = set(arrows)
    while True:
        starts, ends = {start for start, _ in left}, {end for _, end in left}
        inner = {(start, end) for start, end in left if start in ends and end in starts}
        if inner == left:
            return sorted(starts)
        left = inner


def class_names(module: Module) -> Iterator[str]:
    """Yield the name of each class that a module defines, also inside of others."""
    yield from (node.name for node in module.nodes if isinstance(node, ast.ClassDef))


def _file_names(module: Module) -> Iterator[str]:
    name = module.path.rpartition("/")[2]
    # Each folder has its own `__init__.py`, by which it is a package.
    if name != "__init__.py":
        yield name


def _function_names(module: Module) -> set[str]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in module.tree.body if isinstance(node, functions)}


def _repeated(
    modules: Iterable[Module], names: Callable[[Module], Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    paths: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        for name in names(module):
            paths[name].append(module.path)
    return {name: tuple(where) for name, where in sorted(paths.items()) if len(where) > 1}

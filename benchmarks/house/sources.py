"""The source files of the package, parsed, and what each of them imports."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import guidepub

PACKAGE = Path(guidepub.__file__).parent


@dataclass(frozen=True)
class Module:
    """A source file: its path in the package, its dotted name, and its tree."""

    path: str
    name: str
    tree: ast.Module

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return all nodes of the tree, which are asked for again and again."""
        return tuple(ast.walk(self.tree))

    @property
    def room(self) -> str:
        """Return the folder, or the loose module, of `guidepub/` that this belongs to."""
        return self.path.partition("/")[0].removesuffix(".py")


def parsed(path: str, source: str) -> Module:
    """Return a module from its path in the package and its source."""
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Module(path, f"guidepub.{name}", ast.parse(source))


@cache
def modules(package: Path = PACKAGE) -> tuple[Module, ...]:
    """Return the package's modules but `guidepub/__init__.py` and `__main__.py`."""
    paths = {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}
    return tuple(
        parsed(relative, path.read_text("utf-8"))
        for relative, path in paths.items()
        if relative not in ("__init__.py", "__main__.py")
    )


@cache
def imported(module: Module) -> tuple[str, ...]:
    """Return the dotted name of each module or name that a module imports, wherever it does.

    Raises:
        ValueError: an import is relative.
    """
    names: list[str] = []
    for node in module.nodes:
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise ValueError(f"{module.path} imports relatively")
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(names)


def imported_rooms(module: Module) -> set[str]:
    """Return the rooms that a module imports, other than its own."""
    names = {name.split(".")[1] for name in imported(module) if name.startswith("guidepub.")}
    return names - {module.room, "__version__"}

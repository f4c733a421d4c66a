"""`python -m tools.module_tables`: write `docs/modules.md`, what each module does, anew.

Each row is the first line of a module's own docstring, so there is one place where that is said.
Rooms stand in the order of their levels, the highest first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from benchmarks.house.levels import LEVELS
from tools import ROOT

PAGE = ROOT / "docs" / "modules.md"
_PACKAGE = ROOT / "guidepub"
_HEAD = """# What each module does

Rooms by [level](architecture.md#modules-and-levels), the highest first; each may import those below
it. `make tables` writes this page from the modules' own first lines.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """Return the page as Markdown."""
    rooms = [room for number in sorted(LEVELS, reverse=True) for room in sorted(LEVELS[number])]
    tables = [table for room in rooms for table in _room(room)]
    return "\n".join([_HEAD, *tables])


def _room(name: str) -> Iterator[str]:
    """Yield the sections of a room: a folder with those in it, or a module by itself."""
    module = _PACKAGE / f"{name}.py"
    if module.is_file():
        yield f"## {name}\n\n{_first_line(module)}\n"
    else:
        yield from _folder(_PACKAGE / name)


def _folder(folder: Path) -> Iterator[str]:
    name = folder.relative_to(_PACKAGE).as_posix().replace("/", ".")
    yield f"## {name}\n\n{_first_line(folder / '__init__.py')}\n"
    modules = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
    if modules:
        rows = "".join(f"| `{module.stem}` | {_first_line(module)} |\n" for module in modules)
        yield f"| module | what it does |\n|---|---|\n{rows}"
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield from _folder(inner)


def _first_line(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", r"\|")


if __name__ == "__main__":
    main()

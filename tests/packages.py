"""Packages that stand in a folder, installed for one test."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from definitions import write

from guidepub import plugins
from guidepub.markdown.forms import plugins as directives

DOCS = Path(__file__).parent.parent / "docs"


def documented(page: str, first_line: str) -> str:
    """Return the Python of a page of the documentation that begins with a line."""
    text = (DOCS / page).read_text("utf-8")
    (code,) = re.findall(rf"^```python\n({re.escape(first_line)}\n.*?)^```$", text, re.M | re.S)
    return str(code)


@contextmanager
def package(
    folder: Path,
    module: str,
    files: Mapping[str, str | bytes],
    group: str,
    names: Mapping[str, str],
) -> Iterator[None]:
    """Install a package of some files, with entry points of a group by their names."""
    lines = "".join(f"{name} = {value}\n" for name, value in names.items())
    info = f"{module}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n"
    write(folder, {**files, f"{info}/METADATA": metadata,
                   f"{info}/entry_points.txt": f"[{group}]\n{lines}"})  # fmt: skip
    sys.path.insert(0, str(folder))
    _forget()
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for name in [each for each in sys.modules if each.partition(".")[0] == module]:
            del sys.modules[name]
        _forget()


def _forget() -> None:
    plugins.forget()
    directives.form_of.cache_clear()
    directives._parameters.cache_clear()

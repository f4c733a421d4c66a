"""The examples of `docs/lint`, as guides: what the pages show is what the tests lint."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import guidepub
from guidepub import Finding
from guidepub.linting import lint

PAGES = Path(__file__).parents[2] / "docs" / "lint"
CODES = sorted(path.stem for path in PAGES.glob("[A-Z][0-9][0-9][0-9].md"))
_PICTURE = PAGES.parents[1] / "tests" / "bakery" / "images" / "oven.svg"
_BLOCK = re.compile(r"^(`{3,})(\w+)\n(.*?)\n\1$", re.S | re.M)
# A catalogue in which an example may be as short as it is clear.
_CATALOG = "[lint]\nsection_words = [0, 4000]\n"


def examples(code: str) -> tuple[str, tuple[str, ...]]:
    """Return the catalogue of a code's page, and its bad and its good example."""
    blocks = [
        (kind, text) for _, kind, text in _BLOCK.findall((PAGES / f"{code}.md").read_text("utf-8"))
    ]
    settings = "\n".join(text for kind, text in blocks if kind == "toml")
    catalog = settings if "[lint]" in settings else f"{_CATALOG}\n{settings}"
    return catalog, tuple(_guide(text) for kind, text in blocks if kind == "markdown")


def findings(folder: Path, catalog: str, text: str) -> list[Finding]:
    """Return what lint finds in a guide's text, with a catalogue's settings."""
    (folder / "images").mkdir(exist_ok=True)
    shutil.copyfile(_PICTURE, folder / "images" / "oven.svg")
    (folder / "catalog.toml").write_text(catalog, "utf-8")
    path = folder / "baker.md"
    path.write_text(text, "utf-8")
    loaded = guidepub.load(path)
    assert loaded.findings == ()
    return lint(loaded["baker"], loaded)


def _guide(text: str) -> str:
    if text.startswith("---\n"):
        return f"{text}\n"
    return f"---\ntitle: Baker\npublished: 2026-11-24\n---\n# Overview\n\n{text}\n"

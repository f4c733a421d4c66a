"""What the tests of import share: the texts, and imports in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from words import ROOT

from guidepub.importing.conversion import Imported, convert
from guidepub.importing.originals.foreign import ForeignText
from guidepub.loading import read_catalog
from guidepub.model import Catalog

Convert = Callable[..., Imported]


@pytest.fixture(scope="session")
def register() -> Catalog:
    """Return the sample catalogue without its guides."""
    return read_catalog(ROOT / "guides")


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """Return a function that imports a text that stands in a file of a name."""

    def call(text: str | bytes, name: str = "text.txt", catalog=None, **options) -> Imported:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return convert(ForeignText(path), catalog, **options)

    return call


@pytest.fixture
def body(converted: Convert) -> Callable[..., str]:
    """Return a function that imports a text, and gives the definition below its front matter."""

    def call(text: str | bytes, name: str = "text.html", **options) -> str:
        return converted(text, name, **options).text.partition("\n---\n")[2].strip()

    return call

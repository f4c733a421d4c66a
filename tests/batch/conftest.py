"""A catalogue of small books, and builds that make their files of words instead of pages."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from definitions import definition, write

from guidepub.batch import Report, build_all, explain, open_catalog
from guidepub.loading import select
from guidepub.model import Book, Edition

CATALOG = """\
[imprint]
name = "Press"
[[imprints]]
id = "school"
name = "School"
[defaults]
theme = "own"
editions = ["epub"]
[data]
programs = "data/programs.csv"
[[notices]]
id = "copyright"
version = 1
language = "en"
placement = "imprint-page"
text = "© {years} {holder}."
[[notices]]
id = "heat"
version = 1
language = "en"
title = "Heat"
when = {tags = ["hot"]}
text = "Ovens are hot."
"""
PROGRAMS = "institution,degree,campus\nMill,baking,campus\nPond,fishing,campus\n"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><title>A deck.</title>'
    '<rect width="2" height="1" fill="{colour}"/></svg>'
)


@dataclass(frozen=True)
class Shop:
    """A catalogue of three guides, and where its books are written."""

    folder: Path
    output: Path

    def build(self, editions: Sequence[Edition] | None = None, **keywords: Any) -> Report:
        """Build as the command line does, in this process."""
        force = keywords.get("force", False)
        survey = open_catalog(select(self.folder), self.output, editions, None, force)
        report, interruption = build_all([survey], self.output, editions, **keywords)
        if interruption is not None:
            raise interruption
        return report

    def made(self, **keywords: Any) -> dict[str, tuple[str, ...]]:
        """Build, and return the reasons for each book that was made."""
        return {result.slug: result.reasons for result in self.build(**keywords).built}

    def explained(self) -> dict[str, tuple[str, ...]]:
        """Return the reasons for each book that would be made."""
        survey = open_catalog(select(self.folder), self.output)
        found = explain([survey], self.output)
        return {each.slug: each.reasons["epub"] for each in found if each.reasons}

    def write(self, name: str, content: str) -> None:
        """Write a file of the catalogue."""
        write(self.folder, {name: content})

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a file of the catalogue."""
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def report(self) -> dict[str, Any]:
        """Return what `build.json` holds."""
        return json.loads((self.output / "build.json").read_text("utf-8"))


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make each edition of the words of its book, at once, and list what was made."""
    made: list[str] = []

    def file(book: Book, edition: Edition) -> bytes:
        made.append(f"{book.slug} {edition}")
        return "\n".join((edition, *(leaf.xhtml for leaf in book.leaves))).encode()

    monkeypatch.setattr(
        "guidepub.editions.Production",
        lambda book: SimpleNamespace(begin=lambda edition: None, file=partial(file, book)),
    )
    monkeypatch.setattr("guidepub.pdf.finished.counting.page_count", lambda data: 1)
    return made


@pytest.fixture
def shop(tmp_path: Path, words: list[str]) -> Shop:
    """Return a catalogue: a baker who owes a notice, a fisher with a table, a sailor's image."""
    files = {
        "catalog.toml": CATALOG,
        "data/programs.csv": PROGRAMS,
        "phrases/en.toml": 'contents = "Contents"\n',
        "phrases/es.toml": 'contents = "Índice"\n',
        "themes/own/styles/book.css": "p { margin: 0 }\n",
        "themes/own/theme.toml": 'inherits = "classic"\n',
        "baker.md": definition(title="Baker", head="tags: [hot]"),
        "fisher.md": definition(":::{programs} Schools\n:degree: fishing\n:::", title="Fisher"),
        "sailor/guide.md": definition("![A deck.](deck.svg)", title="Sailor"),
        "sailor/deck.svg": DRAWING.format(colour="red"),
    }
    return Shop(write(tmp_path / "shop", files), tmp_path / "dist")


@pytest.fixture
def built(shop: Shop, words: list[str]) -> Shop:
    """Return the same catalogue with all its books made."""
    assert set(shop.made()) == {"baker", "fisher", "sailor"}
    words.clear()
    return shop


@pytest.fixture
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that sets the day of the build, counted from 1970."""

    def set_day(number: int) -> None:
        monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", str(number * 86_400))

    return set_day

"""What lint tells of a guide that is made in Python, by code."""

from __future__ import annotations

from typing import Any

from definitions import guide

from guidepub import Catalog, Source
from guidepub.linting import lint

SOURCES = {"bls": Source(title="Wages", publisher="BLS")}


def codes(body: str, language: str = "en-US", **fields: Any) -> list[str]:
    """Return the codes of what lint finds in a text, which may cite `bls` and be short."""
    cited = {key: source for key, source in SOURCES.items() if key in body}
    made = guide(body, language=language, **({"sources": cited} | fields))
    catalog = Catalog.of(made, lint={"section_words": (0, 4000)})
    return [finding.code for finding in lint(made, catalog)]

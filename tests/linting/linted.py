"""What lint finds in a guide that is made in Python, by code."""

from __future__ import annotations

from typing import Any

from definitions import guide

from guidepub import Catalog, Finding, Source
from guidepub.linting import lint

SOURCES = {"bls": Source(title="Wages", publisher="BLS")}


def findings(body: str, language: str = "en-US", **fields: Any) -> list[Finding]:
    """Return what lint finds in a text, which may cite `bls` and be short."""
    cited = {key: source for key, source in SOURCES.items() if key in body}
    made = guide(body, language=language, **({"sources": cited} | fields))
    return list(lint(made, Catalog.of(made, lint={"section_words": (0, 4000)})))


def codes(body: str, language: str = "en-US", **fields: Any) -> list[str]:
    """Return the codes of what lint finds in a text."""
    return [finding.code for finding in findings(body, language, **fields)]

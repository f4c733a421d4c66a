"""Labelled parts of guides: a heading, what stands first below it, and the section that it is of."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from guidepub.importing.knowledge import knowledge

TEXTS = Path(__file__).parent / "texts"
_TITLES = "titles"


@dataclass(frozen=True)
class LabelledPart:
    """A part of a guide, who wrote it, the section that it is of, and of which document it is one."""

    writer: str
    language: str
    heading: str
    text: str
    section: str
    document: str = ""


def labelled_parts() -> list[LabelledPart]:
    """Return all labelled parts, in one order."""
    found = []
    for file in sorted(TEXTS.glob("*.jsonl")):
        writer = file.stem.split("-")[0]
        for line in file.read_text("utf-8").splitlines():
            label = json.loads(line)
            part = (label[key] for key in ("language", "heading", "text", "section"))
            found.append(LabelledPart(writer, *part))
    return found


def known_titles() -> list[LabelledPart]:
    """Return the titles that import knows, as parts without a text."""
    return [
        LabelledPart(_TITLES, language, " ".join(title.replace("{x}", " ").split()), "", row["id"])
        for row in knowledge("headings")["sections"]
        for language, titles in row.items()
        if isinstance(titles, list)
        for title in titles
    ]


def with_halves(parts: Iterable[LabelledPart]) -> list[LabelledPart]:
    """Return parts, and of each also its heading alone and its text alone: each half has to tell."""
    found = []
    for part in parts:
        found.append(part)
        if part.heading and part.text:
            found += [replace(part, heading=""), replace(part, text="")]
    return found

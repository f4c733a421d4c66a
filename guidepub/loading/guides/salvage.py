"""A faulty definition to a guide with stand-ins for what is wrong in it.

Such a guide is never built. It is there so that the rest of the file can be checked too,
and an author gets all findings at once. Lint reads it without the stand-ins.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guidepub.figures.units import is_unit
from guidepub.loading.guides.discovery import name_of
from guidepub.model import (
    EDUCATION_LEVELS,
    Fact,
    Guide,
    Section,
    Source,
    is_education,
    slug_of,
)
from guidepub.model.validation.annotated import Path_
from guidepub.words.languages import primary_language

STAND_IN = "-"
"""What stands for a text that is missing."""


def salvaged(data: Mapping[str, Any], faults: Mapping[Path_, ErrorDetails]) -> Guide | None:
    """Return the guide without its faulty parts, or None where too much is missing.

    `faults` are pydantic's errors by their paths in `data`.
    """
    kept = dict(data)
    for path, fault in faults.items():
        head = path[0] if path else "slug"
        if head in ("facts", "sources"):
            if len(path) == 1:
                # Whatever the prose names would seem to be missing.
                return None
            entries = kept[head] = dict(kept[head])
            if fault["loc"][-1:] == ("[key]",):
                entries.pop(path[1], None)
            elif head == "facts":
                entries[path[1]] = _fact(str(path[1]), entries.get(path[1]))
            else:
                entries[path[1]] = Source(title=STAND_IN, publisher=STAND_IN)
        elif head == "sections" and len(path) > 1:
            index = int(path[1])
            kept["sections"] = list(kept["sections"])
            kept["sections"][index] = _section(data["sections"][index], index)
        else:
            kept.pop(str(head), None)
    kept.setdefault("title", STAND_IN)
    kept.setdefault("slug", slug_of(name_of(Path(kept.get("origin") or "guide"))) or "guide")
    kept.setdefault("sections", [_section({}, 0)])
    try:
        return Guide.of_data(kept)
    except ValidationError:
        return None


def without_stand_ins(guide: Guide, data: Mapping[str, Any]) -> Guide | None:
    """Return a salvaged guide without the facts that stand in for others, or None if it misleads.

    `data` is the definition's. A text cannot be read in a language that is not known, nor
    without knowing of which occupation it is.
    """
    stated = data.get("language")
    is_of_language = stated is None or (
        isinstance(stated, str) and primary_language(stated) == primary_language(guide.language)
    )
    if guide.title == STAND_IN or not is_of_language:
        return None
    given = data.get("facts")
    given = given if isinstance(given, dict) else {}
    facts = {key: fact for key, fact in guide.facts.items() if fact != _fact(key, given.get(key))}
    return guide.model_copy(update={"facts": facts})


def _fact(key: str, data: Any) -> Fact:
    """Keep a fact's unit, so that a chart does not seem to mix units."""
    if is_education(key):
        return Fact(value=EDUCATION_LEVELS[0])
    unit = data.get("unit") if isinstance(data, dict) else None
    return Fact(value=Decimal(0), unit=unit if isinstance(unit, str) and is_unit(unit) else None)


def _section(data: Any, index: int) -> Section:
    """Return the usable parts of a section: its title, and its prose for a check."""
    stand_in = f"{STAND_IN} {index}"
    given = data if isinstance(data, dict) else {}
    for keys in (("title", "body"), ("title",), ("body",)):
        kept = {key: given[key] for key in keys if key in given}
        whole = {"title": stand_in, "body": STAND_IN, "line": given.get("line", 1)}
        try:
            return Section.of_data(whole | kept)
        except ValidationError:
            continue
    return Section(title=stand_in, body=STAND_IN)

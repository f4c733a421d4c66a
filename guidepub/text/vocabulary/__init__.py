"""The words that figures, measures, code and legal matter are known by, one TOML file a subject.

Forms are regular expressions without groups of their own, in which a space stands for white
space and `[-–]` for a dash of any kind; other values are tables from a form to what it means.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from guidepub.figures.numbers import DASHES
from guidepub.words.languages import primary_language


@functools.cache
def vocabulary(subject: str, language: str = "") -> dict[str, Any]:
    """Return the table of a subject, empty where guidepub has none of it in a language."""
    spoken = primary_language(language)
    file = resources.files(__name__).joinpath(f"{subject}.{spoken}".rstrip(".") + ".toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def either(forms: Iterable[str]) -> str:
    """Return a pattern of any of some forms; without forms it matches nothing."""
    joined = "|".join(sorted(forms, key=len, reverse=True))
    return spaced(f"(?:{joined})") if joined else "(?!)"


def spaced(form: str) -> str:
    """Return a form as a pattern: its spaces stand for white space, `[-–]` for a dash, of any kind."""
    for dashes in ("[-–—]", "[-–]"):
        form = form.replace(dashes, f"[{DASHES}]")
    return form.replace(" ?", r"\s?").replace(" ", r"\s+")


def written_out(form: str, parts: Mapping[str, str]) -> str:
    """Return a form as a pattern, with a part for each `{name}`; a part may hold others."""
    for _ in range(2):
        for name, part in parts.items():
            form = form.replace(f"{{{name}}}", part)
    return spaced(form)


# A language has the same words in all countries.
@functools.lru_cache(maxsize=2048)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern to which capitals and small letters are the same."""
    return re.compile(pattern, re.IGNORECASE)

"""The words by which readers recognize figures, measures, code and legal texts.

There is a TOML file for each subject and language. Forms are regular expressions without groups of
their own, in which a space matches any white space and `[-–]` any dash; other values are tables from a
form to its meaning.
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
    """Return the table of a subject in a language, empty if there is none."""
    language_code = primary_language(language)
    file = resources.files(__name__).joinpath(f"{subject}.{language_code}".rstrip(".") + ".toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def either(forms: Iterable[str]) -> str:
    """Return a pattern that matches any of some forms; without forms, it matches nothing."""
    joined = "|".join(sorted(forms, key=len, reverse=True))
    return spaced(f"(?:{joined})") if joined else "(?!)"


def spaced(form: str) -> str:
    """Return a form as a pattern, in which spaces match any white space and `[-–]` any dash."""
    for dashes in ("[-–—]", "[-–]"):
        form = form.replace(dashes, f"[{DASHES}]")
    return form.replace(" ?", r"\s?").replace(" ", r"\s+")


def written_out(form: str, parts: Mapping[str, str]) -> str:
    """Return a form as a pattern, with each `{name}` replaced by a part, which may contain others."""
    for _ in range(2):
        for name, part in parts.items():
            form = form.replace(f"{{{name}}}", part)
    return spaced(form)


@functools.lru_cache(maxsize=2048)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled without regard to case."""
    return re.compile(pattern, re.IGNORECASE)

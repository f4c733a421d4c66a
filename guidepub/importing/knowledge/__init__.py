"""Headings, publishers and wordings that import recognises, in a TOML file for each subject.

To make import recognise a new one, add a row.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def knowledge(subject: str) -> dict[str, Any]:
    """Return the table of a subject, such as `headings`."""
    text = resources.files(__name__).joinpath(f"{subject}.toml").read_text("utf-8")
    return tomllib.loads(text)

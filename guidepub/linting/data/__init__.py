"""The words and wordings that rules look for, one file a subject.

Forms are regular expressions in which a space stands for white space of any kind, as in
`guidepub.text.vocabulary`.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Return the table in a file, by its name without the ending: `promises.en`."""
    return tomllib.loads(text(f"{name}.toml"))


def text(file: str) -> str:
    """Return the text of a file."""
    return resources.files(__name__).joinpath(file).read_text("utf-8")

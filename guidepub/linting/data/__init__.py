"""The words and phrases that rules look for, in a file for each subject.

Phrases are regular expressions in which a space matches any white space, as in
`guidepub.text.vocabulary`.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Return the contents of a TOML file, given its name without the extension: `promises.en`."""
    return tomllib.loads(text(f"{name}.toml"))


def text(file: str) -> str:
    """Return the text of a file in this folder."""
    return resources.files(__name__).joinpath(file).read_text("utf-8")

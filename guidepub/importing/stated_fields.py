"""Reads figures in fields of front matter or of a post: “median_pay: $43,320 (2023)”.

A definition has no fields for them, so they become rows of a list in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.original import Original, OriginalBlock

_LANGUAGES = ("en", "es", "fr", "de", "pt")
_LONGEST = 120
# A front matter with more fields is data.
_MOST = 60


def with_stated_fields(original: Original, language: str) -> Original:
    """Return an original with the fields that state figures as a list between title and text.

    `language` is tried first; if the text states none, the labels tell which language they are in.
    """
    spoken = dict.fromkeys((original.language or language, *_LANGUAGES))
    stated = dict(_stated(original, tuple(spoken)))
    if not stated or not original.blocks:
        return original
    rows = tuple(stated.values())
    markdown = "\n".join(f"- {escaped(row)}" for row in rows)
    listed = OriginalBlock("list", " ".join(rows), markdown, 1)
    first = original.blocks[0]
    below = 1 if first.kind == "heading" and first.level <= 1 else 0
    blocks = (*original.blocks[:below], listed, *original.blocks[below:])
    about = {key: value for key, value in original.about.items() if key not in stated}
    return replace(original, blocks=blocks, about=about)


def _stated(original: Original, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the key of each field that states a figure, with its row of the list."""
    for key, value in islice(original.about.items(), _MOST):
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            continue
        label = spaced(str(key).replace("_", " ").replace("-", " "))
        row = f"{label[:1].upper()}{label[1:]}: {spaced(str(value))}"
        is_short = len(row) <= _LONGEST
        if is_short and any(read_line(row, frozenset(), each) for each in languages):
            yield key, row

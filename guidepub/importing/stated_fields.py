"""Fields of a text's front matter, or of a post, that state figures: “median_pay: $43,320 (2023)”.

They are rows of the text, which a definition has no field for.
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
    """Return an original whose fields with figures are a list above its text, below its title.

    `language` is read first; without one of the text, labels tell the language by themselves.
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
    """Yield the keys of the fields that state a figure, each with the row that it is."""
    for key, value in islice(original.about.items(), _MOST):
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            continue
        label = spaced(str(key).replace("_", " ").replace("-", " "))
        row = f"{label[:1].upper()}{label[1:]}: {spaced(str(value))}"
        is_short = len(row) <= _LONGEST
        if is_short and any(read_line(row, frozenset(), each) for each in languages):
            yield key, row

"""A guide's sections as prose: one document, whatever file or program they came from."""

from __future__ import annotations

from functools import lru_cache

from guidepub.markdown import KnownSections, Prose, Text
from guidepub.model import Guide
from guidepub.words.typography import Typography


def prose_of(
    guide: Guide, typography: Typography, in_file: bool = False, first_mark: int = 1
) -> tuple[Prose, ...]:
    """Return the prose of each section, with its title, in the order of the guide.

    Lines are counted from the beginning of each text, for `Document.place_in`, or `in_file`
    as the guide's file has them. The origins of texts are their paths in the definition. The
    places of the index are numbered from `first_mark` on.
    """
    rows = tuple((each.title, each.body, each.line if in_file else 1) for each in guide.sections)
    return _parsed(rows, typography, frozenset(guide.sources), first_mark)


# With each save in a preview most sections stay as they were.
_KNOWN = KnownSections()


# A guide is checked and then made, each as typeset and as written.
@lru_cache(maxsize=2)
def _parsed(
    rows: tuple[tuple[str, str, int], ...],
    typography: Typography,
    sources: frozenset[str],
    first_mark: int,
) -> tuple[Prose, ...]:
    """Return the prose of sections: the title, the body, and the line on which this begins."""
    return _KNOWN.parse(
        [
            (Text(title, 1, ("sections", n, "title")), Text(body, line, ("sections", n, "body")))
            for n, (title, body, line) in enumerate(rows)
        ],
        typography,
        sources,
        first_mark,
    )

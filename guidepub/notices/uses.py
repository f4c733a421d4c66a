"""Which directives a guide uses, since a notice can be owed for them."""

from __future__ import annotations

from collections.abc import Iterable

from guidepub.loading import prose_of
from guidepub.markdown import Prose, references
from guidepub.model import Guide
from guidepub.words.typography import AS_WRITTEN


def directives_in(texts: Iterable[Prose]) -> frozenset[str]:
    """Return the names of the directives in some prose, including those inside others."""
    return frozenset(
        reference.name
        for text in texts
        for reference in references(text)
        if reference.kind == "directive"
    )


def directives_of(guide: Guide) -> frozenset[str]:
    """Return the names of the directives that a guide's sections use."""
    return directives_in(prose_of(guide, AS_WRITTEN))

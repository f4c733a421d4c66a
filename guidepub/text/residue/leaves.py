"""Headings that name a leaf of a book: a foreword, acknowledgements, an appendix."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple, cast

from guidepub.model.guides.sections import SectionKind
from guidepub.text.vocabulary import either, vocabulary

_LONGEST = 200


class NamedLeaf(NamedTuple):
    """The kind of leaf that a heading names, and its title without the label."""

    kind: SectionKind
    title: str


def leaf_named(heading: str) -> NamedLeaf | None:
    """Return the leaf that a heading names, or None.

    An appendix may have a letter and a title of its own: “Appendix B: Contacts”.
    """
    title = " ".join(heading[:_LONGEST].split()).rstrip(" :.")
    kind = _kinds().get(title.casefold())
    if kind is not None:
        return NamedLeaf(kind, title)
    found = _labelled().fullmatch(title)
    if found is None:
        return None
    return NamedLeaf("appendix", found["title"] or title)


@functools.cache
def _kinds() -> dict[str, SectionKind]:
    words = vocabulary("leaves")
    return {word: cast("SectionKind", kind) for kind, own in words.items() for word in own}


@functools.cache
def _labelled() -> re.Pattern[str]:
    names = either(vocabulary("leaves")["appendix"])
    return re.compile(
        rf"{names} (?:[A-Z]|\d{{1,2}}|[IVX]{{1,4}})(?: ?[.:–—-] (?P<title>\S.*))?", re.I
    )

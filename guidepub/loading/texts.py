"""A guide's sections as prose: one document, whatever file or program they came from."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from guidepub.markdown import Prose, Text, parse_sections
from guidepub.model import Guide, Section
from guidepub.words.typography import Typography


class _Read(NamedTuple):
    """A reading: the very sections, the typography and the count of lines, and their prose."""

    sections: tuple[Section, ...]
    typography: Typography
    in_file: bool
    prose: tuple[Prose, ...]


# The last two readings: a guide is checked and then made, each as typeset and as written.
_LAST: deque[_Read] = deque(maxlen=2)


def prose_of(guide: Guide, typography: Typography, in_file: bool = False) -> tuple[Prose, ...]:
    """Return the prose of each section, with its title, in the order of the guide.

    Lines are counted from the beginning of each text, for `Document.place_in`, or `in_file`
    as the guide's file has them. The origins of texts are their paths in the definition.
    """
    for read in tuple(_LAST):
        same = read.sections is guide.sections and read.in_file == in_file
        if same and read.typography == typography:
            return read.prose
    found = parse_sections(
        [
            (
                Text(section.title, 1, ("sections", index, "title")),
                Text(section.body, section.line if in_file else 1, ("sections", index, "body")),
            )
            for index, section in enumerate(guide.sections)
        ],
        typography,
    )
    _LAST.append(_Read(guide.sections, typography, in_file, found))
    return found

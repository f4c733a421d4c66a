"""A guide's sections as prose: one document, whatever file or program they came from."""

from __future__ import annotations

from guidepub.markdown import Prose, Text, parse_sections
from guidepub.model import Guide
from guidepub.words.typography import Typography


def prose_of(guide: Guide, typography: Typography, in_file: bool = False) -> tuple[Prose, ...]:
    """Return the prose of each section, with its title, in the order of the guide.

    Lines are counted from the beginning of each text, for `Document.place_in`, or `in_file`
    as the guide's file has them. The origins of texts are their paths in the definition.
    """
    return parse_sections(
        [
            (
                Text(section.title, 1, ("sections", index, "title")),
                Text(section.body, section.line if in_file else 1, ("sections", index, "body")),
            )
            for index, section in enumerate(guide.sections)
        ],
        typography,
    )

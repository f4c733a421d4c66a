"""A008: what is titled as a foreword, an appendix or the like, and is a numbered section."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown import title_words
from guidepub.text.residue.leaves import leaf_named


def _titled_as_leaves(subject: Subject) -> Iterator[Alarm]:
    """Yield sections whose titles name another leaf, except those that the catalogue asks for."""
    rules = subject.catalog.sections
    asked = {title.casefold() for titles in rules.titles.values() for title in titles}
    for index, section in enumerate(subject.guide.sections):
        title = title_words(section.title)
        named = leaf_named(title) if section.kind == "section" else None
        if named is None or title.casefold() in asked:
            continue
        place = subject.document.place(("sections", index))
        message = f"“{section.title}” is printed as a section with a number."
        yield Alarm("A008", place, message, f"Write # {named.title} {{.{named.kind}}}")


RULES = (Rule(("A008",), _titled_as_leaves),)

"""A008: sections titled “Foreword”, “Appendix” and the like that are printed with a number."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown import title_words
from guidepub.text.residue.leaves import leaf_named


def _titled_as_leaves(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for sections titled like another leaf, except those the catalogue requires."""
    rules = subject.catalog.sections
    required = {title.casefold() for titles in rules.titles.values() for title in titles}
    for index, section in enumerate(subject.guide.sections):
        title = title_words(section.title)
        named = leaf_named(title) if section.kind == "section" else None
        if named is None or title.casefold() in required:
            continue
        place = subject.document.place(("sections", index))
        message = f"“{section.title}” is printed as a section with a number."
        yield Alarm("A008", place, message, f"Write # {named.title} {{.{named.kind}}}")


RULES = (Rule(("A008",), _titled_as_leaves),)

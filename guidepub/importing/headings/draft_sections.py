"""A section under construction, and the title and id that the catalogue has for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guidepub.importing.headings.capitals import recased_heading
from guidepub.importing.headings.known import known_section, usual_title
from guidepub.importing.headings.section_titles import normal_form
from guidepub.importing.originals.escaping import escaped
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.stated_figures import section_labelled
from guidepub.model import SectionRules
from guidepub.model.guides.sections import SectionKind
from guidepub.text.residue.leaves import leaf_named
from guidepub.words.names import name_key

LONGEST_TITLE = 200
"""The most characters of a title."""

BELOW_TITLE = 2
"""The level of headings directly below a section's title."""


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section under construction: its id, title, heading in the original, and blocks.

    The title is Markdown, as in definitions. `kind` is `section`, or that of a foreword and the like.
    """

    id: str
    title: str
    heading: OriginalBlock | None
    blocks: tuple[OriginalBlock, ...]
    kind: SectionKind = "section"


def own_title(heading: OriginalBlock | None) -> str:
    """Return the title of a section made from its heading."""
    if heading is None:
        return ""
    is_short = len(heading.text) <= LONGEST_TITLE
    return heading.markdown if is_short else escaped(heading.text[:LONGEST_TITLE])


def titled_section(part: DraftSection, rules: SectionRules, language: str) -> DraftSection:
    """Return a section with its id, and with the title that the catalogue has for it."""
    original = part.heading.text if part.heading else ""
    if leaf := leaf_named(original):
        title = escaped(recased_heading(leaf.title, language))
        return replace(part, id=name_key(title), title=title, kind=leaf.kind)
    known = (known_section(original) or section_labelled(original)) if part.heading else "overview"
    for section, titles in rules.titles.items():
        for title in titles:
            if original and normal_form(title) == normal_form(original):
                return replace(part, id=section, title=title)
    for section, titles in rules.titles.items():
        if known and (section == known or any(known_section(title) == known for title in titles)):
            usual = usual_title(known, language)
            return replace(part, id=section, title=usual if usual in titles else titles[0])
    title = usual_title(known, language) if known else ""
    title = title or own_title(part.heading) or "Overview"
    return replace(part, id=known or name_key(title), title=title)

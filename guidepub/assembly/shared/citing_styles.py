"""Which style a guide cites in: by number, or as its catalogue has it."""

from __future__ import annotations

from guidepub.assembly.shared.citing import CitingStyle, NumberedCitations, SourceList
from guidepub.assembly.shared.evidence import Evidence
from guidepub.model import Catalog
from guidepub.phrases import Phrases
from guidepub.themes.leaves import LeafTemplates


def citing_style(
    listed: SourceList,
    catalog: Catalog,
    templates: LeafTemplates,
    phrases: Phrases,
    evidence: Evidence,
) -> CitingStyle:
    """Return how a guide cites: by number, or as its catalogue's style has it."""
    if not catalog.citation_style or not listed.guide.sources:
        return NumberedCitations(listed, templates, phrases, evidence)
    # Only here: a style's processor takes its time to load.
    from guidepub.assembly.shared.citing_by_style import StyledCitations

    return StyledCitations(listed, catalog, templates, phrases, evidence)

"""Which style a guide cites in: by number, or as its catalogue has it."""

from __future__ import annotations

from guidepub.assembly.citing import CitingStyle, NumberedCitations
from guidepub.assembly.evidence import Evidence
from guidepub.model import Catalog, Guide
from guidepub.phrases import Phrases
from guidepub.themes import Theme


def citing_style(
    guide: Guide, catalog: Catalog, theme: Theme, phrases: Phrases, evidence: Evidence
) -> CitingStyle:
    """Return how a guide cites: by number, or as its catalogue's style has it."""
    if not catalog.citation_style or not guide.sources:
        return NumberedCitations(guide, theme, phrases, evidence)
    # Only here: a style's processor takes its time to load.
    from guidepub.assembly.citing_by_style import StyledCitations

    return StyledCitations(guide, catalog, theme, phrases, evidence)

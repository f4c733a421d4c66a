"""The subject of a career guide in the codes of the trade, where none is stated."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from guidepub.model import Guide, SubjectCodes, TradeSettings
from guidepub.model.selling.trade import Audience

# Their books have codes of their own in both schemes, which this table has not.
_CHILDREN: frozenset[Audience] = frozenset({"young-adult"})


def usual_subjects(soc: str | None, audience: Audience) -> SubjectCodes:
    """Return the subjects of guides to an occupation for some readers, or none."""
    return SubjectCodes() if audience in _CHILDREN else _table().subjects_of(soc)


def subjects_of(guide: Guide, settings: TradeSettings, audience: Audience) -> SubjectCodes:
    """Return a guide's subjects: its own, those of its catalogue, or the usual ones.

    Each scheme is looked up by itself.
    """
    sources = (
        guide.trade.subjects,
        settings.subjects_of(guide.soc),
        usual_subjects(guide.soc, audience),
    )
    return SubjectCodes(
        thema=next((each.thema for each in sources if each.thema), ()),
        bisac=next((each.bisac for each in sources if each.bisac), ()),
    )


@functools.cache
def _table() -> TradeSettings:
    text = resources.files("guidepub.trade").joinpath("subjects.toml").read_text("utf-8")
    return TradeSettings(subjects=tomllib.loads(text))

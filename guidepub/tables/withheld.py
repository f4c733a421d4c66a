"""The words that stand for a figure which a table does not give."""

from __future__ import annotations

from guidepub import figures
from guidepub.phrases import Phrases
from guidepub.tables.typed import Datum


def words_for(datum: Datum, unit: str | None, language: str, phrases: Phrases) -> str:
    """Return what is printed of a cell that is a code, for a figure of a unit.

    A top amount is that or more; another code says that none is published.
    """
    if datum.standing == "top":
        assert datum.least is not None
        figure = figures.figure(datum.least, unit or "items", language)
        return phrases.filled("or_more", figure=figure)
    return phrases["hourly_only" if datum.standing == "hourly-only" else "not_published"]

"""Lines that only announce a text, such as “To be written” and “Click or tap here to enter text”."""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge

_AROUND = " .…:()[]{}<>*_–—-!"


def is_announcement(text: str) -> bool:
    """Return whether a line or a paragraph says only that its text is to come."""
    return _announcements().fullmatch(text.strip(_AROUND)) is not None


@functools.cache
def _announcements() -> re.Pattern[str]:
    return re.compile("|".join(knowledge("furniture")["to_come"]), re.I)

"""A cache of parsed sections, for a document that is parsed after each edit."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.markdown.parsed.parser import parse_alone, parse_sections
from guidepub.markdown.parsed.prose import Prose, Text
from guidepub.words.typography import Typography

_Section = tuple[Text | None, Text]
_Key = tuple[_Section, Typography, frozenset[str], int]


class KnownSections:
    """Parses documents in which most sections are the same as before.

    A section that shares nothing with others depends only on its own texts and on the number of
    notes before it. If all sections are of that kind, those of the last two documents are not
    parsed again; otherwise the whole document is.
    """

    def __init__(self) -> None:
        self._last: dict[_Key, tuple[Prose, int] | None] = {}
        self._before = self._last

    def parse(
        self,
        sections: Sequence[_Section],
        typography: Typography,
        sources: frozenset[str] = frozenset(),
        first_mark: int = 1,
    ) -> tuple[Prose, ...]:
        """Return the same as `parse_sections`."""
        known, self._before, self._last = self._last | self._before, self._last, {}
        texts: list[Prose] = []
        notes = 0
        for section in sections:
            key = section, typography, sources, notes
            found = known[key] if key in known else parse_alone(*key)
            self._last[key] = found
            if found is None:
                return parse_sections(sections, typography, sources, first_mark)
            text, notes = found
            texts.append(text)
        return tuple(texts)

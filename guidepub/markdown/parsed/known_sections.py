"""Sections of a document that is parsed again and again while one of them is written."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.markdown.parsed.parser import parse_alone, parse_sections
from guidepub.markdown.parsed.prose import Prose, Text
from guidepub.words.typography import Typography

_Section = tuple[Text | None, Text]
_Key = tuple[_Section, Typography, frozenset[str], int]


class KnownSections:
    """Parses documents of which most sections are as they were.

    A section that shares nothing with others depends on its own texts, and on how many notes
    are numbered before it. Where all do so, those of the last two documents are not parsed
    again; where one does not, the document is parsed as a whole.
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
        """Return what `parse_sections` does."""
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

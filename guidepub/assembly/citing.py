"""What citations print: by number, `[1]`, and with what is said of a source, `[see 1, p. 12; 2]`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from guidepub import figures
from guidepub.assembly.evidence import Evidence
from guidepub.assembly.values import foreign_language
from guidepub.markdown import Citation, CitedWork, Said, typeset
from guidepub.model import Guide
from guidepub.phrases import Phrases
from guidepub.themes import Theme
from guidepub.themes.leaves import render_block
from guidepub.words.typography import ranged

SOURCES_LEAF = "sources"
_MOST_NAMES = 3


class CitingStyle(Protocol):
    """How a book cites."""

    def mark(self, citation: Citation) -> Said:
        """Return what a citation prints, with the space before it if it has one.

        `xhtml` leads to each source; `bare` is nothing, as a title leaves citations out.
        """

    def name(self, key: str) -> str:
        """Return as plain text whose work a source is, as a sentence names it."""


class NumberedCitations:
    """Cites by number, in the order in which a book cites its sources first."""

    def __init__(self, guide: Guide, theme: Theme, phrases: Phrases, evidence: Evidence) -> None:
        self._guide, self._theme = guide, theme
        self._phrases, self._evidence = phrases, evidence

    def mark(self, citation: Citation) -> Said:
        """Return a raised mark for each source, or where more is said of one, all in brackets."""
        if not citation.is_bare:
            return self._in_words(citation)
        keys = dict.fromkeys(citation.keys)
        numbered = sorted((self._evidence.number(key), key) for key in keys)
        entries = [self._entry(key, number) for number, key in numbered]
        xhtml = self._rendered("citation.xhtml", entries)
        return Said(xhtml, "", "".join(f"[{number}]" for number, _ in numbered))

    def name(self, key: str) -> str:
        """Return whose work a source is, as a sentence names it."""
        source = self._guide.sources[key]
        names = [author.short for author in source.authors]
        if len(names) > _MOST_NAMES:
            return f"{names[0]} et al."
        return figures.listed(names, self._guide.language) if names else source.issuer

    def _in_words(self, citation: Citation) -> Said:
        space = " " if citation.is_apart else ""
        entries, parts = [], []
        for work in citation.works:
            number = self._evidence.number(work.key)
            before, after = self._around(work)
            said = {"before": before, "after": after}
            entries.append(self._entry(work.key, number) | said)
            parts.append(f"{before}{number}{after}")
        xhtml = self._rendered("citations.xhtml", entries)
        return Said(space + xhtml, "", f"{space}[{'; '.join(parts)}]")

    def _around(self, work: CitedWork) -> tuple[str, str]:
        """Return what stands before and behind a source's number."""
        typography = self._phrases.typography
        before = f"{typeset(work.prefix, typography)} " if work.prefix else ""
        after = f", {place_in(work, self._phrases)}" if work.locator else ""
        suffix = typeset(work.suffix, typography)
        space = " " if suffix[:1].isalnum() or suffix[:1] in "([" else ""
        return before, f"{after}{space if suffix else ''}{suffix}"

    def _entry(self, key: str, number: int) -> dict[str, object]:
        source = self._guide.sources[key]
        language = foreign_language(source, self._guide.language)
        return {"key": key, "number": number, "title": source.title, "language": language}

    def _rendered(self, template: str, entries: Sequence[dict[str, object]]) -> str:
        file_name = f"{SOURCES_LEAF}.xhtml"
        return render_block(self._theme, template, entries=entries, file_name=file_name)


def place_in(work: CitedWork, phrases: Phrases) -> str:
    """Return the place in a work as a language says it: `pp. 12–15`."""
    numbers = ranged(work.locator, phrases.typography)
    said = phrases.get("places", f"{work.label}s" if work.is_several else work.label)
    return (said or "{number}").replace("{number}", numbers)

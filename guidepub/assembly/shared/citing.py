"""What citations print: by number, `[1]`, and with words about a source, `[see 1, p. 12; 2]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Protocol

from guidepub import figures
from guidepub.assembly.shared.evidence import Evidence
from guidepub.assembly.shared.values import foreign_language
from guidepub.markdown import Citation, CitedWork, RichText, typeset
from guidepub.model import Guide
from guidepub.phrases import Phrases
from guidepub.themes.leaves import LeafTemplates
from guidepub.words.typography import ranged

_SOURCES_LEAF = "sources"
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class SourceList:
    """Where the sources of a guide are listed: in its book, or in its part of a volume.

    `id_prefix` is what the ids of that part begin with, so that no other part has them.
    """

    guide: Guide
    id_prefix: str = ""

    @property
    def leaf(self) -> str:
        """The id of its leaf."""
        return f"{self.id_prefix}{_SOURCES_LEAF}"

    @property
    def file_name(self) -> str:
        """The file to which citations lead."""
        return f"{self.leaf}.xhtml"

    def name(self, key: str) -> str:
        """Return the name of a source's entry, after `source-` in its id."""
        return f"{self.id_prefix}{key}"

    def cited(self, key: str, number: str) -> dict[str, object]:
        """Return what a template prints of a source that is cited as `number`."""
        source = self.guide.sources[key]
        language = foreign_language(source, self.guide.language)
        title = source.title
        return {"key": self.name(key), "number": number, "title": title, "language": language}


class CitingStyle(Protocol):
    """How a book cites."""

    def mark(self, citation: Citation) -> RichText:
        """Return what a citation prints, with the space before it if it has one.

        `xhtml` leads to each source; `bare` is nothing, as a title leaves citations out.
        """

    def name(self, key: str) -> str:
        """Return as plain text whose work a source is, as a sentence names it."""

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return sources in the order of their list, given in that of their numbers."""

    def entry(self, key: str) -> RichText | None:
        """Return what the list prints of a source, or None where the theme arranges that."""


class NumberedCitations:
    """Cites by number, in the order in which a book cites its sources first."""

    def __init__(
        self, listed: SourceList, templates: LeafTemplates, phrases: Phrases, evidence: Evidence
    ) -> None:
        self._listed, self._templates = listed, templates
        self._phrases, self._evidence = phrases, evidence

    def mark(self, citation: Citation) -> RichText:
        """Return a raised mark for each source, or where words are next to one, all in brackets."""
        if not citation.is_bare:
            return self._in_words(citation)
        keys = dict.fromkeys(citation.keys)
        numbered = sorted((self._evidence.number(key), key) for key in keys)
        entries = [self._listed.cited(key, str(number)) for number, key in numbered]
        file_name = self._listed.file_name
        xhtml = self._templates.block("citation.xhtml", entries=entries, file_name=file_name)
        return RichText(xhtml, "", "".join(f"[{number}]" for number, _ in numbered))

    def name(self, key: str) -> str:
        """Return whose work a source is, as a sentence names it."""
        return spoken_name(self._listed.guide, key)

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return sources in the order of their list: that of their numbers."""
        return tuple(keys)

    def entry(self, key: str) -> RichText | None:
        """Return nothing: the theme arranges what the list says of a source."""
        return None

    def _in_words(self, citation: Citation) -> RichText:
        space = " " if citation.is_apart else ""
        entries, parts = [], []
        for work in citation.works:
            number = str(self._evidence.number(work.key))
            before, after = words_around(work, self._phrases)
            place = f", {place_in(work, self._phrases)}" if work.locator else ""
            around_number = {"before": before, "after": f"{place}{after}"}
            entries.append(self._listed.cited(work.key, number) | around_number)
            parts.append(f"{before}{number}{place}{after}")
        xhtml = citation_block(self._templates, self._listed, entries, ("[", "; ", "]"))
        return RichText(space + xhtml, "", f"{space}[{'; '.join(parts)}]")


def spoken_name(guide: Guide, key: str) -> str:
    """Return whose work a source is, as a sentence of the guide's language names it."""
    source = guide.sources[key]
    names = [author.short for author in source.authors]
    if len(names) > _MOST_NAMES:
        return f"{names[0]} et al."
    return figures.listed(names, guide.language) if names else source.issuer


def words_around(work: CitedWork, phrases: Phrases) -> tuple[str, str]:
    """Return the words before a source and after its place, separated from it."""
    before = f"{typeset(work.prefix, phrases.typography)} " if work.prefix else ""
    suffix = typeset(work.suffix, phrases.typography)
    space = " " if suffix[:1].isalnum() or suffix[:1] in ("(", "[") else ""
    return before, f"{space}{suffix}"


def citation_block(
    templates: LeafTemplates,
    listed: SourceList,
    entries: Sequence[dict[str, object]],
    signs: tuple[str, str, str],
    is_raised: bool = False,
) -> str:
    """Return a citation in words: `signs` are before, between and after its sources."""
    opening, delimiter, closing = signs
    return templates.block(
        "citations.xhtml",
        entries=entries,
        file_name=listed.file_name,
        opening=opening,
        delimiter=delimiter,
        closing=closing,
        raised=is_raised,
    )


def place_in(work: CitedWork, phrases: Phrases) -> str:
    """Return the place in a work as a language says it: `pp. 12–15`."""
    numbers = ranged(work.locator, phrases.typography)
    form = phrases.get("places", f"{work.label}s" if work.is_several else work.label)
    return (form or "{number}").replace("{number}", numbers)


def addresses_in(entry: RichText) -> list[str]:
    """Return where the links of an entry lead."""
    return [unescape(address) for address in re.findall(r'<a href="([^"]+)"', entry.xhtml)]

"""What citations and the list of sources print by a style of CSL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from guidepub.assembly.shared.citing import SourceList, citation_block, spoken_name, words_around
from guidepub.assembly.shared.evidence import Evidence
from guidepub.bibliography import StyleError, StyleProcessor, item_of, plain_text, xhtml_of
from guidepub.findings import Finding, InputError, Place
from guidepub.markdown import Citation, RichText
from guidepub.model import Catalog
from guidepub.phrases import Phrases
from guidepub.themes.leaves import LeafTemplates, markup
from guidepub.words.addresses import escaped_address
from guidepub.words.typography import bound

_Answer = TypeVar("_Answer")
_ADDRESS = re.compile(r"https?://[^\s<>]{0,2000}[^\s<>.,;:)\]]")
_SLASH = re.compile(r"(?<![:/])/(?!/)")


class StyledCitations:
    """Cites by a style, each source as a link to its entry."""

    def __init__(
        self,
        listed: SourceList,
        catalog: Catalog,
        templates: LeafTemplates,
        phrases: Phrases,
        evidence: Evidence,
    ) -> None:
        guide = listed.guide
        self._listed, self._catalog, self._templates = listed, catalog, templates
        self._phrases, self._evidence = phrases, evidence
        items = {key: item_of(key, source) for key, source in guide.sources.items()}
        self._processor = self._asked(
            lambda: StyleProcessor(catalog.citation_style, items, guide.language, evidence.number)
        )

    def mark(self, citation: Citation) -> RichText:
        """Return what the style prints of some sources, with the space before it if it has one."""
        processor, works = self._processor, list(citation.works)
        for work in works:
            self._evidence.number(work.key)
        if citation.is_bare and processor.is_numeric:
            works.sort(key=lambda work: processor.number(work.key))
        entries, parts = [], []
        for work in works:
            text = self._asked(
                lambda work=work: processor.cited(  # type: ignore[misc]
                    work.key, work.label, work.locator, work.without_author
                )
            )
            text = bound(text, self._phrases.typography)
            before, after = words_around(work, self._phrases)
            entry = self._listed.cited(work.key, markup(xhtml_of(text)))
            entries.append(entry | {"before": before, "after": after})
            parts.append(f"{before}{plain_text(text)}{after}")
        signs = (processor.prefix, processor.delimiter, processor.suffix)
        xhtml = citation_block(self._templates, self._listed, entries, signs, processor.is_raised)
        space = " " if citation.is_apart and not processor.is_raised else ""
        plain = f"{signs[0]}{signs[1].join(parts)}{signs[2]}"
        return RichText(space + xhtml, "", space + plain)

    def name(self, key: str) -> str:
        """Return whose work a source is, as the style names him."""
        author = self._asked(lambda: self._processor.author(key))
        return author or spoken_name(self._listed.guide, key)

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return sources in the order of their list."""
        return self._processor.in_order(keys)

    def entry(self, key: str) -> RichText | None:
        """Return what the list prints of a source; its addresses are links."""
        text = self._asked(lambda: self._processor.entry(key))
        xhtml = _ADDRESS.sub(lambda found: _link(found[0]), xhtml_of(text))
        plain = _ADDRESS.sub(lambda found: _breakable(found[0]), plain_text(text))
        return RichText(xhtml, "", plain)

    def _asked(self, ask: Callable[[], _Answer]) -> _Answer:
        try:
            return ask()
        except StyleError as error:
            which = f"the source “{error}”" if str(error) else "this guide's sources"
            message = f"The style “{self._catalog.defaults.citations}” cannot print {which}."
            remedy = "Add what this kind of work needs, such as a year, or use another style."
            place = Place(str(self._listed.guide.origin or self._listed.guide.slug))
            raise InputError([Finding(place, "C014", message, remedy)]) from error


def _link(address: str) -> str:
    return f'<a href="{escaped_address(address)}">{_breakable(address)}</a>'


def _breakable(address: str) -> str:
    """Return an address that can break at its slashes."""
    return _SLASH.sub("/\N{ZERO WIDTH SPACE}", address)

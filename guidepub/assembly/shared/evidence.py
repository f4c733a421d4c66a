"""Facts in words, and the sources that stand for them: numbers, marks and captions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from html import escape

from guidepub import figures
from guidepub.figures import NO_BREAK_SPACE
from guidepub.markdown import Citation, RichText, by_itself, label
from guidepub.model import Fact, Guide, PrintedFigure, is_education
from guidepub.phrases import Phrases

Cite = Callable[[Citation], RichText]
"""Returns the mark that cites some sources."""


class Evidence:
    """A guide's facts and sources as its language prints them.

    Sources are numbered in the order in which the book first cites them.
    """

    def __init__(self, guide: Guide, phrases: Phrases) -> None:
        self._guide, self._phrases = guide, phrases
        self._numbers: dict[str, int] = {}
        self._printed: dict[str, list[PrintedFigure]] = {}
        self._drawn: dict[tuple[object, ...], PrintedFigure] = {}

    def figure(self, key: str) -> str:
        """Return a fact's figure in the guide's language, as plain text.

        The figure of a broad group is followed by the words that say whose it is.
        """
        fact = self._guide.facts[key]
        figure = self._figure(key, fact)
        figure = f"{figure} ({fact.of_whom})" if fact.of_whom else figure
        if fact.lineage is not None:
            self._printed[key] = [
                PrintedFigure(fact=key, printed=figure, unit=fact.unit or "", lineage=cell)
                for cell in (fact.lineage, *fact.other_cells)
            ]
        return figure

    def printed(self) -> tuple[PrintedFigure, ...]:
        """Return the figures of tables that were asked for so far, each once: facts, then bars."""
        facts = (figure for figures in self._printed.values() for figure in figures)
        return (*facts, *self._drawn.values())

    def drawn(self, bars: Iterable[PrintedFigure]) -> None:
        """Take down the figures of a chart of a table, which are no facts."""
        for bar in bars:
            cell = bar.lineage
            self._drawn[cell.table.name, cell.row, cell.column, bar.printed] = bar

    def _figure(self, key: str, fact: Fact) -> str:
        if isinstance(fact.value, Decimal):
            return figures.figure(fact.value, fact.unit or "items", self._guide.language)
        if is_education(key):
            return self._phrases.get("education", fact.value) or fact.value
        return fact.value

    def label(self, key: str) -> RichText:
        """Return what a fact is called: its own label, a well-known one, or its key."""
        if own := self._guide.facts[key].label:
            return label(own, self._phrases.typography)
        name = self._phrases.get("facts", key) or key.replace("_", " ").capitalize()
        return RichText(escape(name), escape(name), name)

    def number(self, source: str) -> int:
        """Return a source's number, giving it the next one when it is cited first."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def cited(self) -> tuple[str, ...]:
        """Return the keys of all sources: the cited ones by number, then the others."""
        uncited = [key for key in self._guide.sources if key not in self._numbers]
        return (*sorted(self._numbers, key=self._numbers.__getitem__), *uncited)

    def is_cited(self, source: str) -> bool:
        """Return whether a source has been cited so far."""
        return source in self._numbers

    def under_figure(self, fact: Fact, cite: Cite) -> RichText:
        """Return a fact's year and the mark of its source: `2024 [1]`."""
        when, mark = year_of(fact), ("", "")
        if fact.source is not None:
            citation = cite(by_itself(fact.source))
            mark = citation.xhtml, citation.plain
        xhtml, plain = (NO_BREAK_SPACE.join(filter(None, (when, each))) for each in mark)
        return RichText(xhtml, when, plain)

    def source_line(
        self, sources: Iterable[str | None], cite: Cite, facts: Sequence[Fact] = ()
    ) -> RichText:
        """Return the line under a table or a figure that names its sources and years."""
        names: list[tuple[str, str, str]] = []
        for key in dict.fromkeys(key for key in sources if key is not None):
            source = self._guide.sources[key]
            years = sorted({year_of(fact) for fact in facts if fact.source == key} - {""})
            named = [year for year in years if year not in source.title]
            when = f", {', '.join(named)}" if named else ""
            name = f"{source.issuer}, {source.title}{when}"
            bare, mark = escape(name), cite(by_itself(key))
            marked = f"{bare}{NO_BREAK_SPACE}{mark.xhtml}"
            names.append((marked, bare, f"{name}{NO_BREAK_SPACE}{mark.plain}"))
        if not names:
            return RichText()
        listed = RichText(*map("; ".join, zip(*names, strict=True)))
        return listed.within(lambda each: self._phrases.filled("source", names=each))


def year_of(fact: Fact) -> str:
    """Return the year or the years that a fact is of, or an empty string."""
    if fact.period is not None:
        return figures.years(*fact.period)
    return str(fact.as_of) if fact.as_of is not None else ""

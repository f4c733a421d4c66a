"""Facts in words, and the sources that stand for them: numbers, marks and captions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from guidepub import figures
from guidepub.figures import NO_BREAK_SPACE
from guidepub.markdown import Said, label
from guidepub.model import Fact, Guide, is_education
from guidepub.phrases import Phrases


class Evidence:
    """A guide's facts and sources as its language prints them.

    Sources are numbered in the order in which the book first cites them.
    """

    def __init__(self, guide: Guide, phrases: Phrases) -> None:
        self._guide, self._phrases = guide, phrases
        self._numbers: dict[str, int] = {}

    def figure(self, key: str) -> str:
        """Return a fact's figure in the guide's language, as plain text."""
        fact = self._guide.facts[key]
        if isinstance(fact.value, Decimal):
            return figures.figure(fact.value, fact.unit or "items", self._guide.language)
        if is_education(key):
            return self._phrases.get("education", fact.value) or fact.value
        return fact.value

    def label(self, key: str) -> Said:
        """Return what a fact is called: its own label, a well-known one, or its key."""
        if own := self._guide.facts[key].label:
            return label(own, self._phrases.typography)
        name = self._phrases.get("facts", key) or key.replace("_", " ").capitalize()
        return Said(escape(name), escape(name), name)

    def number(self, source: str) -> int:
        """Return a source's number, giving it the next one when it is cited first."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def cited(self) -> tuple[str, ...]:
        """Return the keys of all sources: the cited ones by number, then the others."""
        uncited = [key for key in self._guide.sources if key not in self._numbers]
        return (*sorted(self._numbers, key=self._numbers.__getitem__), *uncited)

    def under_figure(self, fact: Fact) -> str:
        """Return a fact's year and source in a few words: `2024, Bureau of Labor Statistics`."""
        parts = []
        if fact.period is not None:
            parts.append(figures.years(*fact.period))
        elif fact.as_of is not None:
            parts.append(str(fact.as_of))
        if fact.source is not None:
            parts.append(f"[{self.number(fact.source)}]")
        return NO_BREAK_SPACE.join(parts)

    def source_line(self, sources: Iterable[str | None], facts: Sequence[Fact] = ()) -> str:
        """Return the line under a table or a figure that names its sources and years."""
        names = []
        for key in dict.fromkeys(key for key in sources if key is not None):
            source = self._guide.sources[key]
            years = sorted({_year(fact) for fact in facts if fact.source == key} - {""})
            named = [year for year in years if year not in source.title]
            when = f", {', '.join(named)}" if named else ""
            names.append(
                f"{source.publisher}, {source.title}{when}{NO_BREAK_SPACE}[{self.number(key)}]"
            )
        return self._phrases.say("source", names="; ".join(names)) if names else ""


def _year(fact: Fact) -> str:
    if fact.period is not None:
        return figures.years(*fact.period)
    return str(fact.as_of) if fact.as_of is not None else ""

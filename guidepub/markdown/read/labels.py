"""The targets of references in a guide: sections, headings, and whatever has a label.

Nothing here knows a guide's facts; callers supply what a directive draws from them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from markdown_it.token import Token

from guidepub.markdown.forms.cross_references import label_of, reference_of
from guidepub.markdown.forms.directives import FORMS, Directive
from guidepub.markdown.parsed.headings import heading_name, walk_in
from guidepub.markdown.parsed.prose import Origin, Prose, directive_of, lines_of
from guidepub.words.characters import is_blank
from guidepub.words.names import name_key, slugify

Counted = Literal["figure", "table", "box"]
"""The kinds of things with numbers of their own."""

LabelKind = Literal["section", "heading", "part", "figure", "table", "box"]
"""What a label leads to; a `part` is a directive without a number."""

BOXES = frozenset({"note", "tip", "important", "warning"})
_TABLES = frozenset({"programs", "table"})
# Drawings in a group have a number each.
_GROUP = "figures"
# Directives without a number of their own.
_PARTS = frozenset({_GROUP, "columns", "deck", "margin", "qr", "quote", "worksheet"})
# The kind of sections whose figures and tables are numbered separately.
_LETTERED = "appendix"
# The prefixes of ids of places with a label, and of those with only a number.
_PREFIX, _NUMBERED = "label-", "numbered-"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a reference can lead to.

    Attributes:
        kind: the kind of the place.
        section: the index of its section, from 0.
        name: its id in the section's leaf, or empty for the section itself.
        number: its number, or 0 if it has none; 0 for sections.
        numeral: its number as printed, also for a section. That of a figure in an appendix begins
            with the appendix's: A.1.
        counted: the kind by which it is numbered, which for a section may be an appendix or a part.
        words: the inline tokens of its title or heading.
        directive: the directive that makes it, if there is one.
        drawing: the name of a single drawing, if the directive makes several.
        label: the label that its author gave it, or an empty string.
        line: its line, counted in the text with its `origin`.
    """

    kind: LabelKind
    section: int
    name: str = ""
    number: int = 0
    words: Sequence[Token] = ()
    directive: Directive | None = None
    drawing: str = ""
    label: str = ""
    line: int = 1
    origin: Origin = ()
    numeral: str = ""
    counted: str = ""

    @property
    def is_titled(self) -> bool:
        """Whether it has a title that a reference can print; drawings always have one."""
        is_group = self.directive is not None and self.directive.name == _GROUP
        return bool(self.words or self.drawing or is_group)

    @property
    def has_words(self) -> bool:
        """Whether its title or heading prints words, and not only marks of notes or a picture."""
        return any(map(_prints_something, self.words))


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A label that cannot be used: it occurs twice, or before nothing that can have one."""

    label: str
    line: int
    origin: Origin
    is_double: bool


@dataclass(frozen=True, slots=True)
class Anchors:
    """All places of a guide, and the faults of their labels.

    `ambiguous` are words that several headings share.
    """

    all: tuple[Anchor, ...] = ()
    by_key: Mapping[str, Anchor] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    misplaced: tuple[Misplaced, ...] = ()
    by_directive: Mapping[int, tuple[Anchor, ...]] = field(default_factory=dict)
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """The last number of each kind of numbered place, by appendix."""

    def find(self, target: str) -> Anchor | None:
        """Return the place with a label, or with the words of a heading, or None."""
        return self.by_key.get(name_key(target))

    def is_ambiguous(self, target: str) -> bool:
        """Return whether several headings have these words, and no label is the same."""
        return name_key(target) in self.ambiguous

    def anchors_of(self, directive: Directive) -> tuple[Anchor, ...]:
        """Return the places that a directive of the guide makes; a group of drawings makes several."""
        return self.by_directive.get(id(directive), ())


@dataclass(frozen=True, slots=True)
class Continued:
    """How a guide continues another one in a volume.

    Attributes:
        within: the prefix of the ids of its places, so that they are unique in the volume.
        counts: the last numbers before it.
    """

    within: str = ""
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def behind(cls, before: Anchors, within: str) -> Continued:
        """Return how the guide after some places continues; appendices begin again at A."""
        counts = {key: count for key, count in before.counts.items() if not key[1]}
        return cls(within, counts)


ALONE = Continued()
"""The start of a guide that is a book of its own."""

NOWHERE = Anchors()
"""The places of a text without any."""


def places_of(
    section_ids: Sequence[str],
    texts: Sequence[Prose],
    drawn: Callable[[Directive], Sequence[str]] = lambda _: (),
    numbered: Collection[Counted] = (),
    numerals: Sequence[tuple[str, str]] = (),
    continued: Continued = ALONE,
) -> Anchors:
    """Return the places of a guide's sections.

    Args:
        section_ids: the ids of the sections.
        texts: their prose, with their titles.
        drawn: returns the names of the drawings of a directive `figures`.
        numbered: the kinds that have a number even without a label.
        numerals: for each section the kind by which it is numbered, and its number as printed or
            an empty string; by default, sections are numbered 1, 2, 3.
        continued: how the guide continues the one before it in a volume.
    """
    if not numerals:
        numerals = [("section", str(number)) for number, _ in enumerate(texts, 1)]
    return _AnchorCollector(section_ids, drawn, numbered, numerals, continued).collected(texts)


class _AnchorCollector:
    def __init__(
        self,
        section_ids: Sequence[str],
        drawn: Callable[[Directive], Sequence[str]],
        numbered: Collection[Counted],
        numerals: Sequence[tuple[str, str]],
        continued: Continued,
    ) -> None:
        self._ids, self._drawn, self._numbered = section_ids, drawn, numbered
        self._numerals, self._within = numerals, continued.within
        self._places: list[Anchor] = []
        self._sections: tuple[Anchor, ...] = ()
        # Labels above the headings of sections, which are at the ends of the sections before.
        self._above: dict[str, tuple[str, int, Origin]] = {}
        self._misplaced: list[Misplaced] = []
        self._labels: dict[str, Anchor] = {}
        self._by_directive: dict[int, tuple[Anchor, ...]] = {}
        self._counts = dict(continued.counts)

    def collected(self, texts: Sequence[Prose]) -> Anchors:
        for number, text in enumerate(texts):
            words = text.title.words if text.title is not None else ()
            counted, numeral = self._numerals[number]
            place = Anchor("section", number, words=words, numeral=numeral, counted=counted)
            self._places.append(place)
        self._sections = tuple(self._places)
        for number, text in enumerate(texts):
            self._read(text, number)
        by_key: dict[str, Anchor] = {}
        for place, name in zip(self._places, self._ids, strict=False):
            by_key.setdefault(name, place)
            if words_key := name_key(_typed(place.words)):
                by_key.setdefault(words_key, place)
        for key, place in self._labels.items():
            if by_key.setdefault(key, place) is not place:
                own = place.label, place.line, place.origin
                self._report(*self._above.get(key, own), is_double=True)
        by_key, ambiguous = self._with_headings(by_key)
        return Anchors(
            tuple(self._places),
            MappingProxyType(by_key),
            ambiguous,
            tuple(self._misplaced),
            MappingProxyType(self._by_directive),
            MappingProxyType(self._counts),
        )

    def _with_headings(self, known: dict[str, Anchor]) -> tuple[dict[str, Anchor], frozenset[str]]:
        """Return the keys with those of headings: ids, and words that only one heading has."""
        headings = [place for place in self._places if place.kind == "heading"]
        by_words: dict[str, list[Anchor]] = {}
        for place in headings:
            known.setdefault(slugify(place.name.removeprefix(self._within)), place)
            by_words.setdefault(name_key(_typed(place.words)), []).append(place)
        shared = {key for key, found in by_words.items() if len(found) > 1 and key not in known}
        single = {key: found[0] for key, found in by_words.items() if len(found) == 1 and key}
        return {**single, **known}, frozenset(shared)

    def _read(self, text: Prose, section: int) -> None:
        waiting: tuple[str, int, Origin] | None = None
        for token, following, prose in walk_in(text):
            line = prose.line + (token.map[0] if token.map else 0)
            if token.type == "footnote_block_open":
                self._label_next(section, waiting)
                waiting = None
            elif label := label_of(token):
                self._report_vain(waiting)
                waiting = (label, line, prose.origin or text.origin)
            elif token.type == "heading_open" and following is not None:
                name = f"{self._within}{self._ids[section]}_{heading_name(token)}"
                words = following.children or ()
                place = Anchor(
                    "heading", section, name, words=words, line=line, origin=prose.origin
                )
                self._add(place, waiting)
                waiting = None
            elif found := directive_of(token):
                self._directive(found[0], token, section, waiting, prose.origin)
                waiting = None
            elif token.nesting >= 0 and token.type != "inline":
                self._report_vain(waiting)
                waiting = None
        self._label_next(section, waiting)

    def _label_next(self, section: int, waiting: tuple[str, int, Origin] | None) -> None:
        """Give a label at the end of a section to the next one, whose heading is below it."""
        if waiting is None or section + 1 == len(self._sections):
            self._report_vain(waiting)
            return
        key = slugify(waiting[0])
        if key in self._labels:
            self._report(*waiting, is_double=True)
            return
        self._labels[key], self._above[key] = self._sections[section + 1], waiting

    def _directive(
        self,
        directive: Directive,
        token: Token,
        section: int,
        waiting: tuple[str, int, Origin] | None,
        origin: Origin,
    ) -> None:
        if directive.name not in FORMS:
            # The directive of a package has no title that a reference could print.
            self._report_vain(waiting)
            return
        label = directive.options.get("name", "")
        if label and waiting is not None:
            self._report_vain(waiting)
            waiting = None
        label = label or (waiting[0] if waiting else "")
        kind = _kind_of(directive)
        if not label and kind not in (*self._numbered, "part"):
            return
        words = _caption_of(token)
        line = waiting[1] if waiting else directive.option_lines.get("name", directive.line)
        name = self._name_of(label)
        place = Anchor(
            kind,
            section,
            name,
            words=words,
            directive=directive,
            label=label,
            line=line,
            origin=origin,
        )
        is_group = kind == "part"
        made = self._group(directive, place) if is_group else (self._numbered_place(place),)
        if made:
            self._by_directive[id(directive)] = made
        for each in made:
            self._add(each)

    def _group(self, directive: Directive, place: Anchor) -> tuple[Anchor, ...]:
        """Return the places of a group of drawings: its own, and those of numbered drawings."""
        if not place.label and "figure" not in self._numbered:
            return ()
        made = [place] if place.label else []
        for name in self._drawn(directive) if directive.name == _GROUP else ():
            label = f"{place.label}-{name}" if place.label else ""
            drawing = replace(
                place, kind="figure", name=self._name_of(label), words=(), label=label, drawing=name
            )
            made.append(self._numbered_place(drawing))
        return tuple(made)

    def _name_of(self, label: str) -> str:
        """Return the id of a place with a label, or an empty string without one."""
        return f"{self._within}{_PREFIX}{slugify(label)}" if label else ""

    def _numbered_place(self, place: Anchor) -> Anchor:
        """Return a place with the next number of its kind; each kind of box has its own numbers.

        The places of an appendix are numbered separately.
        """
        assert place.directive is not None
        counted = place.directive.name if place.kind == "box" else place.kind
        within, letter = self._numerals[place.section]
        letter = letter if within == _LETTERED else ""
        key = counted, letter
        number = self._counts[key] = self._counts.get(key, 0) + 1
        numeral = f"{letter}.{number}" if letter else str(number)
        own = f"{self._within}{_NUMBERED}{counted}-{numeral.replace('.', '-').lower()}"
        return replace(
            place, number=number, numeral=numeral, counted=counted, name=place.name or own
        )

    def _add(self, place: Anchor, waiting: tuple[str, int, Origin] | None = None) -> None:
        if waiting is not None:
            place = replace(place, label=waiting[0])
        self._places.append(place)
        if not place.label:
            return
        if self._labels.setdefault(slugify(place.label), place) is not place:
            line, origin = (waiting[1:]) if waiting is not None else (place.line, place.origin)
            self._report(place.label, line, origin, is_double=True)

    def _report_vain(self, waiting: tuple[str, int, Origin] | None) -> None:
        if waiting is not None:
            self._report(*waiting, is_double=False)

    def _report(self, label: str, line: int, origin: Origin, is_double: bool) -> None:
        self._misplaced.append(Misplaced(label, line, origin, is_double))


def _kind_of(directive: Directive) -> LabelKind:
    if directive.name in BOXES:
        return "box"
    if directive.name in _PARTS:
        return "part"
    return "table" if directive.name in _TABLES else "figure"


def _caption_of(token: Token) -> Sequence[Token]:
    """Return the tokens of a directive's title, or of the first paragraph of a picture's text."""
    if title := lines_of(token).get("title"):
        return title.words
    directive, body = directive_of(token) or (None, None)
    if directive is None or body is None or directive.name != "figure":
        return ()
    return next((each.children or () for each in body.tokens if each.type == "inline"), ())


def _prints_something(word: Token) -> bool:
    if word.type in ("citation", "footnote_ref", "image", "index"):
        return False
    is_printed = word.type in ("myst_role", "source_name") or reference_of(word) is not None
    return is_printed or not is_blank(word.content)


def _typed(words: Sequence[Token]) -> str:
    """Return the words of a heading without figures and references."""
    out = ("myst_role", "footnote_ref", "citation", "source_name")
    kept = (each for each in words if each.type not in out and reference_of(each) is None)
    return "".join(" " if each.type.endswith("break") else each.content for each in kept)

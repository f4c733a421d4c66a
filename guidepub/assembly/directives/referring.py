"""What a guide's references print: the number or the words of a place, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from guidepub.figures import NO_BREAK_SPACE
from guidepub.markdown import (
    OTHER_GUIDE,
    Anchor,
    Anchors,
    CrossReference,
    Directive,
    PlainTextRenderer,
    plain_words,
)
from guidepub.model import Catalog, Guide
from guidepub.phrases import Phrases
from guidepub.words.languages import primary_language
from guidepub.words.manuscript import Referred
from guidepub.words.names import bounded

_LONGEST_NAME = 64
# Stands for a page's number while the words around it are looked for.
_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"


def section_leaf(section_id: str) -> str:
    """Return a section's id as a leaf, kept apart from those of the leaves of every book.

    It names the leaf's file in an EPUB, which must fit on any disk whatever the title's length.
    """
    return f"section-{bounded(section_id, _LONGEST_NAME)}"


def part_leaf(slug: str) -> str:
    """Return the id of the leaf with which a guide begins as a part of a volume."""
    return f"part-{bounded(slug, _LONGEST_NAME)}"


class Referring:
    """The places of a guide, and what references to them print in its language.

    `sections` are the ids of the guide's sections in order. What is in one that the book does not
    hold has words, but no page, and no link leads there. In a `volume`, its other guides are places
    of the book.
    """

    def __init__(
        self,
        guide: Guide,
        catalog: Catalog,
        phrases: Phrases,
        sections: Sequence[str],
        places: Anchors,
        holds: Callable[[str], bool] = lambda _: True,
        volume: Guide | None = None,
    ) -> None:
        self._parts = {each.slug: each for each in (volume or guide).members}
        self._guide, self._catalog = guide, catalog
        self._phrases, self._sections, self.places = phrases, sections, places
        self._holds = holds

    def place_of(self, directive: Directive, drawing: str = "") -> Anchor | None:
        """Return the place of a directive that has a label or a number, or of one of its drawings."""
        made = self.places.anchors_of(directive)
        return next((place for place in made if place.drawing == drawing), None)

    def numbered(self, place: Anchor) -> str:
        """Return the number that something has, as its caption says it: `Figure 3`."""
        if place.kind == "box" and place.directive is not None:
            return f"{self._box(place)}{NO_BREAK_SPACE}{place.numeral}"
        return self._numeral_phrase("numbered", place)

    def link(self, target: str) -> str:
        """Return where a link into the guide or to another leads, as the XHTML of leaves has it.

        One to a guide without an address leads nowhere: it is an empty string.
        """
        if target.startswith(OTHER_GUIDE):
            return self._other(target.removeprefix(OTHER_GUIDE)).href
        section_id = target.removeprefix("#")
        place = self.places.find(section_id)
        if not self._is_there(place, section_id):
            return ""
        return self.href(place) if place else f"{section_leaf(section_id)}.xhtml"

    def target(self, target: str) -> str:
        """Return where such a link leads: an address, or `#` and the id of a place."""
        if target.startswith(OTHER_GUIDE):
            return self._other(target.removeprefix(OTHER_GUIDE)).target
        section_id = target.removeprefix("#")
        place = self.places.find(section_id)
        if not self._is_there(place, section_id):
            return ""
        return f"#{self._id(place) if place else section_leaf(section_id)}"

    def _is_there(self, place: Anchor | None, section_id: str) -> bool:
        """Return whether the book holds a place, or the section of an id that is not a place's."""
        return self._holds(section_id if place is None else self._sections[place.section])

    def referred(self, reference: CrossReference, text_renderer: PlainTextRenderer) -> Referred:
        """Return what a reference prints; `text_renderer` returns the words of headings.

        Raises:
            KeyError: it leads nowhere.
        """
        if reference.role == "guide":
            return self._other(reference.target)
        place = self.places.find(reference.target)
        if place is None:
            raise KeyError(reference.target)
        words = self._words(reference, place, text_renderer)
        if reference.begins:
            words = words[:1].upper() + words[1:]
        if not self._is_there(place, ""):
            return Referred(words, "", "")
        shown = Referred(words, f"#{self._id(place)}", self.href(place))
        if reference.role == "ref":
            before, after = self._around("on_page")
            return replace(shown, page=(f" {before}", after))
        if reference.role == "pageref":
            before, after = self._around("page")
            before = before[:1].upper() + before[1:] if reference.begins else before
            return replace(shown, page=(before, after), is_page_alone=True)
        return shown

    def _other(self, slug: str) -> Referred:
        """Return the title of another guide, which leads to where that can be read.

        One of the same volume is a part of the book, and has a page.
        """
        if slug in self._parts:
            name = part_leaf(slug)
            words = self._quoted(self._parts[slug].title)
            before, after = self._around("on_page")
            return Referred(words, f"#{name}", f"{name}.xhtml", page=(f" {before}", after))
        other, address = self._guide.others[slug], self._address(slug)
        is_foreign = primary_language(other.language) != primary_language(self._guide.language)
        language = other.language if is_foreign else ""
        return Referred(other.title, address, address, is_title=True, language=language)

    def _address(self, slug: str) -> str:
        return self._catalog.web.address_of(slug) or ""

    def _words(
        self, reference: CrossReference, place: Anchor, text_renderer: PlainTextRenderer
    ) -> str:
        if reference.form:
            return reference.filled(place.numeral, self.title(place, text_renderer))
        if place.kind == "box":
            return self.numbered(place)
        # A section is known by its title, an appendix by its letter.
        if place.numeral and (place.counted != "section" or reference.role == "numref"):
            return self._numeral_phrase("referred", place)
        return self._quoted(self.title(place, text_renderer))

    def _quoted(self, title: str) -> str:
        opening, closing, *_ = self._phrases.typography.quotes
        return f"{opening}{title}{closing}"

    def title(self, place: Anchor, text_renderer: PlainTextRenderer) -> str:
        """Return the title of a place as plain text, or an empty string."""
        if place.words:
            return plain_words(place.words, text_renderer)
        if place.drawing:
            return self._phrases.get("figures", place.drawing) or ""
        return self._phrases["career_in_figures"] if place.kind == "part" else ""

    def _box(self, place: Anchor) -> str:
        assert place.directive is not None
        return self._phrases.get("boxes", place.directive.name) or ""

    def _numeral_phrase(self, group: str, place: Anchor) -> str:
        return (self._phrases.get(group, place.counted) or "").format(number=place.numeral)

    def _around(self, key: str) -> tuple[str, str]:
        before, _, after = self._phrases.filled(key, page=_NUMBER).partition(_NUMBER)
        return before, after

    def _id(self, place: Anchor) -> str:
        return place.name or section_leaf(self._sections[place.section])

    def href(self, place: Anchor) -> str:
        """Return where a place lies, as the XHTML of a leaf has it."""
        file_name = f"{section_leaf(self._sections[place.section])}.xhtml"
        return f"{file_name}#{place.name}" if place.name else file_name

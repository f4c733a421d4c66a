"""The index: what the marks of a guide's prose put into it, in the order of its language.

The numbers after an entry count its places, for files that have no pages. On paper the layout
puts those of pages in their stead (`pdf.leaves.indexed`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from guidepub.assembly.directives.referring import section_leaf
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import IndexEntry, Prose, RichText, index_marks, label, mark_name
from guidepub.model import Leaf
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Link, Passage
from guidepub.words.sorting import initial, sort_key

INDEX_LEAF = "index"
# Entries from which letters are above those that begin with them.
_LETTERED = 30


@dataclass(frozen=True, slots=True)
class _IndexPlace:
    """A place that the index names: its number, the address of its mark, and its section."""

    number: int
    address: str
    section: str


@dataclass(slots=True)
class _IndexNode:
    """An entry in the making: its places, each with the one where its range ends."""

    words: RichText
    places: list[tuple[_IndexPlace, _IndexPlace]] = field(default_factory=list)
    below: dict[str, _IndexNode] = field(default_factory=dict)
    see: list[str] = field(default_factory=list)
    see_also: list[str] = field(default_factory=list)
    name: str = ""


def index(context: BookContext, texts: Mapping[str, Prose], leaves: Sequence[Leaf]) -> list[Leaf]:
    """Return the index of a book's prose, if it has one.

    The prose is given by the ids of its sections; the leaves, among which are those that were
    made of them, in the order in which the book prints them.
    """
    top = _EntryCollector(context).collected(texts, leaves)
    if not top:
        return []
    listed = _sorted(top, context)
    for number, node in enumerate(listed, 1):
        node.name = f"index-{number}"
    writer = _EntryWriter(context, top)
    title = context.phrases["index"]
    groups, passages, links = writer.written(listed)
    text = LeafManuscript(
        INDEX_LEAF, True, (Passage("title", title), *passages), links=tuple(links)
    )
    return [
        context.leaf(
            "index", INDEX_LEAF, title, "backmatter", in_contents=True, text=text, groups=groups
        )
    ]


class _EntryCollector:
    """Gathers the entries of all marks by their words."""

    def __init__(self, context: BookContext) -> None:
        self._typography = context.phrases.typography
        self._top: dict[str, _IndexNode] = {}
        self._begun: dict[tuple[str, ...], tuple[_IndexNode, int]] = {}

    def collected(
        self, texts: Mapping[str, Prose], leaves: Sequence[Leaf]
    ) -> dict[str, _IndexNode]:
        """Return the entries of the first level by their plain words."""
        sections = {section_leaf(section_id): section_id for section_id in texts}
        for leaf in leaves:
            section_id = sections.get(leaf.id, "")
            text = texts.get(section_id)
            for part in filter(None, (text.title, text)) if text is not None else ():
                for number, entries in index_marks(part.tokens):
                    address = f"{leaf.file_name}#{mark_name(section_id, number)}"
                    for entry in entries:
                        self._add(entry, _IndexPlace(number, address, leaf.title))
        return self._top

    def _add(self, entry: IndexEntry, place: _IndexPlace) -> None:
        node, path = self._node(entry.words)
        if entry.kind == "see":
            node.see.append(entry.other)
        elif entry.kind == "seealso":
            node.see_also.append(entry.other)
        elif entry.kind == "end" and path in self._begun:
            owner, at = self._begun.pop(path)
            owner.places[at] = (owner.places[at][0], place)
        else:
            if entry.kind == "start":
                self._begun[path] = node, len(node.places)
            node.places.append((place, place))

    def _node(self, words: Sequence[str]) -> tuple[_IndexNode, tuple[str, ...]]:
        level, path = self._top, []
        for part in words:
            text = label(part, self._typography)
            node = level.setdefault(text.plain, _IndexNode(text))
            path.append(text.plain)
            level = node.below
        return node, tuple(path)


class _EntryWriter:
    """Writes entries for the template, and what they must print."""

    def __init__(self, context: BookContext, top: Mapping[str, _IndexNode]) -> None:
        self._context, self._top = context, top
        self._passages: list[Passage] = []
        self._links: list[Link] = []

    def written(
        self, listed: Sequence[_IndexNode]
    ) -> tuple[list[dict[str, object]], list[Passage], list[Link]]:
        """Return the entries in groups of a letter each, their passages and their links."""
        language = self._context.guide.language
        is_lettered = len(listed) >= _LETTERED
        groups: list[dict[str, object]] = []

        def letter_of(node: _IndexNode) -> str:
            return initial(node.words.plain, language) if is_lettered else ""

        for letter, nodes in groupby(listed, letter_of):
            if letter:
                self._passages.append(Passage("heading", letter))
            groups.append({"letter": letter, "entries": [self._entry(node) for node in nodes]})
        return groups, self._passages, self._links

    def _entry(self, node: _IndexNode) -> dict[str, object]:
        places = tuple((first.number, last.number) for first, last in node.places)
        self._passages.append(Passage("indexed", node.words.plain, places=places))
        self._links += [Link(f"#{INDEX_LEAF}", mark=first.number) for first, _ in node.places]
        entry: dict[str, object] = {
            "id": node.name,
            "words": markup(node.words.bare),
            "locators": markup(", ".join(_locators(node.places))),
            "see": self._sent_on("see", node.see),
        }
        entry["below"] = [self._entry(each) for each in _sorted(node.below, self._context)]
        entry["see_also"] = self._sent_on("see_also", node.see_also)
        return entry

    def _sent_on(self, phrase: str, others: Sequence[str]) -> str:
        """Return to which entries an entry sends readers, as XHTML with a link to each."""
        typography = self._context.phrases.typography
        named = {text.plain: text for text in (label(other, typography) for other in others)}
        found = sorted(named, key=lambda each: sort_key(each, self._context.guide.language))
        if not found:
            return ""
        text = self._context.phrases[phrase]
        self._passages.append(Passage("indexed", f"{text} {'; '.join(found)}"))
        links = [f'<a href="#{self._top[each].name}">{named[each].bare}</a>' for each in found]
        return markup(f'<em class="see">{escape(text)}</em> {"; ".join(links)}')


def _locators(places: Sequence[tuple[_IndexPlace, _IndexPlace]]) -> Iterator[str]:
    """Yield a link to each place, called by its number among those of its entry."""
    for number, (first, last) in enumerate(places, 1):
        until = f' data-until="{escape(last.address)}"' if last != first else ""
        yield (
            f'<a class="locator" epub:type="index-locator" href="{escape(first.address)}"{until} '
            f'title="{escape(first.section)}">{number}</a>'
        )


def _sorted(nodes: Mapping[str, _IndexNode], context: BookContext) -> list[_IndexNode]:
    language = context.guide.language
    return [nodes[words] for words in sorted(nodes, key=lambda each: sort_key(each, language))]

"""The texts of a book: that of its guide, or those of a volume and of each guide in it.

Each has a context, facts and sources of its own, as in a book of its own. What a book counts
through all of its texts goes on from one to the next: its figures, and the places of its index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from guidepub import figures
from guidepub.assembly.directives.referring import part_leaf
from guidepub.assembly.leaves import back, front
from guidepub.assembly.shared.context import BookContext
from guidepub.assembly.texts.body import numbered_label, section_leaves
from guidepub.assembly.texts.prose import GuideProseRenderer
from guidepub.loading import guide_places, prose_of
from guidepub.markdown import ALONE, NOWHERE, Continued, Prose, index_marks
from guidepub.model import Leaf
from guidepub.model.guides.sections import Numeral
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Passage, lines
from guidepub.words.numerals import roman


@dataclass(frozen=True, slots=True)
class ParsedGuide:
    """A guide with its prose by the ids that its sections have in the book."""

    context: BookContext
    texts: dict[str, Prose]


@dataclass(frozen=True, slots=True)
class BookText:
    """A guide's text as leaves, a leaf a section, and who answers its prose."""

    parsed: ParsedGuide
    renderer: GuideProseRenderer
    leaves: list[Leaf]


def parsed_guides(context: BookContext) -> list[ParsedGuide]:
    """Return the guides of a book with their prose: the guide itself, and those in a volume."""
    parsed: list[ParsedGuide] = []
    first_mark = 1
    for each in (context, *map(context.of_member, context.guide.members)):
        guide = each.guide
        texts = prose_of(guide, each.phrases.typography, in_file=True, first_mark=first_mark)
        names = (f"{each.id_prefix}{name}" for name in each.catalog.sections.ids_of(guide))
        parsed.append(ParsedGuide(each, dict(zip(names, texts, strict=True))))
        first_mark = max([first_mark - 1, *_marks(texts)]) + 1
    return parsed


def book_texts(parsed: Sequence[ParsedGuide]) -> list[BookText]:
    """Return the leaves of guides, which go on from each other."""
    made: list[BookText] = []
    places = NOWHERE
    for each in parsed:
        context = each.context
        continued = Continued.behind(places, context.id_prefix) if made else ALONE
        ids = context.catalog.sections.ids_of(context.guide)
        texts = tuple(each.texts.values())
        places = guide_places(context.guide, context.catalog, ids, texts, context.volume, continued)
        renderer = GuideProseRenderer(context, tuple(each.texts), places)
        leaves = section_leaves(context, each.texts, renderer)
        made.append(BookText(each, renderer, leaves))
    return made


def part_leaves(text: BookText, number: int) -> Iterator[Leaf]:
    """Yield the leaves of a guide as a part of a volume: its opening, its text, its sources.

    The text before the sections of its own book comes after the opening.
    """
    context = text.parsed.context
    yield _opening(context, number)
    within = {"part": "bodymatter", "level": 2}
    for leaf in (*front.dedication(context), *text.leaves, *back.sources(context)):
        yield leaf.model_copy(update=within)


def _opening(context: BookContext, number: int) -> Leaf:
    guide, volume = context.guide, context.book
    phrases = context.catalog.phrases_in(volume.language)
    label = numbered_label(phrases, Numeral("part", roman(number)))
    people = [name for name in guide.people("author") if name not in volume.people("author")]
    authors = figures.listed(people, guide.language) if people else ""
    below = lines(guide.subtitle, authors)
    deck = "".join(
        f'\n    <p class="{name}">{escape(words)}</p>'
        for name, words in (("part-subtitle", guide.subtitle), ("part-authors", authors))
        if words
    )
    name = part_leaf(guide.slug)
    return context.leaf(
        "part",
        name,
        guide.title,
        "bodymatter",
        in_contents=True,
        text=LeafManuscript(
            name, True, (Passage("label", label), Passage("title", guide.title), *below)
        ),
        label=label,
        deck=markup(deck),
        headings="",
        prose="",
    )


def _marks(texts: Sequence[Prose]) -> Iterator[int]:
    """Yield the numbers of the places in some texts that are in the index."""
    for text in texts:
        for part in filter(None, (text.title, text)):
            for number, _ in index_marks(part.tokens):
                yield number

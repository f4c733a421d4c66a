"""The front matter: cover, title page, imprint page, contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from guidepub import figures
from guidepub.assembly.context import BookContext, notice_lines
from guidepub.assembly.values import notice_values
from guidepub.model import Leaf, OwedNotice, PersonRole, format_isbn
from guidepub.themes.covers import palette, pattern
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Link, Passage, lines

_CREDITS: Mapping[PersonRole, str] = {
    "author": "by",
    "editor": "edited_by",
    "translator": "translated_by",
    "illustrator": "illustrated_by",
}


def cover(context: BookContext) -> Leaf:
    """Return the cover, its title set in the size that its words leave room for."""
    guide, words = context.guide, context.guide.title.split()
    length, longest = len(guide.title), max(len(word) for word in words)
    size = "short" if length <= 20 and longest <= 11 else "long" if length > 48 else "medium"
    soc, colour = guide.soc, context.imprint.colour
    authors = _listed(context, "author")
    return context.leaf(
        "cover",
        "cover",
        context.phrases["cover"],
        "cover",
        size=size,
        text=LeafManuscript(
            "cover",
            False,
            lines(guide.title, guide.subtitle, authors, context.imprint.name, context.edition),
            alternatives=context.logo_text(),
        ),
        palette=asdict(palette(soc, colour)),
        pattern=markup(pattern(guide.slug, soc, colour)),
        authors=authors,
        logo=context.logo(),
        edition=context.edition,
        year=context.published.year,
        alternative=context.cover_alternative,
    )


def title_page(context: BookContext) -> Leaf:
    """Return the title page with the authors and all others who have made the book."""
    guide = context.guide
    authors, *contributors = (
        context.phrases.say(key, names=names) if (names := _listed(context, role)) else ""
        for role, key in _CREDITS.items()
    )
    contributors = [credit for credit in contributors if credit]
    return context.leaf(
        "title-page",
        "title-page",
        context.phrases["title_page"],
        "frontmatter",
        text=LeafManuscript(
            "title-page",
            False,
            lines(
                guide.title,
                guide.subtitle,
                authors,
                *contributors,
                context.imprint.name,
                context.imprint.place,
            ),
            alternatives=context.logo_text(),
        ),
        authors=authors,
        contributors=contributors,
        logo=context.logo(),
    )


def _listed(context: BookContext, role: PersonRole) -> str:
    """Return the names of everybody of a role, or an empty string."""
    names = context.guide.people(role)
    return figures.listed(names, context.guide.language) if names else ""


def imprint_page(context: BookContext, notices: Sequence[OwedNotice]) -> Leaf:
    """Return the imprint page with the notices that are placed there."""
    guide, phrases = context.guide, context.phrases
    numbers = (("isbn_print", guide.isbn.print), ("isbn_epub", guide.isbn.epub))
    isbns = [phrases.say(key, isbn=format_isbn(isbn)) for key, isbn in numbers if isbn]
    figures_for = ""
    if guide.occupation is not None and guide.occupation.title is not None:
        figures_for = phrases.say(
            "figures_for", title=guide.occupation.title, code=guide.occupation.soc
        )
    published = phrases.say("published", date=figures.day(context.published, guide.language))
    return context.leaf(
        "imprint-page",
        "imprint-page",
        phrases["imprint_page"],
        "frontmatter",
        text=[
            *lines(guide.title, context.edition, published, *isbns, figures_for),
            *lines(context.imprint.name, context.imprint.place, context.imprint.url),
            *(p for n in notices if n.placement == "imprint-page" for p in notice_lines(n)),
        ],
        notices=[
            notice_values(notice, guide.language)
            for notice in notices
            if notice.placement == "imprint-page"
        ],
        edition=context.edition,
        published=published,
        isbns=isbns,
        figures_for=figures_for,
    )


def contents(context: BookContext, leaves: Sequence[Leaf]) -> Leaf:
    """Return the contents of the leaves that are to be listed."""
    listed = [leaf for leaf in leaves if leaf.in_contents]
    title = context.phrases["contents"]
    entries = [Passage("entry", leaf.title, leads_to=leaf.id) for leaf in listed]
    links = tuple(Link(f"#{leaf.id}") for leaf in listed)
    return context.leaf(
        "contents",
        "contents",
        title,
        "frontmatter",
        text=LeafManuscript("contents", True, (Passage("title", title), *entries), links=links),
        listed=[
            {"file_name": leaf.file_name, "title": leaf.title, "heading": markup(leaf.listed)}
            for leaf in listed
        ],
    )

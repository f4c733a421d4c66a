"""The front matter: cover, title page, imprint page, contents."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub import figures
from guidepub.assembly.setting import Setting
from guidepub.covers import palette, pattern
from guidepub.leaves import markup
from guidepub.model import Leaf, OwedNotice, format_isbn


def cover(setting: Setting) -> Leaf:
    """Return the cover, its title set in the size that its words leave room for."""
    guide, words = setting.guide, setting.guide.title.split()
    length, longest = len(guide.title), max(len(word) for word in words)
    size = "short" if length <= 20 and longest <= 11 else "long" if length > 48 else "medium"
    soc = guide.occupation.soc if guide.occupation else None
    return setting.leaf(
        "cover",
        "cover",
        setting.phrases["cover"],
        "cover",
        size=size,
        palette=palette(soc),
        pattern=markup(pattern(guide.slug, soc)),
        edition=setting.edition,
        year=setting.published.year,
        alternative=setting.cover_alternative,
    )


def title_page(setting: Setting) -> Leaf:
    """Return the title page with the authors; editors and others stand in the metadata."""
    guide = setting.guide
    names = [person.name for person in guide.authors if person.role == "author"]
    authors = ""
    if names:
        authors = setting.phrases.say("by", names=figures.listed(names, guide.language))
    return setting.leaf(
        "title-page",
        "title-page",
        setting.phrases["title_page"],
        "frontmatter",
        authors=authors,
        logo=setting.logo(),
    )


def imprint_page(setting: Setting, notices: Sequence[OwedNotice]) -> Leaf:
    """Return the imprint page with the notices that are placed there."""
    guide, phrases = setting.guide, setting.phrases
    numbers = (("isbn_print", guide.isbn.print), ("isbn_epub", guide.isbn.epub))
    isbns = [phrases.say(key, isbn=format_isbn(isbn)) for key, isbn in numbers if isbn]
    figures_for = ""
    if guide.occupation is not None and guide.occupation.title is not None:
        figures_for = phrases.say(
            "figures_for", title=guide.occupation.title, code=guide.occupation.soc
        )
    day = figures.day(setting.published, guide.language)
    return setting.leaf(
        "imprint-page",
        "imprint-page",
        phrases["imprint_page"],
        "frontmatter",
        notices=[notice for notice in notices if notice.placement == "imprint-page"],
        edition=setting.edition,
        published=phrases.say("published", date=day),
        isbns=isbns,
        figures_for=figures_for,
    )


def contents(setting: Setting, leaves: Sequence[Leaf]) -> Leaf:
    """Return the contents of the leaves that are to be listed."""
    return setting.leaf(
        "contents",
        "contents",
        setting.phrases["contents"],
        "frontmatter",
        listed=[
            {"file_name": leaf.file_name, "title": leaf.title, "heading": markup(leaf.listed)}
            for leaf in leaves
            if leaf.in_contents
        ],
    )

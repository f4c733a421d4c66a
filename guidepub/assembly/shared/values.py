"""The values of a guide, an imprint, a notice and a source for templates: texts and numbers alone.

`docs/themes.md` lists it for who writes templates.
"""

from __future__ import annotations

import re
from html import escape

from guidepub.model import Guide, Imprint, OwedNotice, Source
from guidepub.themes.covers.clusters import Cluster
from guidepub.themes.covers.marks import icon
from guidepub.themes.leaves import markup
from guidepub.words.languages import primary_language
from guidepub.words.typography import NO_BREAK_SPACE

_WHITE = "#ffffff"
# The spaces inside of quotation marks, and before signs, as French has them.
_INSIDE = re.compile(r"(?<=[«‹]) (?=\S)|(?<=\S) (?=[»›](?!\w))|(?<=\w) (?=[?!:;](?:\s|$))")

Values = dict[str, object]
"""Plain data: texts, numbers, truth values, None, and lists and mappings of these."""


def guide_values(guide: Guide) -> Values:
    """Return what a template may print of a guide itself."""
    occupation = guide.occupation
    return {
        "title": guide.title,
        "short_title": guide.running_title,
        "subtitle": guide.subtitle,
        "description": guide.description,
        "language": guide.language,
        "slug": guide.slug,
        "edition": guide.edition,
        "occupation": occupation.title if occupation else None,
        "soc": guide.soc,
        "tags": list(guide.tags),
    }


def imprint_values(imprint: Imprint, colour: str) -> Values:
    """Return what a template may print of an imprint, whose books have a colour."""
    return {
        "id": imprint.id,
        "name": imprint.name,
        "holder": imprint.holder,
        "place": imprint.place,
        "url": imprint.url,
        "email": imprint.email,
        "colour": colour,
    }


def cluster_values(cluster: Cluster, title: str) -> Values:
    """Return what a template may print of a guide's cluster: `icon` is a white drawing.

    `title` is what it is called in the book's language, empty for a catalogue's own.
    """
    return {
        "name": cluster.name,
        "title": title,
        "place": cluster.place,
        "icon": markup(icon(cluster.icon, _WHITE)),
    }


def notice_values(notice: OwedNotice, language: str) -> Values:
    """Return what a template prints of a notice; `foreign` where a book's language is another.

    Its words are those that were approved; only lines end nowhere between a sign and its space.
    """
    return {
        "id": notice.id,
        "title": notice.title,
        "language": notice.language,
        "foreign": notice.is_foreign(language),
        "paragraphs": [_INSIDE.sub(NO_BREAK_SPACE, each) for each in notice.paragraphs],
    }


def source_values(source: Source, language: str) -> Values:
    """Return what a template prints of a source in a book in some language.

    `stop` is the full stop that its publisher lacks; `language` that of its title and publisher,
    empty where it is the book's.
    """
    publisher = source.publisher or ""
    publisher = f"{source.place}: {publisher}" if source.place and publisher else publisher
    return {
        "title": source.title,
        "publisher": publisher,
        "stop": "." if publisher and not publisher.endswith(".") else "",
        "year": source.year,
        "url": source.address,
        "language": foreign_language(source, language),
    }


def in_language(text: str, language: str | None, own: str) -> str:
    """Return a text as XHTML that says its language, where that is another one than a book's."""
    other = _foreign_language(language, own)
    return f'<span lang="{other}">{escape(text)}</span>' if other else escape(text)


def foreign_language(source: Source, language: str) -> str:
    """Return the language of a source's title and publisher, empty where it is a book's own."""
    return _foreign_language(source.language, language)


def _foreign_language(language: str | None, own: str) -> str:
    """Return a language, or an empty string where it is a book's own."""
    if language is None or primary_language(language) == primary_language(own):
        return ""
    return language

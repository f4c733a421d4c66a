"""The front matter: cover, title page, imprint page, contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from html import escape

from guidepub import figures
from guidepub.assembly.shared.context import BookContext, notice_lines
from guidepub.assembly.shared.values import Values, in_language, notice_values
from guidepub.markdown import RichText, typeset
from guidepub.model import Leaf, OwedNotice, PersonRole, format_isbn
from guidepub.themes.covers.covers import band_rows, pattern
from guidepub.themes.covers.mosaics import mosaic
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Link, Passage, lines
from guidepub.words.typography import bound
from guidepub.words.wording import paragraphs_of

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
    authors, (art, shown) = _listed(context, "author"), _art(context)
    return context.leaf(
        "cover",
        "cover",
        context.phrases["cover"],
        "cover",
        size=size,
        text=LeafManuscript(
            "cover",
            False,
            lines(
                guide.title, guide.subtitle, authors.plain, context.imprint.name, context.edition
            ),
            alternatives=(*shown, *context.logo_text()),
        ),
        palette=asdict(context.palette),
        pattern=markup(art or pattern(guide.slug, context.palette)),
        mosaic=markup(art or _mosaic(context)),
        authors=markup(authors.xhtml),
        logo=context.logo(),
        edition=context.edition,
        year=context.published.year,
        alternative=context.cover_alternative,
    )


def _mosaic(context: BookContext) -> str:
    trim = context.trim
    rows = band_rows(trim.width, trim.height)
    return mosaic(context.guide.slug, context.cluster.tools, context.palette, rows)


def title_page(context: BookContext) -> Leaf:
    """Return the title page with the authors and all others who have made the book."""
    guide = context.guide
    authors, *contributors = (_credit(context, role) for role in _CREDITS)
    contributors = [credit for credit in contributors if credit.plain]
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
                authors.plain,
                *(credit.plain for credit in contributors),
                context.imprint.name,
                context.imprint.place,
            ),
            alternatives=context.logo_text(),
        ),
        authors=markup(authors.xhtml),
        contributors=[markup(credit.xhtml) for credit in contributors],
        logo=context.logo(),
    )


def _art(context: BookContext) -> tuple[str, tuple[Passage, ...]]:
    """Return a guide's own picture for its cover as XHTML, and what it says; nothing without one."""
    art = context.guide.cover
    if art is None:
        return "", ()
    alternative = art.alt or context.phrases["cover_picture"]
    name = context.pictures.add(art.image)
    drawn = f'<img class="cover-art" src="{escape(name)}" alt="{escape(alternative)}" />'
    return drawn, (Passage("alternative", alternative),)


def credits_of(context: BookContext) -> RichText:
    """Return the line that names the authors, empty where there are none."""
    return _credit(context, "author")


def _credit(context: BookContext, role: PersonRole) -> RichText:
    """Return the line that names everybody of a role, empty where there is nobody."""
    names = _listed(context, role)
    if not names.plain:
        return names
    return names.within(lambda each: context.phrases.filled(_CREDITS[role], names=each))


def _listed(context: BookContext, role: PersonRole) -> RichText:
    """Return the names of everybody of a role, those of another language marked as such."""
    people, language = context.guide.of_role(role), context.guide.language
    if not people:
        return RichText()
    marked = [in_language(person.name, person.language, language) for person in people]
    xhtml = figures.listed(marked, language)
    return RichText(xhtml, xhtml, figures.listed(context.guide.people(role), language))


def imprint_page(context: BookContext, notices: Sequence[OwedNotice]) -> Leaf:
    """Return the imprint page with the notices that are placed there."""
    guide, phrases = context.guide, context.phrases
    numbers = (("isbn_print", guide.isbn.print), ("isbn_epub", guide.isbn.epub))
    isbns = [phrases.filled(key, isbn=format_isbn(isbn)) for key, isbn in numbers if isbn]
    figures_for, occupation = RichText(), guide.occupation
    if occupation is not None and occupation.title is not None:
        title = in_language(occupation.title, occupation.language, guide.language)
        figures_for = RichText(title, title, occupation.title).within(
            lambda each: phrases.filled("figures_for", title=each, code=occupation.soc)
        )
    credit = ""
    if guide.cover is not None and guide.cover.credit:
        credit = phrases.filled("cover_credit", credit=guide.cover.credit)
    day = figures.day(context.published, guide.language)
    published = bound(phrases.filled("published", date=day), phrases.typography)
    printing = list(_printing(context))
    dated = (published, *printing)
    return context.leaf(
        "imprint-page",
        "imprint-page",
        phrases["imprint_page"],
        "frontmatter",
        text=[
            *lines(guide.title, context.edition, *dated, *isbns, figures_for.plain, credit),
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
        printing=printing,
        isbns=isbns,
        figures_for=markup(figures_for.xhtml),
        cover_credit=credit,
    )


def _printing(context: BookContext) -> Iterator[str]:
    """Yield which printing it is and of when, what was fixed in it, and the printer's line."""
    printing, filled = context.guide.printing, context.phrases.filled
    if printing is None:
        return
    if printing.date is None:
        yield filled("printing", number=printing.number)
    else:
        day = figures.day(printing.date, context.guide.language)
        yield filled("printing_on", number=printing.number, date=day)
    if printing.corrected:
        yield filled(
            "printing_corrected", what=typeset(printing.corrected, context.phrases.typography)
        )
    yield printing.line


def contents(context: BookContext, leaves: Sequence[Leaf]) -> Leaf:
    """Return the contents of the leaves that are to be listed."""
    listed = [leaf for leaf in leaves if leaf.in_contents]
    title = context.phrases["contents"]
    entries = [Passage("entry", leaf.entry, leads_to=leaf.id) for leaf in listed]
    links = tuple(Link(f"#{leaf.id}") for leaf in listed)
    return context.leaf(
        "contents",
        "contents",
        title,
        "frontmatter",
        text=LeafManuscript("contents", True, (Passage("title", title), *entries), links=links),
        listed=_by_level(listed),
    )


def dedication(context: BookContext) -> list[Leaf]:
    """Return the guide's dedication, if it has one."""
    if context.guide.dedication is None:
        return []
    paragraphs, name = paragraphs_of(context.guide.dedication), f"{context.id_prefix}dedication"
    return [
        context.leaf(
            "dedication",
            name,
            context.phrases["dedication"],
            "frontmatter",
            text=LeafManuscript(name, True, tuple(lines(*paragraphs))),
            paragraphs=paragraphs,
        )
    ]


def _by_level(leaves: Sequence[Leaf]) -> list[Values]:
    """Return the values of leaves for the template of the contents: those in a part are below it."""
    entries: list[Values] = []
    below: list[Values] = []
    for leaf in leaves:
        entry: Values = {
            "file_name": leaf.file_name,
            "title": leaf.title,
            "heading": markup(leaf.listed),
        }
        if leaf.level > 1 and entries:
            below.append(entry)
        else:
            below = []
            entries.append({**entry, "below": below})
    return entries

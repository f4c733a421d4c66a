"""The back matter: sources, about the publisher, notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from guidepub import figures
from guidepub.assembly.shared.citing import SourceList, addresses_in, place_in
from guidepub.assembly.shared.context import BookContext, notice_lines
from guidepub.assembly.shared.values import notice_values, source_values
from guidepub.markdown import CitedWork, RichText, typeset
from guidepub.model import Guide, Leaf, OwedNotice, Source
from guidepub.model.tables.lineage import key_in_words
from guidepub.phrases import Phrases
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Link, Passage, lines
from guidepub.words.typography import bound
from guidepub.words.wording import paragraphs_of


class _ListedWork(NamedTuple):
    """A work in the list of sources: the values for its template, and what it must print."""

    values: Mapping[str, object]
    passage: Passage
    links: tuple[Link, ...]


def sources(context: BookContext) -> list[Leaf]:
    """Return the list of sources by number, unless the guide has none."""
    names = SourceList(context.guide, context.id_prefix)
    entries: list[_ListedWork] = []
    for key in context.citations.in_order(context.evidence.cited()):
        if context.only and not context.evidence.is_cited(key):
            continue
        styled = context.citations.entry(key)
        if styled is not None:
            entries.append(_styled(context, key, names.name(key), styled))
        else:
            entries.append(_unstyled(context, key, names.name(key), len(entries) + 1))
    if not entries:
        return []
    title = context.phrases["sources"]
    text = LeafManuscript(
        context.sources_leaf,
        True,
        (Passage("title", title), *(entry.passage for entry in entries)),
        links=tuple(link for entry in entries for link in entry.links),
    )
    return [
        context.leaf(
            "sources",
            context.sources_leaf,
            title,
            "backmatter",
            in_contents=True,
            text=text,
            entries=[entry.values for entry in entries],
        )
    ]


def _styled(context: BookContext, key: str, name: str, styled: RichText) -> _ListedWork:
    """Return the entry of a work as the catalogue's style of citations has it."""
    cells = " ".join(_cells(context, key))
    values = {"key": name, "text": markup(styled.xhtml), "retrieved": cells}
    passage = Passage("source", " ".join(filter(None, (styled.plain, cells))))
    return _ListedWork(values, passage, tuple(map(Link, addresses_in(styled))))


def _unstyled(context: BookContext, key: str, name: str, number: int) -> _ListedWork:
    """Return the numbered entry of a work as guidepub itself has it."""
    guide, phrases = context.guide, context.phrases
    source = guide.sources[key]
    retrieved = ""
    if source.retrieved is not None:
        day = figures.day(source.retrieved, guide.language)
        retrieved = bound(phrases.filled("retrieved", date=day), phrases.typography)
    retrieved = " ".join(filter(None, (retrieved, *_cells(context, key))))
    address = _shown_address(source.address) if source.address else ""
    known = source_values(source, guide.language)
    authors, within = _authors(source, guide), _within(source, guide, phrases)
    own = {"key": name, "retrieved": retrieved, "address": address}
    values = known | {"text": "", "authors": authors, "within": within} | own
    title = f"{source.title} ({source.year})." if source.year else f"{source.title}."
    publisher = f"{known['publisher']}{known['stop']}"
    words = (authors, title, within, publisher, address and f"{address}.", retrieved)
    passage = Passage("source", " ".join(filter(None, words)), number=str(number))
    return _ListedWork(values, passage, (Link(source.address),) if source.address else ())


def _authors(source: Source, guide: Guide) -> str:
    """Return who has written a work, or else edited it, with a full stop; nothing if unknown."""
    names = source.by or tuple(each.shown for each in source.editors)
    listed = figures.listed(list(names), guide.language) if names else ""
    return f"{listed.rstrip('.')}." if listed else ""


def _within(source: Source, guide: Guide, phrases: Phrases) -> str:
    """Return in what a work stands and where, with a full stop; nothing if that is not known."""
    volume, issue = source.volume or "", f"({source.issue})" if source.issue else ""
    if source.within and volume + issue and str(source.type).startswith("article"):
        parts = [f"{source.within} {volume}{issue}"]
    else:
        volume_text = (phrases.get("places", "volume") or "{number}").replace("{number}", volume)
        parts = [source.within or "", volume_text if volume else "", source.issue or ""]
    if source.editors and source.authors:
        names = figures.listed([each.shown for each in source.editors], guide.language)
        parts.append(phrases.filled("edited_by", names=names))
    if source.edition:
        is_number = source.edition.isdecimal()
        parts.append(
            phrases.filled("edition", number=source.edition) if is_number else source.edition
        )
    parts.append(source.number or "")
    if source.pages:
        work = CitedWork("", label="page", locator=source.pages)
        parts.append(place_in(work, phrases))
    text = ", ".join(filter(None, parts))
    return f"{text.rstrip('.')}." if text else ""


def _cells(context: BookContext, source: str) -> Iterator[str]:
    """Yield from which cells of tables the figures come that a source stands for."""
    columns: dict[tuple[str, str], dict[str, None]] = {}
    for figure in context.evidence.printed():
        fact = context.guide.facts.get(figure.fact)
        if fact is not None and fact.source == source:
            cell = figure.lineage
            # A table that was made in Python lies in no file.
            name = PurePosixPath(cell.table.file).name or cell.table.name
            columns.setdefault((name, key_in_words(cell.key)), {})[cell.column] = None
    for (name, key), named in columns.items():
        listed = figures.listed(list(named), context.guide.language)
        yield context.phrases.filled("figures_from", file=name, row=key, columns=listed)


def front_notices(context: BookContext, notices: Sequence[OwedNotice]) -> list[Leaf]:
    """Return the leaf of the notices before the contents, if there are any."""
    return _notices(context, [n for n in notices if n.placement == "front"], "front-notices")


def back_notices(context: BookContext, notices: Sequence[OwedNotice]) -> list[Leaf]:
    """Return the leaf of the notices at the end, if there are any."""
    return _notices(context, [n for n in notices if n.placement == "back"], "notices")


def all_notices(context: BookContext, notices: Sequence[OwedNotice]) -> list[Leaf]:
    """Return one leaf of all notices, wherever a book has them: the copyright line first."""
    return _notices(context, notices, "notices")


def about_publisher(context: BookContext) -> list[Leaf]:
    """Return what the imprint says of itself, if it does."""
    imprint = context.imprint
    if imprint.about is None:
        return []
    about = typeset(imprint.about, context.phrases.typography)
    paragraphs = paragraphs_of(about)
    return [
        context.leaf(
            "about-publisher",
            "about-publisher",
            context.phrases["about_publisher"],
            "backmatter",
            in_contents=True,
            text=LeafManuscript(
                "about-publisher",
                True,
                (
                    Passage("title", context.phrases["about_publisher"]),
                    *lines(*paragraphs, imprint.url, imprint.email),
                ),
                alternatives=context.logo_text(),
            ),
            paragraphs=paragraphs,
            logo=context.logo(),
        )
    ]


def _notices(context: BookContext, notices: Sequence[OwedNotice], name: str) -> list[Leaf]:
    if not notices:
        return []
    own_title = notices[0].title if len(notices) == 1 else None
    title = own_title or context.phrases["notices"]
    text = _notices_text(name, title, notices)
    values = [notice_values(notice, context.guide.language) for notice in notices]
    if name == "notices":
        return [context.leaf("notice", name, title, "backmatter", True, text=text, notices=values)]
    return [context.leaf("notice", name, title, "frontmatter", text=text, notices=values)]


def _notices_text(name: str, title: str, notices: Sequence[OwedNotice]) -> LeafManuscript:
    passages = [Passage("title", title)]
    for notice in notices:
        if len(notices) > 1 and notice.title:
            passages.append(Passage("heading", notice.title, notice=notice.id))
        passages += notice_lines(notice)
    return LeafManuscript(name, True, tuple(passages))


def _shown_address(url: str) -> str:
    """Return a web address as it reads best: without its scheme, able to break at slashes."""
    parts = urlsplit(url)
    shown = parts.netloc + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return shown.replace("/", "/\N{ZERO WIDTH SPACE}")

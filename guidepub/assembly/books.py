"""A guide and an imprint to a book: the one place that knows the order of the leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guidepub.assembly import back, front
from guidepub.assembly.accessibility import statement
from guidepub.assembly.body import section_leaves
from guidepub.assembly.citing import CitingStyle, NumberedCitations
from guidepub.assembly.context import BookContext
from guidepub.assembly.corrections import changes_leaf
from guidepub.assembly.evidence import Evidence
from guidepub.assembly.glossary import glossary
from guidepub.assembly.handouts import chosen_sections, handout_guide, handout_leaves
from guidepub.assembly.indexes import index
from guidepub.assembly.leftward import with_directions
from guidepub.assembly.listings import lists
from guidepub.assembly.owed import owed_notices
from guidepub.assembly.pictures import PictureCollector
from guidepub.assembly.prose import GuideProseRenderer
from guidepub.assembly.typesetting import typeset_guide
from guidepub.files.dates import build_date
from guidepub.findings import Finding, InputError, Place, errors_of
from guidepub.loading import (
    guide_findings,
    guide_places,
    prose_of,
    with_data,
    with_others,
    with_release,
)
from guidepub.markdown import Prose
from guidepub.model import Book, Catalog, Guide, Imprint, Leaf, OwedNotice
from guidepub.model.notice import COPYRIGHT
from guidepub.model.release import Release
from guidepub.model.sections import LAST_LEAVES
from guidepub.notices import (
    Owing,
    directives_in,
    guide_owings,
)
from guidepub.themes import find_theme
from guidepub.themes.reading import in_script


def assemble(guide: Guide, catalog: Catalog, imprint: Imprint | str | None = None) -> Book:
    """Return a guide as a book of its imprint, or of another one given or named.

    Raises:
        UsageError: no imprint has the name, or the theme is not there.
        InputError: the guide has faults, or owes a notice that it cannot have.
        RenderError: the theme's templates are broken.
    """
    return _assembled(guide, catalog, imprint, traced=False)


def assemble_traced(guide: Guide, catalog: Catalog, imprint: Imprint | str | None = None) -> Book:
    """Return the same book with traces of its definition in the XHTML (see `tracing`).

    Raises:
        UsageError, InputError, RenderError: as `assemble`.
    """
    return _assembled(guide, catalog, imprint, traced=True)


def handout(
    guide: Guide,
    catalog: Catalog,
    sections: Iterable[str],
    imprint: Imprint | str | None = None,
) -> Book:
    """Return some sections of a guide as a few pages to be handed out, for `render(…, "screen")`.

    Sections are named by their ids or titles. They have the numbers that they have in the book,
    their sources and terms behind them, and all notices that the book owes.

    Raises:
        UsageError: a section is not there or none is named, or one calls a note of another.
        UsageError, InputError, RenderError: as `assemble`.
    """
    only = chosen_sections(guide, catalog, sections)
    return _assembled(guide, catalog, imprint, traced=False, only=only)


def _assembled(
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint | str | None,
    traced: bool,
    only: frozenset[str] = frozenset(),
) -> Book:
    guide = catalog.with_defaults(guide)
    # A guide of a file was checked when its catalogue was loaded, where its places are known.
    checked = guide.origin is not None and catalog.guides.get(guide.slug) is guide
    if not checked:
        guide, told = with_data(with_others(guide, catalog), catalog)
        guide, unreleased = with_release(guide, catalog)
        if faults := errors_of([*told, *unreleased, *guide_findings(guide, catalog)]):
            raise InputError(_told_of(guide, faults))
    by = catalog.imprint_of(guide, imprint)
    typography = catalog.phrases_in(guide.language).typography
    published = catalog.published_by(typeset_guide(guide, typography), by)
    context = replace(_context(published, catalog, by), traced=traced, only=only)
    texts = _parsed_sections(guide, catalog)
    notices = _notices(context, texts)
    # The body comes first: it decides the sources' numbers and which pictures there are.
    places = guide_places(guide, catalog, tuple(texts), tuple(texts.values()))
    renderer = GuideProseRenderer(context, tuple(texts), places)
    written = section_leaves(context, texts, renderer)
    if only:
        held = [text for section_id, text in texts.items() if context.holds(section_id)]
        # Whatever their place in a book, here they stand at the end.
        notices = tuple(each.model_copy(update={"placement": "back"}) for each in notices)
        leaves = handout_leaves(context, written, held, notices)
        return _directed(_book(context, guide, leaves, notices)).model_copy(
            update={"guide": handout_guide(context.guide, written)}
        )
    preliminary = [leaf for leaf in written if leaf.part == "frontmatter"]
    last = [leaf for leaf in written if leaf.kind in LAST_LEAVES]
    sections = written[len(preliminary) : len(written) - len(last)]
    behind = (
        *glossary(context, texts.values()),
        *back.sources(context),
        *index(context, texts, written),
        *last,
        *back.about_publisher(context),
        *back.back_notices(context, notices),
    )
    before = (
        front.cover(context),
        front.title_page(context),
        front.imprint_page(context, notices),
        *front.dedication(context),
        *back.front_notices(context, notices),
        front.contents(context, (*preliminary, *sections, *behind)),
        *lists(context, renderer),
        *preliminary,
    )
    book = _book(context, guide, (*before, *sections, *behind), notices)
    if guide.released is not None:
        book = _with_changes(context, book, guide.released)
    book = _directed(book)
    return book.model_copy(update={"statement": statement(context, book.leaves)})


def _directed(book: Book) -> Book:
    """Return a book in which what runs against the direction of its language is marked."""
    if not book.theme.script:
        return book
    return book.model_copy(update={"leaves": tuple(map(with_directions, book.leaves))})


def _book(
    context: BookContext, guide: Guide, leaves: tuple[Leaf, ...], notices: tuple[OwedNotice, ...]
) -> Book:
    """Return a book of some leaves, given its guide as it is defined."""
    catalog = context.catalog
    return Book(
        guide=context.guide,
        guide_hash=guide.content_hash,
        imprint=context.imprint,
        phrases=context.phrases,
        theme=context.theme,
        cluster=context.cluster,
        product=catalog.product.name if catalog.product else "",
        trim=context.trim,
        press=catalog.print,
        screen=catalog.screen,
        published=context.published,
        rights=context.copyright_line,
        years=context.years,
        revision=f"git:{catalog.commit}" if catalog.commit else "",
        cover_alternative=context.cover_alternative,
        leaves=leaves,
        notices=notices,
        pictures=context.pictures.all(),
        addresses=catalog.addresses_of(context.guide, context.imprint),
        figures=(*context.evidence.printed(), *guide.row_figures),
        accessibility=catalog.accessibility,
    )


def _with_changes(context: BookContext, book: Book, released: Release) -> Book:
    """Return a book with a leaf behind its sections and appendices that says what has changed since a release."""
    leaves = list(book.leaves)
    written = ("bodymatter", "appendix", "acknowledgements")
    before = [n for n, leaf in enumerate(leaves) if leaf.part in written or leaf.kind in written]
    leaves.insert(before[-1] + 1, changes_leaf(context, book, released))
    update = (
        front.contents(context, leaves) if leaf.kind == "contents" else leaf for leaf in leaves
    )
    return book.model_copy(update={"leaves": tuple(update)})


def owings_of(
    guide: Guide, catalog: Catalog, imprint: Imprint | str | None = None
) -> tuple[Owing, ...]:
    """Return the notices that a guide owes under its imprint or another one, and why.

    Raises:
        UsageError: no imprint has the name.
    """
    return tuple(guide_owings(guide, catalog, catalog.imprint_of(guide, imprint).id))


def _parsed_sections(guide: Guide, catalog: Catalog) -> dict[str, Prose]:
    """Return a guide's prose by the id of its section, set as its language is."""
    texts = prose_of(guide, catalog.phrases_in(guide.language).typography, in_file=True)
    return dict(zip(catalog.sections.ids_of(guide), texts, strict=True))


def _told_of(guide: Guide, faults: list[Finding]) -> list[Finding]:
    """Leave out the lines of a guide that has left its file behind: they are of no text there."""
    path = str(guide.origin or "")
    return [
        replace(fault, place=Place(path)) if path and fault.place.path == path else fault
        for fault in faults
    ]


def _context(guide: Guide, catalog: Catalog, imprint: Imprint) -> BookContext:
    words = catalog.phrases_in(guide.language)
    theme = find_theme(catalog.theme_of(guide, imprint), catalog.root)
    theme = in_script(theme, guide.language)
    evidence = Evidence(guide, words)
    citations: CitingStyle = NumberedCitations(guide, theme, words, evidence)
    if catalog.citation_style and guide.sources:
        # Only here: a style's processor takes its time to load.
        from guidepub.assembly.citing_by_style import StyledCitations

        citations = StyledCitations(guide, catalog, theme, words, evidence)
    return BookContext(
        guide=guide,
        catalog=catalog,
        imprint=imprint,
        published=guide.published or build_date(),
        theme=theme,
        cluster=catalog.cluster_of(guide),
        phrases=words,
        evidence=evidence,
        citations=citations,
        pictures=PictureCollector(guide.folder, catalog.root, catalog.pictures),
    )


def _notices(context: BookContext, texts: dict[str, Prose]) -> tuple[OwedNotice, ...]:
    """Return the notices owed; a book without an approved copyright line gets a plain one."""
    values = {
        "holder": context.imprint.holder,
        "years": context.years,
        "title": context.guide.title,
        "edition": context.edition,
        "imprint": context.imprint.name,
        "place": context.imprint.place,
    }
    directives = directives_in(texts.values())
    by_register = guide_owings(context.guide, context.catalog, context.imprint.id, directives)
    owed = owed_notices(by_register, context.guide, context.catalog, context.imprint, values)
    if any(notice.id == COPYRIGHT for notice in owed):
        return owed
    line = OwedNotice(
        id=COPYRIGHT,
        version=0,
        language=context.guide.language,
        placement="imprint-page",
        title=None,
        wording=f"{context.printed_copyright_line.removesuffix('.')}.",
    )
    return (line, *owed)

"""Turns a guide and an imprint into a book: the only place that knows the order of leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from guidepub.assembly.handouts import chosen_sections, handout_guide, handout_leaves
from guidepub.assembly.leaves import back, front
from guidepub.assembly.leaves.accessibility import statement
from guidepub.assembly.leaves.glossary import glossary
from guidepub.assembly.leaves.indexes import index
from guidepub.assembly.leftward import with_directions
from guidepub.assembly.owed import owed_notices
from guidepub.assembly.released.corrections import changes_leaf
from guidepub.assembly.shared.citing import SourceList
from guidepub.assembly.shared.citing_styles import citing_style
from guidepub.assembly.shared.context import BookContext
from guidepub.assembly.shared.evidence import Evidence
from guidepub.assembly.shared.pictures import PictureCollector
from guidepub.assembly.texts.listings import lists
from guidepub.assembly.texts.parts import (
    BookText,
    ParsedGuide,
    book_texts,
    parsed_guides,
    part_leaves,
)
from guidepub.assembly.typesetting import typeset_guide
from guidepub.files.dates import build_date
from guidepub.findings import Finding, InputError, Place, errors_of
from guidepub.findings.errors import expect
from guidepub.loading import (
    guide_findings,
    with_data,
    with_members,
    with_others,
    with_release,
)
from guidepub.model import Book, Catalog, Guide, Imprint, Leaf, OwedNotice, Picture
from guidepub.model.formats.release import Release
from guidepub.model.guides.sections import LAST_LEAVES
from guidepub.model.notices.notice import COPYRIGHT
from guidepub.notices import (
    Owing,
    directives_in,
    guide_owings,
)
from guidepub.themes import find_theme
from guidepub.themes.leaves import KeptXhtml, LeafTemplates
from guidepub.themes.stylesheets.reading import in_script


def assemble(guide: Guide, catalog: Catalog, imprint: Imprint | str | None = None) -> Book:
    """Return a guide as a book under its own imprint, or under another one, given as a model or by id.

    Raises:
        UsageError: the imprint is unknown, or the theme does not exist.
        InputError: the guide has faults, or owes a notice that is not available.
        RenderError: the theme's templates are broken.
    """
    _expect_both(guide, catalog)
    return _assembled(guide, catalog, imprint, traced=False)


def assemble_traced(
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint | str | None = None,
    kept: KeptXhtml | None = None,
) -> Book:
    """Return the same book with traces of its definition in the XHTML (see `tracing`).

    If `kept` is given, the output of templates is stored there for the next call.

    Raises:
        UsageError, InputError, RenderError: as `assemble`.
    """
    return _assembled(guide, catalog, imprint, traced=True, kept=kept)


def handout(
    guide: Guide,
    catalog: Catalog,
    sections: Iterable[str],
    imprint: Imprint | str | None = None,
) -> Book:
    """Return some sections of a guide as a handout, for `render(…, "screen")`.

    Sections are named by id or title. They keep their numbers from the book, and are followed by
    their sources and terms and all notices that the book owes.

    Raises:
        UsageError: a section does not exist or none is named, or one calls a note of another
            section.
        UsageError, InputError, RenderError: as `assemble`.
    """
    _expect_both(guide, catalog)
    named = [sections] if isinstance(sections, str) else sections
    only = chosen_sections(guide, catalog, named)
    return _assembled(guide, catalog, imprint, traced=False, only=only)


def _expect_both(guide: Guide, catalog: Catalog) -> None:
    expect(guide, Guide, "Take it from its catalogue: catalog[slug].")
    expect(catalog, Catalog, "Load it, or make it: Catalog.of(guide).")


def _assembled(
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint | str | None,
    traced: bool,
    only: frozenset[str] = frozenset(),
    kept: KeptXhtml | None = None,
) -> Book:
    guide = _checked(guide, catalog)
    by = catalog.imprint_of(guide, imprint)
    published = catalog.published_by(_typeset(guide, catalog), by)
    context = replace(_context(published, catalog, by, kept), traced=traced, only=only)
    parsed = parsed_guides(context)
    notices = _notices(context, parsed)
    if only:
        # Whatever their place in the book, they come last here.
        notices = tuple(each.model_copy(update={"placement": "back"}) for each in notices)
        return _handout(parsed[0], guide, notices)
    leaves = _leaves(context, parsed, notices)
    book = _book([each.context for each in parsed], guide, leaves, notices)
    if guide.released is not None:
        book = _with_changes(context, book, guide.released)
    book = _directed(book)
    return book.model_copy(update={"statement": statement(context, book.leaves)})


def _directed(book: Book) -> Book:
    """Return a book in which text against the direction of its language is marked."""
    if not book.theme.script:
        return book
    leaves = tuple(with_directions(leaf, book.theme.digits) for leaf in book.leaves)
    return book.model_copy(update={"leaves": leaves})


def _handout(parsed: ParsedGuide, guide: Guide, notices: tuple[OwedNotice, ...]) -> Book:
    """Return the guide with only the sections of a handout; those of a volume are its own."""
    context = parsed.context
    written = book_texts([parsed])[0].leaves
    held = [text for section_id, text in parsed.texts.items() if context.holds(section_id)]
    leaves = handout_leaves(context, written, held, notices)
    update = {"guide": handout_guide(context.guide, written)}
    return _directed(_book([context], guide, leaves, notices)).model_copy(update=update)


def _leaves(
    context: BookContext, parsed: Sequence[ParsedGuide], notices: Sequence[OwedNotice]
) -> tuple[Leaf, ...]:
    """Return all leaves of a book, in order."""
    # The text comes first: it determines the numbers of sources, and the pictures.
    texts = book_texts(parsed)
    before, sections, after, last = _in_order(texts)
    written = {name: text for each in parsed for name, text in each.texts.items()}
    leaves = (*before, *sections, *after, *last)
    behind = (
        *after,
        *glossary(context, written.values()),
        *back.sources(context),
        *index(context, written, leaves),
        *last,
        *back.about_publisher(context),
        *back.back_notices(context, notices),
    )
    opening = (
        front.cover(context),
        front.title_page(context),
        front.imprint_page(context, notices),
        *front.dedication(context),
        *back.front_notices(context, notices),
        front.contents(context, (*before, *sections, *behind)),
        *lists(context, [text.renderer for text in texts], leaves),
        *before,
    )
    return (*opening, *sections, *behind)


def _book(
    contexts: Sequence[BookContext],
    guide: Guide,
    leaves: tuple[Leaf, ...],
    notices: tuple[OwedNotice, ...],
) -> Book:
    """Return a book with some leaves, given its guide as defined and the contexts of its texts."""
    context = contexts[0]
    catalog = context.catalog
    figures = ((*each.evidence.printed(), *each.guide.row_figures) for each in contexts)
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
        pictures=_pictures(contexts),
        addresses=catalog.addresses_of(context.guide, context.imprint),
        figures=tuple(chain.from_iterable(figures)),
        accessibility=catalog.accessibility,
    )


def _with_changes(context: BookContext, book: Book, released: Release) -> Book:
    """Return a book with a leaf of changes since a release, after its sections and appendices."""
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


def _checked(guide: Guide, catalog: Catalog) -> Guide:
    """Return a guide with everything from its catalogue, and a volume with its guides.

    Raises:
        InputError: it, or a guide of a volume, has faults.
    """
    guide = catalog.with_defaults(guide)
    # A guide from a file was checked when its catalogue was loaded and its places were known.
    if guide.origin is not None and catalog.guides.get(guide.slug) is guide:
        return guide
    guide, findings = with_data(with_others(guide, catalog), catalog)
    guide, unreleased = with_release(guide, catalog)
    guide, missing = with_members(guide, catalog, lambda each: (_checked(each, catalog), ()))
    if faults := errors_of([*findings, *unreleased, *missing, *guide_findings(guide, catalog)]):
        raise InputError(_without_lines(guide, faults))
    return guide


def _typeset(guide: Guide, catalog: Catalog) -> Guide:
    """Return a guide with the typography of its language, and a volume with its guides, each in its own."""
    made = typeset_guide(guide, catalog.phrases_in(guide.language).typography)
    if not guide.members:
        return made
    members = tuple(_typeset(each, catalog) for each in guide.members)
    return made.model_copy(update={"members": members})


def _in_order(texts: Sequence[BookText]) -> tuple[list[Leaf], list[Leaf], list[Leaf], list[Leaf]]:
    """Return the leaves of a book's text: before the body, the body, after it, and at the end.

    The guides of a volume come after its own sections.
    """
    own, *parts = texts
    before = [leaf for leaf in own.leaves if leaf.part == "frontmatter"]
    body = [leaf for leaf in own.leaves if leaf.part == "bodymatter"]
    behind = [leaf for leaf in own.leaves if leaf.part == "backmatter"]
    body += (leaf for number, each in enumerate(parts, 1) for leaf in part_leaves(each, number))
    after = [leaf for leaf in behind if leaf.kind not in LAST_LEAVES]
    last = [leaf for leaf in behind if leaf.kind in LAST_LEAVES]
    return before, body, after, last


def _pictures(contexts: Iterable[BookContext]) -> tuple[Picture, ...]:
    """Return the pictures of a book's texts, without duplicates."""
    found = (picture for each in contexts for picture in each.pictures.all())
    return tuple({picture.href: picture for picture in found}.values())


def _without_lines(guide: Guide, faults: list[Finding]) -> list[Finding]:
    """Leave out the lines of a guide that no longer has a file: they do not refer to any text."""
    path = str(guide.origin or "")
    return [
        replace(fault, place=Place(path)) if path and fault.place.path == path else fault
        for fault in faults
    ]


def _context(
    guide: Guide, catalog: Catalog, imprint: Imprint, kept: KeptXhtml | None
) -> BookContext:
    words = catalog.phrases_in(guide.language)
    theme = find_theme(catalog.theme_of(guide, imprint), catalog.root)
    templates = LeafTemplates(in_script(theme, guide.language), kept)
    evidence = Evidence(guide, words)
    return BookContext(
        guide=guide,
        catalog=catalog,
        imprint=imprint,
        published=guide.published or build_date(),
        templates=templates,
        cluster=catalog.cluster_of(guide),
        phrases=words,
        evidence=evidence,
        citations=citing_style(SourceList(guide), catalog, templates, words, evidence),
        pictures=PictureCollector(guide.folder, catalog.root, catalog.pictures),
    )


def _notices(context: BookContext, parsed: Iterable[ParsedGuide]) -> tuple[OwedNotice, ...]:
    """Return the owed notices; a book without an approved copyright line gets a plain one."""
    values = {
        "holder": context.imprint.holder,
        "years": context.years,
        "title": context.guide.title,
        "edition": context.edition,
        "imprint": context.imprint.name,
        "place": context.imprint.place,
    }
    used = {each.context.guide.slug: directives_in(each.texts.values()) for each in parsed}
    by_register = guide_owings(
        context.guide, context.catalog, context.imprint.id, lambda guide: used[guide.slug]
    )
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

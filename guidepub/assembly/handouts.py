"""A handout: some sections of a guide with a short title, their sources, and all owed notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidepub.assembly.leaves import back
from guidepub.assembly.leaves.front import credits_of
from guidepub.assembly.leaves.glossary import glossary
from guidepub.assembly.shared.context import BookContext
from guidepub.findings import did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.markdown import Prose, title_words
from guidepub.model import Catalog, Guide, Isbns, Leaf, OwedNotice
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import lines
from guidepub.words.names import name_key


def chosen_sections(guide: Guide, catalog: Catalog, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of sections of a guide, given by id or title.

    Raises:
        UsageError: a section does not exist, or none is named.
    """
    ids = catalog.sections.ids_of(guide)
    known = dict(zip(ids, ids, strict=True))
    for section_id, section in zip(ids, guide.sections, strict=True):
        known.setdefault(name_key(title_words(section.title)), section_id)
    chosen = set()
    for name in names:
        found = known.get(name) or known.get(name_key(name))
        if found is None:
            remedy = did_you_mean(name, ids)
            raise UsageError(f"“{guide.slug}” has no section “{name}”. {remedy}")
        chosen.add(found)
    if not chosen:
        raise UsageError(f"Name the sections to hand out. Choose from: {', '.join(ids)}.")
    return frozenset(chosen)


def handout_leaves(
    context: BookContext,
    sections: Sequence[Leaf],
    texts: Iterable[Prose],
    notices: Sequence[OwedNotice],
) -> tuple[Leaf, ...]:
    """Return the leaves of a handout in order, given those of its sections."""
    return (
        _head(context),
        *sections,
        *glossary(context, texts),
        *back.sources(context),
        *back.all_notices(context, notices),
    )


def handout_guide(guide: Guide, sections: Sequence[Leaf]) -> Guide:
    """Return the guide for a handout's metadata: the book's title and its sections, without an ISBN."""
    title = f"{guide.title}: {'; '.join(leaf.entry for leaf in sections)}"
    return guide.model_copy(update={"title": title, "isbn": Isbns()})


def _head(context: BookContext) -> Leaf:
    """Return the short title above the first section."""
    guide, authors = context.guide, credits_of(context)
    edition = f"{context.edition} · {context.published.year}"
    return context.leaf(
        "handout",
        "handout",
        guide.title,
        "bodymatter",
        text=lines(guide.title, guide.subtitle, authors.plain, context.imprint.name, edition),
        authors=markup(authors.xhtml),
        edition=edition,
    )

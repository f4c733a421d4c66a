"""The glossary: the terms that a guide's prose marks, in the order of its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Prose, label, terms_in
from guidepub.model import Leaf
from guidepub.model.catalogs.glossaries import terms_of
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import LeafManuscript, Passage
from guidepub.words.names import bounded, slugify
from guidepub.words.sorting import sort_key

GLOSSARY_LEAF = "glossary"
_LONGEST_NAME = 64


def glossary(context: BookContext, texts: Iterable[Prose]) -> list[Leaf]:
    """Return the explanations of the terms that are marked in some prose, if any are."""
    parts = [part for text in texts for part in (text.title, text) if part is not None]
    keys = {key for part in parts for key in terms_in(part.tokens)}
    if not keys:
        return []
    known, language = terms_of(context.book, context.catalog), context.guide.language
    names, typography = term_names(known), context.phrases.typography
    title = context.phrases["glossary"]
    entries, passages = [], [Passage("title", title)]
    for key in sorted(keys, key=lambda each: sort_key(known[each][0], language)):
        term, meaning = known[key]
        word, definition = label(term, typography), label(meaning, typography, links=True)
        entry = {"id": names[key], "term": markup(word.bare), "meaning": markup(definition.xhtml)}
        entries.append(entry)
        passages += [Passage("term", word.plain), Passage("definition", definition.plain)]
    text = LeafManuscript(GLOSSARY_LEAF, True, tuple(passages))
    leaf = context.leaf(
        "glossary",
        GLOSSARY_LEAF,
        title,
        "backmatter",
        in_contents=True,
        text=text,
        entries=entries,
    )
    return [leaf]


def term_names(known: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return the id of each term's entry, by the terms' keys."""
    names: dict[str, str] = {}
    for key in sorted(known):
        slug = bounded(slugify(key), _LONGEST_NAME) or "sign"
        taken = sum(
            name == f"term-{slug}" or name.startswith(f"term-{slug}--") for name in names.values()
        )
        names[key] = f"term-{slug}--{taken + 1}" if taken else f"term-{slug}"
    return names

"""The lists of figures and of tables, which a guide or its catalogue asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.assembly.shared.context import BookContext
from guidepub.assembly.texts.prose import GuideProseRenderer
from guidepub.markdown import Anchor
from guidepub.model import Leaf, ListKind
from guidepub.words.manuscript import LeafManuscript, Link, Passage

# What EPUB calls such a list (EPUB 3 Structural Semantics Vocabulary).
_TYPES: dict[ListKind, str] = {"figures": "loi", "tables": "lot"}
# A caption that is longer is listed by its first sentence.
_LONG = 100


def lists(
    context: BookContext, renderers: Sequence[GuideProseRenderer], leaves: Sequence[Leaf]
) -> Iterator[Leaf]:
    """Yield the lists that the guide or its catalogue asks for, but for those of nothing.

    `renderers` are those of all texts of the book, `leaves` its text in the order of the book.
    """
    order = {leaf.file_name: number for number, leaf in enumerate(leaves)}
    for kind in context.catalog.lists_in(context.guide):
        anchors = [
            (renderer, anchor)
            for renderer in renderers
            for anchor in renderer.referring.places.all
            if anchor.number and f"{anchor.kind}s" == kind
        ]
        # The appendices of a volume come after its guides.
        anchors.sort(key=lambda each: order[each[0].referring.href(each[1]).partition("#")[0]])
        if anchors:
            yield _list(context, kind, anchors)


def _list(
    context: BookContext, kind: ListKind, anchors: list[tuple[GuideProseRenderer, Anchor]]
) -> Leaf:
    name, title = f"list-of-{kind}", context.phrases[f"list_of_{kind}"]
    entries = [
        {
            "number": renderer.referring.numbered(anchor),
            "title": _short(renderer.referring.title(anchor, renderer.text_renderer)),
            "href": renderer.referring.href(anchor),
        }
        for renderer, anchor in anchors
    ]
    passages = [
        Passage("entry", f"{entry['number']}. {entry['title']}".strip(), leads_to=anchor.name)
        for entry, (_, anchor) in zip(entries, anchors, strict=True)
    ]
    links = tuple(Link(f"#{anchor.name}") for _, anchor in anchors)
    return context.leaf(
        "list",
        name,
        title,
        "frontmatter",
        text=LeafManuscript(name, True, (Passage("title", title), *passages), links=links),
        semantics=_TYPES[kind],
        listed=entries,
    )


def _short(caption: str) -> str:
    """Return a caption as a list has it: the first sentence of a long one."""
    end = caption.find(". ")
    if len(caption) > _LONG and end > 0:
        return caption[:end]
    return caption if end > 0 else caption.removesuffix(".")

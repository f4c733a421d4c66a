"""The page of a book that says what has changed since an edition that was released."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub import figures
from guidepub.assembly.released.comparing import changes, different
from guidepub.assembly.released.snapshots import snapshot
from guidepub.assembly.shared.context import BookContext
from guidepub.model import Book, Leaf
from guidepub.model.formats.release import Release
from guidepub.words.manuscript import LeafManuscript, Passage

_NAME = "changes"


def changes_leaf(context: BookContext, book: Book, old: Release) -> Leaf:
    """Return the leaf that lists how a book differs from an edition that was released.

    `book` is the same book without that leaf.
    """
    new = snapshot(book)
    title = context.phrases.filled("changes_since", number=old.edition)
    groups = [
        (heading, items)
        for heading, items in (
            (context.phrases["changed_figures"], [*_facts(context, old, new)]),
            (context.phrases["notices"], [*_notices(context, old, new)]),
            (context.phrases["changed_text"], [*_parts(context, book, old, new)]),
        )
        if items
    ]
    passages = [Passage("title", title)]
    for heading, items in groups:
        passages.append(Passage("heading", heading))
        passages += (Passage("item", item) for item in items)
    if not groups:
        passages.append(Passage("paragraph", context.phrases["nothing_changed"]))
    return context.leaf(
        "changes",
        _NAME,
        title,
        "backmatter",
        in_contents=True,
        text=LeafManuscript(_NAME, True, tuple(passages)),
        groups=[{"heading": heading, "items": items} for heading, items in groups],
    )


def _facts(context: BookContext, old: Release, new: Release) -> Iterator[str]:
    for newest, was, now in different(old.facts, new.facts):
        before, after = (fact.dated if fact else "" for fact in (was, now))
        # What only has another source or label prints the same.
        if before != after:
            yield _item(context, newest.label, before, after)


def _notices(context: BookContext, old: Release, new: Release) -> Iterator[str]:
    for newest, was, now in different(old.by_id, new.by_id):
        versions = [
            context.phrases.filled("version", number=each.version) if each else ""
            for each in (was, now)
        ]
        # What placeholders fill in otherwise, such as the year, is the same notice.
        if versions[0] != versions[1]:
            yield _item(context, newest.called, *versions)


def _item(context: BookContext, name: str, old: str, new: str) -> str:
    key = "now_and_before" if old and new else "new_here" if new else "left_out"
    return context.phrases.filled(key, what=name, old=old, new=new)


def _parts(context: BookContext, book: Book, old: Release, new: Release) -> Iterator[str]:
    """Yield which parts are revised, new or left out, each kind as one line."""
    apart = {leaf.id for leaf in book.leaves if leaf.kind in ("imprint-page", "notice")}
    before, after = ({leaf.id for leaf in each.leaves} for each in (old, new))
    found: dict[str, list[str]] = {"revised_parts": [], "new_parts": [], "parts_left_out": []}
    for change in changes(old, new):
        if change.kind == "text" and change.leaf not in apart:
            is_new, is_gone = change.leaf not in before, change.leaf not in after
            key = "new_parts" if is_new else "parts_left_out" if is_gone else "revised_parts"
            found[key].append(change.where)
    for key, titles in found.items():
        if titles:
            names = figures.listed([*dict.fromkeys(titles)], context.guide.language)
            yield context.phrases.filled(key, names=names)

"""The changes between two editions of a guide: facts, notices and text."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeVar

from guidepub.model.formats.release import Release, ReleasedLeaf

_T = TypeVar("_T")

# The number of a source changes with each source before it, which is not a change of the text.
_MARK = re.compile(r"\s?\[\d+\]")


class Change(NamedTuple):
    """A change: its leaf or subject, its printed page, and the old and new text.

    `old` is empty for additions, and `new` for deletions. `leaf` is the id of a text's leaf.
    """

    kind: Literal["fact", "notice", "text"]
    where: str
    page: str
    old: str
    new: str
    leaf: str = ""


def changes(old: Release, new: Release) -> list[Change]:
    """Return the differences between two editions: facts, then notices, then texts, leaf by leaf.

    A passage that differs only by the figures of changed facts is covered by these.
    """
    return [*_facts(old, new), *_notices(old, new), *_texts(old, new)]


def revised(old: Release, new: Release) -> list[str]:
    """Return the passages of an edition that an earlier one does not have, in the order of the text.

    Passages with other figures are included; other source numbers do not count as changes.
    """
    before = {leaf.id: leaf for leaf in old.leaves}
    found: list[str] = []
    for leaf in new.leaves:
        known = before[leaf.id].passages if leaf.id in before else ()
        had = Counter(_MARK.sub("", text) for text in known)
        for text in leaf.passages:
            bare = _MARK.sub("", text)
            if had[bare]:
                had[bare] -= 1
            else:
                found.append(text)
    return found


def different(
    old: Mapping[str, _T], new: Mapping[str, _T]
) -> Iterator[tuple[_T, _T | None, _T | None]]:
    """Yield what either has under a key where they differ, in the order of the new ones.

    The first of the three is the newest that there is.
    """
    gone = {key: own for key, own in old.items() if key not in new}
    for key, newest in {**new, **gone}.items():
        was, now = old.get(key), new.get(key)
        if was != now:
            yield newest, was, now


def _facts(old: Release, new: Release) -> Iterator[Change]:
    for newest, was, now in different(old.facts, new.facts):
        before, after = (fact.with_source if fact else "" for fact in (was, now))
        yield Change("fact", newest.label, "", before, after)


def _notices(old: Release, new: Release) -> Iterator[Change]:
    for newest, was, now in different(old.by_id, new.by_id):
        versions = [f"version {each.version}" if each else "" for each in (was, now)]
        if versions[0] == versions[1]:
            # Its years or names have changed, which placeholders fill in.
            versions[1] += ", filled in otherwise"
        yield Change("notice", newest.called, "", *versions)


def _texts(old: Release, new: Release) -> Iterator[Change]:
    figures = {
        was.printed: now.printed
        for _, was, now in different(old.facts, new.facts)
        if was and now and was.printed != now.printed
    }
    renewed = _renewing(figures)
    # A figure by itself, as in the panel, is followed by its date and nothing else.
    dates = {
        (now.printed, was.when, now.when)
        for _, was, now in different(old.facts, new.facts)
        if was and now
    }
    before = {leaf.id: leaf for leaf in old.leaves}
    for leaf in new.leaves:
        yield from _leaf(before.pop(leaf.id, None), leaf, renewed, dates)
    for gone in before.values():
        yield Change("text", gone.title, gone.page, _whole(gone), "", gone.id)


def _leaf(
    was: ReleasedLeaf | None,
    now: ReleasedLeaf,
    renewed: Callable[[str], str],
    dates: Collection[tuple[str, str, str]],
) -> Iterator[Change]:
    if was is None:
        yield Change("text", now.title, now.page, "", _whole(now), now.id)
        return
    old = [renewed(_MARK.sub("", text)) for text in was.passages]
    new = [_MARK.sub("", text) for text in now.passages]
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    # What is in many places, such as an empty cell, is not a place to hold on to: its time would
    # grow with the square of their number.
    matcher = difflib.SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=True
    )

    def is_date(i: int, j: int) -> bool:
        return j > 0 and (new[j - 1], old[i], new[j]) in dates

    for tag, *bounds in matcher.get_opcodes():
        if tag != "equal":
            begin, end, start, stop = (head + bound for bound in bounds)
            for i, j in zip_longest(range(begin, end), range(start, stop)):
                if i is None or j is None or (old[i] != new[j] and not is_date(i, j)):
                    before = "" if i is None else was.passages[i]
                    after = "" if j is None else now.passages[j]
                    yield Change("text", now.title, was.page, before, after, now.id)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many texts at the beginning are the same."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (was, now) in pairs if was != now), min(len(old), len(new)))


def _renewing(figures: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that puts new figures into a text in place of the old ones."""
    if not figures:
        return lambda text: text
    # One pass, so that no figure is replaced twice; the longest first.
    names = sorted(figures, key=len, reverse=True)
    found = re.compile("|".join(rf"(?<!\d){re.escape(name)}(?![\d.,]*\d)" for name in names))
    return lambda text: found.sub(lambda match: figures[match[0]], text)


def _whole(leaf: ReleasedLeaf) -> str:
    return "\n".join(leaf.passages)

"""What has changed between two editions of a guide: facts, notices and the text around them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeVar

from guidepub.model.release import Release, ReleasedFact, ReleasedLeaf

_T = TypeVar("_T")

# The number of a source changes with each source before it, which is no change of the text.
_MARK = re.compile(r"\s?\[\d+\]")


class Change(NamedTuple):
    """A change: in which leaf or of what, on which printed page, and how it reads.

    `old` is empty for what is new, and `new` for what is gone. `leaf` is the id of a text's leaf.
    """

    kind: Literal["fact", "notice", "text"]
    where: str
    page: str
    old: str
    new: str
    leaf: str = ""


def changes(old: Release, new: Release) -> list[Change]:
    """Return what differs between two editions: facts, then notices, then texts leaf by leaf.

    A passage that differs by the figures of changed facts alone is told by these.
    """
    return [*_facts(old, new), *_notices(old, new), *_texts(old, new)]


def different(
    old: Mapping[str, _T], new: Mapping[str, _T]
) -> Iterator[tuple[_T | None, _T | None]]:
    """Yield what either has under a key where they differ, in the order of the new ones."""
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        if was != now:
            yield was, now


def _facts(old: Release, new: Release) -> Iterator[Change]:
    for was, now in different(old.facts, new.facts):
        label = now.label if now else was.label if was else ""
        yield Change("fact", label, "", _said(was), _said(now))


def _said(fact: ReleasedFact | None) -> str:
    if fact is None:
        return ""
    behind = ", ".join(filter(None, (fact.when, fact.source)))
    return f"{fact.printed} ({behind})" if behind else fact.printed


def _notices(old: Release, new: Release) -> Iterator[Change]:
    for was, now in different(old.by_id, new.by_id):
        versions = [f"version {each.version}" if each else "" for each in (was, now)]
        if versions[0] == versions[1]:
            # Its years or names have changed, which placeholders fill in.
            versions[1] += ", filled in otherwise"
        named = now or was
        yield Change("notice", named.called if named else "", "", *versions)


def _texts(old: Release, new: Release) -> Iterator[Change]:
    figures = {
        was.printed: now.printed
        for key, was in old.facts.items()
        if (now := new.facts.get(key)) and was.printed != now.printed
    }
    before = {leaf.id: leaf for leaf in old.leaves}
    for leaf in new.leaves:
        yield from _leaf(before.pop(leaf.id, None), leaf, figures)
    for gone in before.values():
        yield Change("text", gone.title, gone.page, _whole(gone), "", gone.id)


def _leaf(
    was: ReleasedLeaf | None, now: ReleasedLeaf, figures: Mapping[str, str]
) -> Iterator[Change]:
    if was is None:
        yield Change("text", now.title, now.page, "", _whole(now), now.id)
        return
    old = [_compared(text, figures) for text in was.passages]
    new = [_compared(text, {}) for text in now.passages]
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, begin, end, start, stop in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(was.passages[begin:end], now.passages[start:stop], fillvalue="")
            yield from (Change("text", now.title, was.page, *pair, now.id) for pair in pairs)


def _compared(text: str, figures: Mapping[str, str]) -> str:
    """Return a passage as it is compared: without marks of sources, with the new figures."""
    text = _MARK.sub("", text)
    if not figures:
        return text
    # One pass, so that no figure is replaced twice; the longest first.
    names = sorted(figures, key=len, reverse=True)
    found = re.compile("|".join(rf"(?<!\d){re.escape(name)}(?![\d.,]*\d)" for name in names))
    return found.sub(lambda match: figures[match[0]], text)


def _whole(leaf: ReleasedLeaf) -> str:
    return "\n".join(leaf.passages)

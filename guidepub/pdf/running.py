"""What running heads repeat: titles, cut where they are longer than two lines.

A stylesheet takes it from `data-running`, as `string-set: section-title attr(data-running)`.
"""

from __future__ import annotations

from lxml import etree

from guidepub.themes.leaves import words_of

# Characters of a title that two lines of a running head hold on the smallest page.
_LONGEST = 76


def name_running_heads(leaf: etree._Element) -> None:
    """Tell on each title of a leaf what running heads repeat of it."""
    for heading in leaf.iter("h1"):
        heading.set("data-running", running_head(words_of(heading)))


def running_head(title: str) -> str:
    """Return a title as a running head repeats it, cut behind a word where it is too long."""
    title = " ".join(title.split())
    if len(title) <= _LONGEST:
        return title
    cut = title[:_LONGEST]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–—-')}…"

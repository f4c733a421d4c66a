"""Checks of a guide's notices: it may ask for one in force, but never state its words."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import Finding, did_you_mean
from guidepub.loading.formats.documents import Document
from guidepub.markdown import title_words
from guidepub.model import Catalog, Guide
from guidepub.words.wording import formed


def notice_findings(guide: Guide, catalog: Catalog, document: Document) -> Iterator[Finding]:
    """Yield the notices named that are not in force (N005), and wording of the guide's own (N006).

    A section is wording of its own where it has the title of a notice that every guide
    owes, or holds the first words of any.
    """
    yield from _named(guide, catalog, document)
    everywhere = [n for n in catalog.notices if n.when == "always"]
    titles = {n.title.casefold(): n.id for n in everywhere if n.title is not None}
    openings = {o: n.id for n in catalog.notices if (o := _opening(n.text))}
    for index, section in enumerate(guide.sections):
        place = document.place(("sections", index))
        if (owner := titles.get(title_words(section.title).casefold())) is not None:
            message = f"The section “{section.title}” has the title of the notice “{owner}”."
            remedy = "Leave it out: the book prints the approved wording by itself."
            yield Finding(place, "N006", message, remedy)
            continue
        body = _letters(section.body)
        for opening, owner in openings.items():
            if opening in body:
                message = (
                    f"The section “{section.title}” repeats the words of the notice “{owner}”."
                )
                remedy = f"Name the notice in the front matter instead: notices: [{owner}]."
                yield Finding(place, "N006", message, remedy)
                break


def _named(guide: Guide, catalog: Catalog, document: Document) -> Iterator[Finding]:
    if not guide.notices:
        return
    known = {notice.id for notice in catalog.notices}
    for index, name in enumerate(guide.notices):
        place = document.place(("notices", index))
        notice_id, _, version = name.partition("@")
        if notice_id not in known:
            message = f"The catalogue has no notice “{notice_id}”."
            yield Finding(place, "N005", message, did_you_mean(notice_id, known))
            continue
        there = [n for n in catalog.notices if n.id == notice_id]
        in_force = sorted({n.version for n in there if n.is_in_force})
        if version:
            there = [n for n in there if n.version == int(version)]
        if not any(notice.is_in_force for notice in there):
            states = " and ".join(sorted({notice.standing for notice in there}))
            message = f"The notice “{name}” {states or 'is unknown'}."
            remedy = "Leave the name out, or approve a version."
            if in_force:
                remedy = f"Name the notice as {notice_id}@{in_force[-1]}, or as {notice_id}."
            yield Finding(place, "N005", message, remedy)


def _opening(text: str) -> str:
    """Return a wording's first letters, up to its first placeholder, if they distinguish it from others.

    Fewer letters than these may be in any guide.
    """
    letters = _letters(text.partition("{")[0])[:80]
    return letters if len(letters) >= 60 else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, formed(text).casefold()))

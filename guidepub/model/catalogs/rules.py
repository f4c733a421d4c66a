"""What a catalogue asks of its guides: which sections they have, and which files they are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from guidepub.markdown import title_words
from guidepub.model.guides.guide import Guide
from guidepub.model.guides.sections import COUNTED
from guidepub.model.validation.fields import NonEmpty, Several, Slug
from guidepub.model.validation.frozen import Model
from guidepub.words.names import is_spelled_in_ascii, name_key, slugify


class SectionRules(Model):
    """The sections every guide must have, by id; their order; the titles each may bear."""

    required: tuple[Slug, ...] = ()
    order: tuple[Slug, ...] = ()
    titles: Mapping[Slug, tuple[NonEmpty, ...]] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            required: Several[str] = (),
            order: Several[str] = (),
            titles: Mapping[str, Several[str]] = ...,
        ) -> None: ...

    def ids_of(self, guide: Guide) -> tuple[str, ...]:
        """Return the id of each section of a guide: the catalogue's, or one of its title.

        A foreword, an appendix and the like have one of their titles.
        """
        by_title = {
            title.casefold(): section_id
            for section_id, known in self.titles.items()
            for title in known
        }
        titles = [title_words(section.title) for section in guide.sections]
        known = [
            (kind in COUNTED and by_title.get(title.casefold()))
            or (slugify(title) if is_spelled_in_ascii(title) else "")
            for kind, title in zip(guide.kinds, titles, strict=True)
        ]
        return tuple(_completed(known, titles))


def _completed(ids: Sequence[str], titles: Sequence[str]) -> Iterator[str]:
    """Yield ids, with one for each title whose letters have no ASCII form.

    Only sections of one title share an id: “Μισθός 2024” and “Ερωτήσεις 2024” have a slug alone.
    """
    taken = set(ids)
    by_title: dict[str, str] = {}
    for number, (known, title) in enumerate(zip(ids, titles, strict=True), 1):
        key = name_key(title) or title
        if not known and key not in by_title:
            more = (f"part-{number}-{count}" for count in itertools.count(2))
            candidates = itertools.chain((slugify(title), f"part-{number}"), more)
            by_title[key] = next(new for new in candidates if new and new not in taken)
            taken.add(by_title[key])
        yield known or by_title[key]


class DefinitionRules(Model):
    """Which of a catalogue's files are definitions, as patterns such as `drafts/*`.

    With `include` just the files that match are, whatever they hold; without it a file is one
    that has a guide's front matter or a guide's keys. What matches `exclude` never is.
    `templates` are the files that make a guide of each row of a table; no other file may.
    """

    include: tuple[NonEmpty, ...] = ()
    exclude: tuple[NonEmpty, ...] = ()
    templates: tuple[NonEmpty, ...] = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            include: Several[str] = (),
            exclude: Several[str] = (),
            templates: Several[str] = (),
        ) -> None: ...

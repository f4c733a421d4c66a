"""What a catalogue requires of its guides: their sections, and which files are definitions."""

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
    """The ids of required sections, the order of sections, and the titles that each may have."""

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
        """Return the id of each section of a guide: the catalogue's, or one made from its title.

        Forewords, appendices and the like have ids made from their titles.
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

    Only sections with the same title share an id, although “Μισθός 2024” and “Ερωτήσεις 2024” have
    the same slug.
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

    With `include`, exactly the files that match it are definitions, whatever their content; without
    it, files with a guide's front matter or keys are. Files that match `exclude` never are.
    `templates` are the files that make a guide from each row of a table; no other file may.
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

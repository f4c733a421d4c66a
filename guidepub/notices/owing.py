"""Which notices a book owes and why, and which version of each it must have.

A condition holds only if what is known of the book meets it. Of a guide everything is known; of
a file that guidepub did not make only its language, so it owes only what every book owes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guidepub.figures.locales import language_name
from guidepub.loading import with_known_members
from guidepub.model import Bearer, Catalog, Guide, Notice, When
from guidepub.notices.uses import directives_of
from guidepub.words.languages import serves


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a book. A field that is `None` is unknown, and meets no condition.

    With an empty language, a wording in any language will do.
    """

    language: str
    spoken: frozenset[str] = frozenset()
    """The languages of its text, if it has more than one."""
    named: frozenset[str] = frozenset()
    """The ids of the notices that the guide asks for by name."""
    tags: frozenset[str] | None = None
    facts: frozenset[str] | None = None
    directives: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    imprints: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Owing:
    """A notice that a book owes, with the reasons, and the version that it must have.

    `notice` is `None` if no version in force serves the book's language. `versions` are all
    versions of the notice in the register.
    """

    id: str
    reasons: tuple[str, ...]
    notice: Notice | None
    versions: tuple[Notice, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which a version is in force, sorted."""
        return tuple(sorted({each.language for each in self.versions if each.is_in_force}))

    @property
    def gap(self) -> str:
        """Why no version serves the book, such as “version 3 is a draft”; empty if one does."""
        if self.notice is not None:
            return ""
        if self.languages:
            return f"it is approved only in {', '.join(map(language_name, self.languages))}"
        standings = {f"version {n.version} {n.standing}": None for n in _since_last(self.versions)}
        return ", ".join(standings)

    @property
    def editions(self) -> tuple[Bearer, ...]:
        """The editions that must have the notice; empty if all must."""
        when = self.notice.when if self.notice else None
        return when.editions if isinstance(when, When) else ()


def guide_owings(
    guide: Guide,
    catalog: Catalog,
    imprint_id: str | None = None,
    directives: Callable[[Guide], frozenset[str]] = directives_of,
) -> Iterator[Owing]:
    """Yield the notices that a guide owes by its catalogue's register, in the register's order.

    A volume owes its own notices and those of each of its guides, each notice once and in the
    volume's own language.

    Args:
        guide: the guide, which may name its imprint.
        catalog: the register, and the imprint of guides that name none.
        imprint_id: another imprint than the guide's own.
        directives: returns the names of a guide's directives; by default its prose is read.

    Raises:
        UsageError: as `owings`.
    """
    guide = with_known_members(catalog.with_defaults(guide), catalog)
    imprint = imprint_id or guide.imprint or catalog.imprint.id
    united: dict[str, Owing] = {}
    for each in (guide, *guide.members):
        book = Circumstances(
            language=guide.language,
            named=frozenset(name.partition("@")[0] for name in each.notices),
            tags=frozenset(each.tags),
            facts=frozenset(each.facts),
            directives=directives(each),
            sources=frozenset(each.sources),
            imprints=frozenset({imprint}),
        )
        # A notice that only books in one language owe is also owed by a guide in a volume.
        spoken = frozenset({guide.language, catalog.with_defaults(each).language})
        for owing in owings(replace(book, spoken=spoken), catalog.notices):
            known = united.get(owing.id)
            united[owing.id] = _joined(known, owing) if known else owing
    order = {notice.id: place for place, notice in reversed(list(enumerate(catalog.notices)))}
    yield from sorted(united.values(), key=lambda owing: order[owing.id])


def _joined(known: Owing, other: Owing) -> Owing:
    """Return one owing of a volume with the reasons of two of its guides."""
    return replace(known, reasons=tuple(dict.fromkeys((*known.reasons, *other.reasons))))


def owings(book: Circumstances, notices: Iterable[Notice]) -> Iterator[Owing]:
    """Yield the notices that a book owes by a register of notices, in the register's order.

    If no version of a notice is in force, the latest one decides whether it is owed.

    Raises:
        UsageError: as `dates.build_date`, if a notice names a day.
    """
    for notice_id, versions in _by_id(notices).items():
        in_force = [notice for notice in versions if notice.is_in_force]
        deciding = in_force or _last(versions)
        reasons = ["named in the guide"] if notice_id in book.named else []
        for notice in in_language(deciding, book.language) or deciding:
            reasons += [why for why in _reasons(notice, book) or () if why not in reasons]
        if reasons:
            serving = in_language(in_force, book.language)
            chosen = serving[0] if serving else None
            yield Owing(notice_id, tuple(reasons), chosen, tuple(versions))


def in_language(notices: Sequence[Notice], language: str) -> list[Notice]:
    """Return the notices in a language, the closest match first (RFC 4647, section 3.4, lookup).

    If there are none, those that are approved as a fallback for it.
    """
    if not language:
        return list(notices)
    serving = [notice for notice in notices if serves(notice.language, language)]
    if not serving:
        serving = [n for n in notices if any(serves(tag, language) for tag in n.fallback_for)]
    return sorted(serving, key=lambda n: (len(n.language), n.version), reverse=True)


def on_day(notices: Iterable[Notice], day: datetime.date) -> list[Notice]:
    """Return the notices that are in force on a day."""
    return [notice for notice in notices if notice.is_in_force_on(day)]


def _by_id(notices: Iterable[Notice]) -> dict[str, list[Notice]]:
    by_id: dict[str, list[Notice]] = {}
    for notice in notices:
        by_id.setdefault(notice.id, []).append(notice)
    return by_id


def _last(versions: Sequence[Notice]) -> list[Notice]:
    """Return the latest version that was in force; without one, the approved or drafted one."""
    for wanted in ("retired", "approved", "draft"):
        if there := [notice for notice in versions if notice.status_today == wanted]:
            newest = max(notice.version for notice in there)
            return [notice for notice in there if notice.version == newest]
    return []


def _since_last(versions: Sequence[Notice]) -> list[Notice]:
    """Return the latest version that was in force and those after it, in order."""
    retired = [notice.version for notice in versions if notice.status_today == "retired"]
    last = max(retired, default=0)
    return sorted((n for n in versions if n.version >= last), key=lambda n: n.version)


def _reasons(notice: Notice, book: Circumstances) -> list[str] | None:
    """Return why the conditions of a notice hold, or `None` if one of them does not."""
    when = notice.when
    if isinstance(when, str):
        return ["always"] if when == "always" else None
    languages = book.spoken or {book.language}
    spoken = frozenset(tag for tag in when.languages if any(serves(tag, own) for own in languages))
    reasons = []
    for kind, wanted, there in (
        ("tag", when.tags, book.tags),
        ("fact", when.facts, book.facts),
        ("directive", when.directives, book.directives),
        ("source", when.sources, book.sources),
        ("imprint", when.imprints, book.imprints),
        ("language", when.languages, spoken),
    ):
        if wanted:
            met = [name for name in wanted if name in (there or ())]
            if not met:
                return None
            reasons += [f"{kind} {name}" for name in met]
    return reasons or ["always"]

"""Which notices a guide owes and why, in which version, and their final wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidepub.findings import Finding, InputError, Place
from guidepub.loading import prose_of
from guidepub.markdown import Prose, references
from guidepub.model import Catalog, Guide, Imprint, Notice, OwedNotice, When
from guidepub.phrases import phrases


@dataclass(frozen=True, slots=True)
class Owing:
    """That a guide owes a notice: why, and the version that is printed.

    `notice` is nothing where no version is approved for the guide's language; `languages`
    are those that have one.
    """

    id: str
    reasons: tuple[str, ...]
    notice: Notice | None
    languages: tuple[str, ...]


def owings(
    guide: Guide, catalog: Catalog, imprint: Imprint, directives: frozenset[str]
) -> Iterator[Owing]:
    """Yield what a guide owes under an imprint, in the catalogue's order."""
    named = {name.partition("@")[0] for name in guide.notices}
    for notice_id, approved in _in_force(catalog):
        versions = _in_language(approved, guide.language)
        reasons = ["named in the guide"] if notice_id in named else []
        for notice in versions or approved:
            if (why := _reasons(notice.when, guide, imprint, directives)) is not None:
                reasons += [reason for reason in why if reason not in reasons]
        if reasons:
            languages = tuple(sorted({notice.language for notice in approved}))
            chosen = versions[0] if versions else None
            yield Owing(notice_id, tuple(reasons), chosen, languages)


def owed_notices(
    guide: Guide,
    catalog: Catalog,
    imprint: Imprint,
    directives: frozenset[str],
    values: Mapping[str, str | None],
) -> tuple[OwedNotice, ...]:
    """Return the notices that a guide owes, in the catalogue's order, with their wording.

    `values` fills the placeholders; `None` stands for a value that the book does not have.

    Raises:
        InputError: a notice that is owed is not approved in the guide's language (N001), a
            placeholder has no value (N004), or the wording's file or the imprint's logo cannot
            be used. All of them at once.
    """
    findings = [*catalog.broken.get(imprint.id, ())]
    owed: list[OwedNotice] = []
    place = Place(str(guide.origin or ""))
    given = {name: value for name, value in values.items() if value is not None}
    for owing in owings(guide, catalog, imprint, directives):
        notice = owing.notice
        if notice is None:
            found = ", ".join(owing.languages)
            message = f"The notice “{owing.id}” is owed, but not approved in {guide.language}."
            remedy = f"Approve a wording in that language; there is one in: {found}."
            findings.append(Finding(place, "N001", message, remedy))
            continue
        if broken := catalog.broken.get(notice.key):
            findings += broken
            continue
        try:
            owed.append(_filled(notice, given))
        except KeyError as error:
            message = f"The notice “{notice.id}” needs {{{error.args[0]}}}, which has no value."
            remedy = "Give the imprint or the guide what it stands for."
            findings.append(Finding(place, "N004", message, remedy))
    if findings:
        raise InputError(findings)
    return tuple(owed)


def parsed_sections(guide: Guide, catalog: Catalog) -> dict[str, Prose]:
    """Return a guide's prose by the id of its section, with the quotes of its language."""
    texts = prose_of(guide, phrases(guide.language).quotes, in_file=True)
    return dict(zip(catalog.sections.ids_of(guide), texts, strict=True))


def directives_of(texts: Mapping[str, Prose]) -> frozenset[str]:
    """Return the names of the directives that a guide's prose uses."""
    return frozenset(
        reference.name
        for text in texts.values()
        for reference in references(text)
        if reference.kind == "directive"
    )


def _filled(notice: Notice, values: Mapping[str, str]) -> OwedNotice:
    return OwedNotice(
        id=notice.id,
        version=notice.version,
        language=notice.language,
        placement=notice.placement,
        title=notice.title,
        wording=notice.wording(dict(values)),
        editions=notice.when.editions if isinstance(notice.when, When) else (),
        min_size=notice.min_size,
        min_contrast=notice.min_contrast,
    )


def _in_force(catalog: Catalog) -> Iterator[tuple[str, list[Notice]]]:
    """Yield each id that has an approved version today, with those versions."""
    by_id: dict[str, list[Notice]] = {}
    for notice in catalog.notices:
        if notice.status_today == "approved":
            by_id.setdefault(notice.id, []).append(notice)
    yield from by_id.items()


def _in_language(notices: list[Notice], language: str) -> list[Notice]:
    """Return those in a language, the nearest first (RFC 4647, section 3.4: look-up).

    Without any, those that are approved to stand in for it. Of two versions one of which
    follows the other on some day, the later one that has begun goes before.
    """
    matches = [notice for notice in notices if _serves(notice.language, language)]
    if not matches:
        matches = [n for n in notices if any(_serves(tag, language) for tag in n.fallback_for)]
    # Only where one follows another is the day asked for.
    successive = len({notice.language for notice in matches}) < len(matches)

    def rank(notice: Notice) -> tuple[int, bool, int]:
        has_begun = not successive or notice.has_begun
        return len(notice.language), has_begun, notice.version if has_begun else -notice.version

    return sorted(matches, key=rank, reverse=True)


def _serves(tag: str, language: str) -> bool:
    """Tell whether a tag is a language's own, or a shorter one that covers it."""
    return f"{language.lower()}-".startswith(f"{tag.lower()}-")


def _reasons(
    when: When | str, guide: Guide, imprint: Imprint, directives: frozenset[str]
) -> list[str] | None:
    """Return why the conditions hold, or nothing where one of them does not."""
    if isinstance(when, str):
        return ["always"]
    reasons = []
    given = (
        ("tag", when.tags, frozenset(guide.tags)),
        ("fact", when.facts, frozenset(guide.facts)),
        ("directive", when.directives, directives),
        ("source", when.sources, frozenset(guide.sources)),
        ("imprint", when.imprints, frozenset({imprint.id})),
        ("language", when.languages, _serving(when.languages, guide.language)),
    )
    for kind, wanted, there in given:
        if wanted:
            found = [name for name in wanted if name in there]
            if not found:
                return None
            reasons += [f"{kind} {name}" for name in found]
    return reasons or ["always"]


def _serving(tags: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(tag for tag in tags if _serves(tag, language))

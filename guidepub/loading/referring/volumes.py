"""The guides that a volume holds: found by their slugs, and read as if for books of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from guidepub.findings import Finding, did_you_mean, errors_of
from guidepub.loading.formats.documents import Document, placeless
from guidepub.loading.referring.others import guides_of_files, names_of_files, with_others
from guidepub.model import Catalog, Guide

Check = Callable[[Guide], tuple[Guide, Iterable[Finding]]]
"""Returns a guide with all that its catalogue gives it, and what is wrong with it."""


def with_members(
    guide: Guide, catalog: Catalog, check: Check, document: Document | None = None
) -> tuple[Guide, list[Finding]]:
    """Return a volume with its guides, and faults; any other guide is returned itself.

    The guides are the catalogue's, or else those of its folder. `document` has the places of
    a volume that came from a file.
    """
    if not guide.is_volume:
        return guide, []
    known = _known(guide, catalog)
    known |= guides_of_files((slug for slug in guide.guides if slug not in known), catalog)
    members: list[Guide] = []
    findings: list[Finding] = []
    for index, slug in enumerate(guide.guides):
        place = (document or placeless(guide)).place(("guides", index))
        if refusal := _refusal(slug, index, guide, known, catalog):
            findings.append(Finding(place, "D095", *refusal))
            continue
        member, faults = check(known[slug])
        members.append(member)
        if found := errors_of(faults):
            message = f"The guide “{slug}” of the volume has faults, the first of which is:"
            first = found[0]
            message = f"{message} {first.message} ({first.place})"
            findings.append(Finding(place, "D095", message, "Fix that guide."))
    return guide.model_copy(update={"members": tuple(members)}), findings


def with_known_members(guide: Guide, catalog: Catalog) -> Guide:
    """Return a volume with those of its guides that its catalogue holds, which then travel along."""
    if not guide.is_volume or guide.members:
        return guide
    known = _known(guide, catalog)
    found = (known[slug] for slug in guide.guides if slug in known)
    members = tuple(with_others(each, catalog) for each in found)
    return guide.model_copy(update={"members": members})


def _known(guide: Guide, catalog: Catalog) -> dict[str, Guide]:
    """Return the guides that were read, by their slugs: those that a volume has, then all others."""
    return {**catalog.guides, **{each.slug: each for each in guide.members}}


def _refusal(
    slug: str, index: int, volume: Guide, known: Mapping[str, Guide], catalog: Catalog
) -> tuple[str, str] | None:
    """Return why a volume cannot have the guide of a slug, with a remedy, or None where it can."""
    if slug in volume.guides[:index]:
        return f"The guide “{slug}” occurs twice in the volume.", "Remove one."
    if slug == volume.slug or (slug in known and known[slug].is_volume):
        return f"“{slug}” is a volume, and cannot be part of one.", "Name its guides instead."
    if slug not in known:
        message = f"The catalogue has no guide “{slug}” that can be read."
        return message, did_you_mean(slug, {*known, *names_of_files(catalog)} - {volume.slug})
    return None

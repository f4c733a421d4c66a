"""The other guides of a catalogue that a guide names: what they are called, wherever they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidepub.findings import InputError
from guidepub.loading.guides.discovery import definition_files, is_definition, name_of
from guidepub.loading.templated.addresses import template_of_row, templates_of
from guidepub.model import Catalog, Guide, OtherGuide

_NAMED = re.compile(
    r"\{guide\}`(?:[^`<]*<)?(?P<role>[^`<>]{1,200})|\]\(<?guide:(?P<link>[^)>\s]{1,200})"
)


def with_others(guide: Guide, catalog: Catalog) -> Guide:
    """Return a guide with the titles, languages and files of the guides that it names."""
    found = {slug: catalog.guides[slug] for slug in _named_slugs(guide) & catalog.guides.keys()}
    others = {slug: _other_guide(found[slug]) for slug in sorted(found)}
    return guide.model_copy(update={"others": {**guide.others, **others}}) if others else guide


def with_others_of_files(guide: Guide, catalog: Catalog) -> Guide:
    """Return the same for a catalogue whose guides were not read, from its folder's definitions."""
    wanted = _named_slugs(guide)
    if not wanted or catalog.root is None:
        return guide
    found = guides_of_files(wanted, catalog)
    others = {slug: _other_guide(found[slug]) for slug in sorted(found)}
    return guide.model_copy(update={"others": others})


def guides_of_files(slugs: Iterable[str], catalog: Catalog) -> dict[str, Guide]:
    """Return the guides of a catalogue's folder that have some slugs, as far as they can be read.

    They are as their files state them: nothing was checked against the catalogue.
    """
    wanted, found = set(slugs), dict[str, Guide]()
    if not wanted or catalog.root is None:
        return found
    for other in _likeliest_first(catalog, catalog.root, frozenset(wanted)):
        if other.slug in wanted:
            found[other.slug] = other
            wanted.remove(other.slug)
        if not wanted:
            break
    return found


def names_of_files(catalog: Catalog) -> frozenset[str]:
    """Return the names of the definitions in a catalogue's folder, which are mostly their slugs."""
    if catalog.root is None:
        return frozenset()
    return frozenset(map(_name, _addresses(catalog, catalog.root)))


def _named_slugs(guide: Guide) -> frozenset[str]:
    """Return the slugs of the guides that a guide's prose may name, before it is parsed."""
    texts = [text for each in guide.sections for text in (each.title, each.body)]
    return frozenset(
        (match["role"] or match["link"]).strip()
        for text in texts
        if "guide" in text
        for match in _NAMED.finditer(text)
    )


def _other_guide(guide: Guide) -> OtherGuide:
    return OtherGuide(title=guide.title, language=guide.language, origin=guide.origin)


def _likeliest_first(catalog: Catalog, root: Path, wanted: frozenset[str]) -> Iterator[Guide]:
    """Yield the guides of a folder that can be read, those first whose files are called like one."""
    files = sorted(_addresses(catalog, root), key=lambda file: _name(file) not in wanted)
    for file in files:
        try:
            other = _read(file, catalog)
        except InputError:
            continue  # its own faults are reported where it is read
        if other is not None:
            yield catalog.with_defaults(other)


def _addresses(catalog: Catalog, root: Path) -> Iterator[Path]:
    """Yield the definitions of a folder, and the addresses of guides that templates make."""
    templates = frozenset(path.absolute() for path in templates_of(catalog))
    for file in definition_files(root, catalog.definitions, root).files:
        if file.absolute() not in templates:
            yield file
    for template in sorted(templates):
        # Only here: a catalogue without templates needs nothing that runs them.
        from guidepub.loading.templated.rows import row_addresses

        try:
            yield from row_addresses(template, catalog)
        except InputError:
            continue


def _read(file: Path, catalog: Catalog) -> Guide | None:
    """Return the guide of a file or at a row's address, or None for a file that is not a definition.

    Raises:
        InputError: it cannot be read.
    """
    if template_of_row(file) is None:
        # Only here: what makes books reads no definitions, nor the YAML in them.
        from guidepub.loading.guides.definitions import read_definition

        return read_definition(file)[0] if is_definition(file) else None
    from guidepub.loading.templated.rows import read_row

    return read_row(file, catalog)[0]


def _name(file: Path) -> str:
    return file.name if template_of_row(file) is not None else name_of(file)

"""The meaning of a command's PATH arguments: catalogues, folders, files, or slugs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from guidepub.findings import InputError, did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.loading import (
    LoadedCatalog,
    Selection,
    definition_files,
    find_root,
    is_definition,
    name_of,
    select,
    survey,
    template_of_row,
    templates_of,
)
from guidepub.model import CATALOG_FILE, Catalog, Guide, slug_of

# How many neighbouring folders are searched for a guide that the current catalogue lacks.
_MOST_BESIDE = 20


def catalog_folder(named: str | None, option: str) -> Path:
    """Return the folder of the catalogue that an option names, or else of the current one.

    Raises:
        UsageError: no catalogue was named, and there is no current one.
    """
    return Path(named) if named else catalog_at_hand(f"one with {option}")


_A_GUIDE = "a guide or a folder"


def catalog_at_hand(naming: str = _A_GUIDE) -> Path:
    """Return the current catalogue: that of the current folder, of its `guides/`, or of a parent.

    `naming` is what the message asks for if there is none.

    Raises:
        UsageError: there is none.
    """
    root = root_at_hand()
    if root is None:
        if naming == _A_GUIDE and (lone := min(files_by_slug(Path()).values(), default=None)):
            naming = f"a guide, as in {lone.as_posix()}, or a folder"
        raise UsageError(
            f"There is no catalogue here. Name {naming}, or make one: guidepub init DIR"
        )
    return root


def root_at_hand() -> Path | None:
    """Return the folder of the current catalogue, or None if there is none."""
    here = Path()
    if (here / "guides" / CATALOG_FILE).is_file() and not (here / CATALOG_FILE).is_file():
        return here / "guides"
    return find_root(here)


def catalogs_of(paths: Sequence[str]) -> list[Catalog]:
    """Return the catalogues that the arguments of a command select, one for each.

    A file with faults gives a catalogue that has findings but no guides, so that the other
    arguments still count. Without arguments, the current catalogue is returned.

    Raises:
        UsageError: an argument is neither a path nor a slug, or two name the same slug.
        InputError: a `catalog.toml` has faults.
    """
    return [found.catalog for found in surveys_of(paths)]


def surveys_of(paths: Sequence[str]) -> list[LoadedCatalog]:
    """Return the same catalogues, including guides that cannot become books yet.

    Raises:
        UsageError: as `catalogs_of`.
        InputError: as `catalogs_of`.
    """
    surveys = [survey(found) for found in selections_of(paths)]
    refuse_twice(found.catalog for found in surveys)
    return surveys


def one_guide(name: str) -> tuple[Guide, Catalog, Path]:
    """Return the guide that an argument names, its catalogue, and the catalogue's folder.

    Raises:
        UsageError: it names several guides, or its catalogue is not in a folder.
        InputError: the guide has faults.
    """
    (survey,) = surveys_of([name])
    catalog = survey.catalog
    if len(catalog) > 1:
        raise UsageError(f"“{name}” has several guides. Name one of them.")
    if len(catalog) == 0:
        raise InputError(catalog.findings)
    if catalog.root is None:
        raise UsageError("The guide is not in a catalogue. Make one: guidepub init DIR")
    return next(iter(catalog.values())), catalog, catalog.root


def selections_of(paths: Sequence[str]) -> list[Selection]:
    """Return what the arguments of a command select, one for each, before guides are read.

    Raises:
        UsageError: an argument is neither a path nor a slug.
        InputError: a `catalog.toml` has faults.
    """
    return [select(path) for path in paths_of(paths)]


def paths_of(arguments: Sequence[str]) -> list[Path]:
    """Return the paths that the arguments of a command refer to, by default the current catalogue.

    Raises:
        UsageError: an argument is neither a path nor a slug. InputError: a `catalog.toml` has
        faults, and is needed to find a slug that is not a file's name.
    """
    if not arguments:
        return [catalog_at_hand()]
    named = {argument: Path(argument) for argument in arguments}
    slugs = [argument for argument, path in named.items() if not is_there(path)]
    folders = [path for path in named.values() if path.is_dir()]
    return list((named | files_of_slugs(slugs, folders)).values())


def refuse_twice(selected: Iterable[Iterable[str]]) -> None:
    """Refuse arguments if two of them select the same slug.

    Raises:
        UsageError: they do.
    """
    seen: set[str] = set()
    for slugs in map(frozenset, selected):
        if twice := seen & slugs:
            raise UsageError(f"Two arguments name the guide “{min(twice)}”.")
        seen |= slugs


def files_by_slug(root: Path) -> dict[str, Path]:
    """Return the definitions of a catalogue by the slugs that their file names give.

    They include the guides that templates make from rows, and the templates by their names.
    """
    try:
        selection = select(root, partly=True)
    except InputError:
        # Faults of the catalogue are reported when it is opened.
        files = tuple(file for file in definition_files(root).files if is_definition(file))
    else:
        templates = (file for file in templates_of(selection.catalog) if file.is_file())
        files = (*templates, *selection.definitions())
    return {slug_of(name_of(file)): file for file in files}


def is_there(path: Path) -> bool:
    """Return whether a path is a file, a folder, or a guide that a template makes from a row."""
    return os.path.exists(path) or template_of_row(path) is not None


def files_of_slugs(slugs: Sequence[str], folders: Sequence[Path] = ()) -> dict[str, Path]:
    """Return the definitions in the current catalogue with these slugs, in the same order.

    `folders` are other arguments of the command: a slug that is only in one of them is an error
    that names its file.

    Raises:
        UsageError: there is no current catalogue, or no such guide in it.
    """
    if not slugs:
        return {}
    try:
        root = catalog_at_hand()
    except UsageError as error:
        file = _file_in((Path(), *folders), slugs[0])
        hint = f"Did you mean “{file.as_posix()}”?" if file else str(error)
        raise UsageError(f"There is no file or folder “{slugs[0]}”. {hint}") from error
    by_name = found = files_by_slug(root)
    if any(slug not in by_name for slug in slugs):
        # Only as a last resort: every guide is read for the slug that it states.
        guides = survey(select(root, partly=True)).catalog.values()
        found = {each.slug: each.origin for each in guides if each.origin is not None} | by_name
    if unknown := next((slug for slug in slugs if slug not in found), None):
        file = _file_in(folders, unknown)
        hint = f"Did you mean “{file.as_posix()}”?" if file else _hint(unknown)
        hint = hint or did_you_mean(unknown, by_name)
        raise UsageError(f"There is no file, folder or slug “{unknown}”. {hint}")
    return {slug: found[slug] for slug in slugs}


def _file_in(folders: Iterable[Path], slug: str) -> Path | None:
    """Return the definition with a slug in the first folder that has one, or None."""
    return next((file for folder in folders if (file := files_by_slug(folder).get(slug))), None)


def _hint(slug: str) -> str:
    """Return a hint if a catalogue in a subfolder has the guide, or else an empty string."""
    for file in sorted(Path().glob("*/catalog.toml"))[:_MOST_BESIDE]:
        if found := files_by_slug(file.parent).get(slug):
            folder = file.parent.as_posix()
            return f"The catalogue in {folder} has it: cd {folder}, or name {found.as_posix()}."
    return ""

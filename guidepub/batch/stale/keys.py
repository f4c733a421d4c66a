"""The dependencies of a book's files as fingerprints, and why a file is out of date.

The fingerprints are taken from the assembled book, since only it has the rows, notices and words
that the definition uses: a file is rebuilt exactly when one of them differs.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from guidepub.batch.kept.records import InputFile, InputRole
from guidepub.batch.stale.versions import versions
from guidepub.files import hash_file, sha256
from guidepub.loading import prose_of
from guidepub.markdown import references
from guidepub.model import Book, Catalog, Guide, OwedNotice
from guidepub.model.validation.frozen import AS_FILLED
from guidepub.tables import is_text_file
from guidepub.themes import Theme, profile_file
from guidepub.words.typography import AS_WRITTEN

_REASONS: Mapping[str, str] = {
    "access": "what is said and claimed of accessibility has changed",
    "cluster": "the colours or tools of the cluster have changed",
    "definition": "the definition has changed",
    "imprint": "the imprint has changed",
    "phrases": "the catalogue’s own phrases have changed",
    "press": "the press settings have changed",
    "screen": "the settings of the edition for reading have changed",
    "terms": "the ISBN, the price or the first year has changed",
    "theme": "the theme has changed",
    "trim": "the trim size has changed",
}


# Fields in which the products of a guide differ.
_PRODUCT_FIELDS = {"isbn", "price", "first_published", "trade"}

# The places of a theme's files on this machine, which do not matter.
_FOLDERS = {"templates", "styles", "shared", "lent", "own", "homes", "state"}

# Distinguishes images with the same name inside a book.
_IMAGE_MARK = re.compile(r"-[0-9a-f]{8}(?=\.[a-z]+$)")


def parts_of(book: Book) -> dict[str, str]:
    """Return a fingerprint for everything that a book's files depend on.

    They are the same for all editions, which share their layout, including the press settings. The
    catalogue's commit is not among them: a file names the commit it was made from.
    """
    apart = {"accessibility", "claims", "cluster", "guide", "imprint", "leaves", "notices", "phrases", "pictures", "press",
             "published", "revision", "screen", "theme", "trim"}  # fmt: skip
    parts = {
        "cluster": digest(repr(book.cluster)),
        "definition": digest(
            book.guide.model_dump_json(exclude=_PRODUCT_FIELDS, context=AS_FILLED)
        ),
        "terms": digest(book.guide.model_dump_json(include=_PRODUCT_FIELDS, context=AS_FILLED)),
        "imprint": digest(book.imprint.model_dump_json()),
        "text": digest(*(leaf.model_dump_json() for leaf in book.leaves)),
        "setting": digest(book.model_dump_json(exclude=apart)),
        "phrases": digest(json.dumps([book.phrases.tag, book.phrases.table], sort_keys=True)),
        "press": digest(book.press.model_dump_json()),
        "screen": digest(book.screen.model_dump_json()),
        "access": digest(book.accessibility.model_dump_json()),
        "theme": theme_digest(book.theme),
        "trim": digest(book.trim.model_dump_json()),
        "date": book.published.isoformat(),
        "versions": ", ".join(f"{name} {version}" for name, version in versions().items()),
    }
    for notice in book.notices:
        parts[f"notice {notice.id}"] = _version(notice)
    for picture in book.pictures:
        parts[f"image {picture.href}"] = hash_file(picture.path) or ""
    return parts


# Files that have no part of their own in a book.
_CALLED: Mapping[InputRole, str] = MappingProxyType({"table": "table", "guide": "other guide"})


def reasons(
    old: Mapping[str, str],
    new: Mapping[str, str],
    before: tuple[InputFile, ...],
    now: tuple[InputFile, ...],
) -> tuple[str, ...]:
    """Return in words which parts differ, given the files that both were made from."""
    found = [*_differences(old, new)]
    if not found and old != new:
        was = {file.sha256 for file in before if file.role in _CALLED}
        others = [
            f"the {_CALLED[file.role]} {Path(file.path).name} has changed"
            for file in now
            if file.role in _CALLED and file.sha256 not in was
        ]
        found += others or ["other words come out of the same definition"]
    return tuple(found)


def _differences(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        # These follow from the others, or else from a table.
        if was == now or name in ("text", "setting"):
            continue
        kind, _, which = name.partition(" ")
        if name == "versions":
            yield _versions_changed(was or "", now or "")
        elif name == "date":
            yield f"the date is {now}, not {was}"
        elif kind == "notice":
            yield _notice_changed(which, was, now)
        elif kind == "image":
            change = "has changed" if was and now else "is new" if now else "is gone"
            yield f"the image {_IMAGE_MARK.sub('', which.removeprefix('images/'))} {change}"
        else:
            yield _REASONS[name]


def _notice_changed(name: str, was: str | None, now: str | None) -> str:
    if now is None:
        return f"the notice “{name}” is no longer owed"
    if was is None:
        return f"the notice “{name}” is owed now"
    (old, new) = (text.partition(" ")[0] for text in (was, now))
    return f"the notice “{name}” has changed" + (f", {old} to {new}" if old != new else "")


def _versions_changed(was: str, now: str) -> str:
    changed = sorted(set(now.split(", ")) - set(was.split(", ")))
    return f"other versions are in use: {', '.join(changed) or 'fewer libraries'}"


def _version(notice: OwedNotice) -> str:
    """Return a notice's version, for readers, and a fingerprint of everything printed for it."""
    return f"v{notice.version} {digest(notice.model_dump_json())}"


@functools.lru_cache(maxsize=32)
def theme_digest(theme: Theme) -> str:
    """Return a fingerprint of a theme: its settings, and all its files with their content."""
    files = theme.files() | {path.name: path for path in sorted(profile_file("").glob("*.icc"))}
    return digest(
        theme.model_dump_json(exclude=_FOLDERS),
        *(f"{name} {hash_file(path)}" for name, path in files.items()),
    )


def used_files(guide: Guide, catalog: Catalog) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the tables and images that a guide uses."""
    asked = [reference for text in prose_of(guide, AS_WRITTEN) for reference in references(text)]
    tables = frozenset(found.name for found in asked if found.kind == "table")
    images = {found.name for found in asked if found.kind == "image"}
    if guide.cover is not None:
        images.add(guide.cover.image)
    facts = (*guide.facts.values(), *catalog.facts.values())
    tables |= {fact.table for fact in facts if fact.table is not None}
    if "programs" in tables:
        tables |= {imprint.programs for imprint in catalog.all_imprints if imprint.programs}
    named = (found.name for found in asked if found.kind == "file")
    files = frozenset(name for name in named if is_text_file(name))
    return tables & catalog.data.keys() | files, frozenset(images)


def digest(*texts: str) -> str:
    """Return a unique fingerprint of several texts."""
    return sha256("".join(f"{len(text)}:{text}" for text in texts).encode())

"""Finds the outputs that are up to date, without building or even reading them.

A book's files are up to date if everything they were made from is unchanged: the definition, its
tables and images, the theme, and the catalogue's settings. If the catalogue or a table has changed,
only the assembled book can tell, and the job decides.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from guidepub.batch.kept.records import InputFile, Record, input_file
from guidepub.batch.stale.keys import digest, theme_digest
from guidepub.batch.stale.versions import versions
from guidepub.checks.validated.certificates import certificate_file
from guidepub.files import hash_file, is_within, resolved, sha256, stamp
from guidepub.files.dates import build_date
from guidepub.findings import InputError
from guidepub.findings.errors import GuidepubError
from guidepub.loading import template_of_row
from guidepub.model import Catalog, Guide, Imprint
from guidepub.model.validation.frozen import AS_FILLED
from guidepub.themes import find_theme
from guidepub.words.characters import printable

_DATE = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


class Inspector:
    """Compares records with a catalogue and the files on disk.

    Every file is examined only once, so an inspector is a snapshot. `output` is the folder of the
    outputs, `day` the day of the build.
    """

    def __init__(
        self, catalog: Catalog, output: Path, imprint: Imprint | str | None = None
    ) -> None:
        self._catalog, self._root, self.output = catalog, catalog.root, output
        self.day = build_date().isoformat()
        self.context = _context(catalog, imprint, self.day)
        self._stamps: dict[str, str | None] = {}
        self._hashes: dict[str, str | None] = {}
        self._themes: dict[str, str] = {}

    def intact(self, record: Record) -> bool:
        """Return whether a record's output is unchanged, and its certificate with it."""
        return self._holds(self._path(record), record.stamp, record.sha256) and (
            not record.certificate or self._is_certified(record)
        )

    def damage(self, record: Record) -> str:
        """Return in words what happened to an output that is not intact."""
        if record.certificate and not self._is_certified(record):
            return "its certificate is missing, or has been changed"
        there = os.path.isfile(self._path(record))
        return "its file was changed since" if there else "its file is gone"

    def unchanged(self, record: Record) -> bool:
        """Return whether the catalogue and a record's files are as they were.

        The definition is left to the caller, who may have read it.
        """
        return (
            record.context == self.context
            and record.day in ("", self.day)
            and record.parts.get("theme") == self._theme(record.theme)
            and all(self._same(file) for file in record.inputs if file.role != "definition")
        )

    def current(self, record: Record) -> bool:
        """Return whether a record's output exists and is up to date, without reading its definition."""
        files = [file for file in record.inputs if file.role == "definition"]
        known = bool(files) and all(self._same(file) for file in files)
        return known and self.unchanged(record) and self.intact(record)

    def refreshed(self, record: Record, definition: InputFile | None = None) -> Record:
        """Return a valid record with the current stamps of its files.

        `definition` replaces the recorded one.
        """
        kept = [
            file.model_copy(update={"stamp": self._stamps.get(file.path, file.stamp)})
            for file in record.inputs
            if definition is None or file.role != "definition"
        ]
        inputs = (*([definition] if definition else ()), *kept)
        path = self._path(record)
        update = {"inputs": inputs, "stamp": self._stamps.get(path, record.stamp)}
        return record.model_copy(update=update)

    def _is_certified(self, record: Record) -> bool:
        return hash_file(certificate_file(self.output / record.path)) == record.certificate

    def _path(self, record: Record) -> str:
        return str(self.output / record.path)

    def _same(self, file: InputFile) -> bool:
        return self._holds(file.path, file.stamp, file.sha256, self._root)

    def _holds(self, path: str, known: str, sha256: str, root: Path | None = None) -> bool:
        """Return whether a file's content is as recorded; it is only read if its stamp differs.

        A file outside of a root is not read, and does not count as recorded.
        """
        if path not in self._stamps:
            self._stamps[path] = stamp_of(Path(path), self._catalog)
        if self._stamps[path] == known:
            return True
        if path not in self._hashes:
            may_read = self._stamps[path] and (root is None or is_within(Path(path), root))
            self._hashes[path] = digest_of(Path(path), self._catalog) if may_read else None
        return self._hashes[path] == sha256

    def _theme(self, name: str) -> str:
        if name not in self._themes:
            try:
                self._themes[name] = theme_digest(find_theme(name, self._root))
            except GuidepubError:
                self._themes[name] = ""
        return self._themes[name]


def definition_file(file: Path, catalog: Catalog) -> InputFile | None:
    """Return a definition as it is now, or None if it cannot be read.

    For a guide that a template makes from a row, it is the template with this row, so that changes
    in other rows do not matter.
    """
    if template_of_row(file) is None:
        return input_file("definition", file)
    now, found = stamp_of(file, catalog), digest_of(file, catalog)
    if now is None or found is None:
        return None
    return InputFile(role="definition", path=str(file.absolute()), stamp=now, sha256=found)


def named_guides(guide: Guide, catalog: Catalog) -> tuple[InputFile, ...]:
    """Return the definitions of the guides that a guide mentions or contains, as they are now."""
    others = [other.origin for each in (guide, *guide.members) for other in each.others.values()]
    origins = dict.fromkeys([*(each.origin for each in guide.members), *others])
    files = (definition_file(origin, catalog) for origin in origins if origin is not None)
    return tuple(file.model_copy(update={"role": "guide"}) for file in files if file is not None)


def stamp_of(file: Path, catalog: Catalog) -> str | None:
    """Return a stamp that changes whenever an input does, or None if the input no longer exists."""
    if template_of_row(file) is None:
        return stamp(file)
    # Imported here and below: a catalogue without templates does not need the code that runs them.
    from guidepub.loading import row_stamp

    try:
        return row_stamp(file, catalog)
    except InputError:
        return None


def digest_of(file: Path, catalog: Catalog) -> str | None:
    """Return a fingerprint of an input's content, or None if it cannot be read."""
    if template_of_row(file) is None:
        return hash_file(file)
    from guidepub.loading import row_digest

    return row_digest(file, catalog)


def origin_of(file: Path | None) -> str:
    """Return the name of a definition in the ledger; a guide without a file has none."""
    return printable(str(resolved(file))) if file is not None else ""


def guide_digest(guide: Guide) -> str:
    """Return a fingerprint of a guide that does not depend on the place of its file."""
    return digest(guide.model_dump_json(context=AS_FILLED))


def _context(catalog: Catalog, imprint: Imprint | str | None, day: str) -> str:
    """Return a fingerprint of everything that books take from their catalogue and from this program."""
    settings = catalog.model_dump_json()
    brand = imprint.model_dump_json() if isinstance(imprint, Imprint) else str(imprint)
    # A notice may come into force or lapse on a day that the catalogue names.
    past = [date for date in sorted(set(_DATE.findall(settings))) if date <= day]
    given = [f"{name} {sha256(data)}" for name, data in sorted(catalog.pictures.items())]
    given.append(catalog.citation_style)
    words = json.dumps({tag: dict(own) for tag, own in catalog.phrases.items()}, sort_keys=True)
    tools = [f"{name} {version}" for name, version in versions().items()]
    ledger = catalog.ledger.model_dump_json()
    return digest(settings, ledger, brand, words, *past, *given, *tools)

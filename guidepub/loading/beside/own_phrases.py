"""A catalogue's own phrases: `phrases/xx.toml`, one file a language or region."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from guidepub.figures.locales import is_language, locale_of
from guidepub.files import hold_inside, read_text
from guidepub.files.folders import listing
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.formats.documents import Document, check_text
from guidepub.loading.formats.toml_reader import read_toml
from guidepub.phrases import PhraseTable, languages
from guidepub.phrases.judging import phrase_findings
from guidepub.words.languages import primary_language

PHRASES_FOLDER = "phrases"
"""The folder of a catalogue that holds its phrases."""

_SUFFIX = ".toml"
_LIMIT = 128 * 1024
_TAG = re.compile(r"[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?")


def read_phrases(root: Path) -> tuple[dict[str, PhraseTable], list[Finding]]:
    """Return a catalogue's own phrases by the tags of their languages, and all their faults.

    Phrases with faults are left out.
    """
    if not (root / PHRASES_FOLDER).is_dir():
        return {}, []
    found = listing(root / PHRASES_FOLDER)
    tables: dict[str, PhraseTable] = {}
    findings = list(found.findings)
    paths = {path.stem: path for path in found.files if is_phrase_file(path)}
    for tag, path in paths.items():
        try:
            document = _read(path, root)
        except InputError as error:
            findings += error.findings
            continue
        faults = [*document.findings, *_faults(tag, document, paths)]
        if not faults:
            tables[tag] = document.data
        findings += faults
    return tables, findings


def is_phrase_file(path: Path) -> bool:
    """Return whether a file of the folder holds phrases; hidden ones do not."""
    return path.suffix == _SUFFIX and not path.name.startswith((".", "_"))


def is_phrase_tag(tag: str) -> bool:
    """Return whether a tag is one that phrases may have: of a language, or with its region."""
    if not _TAG.fullmatch(tag) or not is_language(tag):
        return False
    return locale_of(tag).language == primary_language(tag)


def _read(path: Path, root: Path) -> Document:
    hold_inside(path, root, f"The file “{path.name}”")
    text = read_text(path, _LIMIT)
    check_text(path, text)
    return read_toml(path, text)


def _faults(tag: str, document: Document, known: Mapping[str, Path]) -> list[Finding]:
    code = primary_language(tag)
    if not is_phrase_tag(tag):
        message = f"“{tag}” is not a language."
        remedy = "Name the file by a language as in nl.toml, or by a region as in pt-PT.toml."
        return [Finding(Place(str(document.path)), "C005", message, remedy)]
    is_region = tag != code
    if is_region and code not in languages() and code not in known:
        message = f"There are no phrases in “{code}” that these could be added to."
        remedy = f"Name the file {code}{_SUFFIX}."
        return [Finding(Place(str(document.path)), "C005", message, remedy)]
    is_addition = is_region or code in languages()
    return list(phrase_findings(document.data, document.place, is_addition))

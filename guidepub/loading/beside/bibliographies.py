"""The works that a catalogue takes from a bibliography: a file of BibTeX, BibLaTeX or CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from guidepub.bibliography import BibliographyEntry, Trouble, read_bibtex, source_data
from guidepub.files import hold_inside, read_text
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.formats.documents import Document, check_text
from guidepub.loading.formats.faults import faults_by_path
from guidepub.loading.formats.json_reader import read_json
from guidepub.model import Source
from guidepub.model.validation.faults import findings_of

_LIMIT = 1024 * 1024
_FILE = "file"
_MOST = 5_000
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")
_ENDINGS = (".bib", ".json")


def read_bibliography(document: Document, root: Path) -> None:
    """Put the works of bibliographies where `catalog.toml` names their files.

    A source that the catalogue states itself comes first, then the first of several files. What
    is wrong with an entry is reported at its line.
    """
    stated = document.data.get("sources")
    names = stated.get(_FILE) if isinstance(stated, dict) else None
    if not isinstance(stated, dict) or isinstance(names, dict) or names is None:
        return
    del stated[_FILE]
    for index, name in enumerate(names if isinstance(names, list) else [names]):
        is_listed = isinstance(names, list)
        place = document.place(("sources", _FILE, *((index,) if is_listed else ())))
        if not isinstance(name, str) or not name.lower().endswith(_ENDINGS):
            message = "The name of a file that ends in .bib or .json is expected here."
            document.findings.append(Finding(place, "D011", message, 'Write file = "works.bib".'))
            continue
        try:
            found, faults = _sources_of(root, name, place)
        except InputError as error:
            document.findings += error.findings
            continue
        document.findings += faults
        for key, data in found.items():
            stated.setdefault(key, data)


def _sources_of(
    root: Path, name: str, place: Place
) -> tuple[dict[str, dict[str, object]], list[Finding]]:
    path = root / name
    hold_inside(path, root, f"The bibliography “{name}”", place)
    text = read_text(path, _LIMIT)
    check_text(path, text)
    read = _json_entries if path.suffix.lower() == ".json" else _bibtex_entries
    entries, troubles = read(path, text)
    findings = [_finding(path, trouble) for trouble in troubles]
    if len(entries) > _MOST:
        message = f"The bibliography has more than {_MOST:,} works."
        trouble = Trouble(entries[_MOST].line, message, "Keep those that are cited.")
        findings.append(_finding(path, trouble))
    found: dict[str, dict[str, object]] = {}
    for entry in entries[:_MOST]:
        key = entry.key
        if not _KEY.fullmatch(key):
            message = f"The key “{key[:80]}” has characters that are not allowed in keys."
            remedy = "Use English letters and digits, with _ . : - between them."
            findings.append(_finding(path, Trouble(entry.line, message, remedy)))
            continue
        if key in found:
            message = f"The key “{key}” occurs twice."
            findings.append(
                _finding(path, Trouble(entry.line, message, "Give one of them another key."))
            )
            continue
        data = source_data(entry.item)
        faults = list(_faults(path, entry, data))
        findings += faults
        if not faults:
            found[key] = data
    return found, findings


def _bibtex_entries(path: Path, text: str) -> tuple[list[BibliographyEntry], list[Trouble]]:
    try:
        return read_bibtex(text)
    except ImportError as error:
        remedy = "Run: pip install 'guidepub[citations]'"
        message = "BibTeX needs an extra."
        raise InputError([Finding(Place(str(path)), "C013", message, remedy)]) from error


def _json_entries(path: Path, text: str) -> tuple[list[BibliographyEntry], list[Trouble]]:
    # Programs write a list; lines stay as they are.
    document = read_json(path, f'{{"items":{text}}}')
    if document.findings:
        raise InputError(document.findings)
    items = document.data["items"]
    if not isinstance(items, list):
        return [], [Trouble(1, "A list of works is expected here.", 'Begin with [{"id": …')]
    entries, troubles = [], []
    for index, item in enumerate(items[: _MOST + 1]):
        line = document.place(("items", index)).line or 1
        key = item.get("id", item.get("citation-key")) if isinstance(item, dict) else None
        if not isinstance(item, dict) or not str(key or ""):
            message = "A work needs an “id”, by which it is cited."
            troubles.append(Trouble(line, message, 'Give it one: "id": "bls2024".'))
        else:
            entries.append(BibliographyEntry(str(key), line, cast(Mapping[str, object], item)))
    return entries, troubles


def _faults(path: Path, entry: BibliographyEntry, data: dict[str, Any]) -> Iterator[Finding]:
    """Yield the faults that keep a work from being a source, at the line of its entry."""
    try:
        Source.model_validate(data)
    except (ValidationError, InputError) as error:
        cause = error if isinstance(error, ValidationError) else error.__cause__
        document = Document(path, data)
        faults = faults_by_path(cast(ValidationError, cause), document)
        for (where, _), finding in zip(
            faults.items(), findings_of(faults, Source, document), strict=True
        ):
            field = f", {where[0]}" if where else ""
            yield replace(
                finding,
                place=Place(str(path), entry.line, 1),
                code="C013",
                message=f"“{entry.key}”{field}: {finding.message}",
            )


def _finding(path: Path, trouble: Trouble) -> Finding:
    place = Place(str(path), trouble.line, 1)
    return Finding(place, "C013", trouble.message, trouble.remedy)

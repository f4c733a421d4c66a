"""Imports texts in other formats (plain text, saved pages, Markdown, Word …) as definitions.

Files may be hostile, so they are read in a separate process with limits. Nothing is lost
silently: whatever a definition lacks is marked in it, and appears in the findings and the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from guidepub.files import private_folder, read_bytes, read_text, sha256, write_bytes
from guidepub.files.folders import Paths, paths_given
from guidepub.findings import Finding, InputError, Place, Severity, errors_of
from guidepub.findings.errors import UsageError
from guidepub.importing.definitions import is_edited, origin_of, with_slug
from guidepub.importing.intake import files_to_import, folder_of, holds_several
from guidepub.importing.originals.foreign import (
    LARGEST_PICTURE,
    PICTURE_NAME,
    FilePart,
    ForeignText,
)
from guidepub.importing.originals.refusals import refusal_of_several
from guidepub.importing.originals.skipped_files import skipped_files
from guidepub.loading import find_root
from guidepub.model import Guide, numbered_slug
from guidepub.words.characters import printable
from guidepub.workers.confinement import confined

SECONDS = 20
"""Limit of processor time and of wall time for one file, in seconds."""

MEMORY = 1536 * 1024**2
"""Limit of the process's address space, in bytes."""


_LIMIT = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Import:
    """The result of importing one text, which is a file or a part of one.

    `name` is the path, with the part if there are several. `state` is `new`, `overwritten`,
    `failed`, or `left out` for a part of a file that is not a guide. `target` is the path of the
    definition, and `text` the definition itself, empty if none could be made. `report` is plain
    data ready for JSON, with a row for each paragraph of the original.
    """

    path: Path
    name: str
    target: Path | None
    text: str
    state: str
    findings: tuple[Finding, ...]
    report: Mapping[str, Any]


def import_guide(path: Path | str) -> tuple[Guide, list[Finding]]:
    """Import one file, and return its guide and the findings on it.

    Raises:
        InputError: the file cannot be turned into a guide.
        UsageError: there is no such file.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"There is no file “{path}”.")
    text = ForeignText(path)
    answer = next(iter(_answers([text.as_item()], _settings())))
    if "parts" in answer:
        raise refusal_of_several(str(path), len(answer["parts"]))
    findings = _findings(answer, text)
    if not answer.get("guide") or errors_of(findings):
        raise InputError(findings)
    return Guide.model_validate(answer["guide"]), findings


def import_all(
    paths: Paths,
    output: Path,
    *,
    force: bool = False,
    dry_run: bool = False,
    untouched: bool = False,
) -> list[Import]:
    """Import files and folders into a folder of guides, and return the result for each text.

    The catalogue is the one that the output folder belongs to, or one of built-in defaults.
    Definitions that were edited after they were imported are overwritten only with `force`.
    With `dry_run` nothing is written.

    Raises:
        UsageError: a path does not exist, or contains nothing to import.
        InputError: the catalogue has faults.
        OSError: a definition cannot be written.
    """
    given = paths_given(paths)
    found = files_to_import(given)
    root = find_root(output)
    results = [
        _result(ForeignText(Path(each.place.path)), {}, None, _state_of([each]), [each])
        for each in found.findings
    ]
    texts, own_results = _texts(found.files)
    texts = [replace(text, folder=folder_of(text.path, given)) for text in texts]
    results += own_results
    made: dict[Path, ForeignText] = {}
    with private_folder() as waiting:
        order = _settings(root or output, root is not None, untouched, output, waiting)
        for text, answer in _all_answers(texts, order):
            if "parts" in answer:
                results += _file_results(text, answer)
                continue
            done = _write_definition(text, answer, output, made, force, dry_run)
            if not dry_run and done.state != "failed":
                _copy_pictures(answer.get("pictures", []), Path(waiting), output)
            results.append(done)
    shown = {name for done in results for name in done.report["pictures"]}
    for folder, names in found.others.items():
        left_out = skipped_files(names, str(folder), shown)
        results += [_result(ForeignText(folder), {}, None, "left out", [each]) for each in left_out]
    return results


def _all_answers(
    texts: Sequence[ForeignText], order: Mapping[str, Any]
) -> Iterator[tuple[ForeignText, dict[str, Any]]]:
    """Yield each text with its answer, followed by the texts inside it if it turns out to hold several."""
    while texts:
        inner: list[ForeignText] = []
        asked = [text.as_item() for text in texts]
        for text, answer in zip(texts, _answers(asked, order), strict=True):
            inner += [replace(text, part=FilePart(**part)) for part in answer.get("parts", [])]
            yield text, answer
        texts = inner


def _texts(files: Sequence[Path]) -> tuple[list[ForeignText], list[Import]]:
    """Return the texts in files, and the results for those files that hold several texts."""
    several = [ForeignText(file) for file in files if holds_several(file)]
    asked = [text.as_item(for_parts=True) for text in several]
    parts: dict[Path, list[ForeignText]] = {}
    results: list[Import] = []
    for text, answer in zip(several, _answers(asked, _settings()), strict=True):
        path = text.path
        parts[path] = [ForeignText(path, FilePart(**part)) for part in answer.get("parts", [])]
        results += _file_results(text, answer)
    return [text for file in files for text in parts.get(file, [ForeignText(file)])], results


def _file_results(source: ForeignText, answer: Mapping[str, Any]) -> list[Import]:
    """Return a result with the findings on a file of several texts as a whole, if there are any."""
    findings = _findings(answer, source)
    return [_result(source, {}, None, _state_of(findings), findings)] if findings else []


def _state_of(findings: Sequence[Finding]) -> str:
    """Return the state of a file from which no text was imported, given the findings on it."""
    return "failed" if errors_of(findings) else "left out"


def _settings(
    root: Path | None = None,
    is_catalog: bool = False,
    untouched: bool = False,
    output: Path = Path(),
    pictures: str = "",
) -> dict[str, Any]:
    """Return what the confined process has to know apart from the texts.

    `pictures` is a folder where it may leave the texts' pictures.
    """
    return {
        "root": str(root) if root is not None else None,
        "is_catalog": is_catalog,
        "untouched": untouched,
        "output": str(output),
        "pictures": pictures,
    }


def _answers(
    items: Sequence[Mapping[str, Any]], order: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for answer in confined("guidepub.importing.worker", order, items, SECONDS, MEMORY):
        yield answer or {}


def _write_definition(
    source: ForeignText,
    answer: Mapping[str, Any],
    output: Path,
    made: dict[Path, ForeignText],
    force: bool,
    dry_run: bool,
) -> Import:
    """Write one definition, unless it has errors or would overwrite another, and return the result."""
    findings = _findings(answer, source)
    text: str = answer.get("text", "")
    target = output / f"{answer['slug']}.md" if text else None
    state = "failed"
    # A definition that lacks a section is written all the same; its book is not built until the
    # section has text.
    if target is not None and {fault.code for fault in errors_of(findings)} <= {"I013"}:
        if target in made:
            first, target = made[target], _free_path(target, made)
            text = with_slug(text, target.stem)
            message = f"{first.name} has the same title; this text became {target.name}."
            remedy = "Give one another title."
            if any(finding.code == "I010" for finding in findings):
                message = f"The text has no title, and {first.name} already has its name; "
                message += f"it became {target.name}."
                remedy = "Give it a title."
            findings.append(_warning(source.place, "I017", message, remedy))
        if not force and (fault := _overwriting_fault(target, text)):
            findings.append(fault)
        else:
            made[target] = source
            state = "new" if not target.exists() else "overwritten"
            if not dry_run:
                write_bytes(target, text.encode())
    return _result(source, {**answer, "text": text}, target, state, findings)


def _copy_pictures(names: Sequence[str], waiting: Path, output: Path) -> None:
    """Copy the pictures of a definition next to it, without replacing any that exist."""
    for name in names:
        if PICTURE_NAME.fullmatch(name) and not (output / name).exists():
            write_bytes(output / name, read_bytes(waiting / name, LARGEST_PICTURE))


def _free_path(target: Path, made: Mapping[Path, ForeignText]) -> Path:
    """Return the first path with a number after its name that no text of this import has taken."""
    paths = (target.with_stem(numbered_slug(target.stem, number)) for number in count(2))
    return next(path for path in paths if path not in made)


def _result(
    source: ForeignText,
    answer: Mapping[str, Any],
    target: Path | None,
    state: str,
    findings: Sequence[Finding],
) -> Import:
    text: str = answer.get("text", "")
    report = {
        "source": printable(str(source.path)),
        "part": source.part.key if source.part else None,
        "definition": printable(str(target)) if target and state != "failed" else None,
        "state": state,
        "sha256": sha256(text.encode()) if text else None,
        "facts": answer.get("facts", []),
        "pictures": answer.get("pictures", []),
        "paragraphs": answer.get("paragraphs", []),
        "findings": [finding.as_dict() for finding in findings],
    }
    return Import(source.path, source.name, target, text, state, tuple(findings), report)


def _overwriting_fault(target: Path, text: str) -> Finding | None:
    """Return why an existing definition may not be overwritten, as a finding, or None."""
    if not target.exists():
        return None
    try:
        there = read_text(target, _LIMIT)
    except InputError as error:
        return error.findings[0]
    if there == text:
        return None
    if not is_edited(there):
        if origin_of(there) == origin_of(text):
            return None
        message = f"The definition was imported from another file, {origin_of(there)}."
        return Finding(Place(str(target)), "I009", message, "Use --force to overwrite it.")
    message = "The definition was edited since it was imported, or was never imported."
    return Finding(Place(str(target)), "I008", message, "Use --force to overwrite it.")


def _findings(answer: Mapping[str, Any], source: ForeignText) -> list[Finding]:
    if not answer:
        message = (
            f"The text could not be read within {SECONDS} seconds and {MEMORY // 1024**2} MiB."
        )
        return [
            Finding(
                Place(source.place), "I003", message, "Split it, or look for unusually large parts."
            )
        ]
    return [
        Finding(
            Place(**data["place"]),
            data["code"],
            data["message"],
            data["remedy"],
            Severity(data["severity"]),
        )
        for data in answer["findings"]
    ]


def _warning(place: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(Place(place), code, message, remedy, Severity.WARNING)

"""Foreign texts to definitions: plain text, saved pages, Markdown of other tools, Word.

Files are anybody's, so they are read in a process of their own with limits. Nothing is lost
silently: what a definition does not say is marked in it, told as a finding, and in the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidepub.files import fault_of_file, is_within, read_text, sha256, write_bytes
from guidepub.files.folders import Listing, Paths, files_below, paths_given
from guidepub.findings import Finding, InputError, Place, Severity, errors_of
from guidepub.findings.errors import UsageError
from guidepub.importing.definitions import is_edited, origin_of
from guidepub.loading import find_root
from guidepub.model import Guide
from guidepub.words.characters import printable
from guidepub.workers.confinement import confined

SECONDS = 20
"""Processor and wall time for one file."""

MEMORY = 1536 * 1024**2
"""Bytes of address space for the process."""


_LIMIT = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Import:
    """What became of one file.

    `target` is its definition's path, `text` its definition, empty where none could be made;
    `report` is plain data ready for JSON, with a row for each paragraph of the original.
    """

    path: Path
    target: Path | None
    text: str
    state: str
    findings: tuple[Finding, ...]
    report: Mapping[str, Any]


def import_guide(path: Path | str) -> tuple[Guide, list[Finding]]:
    """Return the guide that a foreign file gives, and what could not be settled.

    Raises:
        InputError: no guide can be made of it.
        UsageError: nothing is there, or its kind needs a library that is not installed.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"There is no file “{path}”.")
    answer = next(iter(_answers([path], None)))
    findings = _findings(answer, path)
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
    """Import files and folders into a folder of guides, and return what became of each.

    The catalogue is that of the output's folder; where there is none, one of built-in
    defaults. A definition that was edited since it was imported is written over only with
    `force`; with `dry_run` nothing is written.

    Raises:
        UsageError: a path is not there or holds nothing to import.
        InputError: the catalogue has faults.
        OSError: a definition cannot be written.
    """
    found = _files(paths_given(paths))
    root = find_root(output)
    is_catalog = root is not None
    results = [
        _result(Path(each.place.path), {}, None, "failed", [each]) for each in found.findings
    ]
    answers = _answers(found.files, root or output, is_catalog, untouched, output)
    made: dict[Path, Path] = {}
    for path, answer in zip(found.files, answers, strict=True):
        results.append(_placed(path, answer, output, made, force, dry_run))
    return results


def _answers(
    files: Sequence[Path],
    root: Path | None,
    is_catalog: bool = False,
    untouched: bool = False,
    output: Path = Path(),
) -> Iterator[dict[str, Any]]:
    order = {
        "root": str(root) if root is not None else None,
        "is_catalog": is_catalog,
        "untouched": untouched,
        "output": str(output),
    }
    for answer in confined(
        "guidepub.importing.worker", order, [str(file) for file in files], SECONDS, MEMORY
    ):
        if answer is not None and "usage" in answer:
            raise UsageError(answer["usage"])
        yield answer or {}


def _placed(
    path: Path,
    answer: Mapping[str, Any],
    output: Path,
    made: dict[Path, Path],
    force: bool,
    dry_run: bool,
) -> Import:
    """Write one definition where it belongs, unless something speaks against it."""
    findings = _findings(answer, path)
    text: str = answer.get("text", "")
    target = output / f"{answer['slug']}.md" if text else None
    state = "failed"
    if target is not None and not errors_of(findings):
        if target in made:
            message = f"{made[target]} gives the definition {target} too."
            remedy = "Give one of them another title, or import it elsewhere."
            findings.append(Finding(Place(str(path)), "I009", message, remedy))
        elif not force and (fault := _in_the_way(target, text)):
            findings.append(fault)
        else:
            made[target] = path
            state = "new" if not target.exists() else "overwritten"
            if not dry_run:
                write_bytes(target, text.encode())
    return _result(path, answer, target, state, findings)


def _result(
    path: Path,
    answer: Mapping[str, Any],
    target: Path | None,
    state: str,
    findings: Sequence[Finding],
) -> Import:
    text: str = answer.get("text", "")
    report = {
        "source": printable(str(path)),
        "definition": printable(str(target)) if target and state != "failed" else None,
        "state": state,
        "sha256": sha256(text.encode()) if text else None,
        "facts": answer.get("facts", []),
        "paragraphs": answer.get("paragraphs", []),
        "findings": [finding.as_dict() for finding in findings],
    }
    return Import(path, target, text, state, tuple(findings), report)


def _in_the_way(target: Path, text: str) -> Finding | None:
    """Return why a definition that is there already is not to be written over, if so."""
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
        return Finding(Place(str(target)), "I009", message, "Use --force to write over it.")
    message = "The definition was edited since it was imported, or was never imported."
    return Finding(Place(str(target)), "I008", message, "Use --force to write over it.")


def _findings(answer: Mapping[str, Any], path: Path) -> list[Finding]:
    if not answer:
        message = (
            f"The file could not be read within {SECONDS} seconds and {MEMORY // 1024**2} MiB."
        )
        return [Finding(Place(str(path)), "I003", message, "Split it; look for huge contents.")]
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


def _suffixes() -> tuple[str, ...]:
    """Return the endings of the files that are taken from a folder."""
    # Loaded here, since the readers load what reads pages.
    from guidepub.importing.reading import SUFFIXES

    return SUFFIXES


def _files(paths: Sequence[Path]) -> Listing:
    """Return the files to import in order; what cannot be read, or is not to be, is told."""
    files: list[Path] = []
    findings: list[Finding] = []
    for path in paths:
        if path.is_dir():
            found = _files_in(path)
            if not found.files and not found.findings:
                raise UsageError(
                    f"There is nothing to import in {path}. Known: {', '.join(_suffixes())}."
                )
            files += found.files
            findings += found.findings
        elif path.is_file():
            files.append(path)
        else:
            raise UsageError(f"There is no file or folder “{path}”.")
    return Listing(tuple(dict.fromkeys(files)), (), tuple(dict.fromkeys(findings)))


def _files_in(folder: Path) -> Listing:
    """Return what can be imported below a folder; a browser's folders of a page's parts are not."""
    below = files_below(
        folder, lambda name: not name.startswith(".") and not name.endswith("_files")
    )
    suffixes = _suffixes()
    known = [
        file
        for file in below.files
        if not file.name.startswith(".") and file.suffix.lower() in suffixes
    ]
    is_inside = {file: is_within(file, folder) for file in known}
    inside = [file for file in known if is_inside[file]]
    faults = {file: fault for file in inside if (fault := fault_of_file(file))}
    outside = [_outside(file) for file in known if not is_inside[file]]
    files = tuple(file for file in inside if file not in faults)
    return Listing(files, (), (*below.findings, *faults.values(), *outside))


def _outside(path: Path) -> Finding:
    return Finding(Place(str(path)), "I016", "The link leads out of the folder.", "Copy the file.")

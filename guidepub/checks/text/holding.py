"""Compares finished files with their text, in a process with limits, since they may be hostile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from guidepub.checks.opening.guarding import MEMORY, SECONDS, finding_of
from guidepub.findings import Finding, Place
from guidepub.model import Edition, Mark
from guidepub.words.manuscript import Manuscript
from guidepub.workers.confinement import confined

_WORKER = "guidepub.checks.text.worker"
_MANUSCRIPT = TypeAdapter(Manuscript)


def marks_of(files: Sequence[Path]) -> dict[Path, Mark]:
    """Return the marks of files; an empty mark for those that have none or are broken."""
    answers = confined(_WORKER, {}, [str(file) for file in files], SECONDS, MEMORY)
    return {
        file: Mark.model_validate((answer or {}).get("mark", {}))
        for file, answer in zip(files, answers, strict=True)
    }


def places_of(wanted: Mapping[Path, Sequence[str]]) -> dict[Path, tuple[tuple[str, ...], ...]]:
    """Return for each text of each file the names of the pages or documents that it is on.

    They are empty where it is nowhere or where the file cannot be read.
    """
    order = {"printed": {str(file): list(texts) for file, texts in wanted.items()}}
    answers = confined(_WORKER, order, list(order["printed"]), SECONDS, MEMORY)
    return {
        file: tuple(map(tuple, (answer or {}).get("places", [()] * len(texts))))
        for (file, texts), answer in zip(wanted.items(), answers, strict=True)
    }


def collated(wanted: Mapping[Path, tuple[Edition, Manuscript]]) -> list[Finding]:
    """Return the findings on text that finished files lack; another process reads them."""
    order: dict[str, Any] = {
        "editions": {str(file): edition for file, (edition, _) in wanted.items()},
        "manuscripts": {
            str(file): _MANUSCRIPT.dump_python(manuscript, mode="json")
            for file, (_, manuscript) in wanted.items()
        },
    }
    answers = confined(_WORKER, order, [str(file) for file in wanted], SECONDS, MEMORY)
    findings: list[Finding] = []
    for file, answer in zip(wanted, answers, strict=True):
        if answer is None or "error" in answer:
            reason = answer["error"] if answer else f"It takes more than {SECONDS} seconds."
            message = f"The file’s text cannot be read: {reason}"
            findings.append(Finding(Place(str(file)), "T008", message, "Create the file again."))
        else:
            findings += (finding_of(data) for data in answer["findings"])
    return findings

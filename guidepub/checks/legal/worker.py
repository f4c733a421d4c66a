"""The worker process that examines files for legal wording, with a line of JSON for each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guidepub.checks.legal.examining import examine
from guidepub.checks.legal.verdicts.sightings import Examination
from guidepub.checks.legal.wordings.register import WordingRegister, read_register
from guidepub.checks.painted.decoding import limit_decoding
from guidepub.findings.errors import kind_and_reason
from guidepub.workers.confinement import serve


def work() -> None:
    """Examine the files that the order on standard input names."""
    limit_decoding()
    # One order, one register: it is read with the first file.
    registers: list[WordingRegister] = []

    def answer(order: Mapping[str, Any], item: str) -> object:
        registers[:] = registers or [read_register(order["register"])]
        return _answer(Path(item), registers[0])

    serve(answer)


def _answer(file: Path, register: WordingRegister) -> object:
    try:
        return examine(file, register).as_data()
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        return Examination(error=f"{kind_and_reason(error)}.").as_data()

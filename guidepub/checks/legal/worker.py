"""The process that examines files for legal wording: what comes of one is a line of JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from guidepub.checks.legal.examining import examine
from guidepub.checks.legal.register import read_register
from guidepub.checks.legal.sightings import Examination
from guidepub.checks.worker import serve


def work() -> None:
    """Examine the files of the order on standard input."""

    def begin(order: Mapping[str, Any]) -> Callable[[Path], object]:
        register = read_register(order["register"])

        def answer(file: Path) -> object:
            try:
                return examine(file, register).as_data()
            except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
                reason = str(error).rstrip(".") or "it breaks the reader"
                return Examination(error=f"{type(error).__name__}: {reason}.").as_data()

        return answer

    serve(begin)

"""Faults of the machine: each costs the build at most itself, and leaves whole files alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.siege.breaking import FAULTS
from benchmarks.siege.cases import Result, ground, put, tried
from benchmarks.siege.outcomes import Outcome
from benchmarks.soak import outputs

_ROOT = Path(__file__).resolve().parent.parent.parent
_SECONDS = 240.0
_CODES = frozenset({0, 1, 2, -13, 120, 141})
_FILES = {
    "catalog.toml": '[imprint]\nname = "Press"\n[defaults]\neditions = ["screen"]\n',
    "baker.md": "---\ntitle: Baker\npublished: 2026-11-24\n---\n# A\n\n![An oven.](oven.svg)\n",
    "other.md": "---\ntitle: Other\npublished: 2026-11-24\n---\n# A\n\nBread.\n",
    "oven.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
}
NAMES = tuple(FAULTS)
"""The faults, by their numbers."""


def try_machine(number: int) -> Outcome:
    """Return the result of a build under the fault of a number, and of the one after it.

    An even round fails a build that has nothing yet, an odd one a build that has old files.
    """
    name = NAMES[number % len(NAMES)]
    with ground() as folder:
        put(folder, dict(_FILES))
        # What is watched here is the one who compares; the build is a process of its own.
        return tried(
            "fault", number, name, _SECONDS, folder.parent, lambda: _trial(folder, name, number)
        )


def _trial(folder: Path, name: str, number: int) -> Result:
    out = folder.parent / "out"
    if number // len(NAMES) % 2:
        _run([], folder, out)
        put(folder, {"other.md": _FILES["other.md"].replace("Bread", "Rolls")})
    before = outputs(out)
    done = _run(["-m", "benchmarks.siege.breaking", name], folder, out)
    output = (done.stdout + done.stderr).decode("utf-8", "replace")
    faults = []
    if "Traceback" in output or "Error ignored" in output:
        faults.append(("traceback", output[-300:].replace("\n", " | ")))
    if done.returncode not in _CODES:
        faults.append(("traceback", f"exit code {done.returncode}: {output[-200:]}"))
    during = outputs(out)
    # A vanished definition is part of the fault, and put back.
    if not (folder / "other.md").exists():
        put(folder, {"other.md": _FILES["other.md"]})
    after = _run([], folder, out)
    whole = outputs(out)
    if after.returncode != 0:
        faults.append(("wrong bytes", f"the next build fails: {after.stderr[-200:].decode()}"))
    for path, digest in during.items():
        final = Path(path).name[0] != "."
        if final and digest not in (whole.get(path), before.get(path)):
            faults.append(("wrong bytes", f"{path} is none of the old or the new file"))
    return Result(f"exit code {done.returncode}", faults=tuple(faults))


def _run(start: list[str], folder: Path, out: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *(start or ["-m", "guidepub"]), "build", str(folder), "-o", str(out)]
    temporary = folder.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    return subprocess.run(
        [*command, "-j", "1"],
        check=False,
        capture_output=True,
        cwd=folder.parent,
        timeout=_SECONDS,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "TMPDIR": str(temporary)},
    )

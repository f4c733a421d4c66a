"""Random guides, checked with outside validators: see `.ci/validate-generated`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from outside import ace, epubcheck, qpdf, verapdf

import guidepub


@pytest.fixture(scope="module")
def folder() -> Path:
    """Return the folder in which the guides were built."""
    name = os.environ.get("GUIDEPUB_GENERATED")
    assert name, "GUIDEPUB_GENERATED names no folder: run `sh .ci/validate-generated`"
    return Path(name)


def made(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(f"*/*/*/out/*/{pattern}"))
    assert found, f"no {pattern} is there"
    return found


def test_verapdf_finds_them_accessible_and_archival(folder, tmp_path):
    files = made(folder, "*-screen.pdf")
    lines = verapdf("ua1,2a", files)
    wanted = [f"PASS {profile} {path}" for profile in ("ua1 106", "2a 153") for path in files]
    assert sorted(set(lines) - set(wanted)) == []
    assert len(lines) == len(wanted)


def test_epubcheck_has_nothing_to_say(folder, tmp_path):
    assert epubcheck(made(folder, "*.epub"), tmp_path) == []


def test_ace_finds_no_violation(folder, tmp_path):
    assert ace(made(folder, "*.epub"), tmp_path) == []


@pytest.mark.parametrize("edition", ["screen", "print", "print-cover"])
def test_qpdf_finds_no_fault(folder, edition):
    assert [fault for path in made(folder, f"*-{edition}.pdf") for fault in qpdf(path)] == []


def test_our_own_check_agrees(folder):
    found = [str(finding) for finding in guidepub.check(folder)]
    assert found == []

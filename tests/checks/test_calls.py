"""The three checks take alike: a path, several, or a folder; and refuse alike."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

import pytest

import guidepub
from guidepub import Finding, UsageError
from guidepub.checks import finished_files

CHECKS: dict[str, Callable[..., Iterable[Finding]]] = {
    "check": guidepub.check,
    "check_text": guidepub.check_text,
    "check_legal": lambda paths, catalog: guidepub.check_legal(paths, catalog).findings,
}


@pytest.fixture(params=CHECKS)
def findings(request, bakery):
    """Return a function from paths to what one of the checks finds, in order."""
    return lambda paths: list(CHECKS[request.param](paths, bakery))


def test_a_path_a_list_and_a_folder_are_taken_alike(findings, tmp_path):
    file = tmp_path / "baker-screen.pdf"
    file.write_bytes(b"%PDF-1.7 and no more")
    reported = findings(file)
    assert reported
    assert findings([str(tmp_path)]) == reported


def test_one_path_is_never_taken_for_its_letters(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"")
    for paths in (file, str(file), [file], (str(file), file), iter([file]), str(tmp_path)):
        assert finished_files(paths).files == (file,)


@pytest.mark.parametrize("given", [str, lambda path: path, lambda path: [path]])
def test_what_is_not_there_is_refused_alike(findings, given, tmp_path):
    with pytest.raises(UsageError, match=r"There is no file or folder “.*gone.pdf”"):
        findings(given(tmp_path / "gone.pdf"))


@pytest.mark.parametrize("name", CHECKS)
def test_the_same_argument_has_the_same_name(name):
    parameters = inspect.signature(getattr(guidepub, name)).parameters
    assert list(parameters)[:2] == ["paths", "catalog"]
    assert parameters["paths"].annotation == "Paths"


@pytest.mark.parametrize("jobs", [0, -2])
def test_files_are_examined_by_somebody(jobs, bakery, tmp_path):
    with pytest.raises(UsageError, match="at least one process"):
        guidepub.check_legal(tmp_path, bakery, jobs=jobs)


def test_a_cache_is_named_by_a_text_as_well(bakery, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 and no more")
    guidepub.check_legal(file, bakery, cache=str(tmp_path / "cache"))
    assert (tmp_path / "cache").is_dir()

"""The tasks of CONTRIBUTING.md, done as they stand there in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PAGE = ROOT / "CONTRIBUTING.md"
TASKS = ["lint rule", "check", "theme", "language", "importer", "directive", "edition"]
_BLOCK = re.compile(r'^(`{3,})(\w+)(?: title="([^"]+)")?\n(.*?)^\1$', re.S | re.M)
_COPIED = ("benchmarks", "docs", "guidepub", "guides", "styles", "templates", "tests", "tools")


@dataclass(frozen=True)
class Block:
    """A block of the page: commands, or what becomes of a file."""

    kind: str
    file: str
    text: str


def blocks(task: str) -> list[Block]:
    """Return the blocks of a task, in their order."""
    section = re.search(
        rf"^## An? {task}\n(.*?)(?=^## An? |\Z)", PAGE.read_text("utf-8"), re.S | re.M
    )
    assert section is not None
    return [Block(kind, file, text) for _, kind, file, text in _BLOCK.findall(section[1])]


def changed(text: str, change: str) -> str:
    """Return a text with a change, which must fit at one place alone."""
    lines = change.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    assert text.count(before) == 1, f"this stands {text.count(before)} times:\n{before}"
    return text.replace(before, after)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the project."""
    for name in _COPIED:
        # With what Python has compiled, which every command would compile again.
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def run(command: str, folder: Path) -> None:
    """Run a command of the page, with the copy's own package."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PYTHONPATH": str(folder), "PATH": programs}
    done = subprocess.run(
        command,
        check=False,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def test_the_page_has_the_tasks():
    heads = re.findall(r"^## An? (.+)$", PAGE.read_text("utf-8"), re.M)
    assert heads == TASKS


@pytest.mark.parametrize("task", TASKS)
def test_a_task_touches_three_files_at_most_and_works(copy, task):
    steps = blocks(task)
    assert 1 <= len({step.file for step in steps if step.file}) <= 3
    assert steps[-1].kind == "sh"
    for step in steps:
        target = copy / step.file
        if step.kind == "sh":
            for command in step.text.splitlines():
                # Those of `make` have tests of their own.
                if not command.startswith("make "):
                    run(command, copy)
        elif step.kind == "diff":
            target.write_text(changed(target.read_text("utf-8"), step.text), "utf-8")
        else:
            assert not target.exists()
            target.parent.mkdir(exist_ok=True)
            target.write_text(step.text, "utf-8")


@pytest.mark.xdist_group("together")
def test_groups_of_tests_run_in_one_process(request):
    """pytest-xdist knows a group by the end of its tests' names; else each process builds all."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        assert request.node.nodeid.endswith("@together")

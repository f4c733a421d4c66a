"""The container, the action and the hooks for catalogues: they say what the README says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from guidepub.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def libraries(text: str) -> set[str]:
    return set(re.findall(r"\blib[a-z0-9.-]+", text))


def test_all_install_the_libraries_that_the_readme_names():
    (row,) = (line for line in README.splitlines() if line.startswith("| Debian"))
    assert len(libraries(row)) == 3
    assert libraries((ROOT / "Dockerfile").read_text()) >= libraries(row)
    (step,) = (each for each in ACTION["runs"]["steps"] if "apt-get" in each.get("run", ""))
    assert libraries(step["run"]) == libraries(row)


def test_hooks_run_commands_that_there_are():
    for hook in HOOKS.values():
        program, command = hook["entry"].split()
        assert program == "guidepub"
        assert command in COMMANDS


@pytest.mark.parametrize(
    ("hook", "name", "wanted"),
    [
        ("guidepub-lint", "baker.md", True),
        ("guidepub-lint", "catalog.toml", True),
        ("guidepub-lint", "logo.svg", False),
        ("guidepub-check", "dist/baker/baker-print.pdf", True),
        ("guidepub-check", "baker.md", False),
    ],
)
def test_hooks_run_for_the_files_that_they_read(hook, name, wanted):
    assert bool(re.search(HOOKS[hook]["files"], name)) is wanted


def test_what_an_action_is_asked_for_runs_no_shell():
    (step,) = (each for each in ACTION["runs"]["steps"] if "COMMAND" in each.get("env", {}))
    assert "${{" not in step["run"]
    words, _ = step["run"].split("\n", 1)
    shown = subprocess.run(
        ["bash", "-c", f'{words}; printf "<%s>" "${{words[@]}}"'],
        env={"COMMAND": "lint --strict; echo $(id)"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == "<lint><--strict;><echo><$(id)>"


def test_the_page_names_both_hooks_and_every_shell():
    page = (ROOT / "docs" / "automation.md").read_text("utf-8")
    assert all(name in page for name in (*HOOKS, "bash_source", "zsh_source", "fish_source"))

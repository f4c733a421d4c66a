"""The commands of the README can be typed along, and print what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from guidepub.cli import group

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
STARTER = "pharmacy-technician"


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def words(line: str) -> list[str]:
    """Return the arguments of a command, without its name, its remark and a file to write to."""
    return shlex.split(line.partition(" >")[0], comments=True)[1:]


def test_each_command_can_be_given_in_a_new_catalogue(here, monkeypatch, run):
    (block,) = (block for block in fenced("sh") if block.startswith("guidepub init"))
    first, *lines = block.splitlines()
    assert run(*words(first)).code == 0
    folder = here / words(first)[1]
    (folder / "dist").mkdir()
    monkeypatch.chdir(folder)
    # A command keeps the names of its option for help from the first context that it is asked in.
    top = click.Context(group, **group.context_settings)
    for line in lines:
        name, *arguments = words(line)
        command = group.get_command(top, name)
        assert command is not None, line
        # Arguments and options are read, and paths that must be there are looked for.
        command.make_context(name, list(arguments), parent=top)
        guides = [word for word in arguments if "technician" in word]
        assert [Path(guide).stem for guide in guides] in ([], [STARTER]), line
    assert (folder / f"{STARTER}.md").is_file()


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        ("tests/linting/seed", "guidepub lint technician.md"),
        (".", "guidepub import tests/importing/texts/session-script.txt --dry-run"),
    ],
)
def test_what_is_shown_is_printed(folder, command, run, monkeypatch):
    (shown,) = (text for text in fenced("console") if text.startswith(f"$ {command}\n"))
    monkeypatch.chdir(ROOT / folder)
    ran = run(*words(command))
    printed = iter((ran.out + ran.err).splitlines())
    assert [line for line in shown.splitlines()[1:] if line != "…" and line not in printed] == []


def test_the_slips_that_are_shown_are_found_at_the_places_shown(here, run):
    (shown,) = (text for text in fenced("console") if text.startswith("$ guidepub build guides\n"))
    slips = re.findall(
        r"^((\S+?):(\d+):(\d+) \w+ .*?“(\S+)” is not defined\. Did you mean “(\S+)”\?)$",
        shown,
        re.M,
    )
    assert len(slips) == 2
    shutil.copytree(ROOT / "guides", here / "guides")
    for _, name, number, column, slip, meant in slips:
        lines = (here / name).read_text("utf-8").splitlines(keepends=True)
        line, at = lines[int(number) - 1], int(column) - 1
        before, after = line[:at], line[at:]
        assert meant in after
        lines[int(number) - 1] = before + after.replace(meant, slip, 1)
        (here / name).write_text("".join(lines), "utf-8")
    printed = run("lint", "guides").out.splitlines()
    assert [finding for finding, *_ in slips if finding not in printed] == []

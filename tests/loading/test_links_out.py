"""Links that lead out of a catalogue: each is told, and nothing that they lead to is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from definitions import write

from guidepub.themes import find_theme

CATALOG = """\
[imprint]
name = "Press"
logo = "logo.svg"
[defaults]
theme = "house"
[data]
programs = "data/programs.csv"
[[notices]]
id = "disclaimer"
version = 1
language = "en"
placement = "imprint-page"
file = "notices/disclaimer.txt"
"""
GUIDE = """\
---
title: Baker
published: 2026-11-24
---
# Overview

Bread. ![An oven.](images/oven.svg)

:::{programs} Programs
:::
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>T</title><path d="M0 0h9v9"/></svg>'
FILES = {
    "catalog.toml": CATALOG,
    "baker.md": GUIDE,
    "miller/guide.md": GUIDE.replace("Baker", "Miller"),
    "images/oven.svg": SVG,
    "miller/images/oven.svg": SVG,
    "logo.svg": SVG,
    "data/programs.csv": "institution,city\nSchool,Town\n",
    "notices/disclaimer.txt": "No promise.",
    "themes/house/theme.toml": 'inherits = "parent"',
    "themes/house/templates/box.xhtml": '<aside class="box">{{ body }}</aside>',
    "themes/house/styles/book.css": "@font-face { font-family: Own; src: url(fonts/own.ttf) }",
    "themes/house/styles/fonts/own.ttf": find_theme("classic")
    .file("fonts/SourceSerif4-It.ttf")
    .read_bytes(),
    "themes/parent/styles/book.css": "p { color: #123456 }",
}

# Python tells an audit hook of every file that is opened, by whatever name.
WATCH = """
import os, sys
from pathlib import Path
from types import SimpleNamespace
import guidepub, guidepub.cli, guidepub.editions, guidepub.loading
import guidepub.batch.work.jobs, guidepub.batch.stale.surveying
outside = ""
opened = []

def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and outside:
        if os.path.realpath(arguments[0]).startswith(outside):
            opened.append(arguments[0])

sys.addaudithook(hook)
# What is made of a book is not looked at here.
guidepub.editions.Production = lambda book: SimpleNamespace(
    begin=lambda edition: None, file=lambda edition: b"book"
)
for line in sys.stdin:
    folder, outside = line.split()
    open(outside + "/deaf").close()
    # The hook does see what it is there to see.
    assert opened.pop(), "the hook is deaf"
    findings = []
    try:
        selection = guidepub.loading.select(folder, partly=True)
        guidepub.batch.stale.surveying.open_catalog(selection, Path(folder, "dist"))
        catalog = guidepub.load(folder)
        findings += catalog.findings
        for guide in catalog.values():
            guidepub.lint(guide, catalog)
        report = guidepub.build(catalog, folder + "/dist", editions=["epub"])
        findings += report.findings
    except guidepub.InputError as error:
        findings += error.findings
    codes = sorted({finding.code for finding in findings})
    print(",".join(codes) or f"{len(report.built)} books", opened)
    opened.clear()
"""
OUT = [
    *FILES,
    "themes",
    "themes/house",
    "themes/parent",
    "themes/house/styles",
    "themes/house/styles/fonts",
    "themes/house/templates",
    "data",
    "notices",
    "miller",
    "images",
]
IN = ["themes/house", "data/programs.csv", "baker.md", "images", "notices"]


def linked(folder: Path, name: str, target: str) -> str:
    """Make a catalogue of which one part is a link, and return it with a folder beside it."""
    write(folder / "catalogue", FILES)
    write(folder / "outside", {"deaf": ""})
    there = folder / target / "there"
    there.parent.mkdir(exist_ok=True)
    (folder / "catalogue" / name).rename(there)
    (folder / "catalogue" / name).symlink_to(there)
    return f"{folder}/catalogue {folder}/outside"


def watched(folders: list[str]) -> list[str]:
    """Load, lint and build catalogues in a process that is watched; return what it says of each."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH],
        input="\n".join(folders), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def watched_lines(tmp_path_factory):
    """Return what the process says of catalogues with links that lead out, and of those that do not."""
    folder = tmp_path_factory.mktemp("links")
    outward = [linked(folder / f"out-{n}", name, "outside") for n, name in enumerate(OUT)]
    inward = [linked(folder / f"in-{n}", name, "catalogue/shared") for n, name in enumerate(IN)]
    # A catalogue may itself be a link.
    write(folder / "real", FILES)
    (folder / "link").symlink_to(folder / "real")
    inward.append(f"{folder}/link {folder}/in-0/outside")
    lines = watched([*outward, *inward])
    return lines[: len(OUT)], lines[len(OUT) :]


def test_a_link_out_of_the_catalogue_is_reported_and_not_followed(watched_lines):
    line_by_name = dict(zip(OUT, watched_lines[0], strict=True))
    assert {name: line for name, line in line_by_name.items() if line != "D041 []"} == {}


def test_a_link_inside_of_the_catalogue_is_followed(watched_lines):
    assert watched_lines[1] == ["2 books []"] * (len(IN) + 1)

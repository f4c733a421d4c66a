"""The table of `findings/README.md` is in step with the scripts beside it and the modules it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "findings"
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (FOLDER / "README.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]


def test_each_script_has_a_row_and_each_row_a_script():
    assert sorted(row[0] for row in ROWS) == sorted(f"`{p.stem}`" for p in FOLDER.glob("*.sh"))


@pytest.mark.parametrize("row", ROWS, ids=[row[0].strip("`") for row in ROWS])
def test_a_row_names_modules_and_tests_that_are_there(row):
    answer = row[-1]
    named = re.findall(r"`([\w-]+(?:/[\w-]+)*(?:/|\.py|/[\w-]+))`", answer)
    missing = [
        name
        for name in named
        if "/" in name and not ((ROOT / name).exists() or (ROOT / "guidepub" / name).exists())
    ]
    assert not missing


@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.sh")), ids=lambda path: path.stem)
def test_a_script_says_what_was_guessed_and_pins_what_it_installs(script):
    text = script.read_text("utf-8")
    assert text.startswith("#!/bin/sh\n# Guessed: ")
    assert "guidepub" not in text
    assert re.search(r"[\w\]]==\d", text)

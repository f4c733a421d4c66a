"""The Python that the documentation shows runs as it is written, in a folder with a catalogue."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
GUIDES = ("registered-nurse.md", "welder.md")
BLOCKS = {
    f"{name} {number}": text
    for name in ("README.md", "docs/library.md")
    for number, text in enumerate(
        re.findall(r"^```python\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.M | re.S), 1
    )
}


def test_all_blocks_are_found():
    assert len(BLOCKS) == sum(
        (ROOT / name).read_text("utf-8").count("```python")
        for name in ("README.md", "docs/library.md")
    )


@pytest.mark.parametrize("block", BLOCKS)
def test_it_runs_as_it_is_written(block, tmp_path, monkeypatch):
    for name in ("catalog.toml", *GUIDES):
        (tmp_path / "guides").mkdir(exist_ok=True)
        shutil.copy(ROOT / "guides" / name, tmp_path / "guides")
    shutil.copytree(ROOT / "guides" / "data", tmp_path / "guides" / "data")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(BLOCKS[block], block, "exec"), names)
    if "report" in names:
        assert names["report"].failed == ()
        assert len(names["report"].built) == len(GUIDES)

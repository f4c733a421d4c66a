"""Runs the command line inside the test, and catches what it prints and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from definitions import definition, write

from guidepub.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code, and what it printed on either stream."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


class Here(Executor):
    """Takes the place of the pool of workers, and does their work in the test's own process."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        pass

    def start_early(self, *modules: str, **more: Any) -> None:
        pass

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(function(*args, **kwargs))
        return future


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `guidepub` with some arguments, in this process alone."""
    monkeypatch.setattr("guidepub.cli.making.build.WorkerPool", Here)

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["guidepub", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return Ran(int(stopped.value.code or 0), printed.out, printed.err)

    return call


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def catalogue(here: Path) -> Path:
    """Return a catalogue in `guides/` below the current folder: two good guides, one bad."""
    head = '[imprint]\nid = "press"\nname = "Press"\n[defaults]\neditions = ["epub"]\n'
    brand = '[[imprints]]\nid = "school"\nname = "School"\n'
    return write(
        here / "guides",
        {
            "catalog.toml": head + brand,
            "apple.md": definition(title="Apple"),
            "bad.md": definition("Text.\n\nA {fact}`wage` [@bls]."),
            "pear/guide.md": definition(title="Pear", head="slug: sweet-pear"),
        },
    )


@pytest.fixture
def good(catalogue: Path) -> Path:
    """Return the same catalogue without the bad guide."""
    (catalogue / "bad.md").unlink()
    return catalogue

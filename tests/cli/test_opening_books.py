"""`guidepub build --open`: what is opened, and what is said where nothing can be."""

from __future__ import annotations

import click
import pytest
from definitions import definition, write


@pytest.fixture
def opened(monkeypatch):
    paths: list[str] = []

    def launch(path):
        paths.append(path)
        return 0

    monkeypatch.setattr(click, "launch", launch)
    return paths


@pytest.fixture
def shelf(here):
    catalog = '[imprint]\nname = "Press"\n[defaults]\neditions = ["print", "web"]\n'
    return write(here, {"catalog.toml": catalog, "a.md": definition(title="A"),
                        "b.md": definition(title="B"), "bad.md": definition("{fact}`x`", title="C")})  # fmt: skip


def test_of_one_book_its_first_file_for_readers_is_opened(run, shelf, opened):
    for _ in range(2):
        assert run("build", "a", "--open").code == 0
    assert opened == [str((shelf / "dist/a/a.html").resolve())] * 2


def test_of_several_their_folder_is_opened(run, shelf, opened):
    assert run("build", "-e", "web", "--open").code == 1
    assert opened == [str((shelf / "dist").resolve())]


def test_where_nothing_is_made_nothing_is_opened(run, shelf, opened):
    assert run("build", "bad", "--open").code == 1
    assert opened == []


def test_without_a_program_for_it_that_is_reported(run, shelf, monkeypatch):
    monkeypatch.setattr(click, "launch", lambda _path: 3)
    ran = run("build", "a", "-e", "web", "--open")
    assert ran.code == 0
    assert ran.err.endswith("No program was found that opens dist/a/a.html.\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--explain"], "--open needs a build: --explain does not make any files.\n"),
        (["-o", "memory://books"], "--open needs files on this machine: choose a local folder with --output.\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_wrong_usage(run, shelf, opened, options, message):
    ran = run("build", "a", "--open", *options)
    assert (ran.code, ran.err, opened) == (2, message, [])

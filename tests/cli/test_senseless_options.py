"""Options that make no sense, and places that cannot be written to, are told before any work."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from definitions import write

import guidepub
from guidepub.files import try_to_write


@pytest.fixture(autouse=True)
def no_book(monkeypatch):
    """Let no book be made: what is wrong is seen before."""

    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr("guidepub.cli.making.books.build_all", refuse)


@pytest.mark.parametrize("limit", ["inf", "-inf", "nan", "0", "-1", "1e300", "86401", "long"])
def test_a_time_limit_is_a_number_of_seconds(run, good, limit):
    ran = run("build", f"--timeout={limit}")
    assert ran.code == 2
    assert "--timeout" in ran.err


@pytest.mark.parametrize("jobs", ["0", "-1", "257", "9" * 30, "²", "1.5", "many", ""])
def test_processes_are_counted_from_one_to_some_hundreds(run, good, jobs):
    ran = run("build", f"--jobs={jobs}")
    assert ran.code == 2
    assert "neither a number of processes from 1 to 256" in ran.err


def test_a_check_has_no_more_processes_than_a_build(run, good):
    assert run("check", "guides", "--legal", "-j", "1000000000").code == 2


@pytest.mark.parametrize("name", ["file/books", "x" * 300, "new/" + "y" * 300, "/dev/null/books"])
def test_a_folder_that_cannot_be_written_to_is_reported_first(run, good, name):
    write(Path(), {"file": "", "old.txt": "Cook\n\nCooks cook."})
    before = sorted(os.listdir())
    for command in (("build",), ("import", "old.txt")):
        ran = run(*command, "-o", name)
        assert ran.code == 2
        assert "Nothing can be written to" in ran.err
        assert "None" not in ran.err
    assert sorted(os.listdir()) == before


def test_a_folder_that_is_read_only_is_reported_first(run, good, monkeypatch):
    def refuse(path, flags, *_):
        raise OSError(30, "Read-only file system", str(path))

    Path("dist").mkdir()
    monkeypatch.setattr("guidepub.files.disk.Path.open", refuse)
    assert run("build").err.strip() == (
        "Nothing can be written to “dist”: Read-only file system. Choose another folder with -o."
    )
    with pytest.raises(OSError, match="Read-only file system"):
        guidepub.build(guidepub.load("guides"), "dist")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--report"),
        ("build", "--html"),
        ("build", "--events"),
        ("lint", "--output"),
        ("check", "guides", "--output"),
        ("import", "guides", "--report"),
    ],
)
@pytest.mark.parametrize("name", ["file/report", "x" * 300, "guides"])
def test_a_file_that_cannot_be_written_is_reported_first(run, good, arguments, name):
    write(Path(), {"file": ""})
    ran = run(*arguments, name)
    assert ran.code == 2
    assert f"'{arguments[-1]}'" in ran.err or f"/ '{arguments[-1]}'" in ran.err


def test_trying_leaves_nothing_behind(tmp_path):
    try_to_write(tmp_path / "a" / "b" / "c.json")
    assert os.listdir(tmp_path) == []


def test_a_lack_of_threads_is_put_into_words(run, good, monkeypatch):
    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    write(Path("dist"), {"a.pdf": "x"})
    monkeypatch.setattr(threading.Thread, "start", refuse)
    ran = run("check", "dist", "--legal", "--cache", "none")
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            "The system cannot start any more threads. Close other programs, or raise the limit (ulimit -u)."
        ],
    )

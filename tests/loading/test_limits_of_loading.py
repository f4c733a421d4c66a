"""A definition that takes too long, or too much memory, costs itself alone."""

from __future__ import annotations

import threading
import time

import pytest
from definitions import definition, write

import guidepub
from guidepub import InputError
from guidepub.loading import held, limited
from guidepub.workers import WorkerError


@pytest.fixture
def folder(tmp_path):
    return write(
        tmp_path, {"fast.md": definition(), "late.md": definition(), "slow.md": definition()}
    )


@pytest.fixture
def slow(monkeypatch):
    """Let one definition take long to read."""
    read = held.read_definition

    def read_slowly(path):
        if path.stem == "slow":
            time.sleep(30)
        return read(path)

    monkeypatch.setattr(held, "read_definition", read_slowly)


def test_a_definition_that_takes_too_long_is_reported_and_the_others_are_read(folder, slow):
    catalog = guidepub.load(folder, timeout=0.3)
    assert set(catalog) == {"fast", "late"}
    (finding,) = catalog.findings
    assert (finding.code, finding.place.path) == ("D014", str(folder / "slow.md"))
    assert finding.message == "The definition takes longer than 0.3 seconds to read."


def test_a_definition_without_room_is_reported_and_the_others_are_read(folder, monkeypatch):
    read = held.read_definition

    def swell(path):
        if path.stem == "slow":
            raise MemoryError
        return read(path)

    monkeypatch.setattr(held, "read_definition", swell)
    catalog = guidepub.load(folder)
    assert set(catalog) == {"fast", "late"}
    assert [finding.code for finding in catalog.findings] == ["D014"]


def in_a_thread(call):
    """Return what a call returns or raises in another thread than the main one."""
    found = []

    def run() -> None:
        try:
            found.append(call())
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def test_limits_hold_in_other_threads_by_a_process(folder, monkeypatch):
    asked = []

    def alone(function, *arguments, timeout, memory):
        asked.append((timeout, memory))
        return function(*arguments)

    monkeypatch.setattr("guidepub.workers.alone", alone)
    catalog = in_a_thread(lambda: guidepub.load(folder, timeout=2, memory=2**29))
    assert set(catalog) == {"fast", "late", "slow"}
    # One definition's time for each file, and for the catalogue.
    assert asked == [(8, 2**29)]


def test_a_process_reads_the_same(folder):
    catalog = guidepub.load(folder, memory=2**30)
    assert dict(catalog) == dict(guidepub.load(folder))


@pytest.mark.parametrize("kind", ["died", "time", "memory"])
def test_a_process_that_ends_is_a_finding(folder, monkeypatch, kind):
    def alone(*_arguments, **_limits):
        raise WorkerError(kind, "it is no more")

    monkeypatch.setattr("guidepub.workers.alone", alone)
    with pytest.raises(InputError, match="D014 Reading was abandoned: it is no more"):
        limited.load(folder, memory=2**30)

"""A process of its own for each file that might do harm."""

from __future__ import annotations

import forked_processes
import pytest

from guidepub.workers.confinement import confined

WORKER = """
import os, time
from guidepub.workers.confinement import serve

def answer(order, item):
    if item == "dies":
        os._exit(3)
    if item == "hangs":
        time.sleep(60)
    if item == "swells":
        try:
            bytearray(2 * 1024**3)
        except MemoryError:
            return "no room"
    return [order["word"], item]

def work():
    serve(answer)
"""


@pytest.fixture
def worker(tmp_path, monkeypatch):
    (tmp_path / "some_worker.py").write_text(WORKER)
    monkeypatch.syspath_prepend(tmp_path)
    return "some_worker"


def test_each_item_gets_its_answer_and_a_lost_one_none(worker):
    items = ["a", "dies", "b", "hangs", "swells", "é\n"]
    answers = list(confined(worker, {"word": "x"}, items, seconds=1, memory=1024**3))
    assert answers == [["x", "a"], None, ["x", "b"], None, "no room", ["x", "é\n"]]


def test_a_warm_process_answers_as_one_that_is_started(worker, monkeypatch):
    monkeypatch.setattr(forked_processes, "MODULES", (worker,))
    for _ in range(2):
        test_each_item_gets_its_answer_and_a_lost_one_none(worker)


def test_nothing_to_do_starts_nothing():
    assert list(confined("no_such_module", {}, [], 1, 1)) == []

"""Separate processes for untrusted files."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import forked_processes
import pytest

from guidepub.workers.confinement import confined

WORKER = """
import os, signal, time
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
    if item == "looks":
        files = [os.path.join("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
        return [sorted({os.readlink(file) for file in files if os.path.exists(file)}), *blocked]
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


PROGRAM = """
import json, os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from guidepub.workers import confinement
from guidepub.workers.confinement import confined, ready
from guidepub.workers.starting import can_fork

def never(*_arguments, **_options):
    raise AssertionError("a process was started anew")

loaded = bytearray(1200 * 1024**2)
asked = {"word": "x"}, ["a", "dies", "swells", "b"], 5, 1024**3
confinement.subprocess.run = never
print("printed once, at the end")
results = [list(confined("some_worker", *asked)), "some_worker" in sys.modules]
with ready("some_worker", 3), ThreadPoolExecutor(2) as threads:
    results.append(threads.submit(can_fork).result())
    one = {"word": "y"}, ["a", "b"], 5, 1024**3
    results += threads.map(lambda _: list(confined("some_worker", *one)), range(2))
results.append(can_fork())
with ready("some_worker", 2):
    left = [each.process for each in confinement._READY["some_worker"]]
results.append([os.path.exists(f"/proc/{process}") for process in left])
own = open(sys.argv[1], "w")
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
results += confined("some_worker", {}, ["looks"], 5, 1024**3)
with ready("some_threads", 2):
    results.append(len(confinement._READY["some_threads"]))
print(json.dumps(results))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_a_copy_of_a_process_without_threads_answers_as_one_that_is_started(worker, tmp_path):
    thread = "threading.Thread(target=threading.Event().wait, daemon=True)"
    (tmp_path / "some_threads.py").write_text(f"import threading\n{thread}.start()\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path / "own.txt"],
        input="", capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    printed, reported = done.stdout.splitlines()
    assert printed == "printed once, at the end"
    alone, loaded, with_threads, *both, without_threads, alive, seen, begun = json.loads(reported)
    # It has the memory that it may have, beside what it began with.
    assert alone == [["x", "a"], None, "no room", ["x", "b"]]
    assert (loaded, with_threads, without_threads) == (False, False, True)
    assert both == [[["y", "a"], ["y", "b"]]] * 2
    assert alive == [False, False]
    # Nothing of what the program has open but the way back, and no signal is blocked.
    files, *blocked = seen
    assert [file.split(":")[0] for file in files] == ["/dev/null", "pipe", "pipe"]
    assert blocked == []
    assert begun == 0


def test_no_process_takes_up_what_is_left_once_the_work_is_stopped(worker):
    items = ["a", "dies", "b"]
    answers = confined(worker, {"word": "x"}, items, 5, 1024**3, stopped=lambda: True)
    assert list(answers) == [["x", "a"]]


def test_nothing_to_do_starts_nothing():
    assert list(confined("no_such_module", {}, [], 1, 1)) == []

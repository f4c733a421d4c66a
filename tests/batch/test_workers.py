"""Workers that die, hang or swell cost the task they were at, and nothing else."""

from __future__ import annotations

import ast
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable
from multiprocessing import Pipe
from pathlib import Path

import pytest
import tasks

from guidepub.workers import WorkerError, WorkerPool, alone, companions, worker_count
from guidepub.workers.companions import Companion, SharedWork
from guidepub.workers.working import Answer

SMALL = 600 * 1024**2

# What each program of a test begins with.
_KNOWN = """
import os, signal, sys, time
from guidepub.workers import WorkerPool
import tasks
if __name__ == "__main__":
"""
copying = pytest.mark.skipif(
    sys.platform != "linux", reason="Processes begin as copies on Linux alone."
)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2, memory=SMALL) as pool:
        yield pool


@pytest.fixture
def printed(tmp_path):
    """Return a function that runs a program, and returns the lines that it prints until it ends."""

    def lines(code):
        script = tmp_path / "script.py"
        script.write_text(_KNOWN + textwrap.indent(textwrap.dedent(code), "    "))
        path = os.pathsep.join([os.path.dirname(__file__), *sys.path])
        done = subprocess.run(
            [sys.executable, script], capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        return done.stdout.splitlines()

    return lines


def test_tasks_are_done_and_errors_come_back(pool):
    futures = [pool.submit(tasks.double, number) for number in range(20)]
    assert [future.result() for future in futures] == [number * 2 for number in range(20)]
    with pytest.raises(ValueError, match="no bread"):
        pool.submit(tasks.raise_error, "no bread").result()


def test_workers_stay_for_the_next_task(pool):
    ids = {pool.submit(tasks.process_id, None).result() for _ in range(6)}
    assert os.getpid() not in ids
    assert len(ids) <= 2


def test_a_worker_that_was_replaced_is_waited_for():
    with WorkerPool(1) as pool:
        used = {pool.submit(tasks.process_id, None).result() for _ in range(61)}
    assert len(used) == 2
    assert not any(map(_runs, used))


def test_what_a_task_left_behind_is_gone_when_the_next_one_begins(tmp_path):
    with WorkerPool(1) as pool:
        pool.submit(tasks.leave_a_circle, tmp_path / "told.txt").result()
        assert pool.submit(tasks.circles, None).result() == 0


def test_what_tasks_have_kept_is_not_looked_through_again():
    with WorkerPool(1) as pool:
        counts = []
        for _ in range(3):
            counts.append(pool.submit(gc.get_freeze_count).result())
            pool.submit(tasks.keep_lists, 1000).result()
    first, second, third = counts
    assert second > first + 1000
    assert third > second + 1000


def test_temporary_files_of_a_worker_that_is_ended_go_with_the_pool(tmp_path):
    report = tmp_path / "where.txt"
    pool = WorkerPool(1)
    pool.submit(tasks.leave_a_file_and_hang, report)
    while not (report.exists() and report.read_text()):
        time.sleep(0.02)
    left = Path(report.read_text())
    assert left.exists()
    pool.kill()
    assert not left.parent.exists()


def test_a_worker_whose_folder_was_cleared_away_still_has_one(tmp_path):
    with WorkerPool(1) as pool:
        shutil.rmtree(pool.submit(tempfile.gettempdir).result())
        left = pool.submit(tempfile.mkdtemp, dir=None).result()
        os.rmdir(left)


def test_a_worker_that_is_to_end_does_not_take_down_its_objects_first(tmp_path):
    report = tmp_path / "told.txt"
    with WorkerPool(1) as pool:
        pool.submit(tasks.keep_a_circle, report).result()
    assert report.read_text() == "ended"


@pytest.mark.parametrize(
    ("task", "kind", "message"),
    [
        (tasks.crash, "died", "ended by the signal SIGSEGV"),
        (tasks.abort, "died", "ended by the signal SIGABRT"),
        (tasks.leave, "died", "ended with exit code 7"),
        (tasks.swell, "memory", "needs more memory than a worker may have"),
    ],
)
def test_a_task_that_costs_its_worker_fails_alone(pool, task, kind, message):
    futures = [pool.submit(tasks.double, 1), pool.submit(task, None), pool.submit(tasks.double, 2)]
    assert [futures[0].result(), futures[2].result()] == [2, 4]
    with pytest.raises(WorkerError, match=message) as raised:
        futures[1].result()
    assert raised.value.kind == kind
    assert pool.submit(tasks.double, 3).result() == 6


def test_a_task_that_cost_its_worker_once_is_done_when_it_is_tried_again(pool, tmp_path):
    assert pool.submit(tasks.crash_once, tmp_path / "mark").result() == "done"


def test_a_task_that_takes_too_long_is_ended():
    with WorkerPool(1, seconds=2) as pool:
        slow, quick = pool.submit(tasks.hang, None), pool.submit(tasks.double, 4)
        with pytest.raises(WorkerError, match=r"longer than the 2 seconds") as raised:
            slow.result()
        assert raised.value.kind == "time"
        assert quick.result() == 8


def test_what_ran_out_of_time_gets_no_second_try(tmp_path):
    with WorkerPool(1, seconds=6) as pool, pytest.raises(WorkerError):
        pool.submit(tasks.hang_and_count, tmp_path / "tries").result()
    assert (tmp_path / "tries").read_text() == "x"


def test_what_ran_out_of_all_the_memory_gets_no_second_try(tmp_path):
    with WorkerPool(1, memory=300 * 1024**2) as pool:
        with pytest.raises(WorkerError) as raised:
            pool.submit(tasks.swell_and_count, tmp_path / "tries").result()
        assert raised.value.kind == "memory"
        assert (tmp_path / "tries").read_text() == "x"
        # Where others were before, they may have left it less.
        assert pool.submit(tasks.double, 1).result() == 2
        with pytest.raises(WorkerError):
            pool.submit(tasks.swell_and_count, tmp_path / "tries").result()
    assert (tmp_path / "tries").read_text() == "xxx"


def test_one_task_alone_has_its_limits():
    assert alone(tasks.double, 3) == 6
    with pytest.raises(WorkerError, match=r"longer than the 0\.5 seconds"):
        alone(tasks.hang, None, timeout=0.5)
    with pytest.raises(WorkerError, match="more memory"):
        alone(tasks.swell, None, memory=300 * 1024**2)
    with pytest.raises(ValueError, match="as told"):
        alone(tasks.raise_error, "as told")


def test_what_cannot_travel_is_reported(pool):
    with pytest.raises(RuntimeError, match="cannot travel"):
        pool.submit(tasks.cannot_travel, None).result()
    with pytest.raises(Exception, match="pickle"):
        pool.submit(lambda: None).result()
    assert pool.submit(tasks.double, 5).result() == 10


def test_workers_are_replaced_before_they_have_grown(monkeypatch):
    with WorkerPool(1) as pool:
        first = pool.submit(tasks.process_id, None).result()
        futures = [pool.submit(tasks.process_id, None) for _ in range(60)]
        ids = [future.result() for future in futures]
    assert ids[:59] == [first] * 59
    assert ids[59] != first


def test_a_machine_without_room_for_a_worker_fails_tasks_and_hangs_nobody(monkeypatch):
    def refuse(process):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    with WorkerPool(2) as pool:
        futures = [pool.submit(tasks.double, number) for number in range(3)]
        for future in futures:
            with pytest.raises(WorkerError, match="no worker can be started: Resource"):
                future.result()


def test_a_worker_that_cannot_even_start_costs_tasks_and_hangs_nobody():
    with WorkerPool(1) as pool:
        pool.warm_up_with(tasks.abort_at_once)
        with pytest.raises(WorkerError, match="SIGABRT"):
            pool.submit(tasks.double, 1).result()


def test_killing_a_pool_ends_all_at_once():
    pool = WorkerPool(1)
    futures = [pool.submit(tasks.hang, None) for _ in range(3)]
    while not futures[0].running():
        time.sleep(0.01)
    pool.kill()
    assert isinstance(futures[0].exception(), WorkerError)
    assert [future.cancelled() for future in futures[1:]] == [True, True]
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(tasks.double, 1)


def test_workers_end_with_the_process_that_started_them(printed):
    code = """
        from resource import RLIMIT_DATA, getrlimit
        sys.modules['only.here'] = sys
        signal.signal(signal.SIGTERM, lambda *_: None)
        copied, anew = WorkerPool(1, memory=1 << 30), WorkerPool(1, memory=1 << 30)
        copied.start_early('pyclbr', shared=['tabnanny'])
        for pool in (copied, anew):
            found = [pool.submit(tasks.process_id, None)]
            for name in ('only.here', 'pyclbr', 'tabnanny'):
                found.append(pool.submit(tasks.has_loaded, name))
            found.append(pool.submit(getrlimit, RLIMIT_DATA))
            found.append(pool.submit(signal.getsignal, signal.SIGINT))
            print([each.result() for each in found], flush=True)
            pool.submit(tasks.hang, None)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    lines = printed(code)
    started = []
    for line, loaded in zip(lines, ([True] * 3, [False] * 3), strict=True):
        worker, *rest = ast.literal_eval(line.replace("<Handlers.SIG_IGN: 1>", "'ignored'"))
        assert (rest[3][0], rest[4]) == (1 << 30, "ignored")
        if sys.platform == "linux":
            assert rest[:3] == loaded
        started.append(worker)
    _wait_for_the_end_of(started)


@copying
def test_workers_that_begin_as_copies_of_a_nursery_are_like_others(printed):
    code = """
        from resource import RLIMIT_DATA, getrlimit
        pool = WorkerPool(2, seconds=5, memory=600 << 20)
        pool.start_early('pyclbr', many=True)
        nursery = pool._nursery._process.pid
        asked = [pool.submit(tasks.has_loaded, 'pyclbr') for _ in range(4)]
        asked += [pool.submit(tasks.parent_id, None), pool.submit(getrlimit, RLIMIT_DATA)]
        done = [each.result() for each in asked]
        costly = (tasks.crash, tasks.leave, tasks.swell, tasks.hang)
        lost = [pool.submit(each, None) for each in costly]
        messages = [str(each.exception()) for each in lost]
        after = pool.submit(tasks.parent_id, None).result()
        pool.submit(tasks.hang, None)
        pool.kill()
        print((done, messages, nursery, after))
    """
    (line,) = printed(code)
    done, messages, nursery, after = ast.literal_eval(line)
    assert done == [*[True] * 4, nursery, (600 << 20, -1)]
    expected = ("signal SIGSEGV", "exit code 7", "more memory", "longer than the 5 seconds")
    assert [part in text for part, text in zip(expected, messages, strict=True)] == [True] * 4
    assert after == nursery
    _wait_for_the_end_of([nursery])


@copying
def test_workers_get_ready_for_tasks_that_are_to_come(printed):
    code = """
        from functools import partial
        from importlib import import_module
        with WorkerPool(2, memory=600 << 20) as pool:
            pool.start_for(3, partial(import_module, 'pyclbr'))
            print(len(pool._workers))
            pool.start_early(many=True)
            for tasks_to_come in (1, 3, 3):
                pool.start_for(tasks_to_come, partial(import_module, 'pyclbr'))
                print(len(pool._workers))
            asked = [pool.submit(tasks.has_loaded, 'pyclbr') for _ in range(6)]
            print([each.result() for each in asked] == [True] * 6)
    """
    assert printed(code) == ["0", "1", "2", "2", "True"]


@copying
def test_what_fails_in_getting_ready_fails_no_task(printed):
    code = """
        from functools import partial
        with WorkerPool(2, memory=600 << 20) as pool:
            pool.start_early(many=True)
            pool.start_for(3, partial(tasks.raise_error, 'no theme'))
            print([pool.submit(tasks.double, 2).result() for _ in range(3)])
    """
    assert printed(code) == ["[4, 4, 4]"]


@copying
def test_without_its_nursery_a_pool_goes_on(printed):
    code = """
        pool = WorkerPool(2, memory=600 << 20)
        pool.start_early(many=True)
        nursery, first = pool._nursery._process, pool.submit(tasks.process_id, None).result()
        nursery.kill()
        nursery.join()
        pool.submit(tasks.crash, None).exception()
        second = pool.submit(tasks.parent_id, None).result()
        pool.submit(tasks.hang, None)
        print((first, second == os.getpid()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    (line,) = printed(code)
    first, anew = ast.literal_eval(line)
    assert anew
    _wait_for_the_end_of([first])


@copying
def test_no_task_is_lost_where_a_nursery_has_no_room_for_workers(tmp_path, printed):
    (tmp_path / "crowded.py").write_text(
        "import os\n"
        "fork, forked = os.fork, []\n"
        "def crowded():\n"
        "    if forked: raise BlockingIOError(11, 'no room')\n"
        "    forked.append(1)\n"
        "    return fork()\n"
        "os.fork = crowded\n"
    )
    code = """
        with WorkerPool(3) as pool:
            pool.start_early('crowded', many=True)
            asked = [pool.submit(tasks.parent_id, None) for _ in range(8)]
            own = os.getpid(), pool._nursery._process.pid
            print([each.result() in own for each in asked])
    """
    (line,) = printed(code)
    assert ast.literal_eval(line) == [True] * 8


@copying
def test_a_program_that_hears_nothing_of_its_children_has_a_nursery_that_does(printed):
    code = """
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        with WorkerPool(2) as pool:
            pool.start_early(many=True)
            print(pool.submit(tasks.leave, None).exception())
            print(pool._nursery.open)
    """
    message, there = printed(code)
    assert "exit code 7" in message
    assert there == "True"


@copying
def test_workers_that_nobody_could_end_end_with_their_nursery(printed):
    code = """
        def has_ended(process):
            for _ in range(200):
                try: os.kill(process, 0)
                except ProcessLookupError: return True
                time.sleep(0.05)
        pool = WorkerPool(2)
        pool.start_early(many=True)
        started = {pool.submit(tasks.process_id, None).result() for _ in range(4)}
        hanging = pool.submit(tasks.hang, None)
        while not hanging.running(): time.sleep(0.01)
        pool._nursery._process.kill()
        print(all(map(has_ended, started)))
        pool.kill()
    """
    assert printed(code) == ["True"]


@copying
def test_a_nursery_and_its_workers_end_with_the_process_that_started_them(printed):
    code = """
        pool = WorkerPool(2)
        pool.start_early(many=True)
        worker = pool.submit(tasks.process_id, None).result()
        pool.submit(tasks.hang, None)
        print((worker, pool._nursery._process.pid), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    (line,) = printed(code)
    _wait_for_the_end_of(list(ast.literal_eval(line)))


@copying
def test_a_nursery_that_has_got_a_thread_from_what_it_loaded_begins_no_workers(tmp_path, printed):
    (tmp_path / "threaded.py").write_text(
        "import threading\n"
        "threading.Thread(target=threading.Event().wait, args=[60], daemon=True).start()\n"
    )
    code = """
        with WorkerPool(2) as pool:
            pool.start_early('threaded', many=True)
            print(pool.submit(tasks.parent_id, None).result() == os.getpid())
    """
    assert printed(code) == ["True"]


@copying
def test_nobody_waits_for_a_nursery_that_was_started_in_vain(printed):
    code = """
        pool = WorkerPool(2)
        pool.start_early('endless', many=True)
        begin = time.monotonic()
        pool.shutdown()
        print((time.monotonic() - begin, pool._nursery._process.exitcode))
    """
    (line,) = printed(code)
    seconds, ended = ast.literal_eval(line)
    assert seconds < 30
    assert ended


@copying
def test_a_companion_does_a_part_of_a_worker_s_tasks_and_ends_with_it(printed):
    code = """
        from resource import RLIMIT_DATA, getrlimit
        from guidepub.workers.companions import SharedWork, companion, start_companion
        pool = WorkerPool(1, memory=1 << 30)
        work = SharedWork(['pyclbr'], tasks.nothing, tasks.nothing)
        start_companion(work, 1 << 30)
        pool.start_early()
        ask = lambda *asked: pool.submit(tasks.beside, *asked)
        found = [companion(), pool.submit(tasks.process_id, None).result()]
        found.append(ask(tasks.process_id, None).result())
        found.append(ask(tasks.has_loaded, 'pyclbr').result())
        found.append(ask(getrlimit, RLIMIT_DATA).result()[0])
        found.append(str(ask(tasks.raise_error, 'told').exception()))
        ask(tasks.hang, None)
        pool.kill()
        print(found)
    """
    (line,) = printed(code)
    ours, worker, beside, *rest = ast.literal_eval(line)
    assert ours is None
    assert worker != beside
    assert rest == [True, 1 << 30, "told"]
    _wait_for_the_end_of([worker, beside])


@copying
def test_what_a_companion_leaves_undone_is_done_by_its_worker(printed):
    code = """
        from guidepub.workers.companions import SharedWork, start_companion
        with WorkerPool(1) as pool:
            start_companion(SharedWork((), tasks.nothing, tasks.nothing), 1 << 30)
            pool.start_early()
            print(pool.submit(tasks.end_beside).result())
    """
    (line,) = printed(code)
    assert ast.literal_eval(line)[::2] == (True, True)


def test_a_companion_is_asked_one_thing_at_a_time(monkeypatch):
    ours, theirs = Pipe()
    beside = Companion(ours, SharedWork((), tasks.nothing, tasks.nothing))
    monkeypatch.setattr(companions, "_COMPANIONS", [beside])
    asked = companions.companion().ask(tasks.double, 1)
    assert companions.companion() is None
    theirs.send(Answer(2))
    assert asked.result() == 2
    assert companions.companion() is beside
    # What cannot be sent is done here, and nobody waits for an answer.
    assert beside.ask(lambda: 3).result() == 3
    assert companions.companion() is None
    theirs.recv()
    with pytest.raises(EOFError):
        theirs.recv()


def test_a_process_that_has_got_a_thread_from_what_it_loaded_starts_no_companion(monkeypatch):
    monkeypatch.setattr(companions, "can_fork", iter((True, False)).__next__)
    monkeypatch.setattr(companions, "_COMPANIONS", [])
    companions.start_companion(SharedWork((), tasks.nothing, tasks.nothing), 1 << 30)
    assert companions.companion() is None


def _wait_for_the_end_of(processes: Iterable[int]) -> None:
    for _ in range(200):
        if not any(map(_runs, processes)):
            return
        time.sleep(0.05)
    pytest.fail("a worker is still there")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_there_are_no_more_workers_than_cores():
    assert 1 <= worker_count() <= (os.cpu_count() or 1)


def test_a_worker_that_was_started_early_does_the_first_task():
    with WorkerPool(2) as pool:
        pool.start_early("colorsys")
        assert pool.submit(tasks.has_loaded, "colorsys").result()
        # There is one already.
        pool.start_early("no.such.module")
        assert pool.submit(tasks.has_loaded, "colorsys").result()


def test_nobody_waits_for_a_worker_that_was_started_in_vain():
    pool = WorkerPool(1)
    pool.start_early("endless")
    begin = time.monotonic()
    pool.shutdown()
    assert time.monotonic() - begin < 30

from __future__ import annotations

import signal
import threading
import time

import pytest

from guidepub.workers.deadlines import OutOfTime, can_end_work, deadline


def test_work_that_takes_too_long_is_given_up():
    begin = time.monotonic()
    with pytest.raises(OutOfTime), deadline(0.05):
        time.sleep(10)
    assert time.monotonic() - begin < 5


def catch_all() -> None:
    while True:
        try:
            time.sleep(10)
        except Exception:
            continue


def test_work_that_catches_every_error_is_given_up_all_the_same():
    with pytest.raises(OutOfTime), deadline(0.05):
        catch_all()


def test_work_that_ends_in_time_leaves_nothing_behind():
    before = signal.getsignal(signal.SIGALRM)
    with deadline(0.05):
        pass
    assert signal.getsignal(signal.SIGALRM) is before
    time.sleep(0.1)


def test_a_timer_that_somebody_else_has_set_is_left_alone():
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        assert not can_end_work()
        with deadline(0.01):
            time.sleep(0.05)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_other_threads_have_no_timer():
    reported = []

    def ask() -> None:
        reported.append(can_end_work())
        with deadline(0.01):
            time.sleep(0.05)
        reported.append("through")

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert reported == [False, "through"]

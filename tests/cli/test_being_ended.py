"""A command that is ended from outside leaves no temporary files, whatever it is at."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import subprocess
import sys
import termios
import time

import click
import pytest
from definitions import definition, write

from guidepub.cli.shared.signals import TerminatedError, exit_code, stopped_when_asked

GUIDES = {
    "catalog.toml": '[imprint]\nname = "P"\n',
    **{f"{n}.md": definition("Word. " * 3000, title=f"Book {n}") for n in range(8)},
}
COMMANDS = {
    "build": ("build", "-e", "screen"),
    "import": ("import", "texts", "-o", "imported"),
}


@pytest.fixture
def begun(tmp_path):
    """Return a function that starts a command, and returns once it has a temporary folder."""
    write(tmp_path, GUIDES)
    text = "# Baker {}\n\n## Overview\n\n" + "Bakers bake bread. " * 2000
    write(tmp_path, {f"texts/{n}.md": text.format(n) for n in range(40)})
    (tmp_path / "scratch").mkdir()
    running = []

    def start(command, before, **streams):
        process = subprocess.Popen(
            [sys.executable, "-m", "guidepub", *COMMANDS[command]],
            cwd=tmp_path,
            env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
            preexec_fn=before,  # noqa: PLW1509
            start_new_session=True,
            **streams,
        )
        running.append(process)
        while not any((tmp_path / "scratch").iterdir()):
            assert process.poll() is None
            time.sleep(0.01)
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_temporary_files(begun, tmp_path, command, number):
    nowhere = subprocess.DEVNULL
    process = begun(
        command,
        lambda: signal.signal(number, signal.SIG_DFL),
        stdout=nowhere,
        stderr=subprocess.PIPE,
    )
    os.killpg(process.pid, number)
    _, complaints = process.communicate(timeout=60)
    assert list((tmp_path / "scratch").iterdir()) == []
    assert process.returncode == 143, complaints
    assert complaints.splitlines()[-1].startswith(b"Stopped.")
    assert b"Traceback" not in complaints


class _Ended:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)


def _dropping():
    # Python drops what is raised while it deletes an object.
    ended = _Ended()
    del ended
    # What the command waits for is interrupted, too.
    time.sleep(10)
    raise AssertionError


def _raising_another():
    try:
        signal.raise_signal(signal.SIGTERM)
    except KeyboardInterrupt:
        raise ValueError("Invalid schema") from None


def test_a_signal_within_a_callback_is_not_lost(capsys):
    with pytest.raises(TerminatedError), stopped_when_asked():
        _dropping()
    assert capsys.readouterr().err == ""


def test_a_signal_of_which_a_library_makes_an_error_of_its_own_ends_a_command():
    with pytest.raises(click.Abort) as stop, stopped_when_asked():
        _raising_another()
    assert exit_code(stop.value.__cause__) == 143


def test_the_second_signal_of_a_closed_terminal_is_ignored_until_the_command_has_exited():
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        with pytest.raises(TerminatedError), stopped_when_asked():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_terminal_that_is_closed_ends_a_build(begun, tmp_path):
    terminal, inside = pty.openpty()

    def take_terminal():
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        fcntl.ioctl(inside, termios.TIOCSCTTY, 0)

    process = begun("build", take_terminal, stdin=inside, stdout=inside, stderr=inside)
    os.close(inside)
    os.close(terminal)
    assert process.wait(60) == 143
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_build_that_is_to_outlive_its_terminal_goes_on(begun, tmp_path):
    nowhere = subprocess.DEVNULL
    process = begun(
        "build",
        lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        stdout=nowhere,
        stderr=nowhere,
    )
    os.killpg(process.pid, signal.SIGHUP)
    assert process.wait(120) == 0
    assert list((tmp_path / "scratch").iterdir()) == []

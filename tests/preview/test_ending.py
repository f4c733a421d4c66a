"""Ctrl+C ends the preview at once and quietly, whoever looks at it and whatever it is at."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from definitions import definition, write
from previews import PATIENCE, ROOT
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

pytestmark = pytest.mark.xdist_group("preview")


def listen(address, is_connected):
    # A busy machine takes its time.
    opened = connect(address, max_size=None, open_timeout=PATIENCE / 1000)
    with opened as socket, contextlib.suppress(ConnectionClosed):
        for _ in socket:
            is_connected.set()


@pytest.mark.parametrize("pages", [0, 3])
def test_ctrl_c_ends_it_with_its_pages_open(tmp_path, pages):
    write(tmp_path, {"baker.md": definition()})
    # Ctrl+C reaches the processes of a terminal, all of them.
    with subprocess.Popen(
        [sys.executable, "-m", "guidepub", "preview", str(tmp_path), "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
        # Who runs the tests in the background of a shell has Ctrl-C ignored, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        try:
            address = process.stdout.readline().strip()
            for _ in range(pages):
                is_connected = threading.Event()
                where = f"{address.replace('http', 'ws')}events?guide=baker.md"
                threading.Thread(target=listen, args=(where, is_connected), daemon=True).start()
                assert is_connected.wait(60)
            begin = time.monotonic()
            os.killpg(process.pid, signal.SIGINT)
            _, complaints = process.communicate(timeout=30)
            seconds = time.monotonic() - begin
        finally:
            # Where it does not end, nothing would end the test.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, complaints.strip()) == (130, "Stopped.")
    assert seconds < 10

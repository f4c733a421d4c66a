"""The server that runs: listening, and ending at once when it is asked to."""

from __future__ import annotations

import logging
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from guidepub.preview.server import application

# Seconds for an answer that is on its way when the end comes.
_PATIENCE = 1


def serve(
    root: Path,
    source: Path,
    listening: socket.socket,
    host: str,
    editor: str = "",
    begin: Callable[[], None] = lambda: None,
) -> None:
    """Serve a catalogue on a socket until Ctrl+C.

    Args:
        root: the catalogue's folder.
        source: the folder or the definition that is shown.
        listening: the socket, on which requests wait already.
        host: the name or the number by which it is asked.
        editor: the address that opens a text in an editor, or an empty string.
        begin: is called when Ctrl+C can no longer be lost in what is loaded on the way.

    Raises:
        KeyboardInterrupt: when all has ended.
    """
    config = uvicorn.Config(
        application(root, source, host, listening.getsockname()[1], editor),
        log_level="error",
        lifespan="on",
        # To this machine nothing need be packed.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    _hold_ctrl_c(signal.SIG_BLOCK)
    begin()
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Begins and ends without noise."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and only then hear Ctrl+C: before, it would end what has half begun, noisily."""
        await super().startup(sockets)
        _hold_ctrl_c(signal.SIG_UNBLOCK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the server. What is given up then is no error to be logged."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


def _hold_ctrl_c(how: int) -> None:
    """Let Ctrl+C wait, or wait no longer, where the system can."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(how, {signal.SIGINT})

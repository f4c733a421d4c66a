"""The server that runs: listening, and ending at once when it is asked to."""

from __future__ import annotations

import logging
import signal
import socket
from pathlib import Path

import uvicorn

from guidepub.preview.server import application

# Seconds for an answer that is on its way when the end comes.
_PATIENCE = 1


def serve(root: Path, source: Path, listening: socket.socket, host: str, editor: str = "") -> None:
    """Serve a catalogue on a socket until Ctrl+C; `editor` is the address that opens a text in one.

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

"""The server that runs: listening, and ending at once when it is asked to."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from pathlib import Path

import uvicorn

from guidepub.preview.server import application

# Seconds for an answer that is on its way when the end comes.
_PATIENCE = 1


def serve(root: Path, source: Path, listening: socket.socket, host: str) -> None:
    """Serve a catalogue on a socket until Ctrl+C.

    Raises:
        KeyboardInterrupt: when all has ended.
    """
    ending = asyncio.Event()
    config = uvicorn.Config(
        application(root, source, host, listening.getsockname()[1], ending),
        log_level="error",
        lifespan="on",
        timeout_graceful_shutdown=_PATIENCE,
    )
    _hold_ctrl_c(signal.SIG_BLOCK)
    _Server(config, ending).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Ends what browsers listen to before it waits for them: a page's stream has no end."""

    def __init__(self, config: uvicorn.Config, ending: asyncio.Event) -> None:
        super().__init__(config)
        self._ending = ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and only then hear Ctrl+C: before, it would end what has half begun, noisily."""
        await super().startup(sockets)
        _hold_ctrl_c(signal.SIG_UNBLOCK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the server. What is given up then is no error to be logged."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._ending.set()
        await super().shutdown(sockets)


def _hold_ctrl_c(how: int) -> None:
    """Let Ctrl+C wait, or wait no longer, where the system can."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(how, {signal.SIGINT})

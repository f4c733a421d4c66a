"""Running the server, and stopping it at once on request."""

from __future__ import annotations

import logging
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from guidepub.preview.server import application

# Seconds that a response in progress may take when the server stops.
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
        source: the folder or the definition to show.
        listening: the socket, which accepts connections already.
        host: the name or the address under which the server is reached.
        editor: the URL that opens a text in an editor, or an empty string.
        begin: called once all modules are imported, during which Ctrl+C could be lost.

    Raises:
        KeyboardInterrupt: Ctrl+C was pressed, and everything has ended.
    """
    config = uvicorn.Config(
        application(root, source, host, listening.getsockname()[1], editor),
        log_level="error",
        lifespan="on",
        # Compression is not worth while on the same machine.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    _hold_ctrl_c(signal.SIG_BLOCK)
    begin()
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that starts and stops without log messages."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start with Ctrl+C blocked, which would otherwise interrupt the start with tracebacks."""
        await super().startup(sockets)
        _hold_ctrl_c(signal.SIG_UNBLOCK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop the server without logging the work that is cancelled."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


def _hold_ctrl_c(how: int) -> None:
    """Block or unblock Ctrl+C, on systems that can block signals."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(how, {signal.SIGINT})

"""A school's server that takes anybody's guides and themes, and the many who send it bad ones.

    python -m benchmarks.siege.school            # serves on a free port until Ctrl+D

It calls guidepub as a library, eight requests at once, and answers each with findings or with
what was made.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import guidepub
from benchmarks.siege.cases import put
from guidepub.workers import WorkerPool

AT_ONCE = 8
SECONDS = 20.0
_MEMORY = 1024**3


def application() -> Starlette:
    """Return the server. A request is a JSON object of file names and texts."""
    pool = WorkerPool(2, SECONDS, _MEMORY)
    room = asyncio.Semaphore(AT_ONCE)

    async def make(request: Request) -> JSONResponse:
        files = json.loads(await request.body())
        async with room:
            return JSONResponse(await asyncio.to_thread(_made, files, pool))

    return Starlette(routes=[Route("/", make, methods=["POST"])])


def _made(files: dict[str, str], pool: WorkerPool) -> dict[str, Any]:
    """Return the result for a catalogue of some files: findings, and sizes of what was made."""
    with tempfile.TemporaryDirectory(prefix="guidepub-school-") as name:
        folder = Path(name) / "in"
        folder.mkdir()
        put(folder, dict(files))
        try:
            catalog = guidepub.load(folder)
            report = guidepub.build(catalog, Path(name) / "out", ["epub"], executor=pool)
        except guidepub.GuidepubError as error:
            return {"made": {}, "findings": [str(error)]}
        made = {file.path.name: file.size for result in report.results for file in result.files}
        return {"made": made, "findings": [str(finding) for finding in report.findings]}


def main() -> None:
    """Serve on the loopback address until standard input ends, and print the port on a line."""
    server = uvicorn.Server(
        uvicorn.Config(application(), host="127.0.0.1", port=0, log_level="warning")
    )

    async def serve() -> None:
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        print(server.servers[0].sockets[0].getsockname()[1], flush=True)
        await task

    def follow() -> None:
        # Whoever started it holds the other end, and lets go of it however it ends.
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=follow, daemon=True).start()
    asyncio.run(serve())


if __name__ == "__main__":
    main()

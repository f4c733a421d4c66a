"""The server's routes, all of them read-only.

`/` is the page, `/events` the messages on a view or on the list of guides, `/pages` pictures,
`/words` the text of pages, `/books` the files of a reflowable edition, `/source` a definition's
text, and `/download` a finished file. Events come through a WebSocket, since a browser reads at
most six event streams from one server at a time, in all tabs together.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from guidepub.files import is_within, read_text
from guidepub.findings import InputError
from guidepub.findings.errors import GuidepubError
from guidepub.loading import template_of_row
from guidepub.model import EDITION_FILES, EDITIONS, file_name
from guidepub.preview import reader
from guidepub.preview.desk import Desk
from guidepub.preview.guarding import BOOK_POLICY, Guard
from guidepub.preview.pictures import SCALES
from guidepub.preview.views import Json, View
from guidepub.preview.watching import changes
from guidepub.themes import ThemeError, find_theme

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
}
# The kinds of files that authors write; no others are shown as text.
_TEXTS = frozenset(
    {
        ".md",
        ".markdown",
        ".yaml",
        ".yml",
        ".json",
        ".toml",
        ".txt",
        ".csv",
        ".tsv",
        ".css",
        ".xhtml",
    }
)
_LONGEST = 2 * 1024 * 1024
# A page that looks different has a different id, so its picture never changes.
_KEEP = {"Cache-Control": "private, max-age=3600, immutable"}
# Policy violation (RFC 6455, section 7.4.1).
_REFUSED = 1008


def application(
    root: Path,
    source: Path,
    host: str,
    port: int,
    editor: str = "",
) -> ASGIApp:
    """Return the server's application.

    Args:
        root: the catalogue's folder.
        source: the folder or the file to list.
        host: the name or the address under which the server is reached.
        port: its port.
        editor: a URL with `{path}`, `{line}` and `{column}` that opens a text in an editor.
    """

    def route(path: str, answer: Callable[[Desk, Request], Any]) -> Route:
        async def endpoint(request: Request) -> Response:
            made: Response = await answer(request.app.state.desk, request)
            return made

        return Route(path, endpoint, methods=["GET"])

    routes = [
        Route("/", _page, methods=["GET"]),
        Route("/assets/{name}", _asset, methods=["GET"]),
        WebSocketRoute("/events", _events),
        route("/pages/{id}/{scale}", _picture),
        route("/words/{id}", _words),
        route("/books/{token}/{mode}/{name:path}", _book),
        route("/source", functools.partial(_source, editor)),
        route("/download", _download),
    ]
    app = Starlette(routes=routes, lifespan=_lifespan(root, source))
    return Guard(app, host, port)


def _lifespan(root: Path, source: Path) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with Desk(root, source) as desk:
            app.state.desk = desk
            watching = asyncio.create_task(_watch(desk))
            yield
            watching.cancel()

    return lifespan


async def _watch(desk: Desk) -> None:
    async for paths in changes(desk.root):
        # Events have resolved paths; findings have paths as the author named the folder.
        with contextlib.suppress(GuidepubError, OSError):
            await desk.changed({_as_named(path, desk.root) for path in paths})


def _as_named(path: Path, root: Path) -> Path:
    try:
        return root / path.relative_to(root.resolve())
    except ValueError:
        return path


async def _page(_: Request) -> Response:
    return _packed("index.html")


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name.endswith(".ttf"):
        # The page uses the fonts of the books.
        try:
            path = find_theme("classic").file(f"fonts/{name}")
        except ThemeError as error:
            raise HTTPException(404) from error
        headers = {"Cache-Control": "max-age=86400"}
        return Response(path.read_bytes(), media_type=_TYPES["ttf"], headers=headers)
    return _packed(name)


def _packed(name: str) -> Response:
    """Return a file of the page itself, by its bare name."""
    kind, content = _TYPES.get(name.rpartition(".")[2]), reader.page_file(name)
    if kind is None or content is None:
        raise HTTPException(404)
    return Response(content, headers={"Content-Type": kind})


async def _events(socket: WebSocket) -> None:
    desk: Desk = socket.app.state.desk
    try:
        # While no guide is chosen, the page gets only the list.
        view = _view(desk, socket) if socket.query_params.get("guide") else None
    except HTTPException:
        await socket.close(_REFUSED)
        return
    await socket.accept()
    messages = desk.watch_list() if view is None else desk.watch(view)
    work = (_send(messages, socket), _until_closed(socket))
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await messages.aclose()


async def _send(messages: AsyncIterator[Json], socket: WebSocket) -> None:
    async for message in messages:
        await socket.send_text(json.dumps(message, separators=(",", ":")))


async def _until_closed(socket: WebSocket) -> None:
    """Wait until the page or the server closes the socket; messages from the page are ignored."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


async def _picture(desk: Desk, request: Request) -> Response:
    try:
        scale = float(request.path_params["scale"])
    except ValueError as error:
        raise HTTPException(404) from error
    if scale not in SCALES:
        raise HTTPException(404)
    try:
        picture = await desk.picture(request.path_params["id"], scale)
    except GuidepubError as error:
        raise HTTPException(503) from error
    if picture is None:
        # A newer page has replaced it, or its guide is gone; the browser did nothing wrong.
        return Response(status_code=204)
    return Response(picture, media_type="image/png", headers=_KEEP)


async def _words(desk: Desk, request: Request) -> Response:
    try:
        lines = await desk.words(request.path_params["id"])
    except GuidepubError as error:
        raise HTTPException(503) from error
    return Response(status_code=204) if lines is None else JSONResponse(lines, headers=_KEEP)


async def _book(desk: Desk, request: Request) -> Response:
    made = desk.publication(request.path_params["token"])
    mode, name = request.path_params["mode"], request.path_params["name"]
    found = reader.part(made, name, mode) if made and mode in reader.MODES else None
    if found is None:
        raise HTTPException(404)
    content, media_type = found
    headers = {"Content-Security-Policy": BOOK_POLICY}
    return Response(content, media_type=media_type, headers=headers)


async def _source(editor: str, desk: Desk, request: Request) -> Response:
    path = _file(desk, request.query_params.get("path", ""))
    try:
        home = template_of_row(path) or path
        text = await asyncio.to_thread(read_text, home, _LONGEST)
    except InputError:
        # A finding already reports what is wrong.
        return Response(status_code=204)
    link = editor.replace("{path}", quote(home.resolve().as_posix()))
    return JSONResponse({"path": request.query_params["path"], "text": text, "editor": link})


async def _download(desk: Desk, request: Request) -> Response:
    view = _view(desk, request)
    found = await desk.file(view)
    if found is None:
        return PlainTextResponse("The guide has errors: there is no file of it.", 409)
    slug, data = found
    media_type = EDITION_FILES[view.edition].media_type
    name = file_name(slug, view.edition)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)


def _view(desk: Desk, asked: HTTPConnection) -> View:
    query = asked.query_params
    edition = next((each for each in EDITIONS if each == query.get("edition", "screen")), None)
    if edition is None:
        raise HTTPException(404)
    path = _file(desk, query.get("guide", ""))
    imprint = query.get("imprint") or None
    return View(path, edition, imprint)


def _file(desk: Desk, name: str) -> Path:
    """Return the path of a text in the catalogue by its relative name.

    Raises:
        HTTPException: it is hidden, outside, or not one of the listed kinds of text (404).
    """
    path = desk.root / name
    parts = Path(name).parts
    hidden = any(part.startswith(".") for part in parts)
    if not parts or hidden or Path(name).is_absolute() or "\0" in name:
        raise HTTPException(404)
    home = template_of_row(path) or path
    if home.suffix.lower() not in _TEXTS or not is_within(home, desk.root):
        raise HTTPException(404)
    if desk.source.is_file() and path != desk.source:
        raise HTTPException(404)
    return path

"""`guidepub preview`: the book in the browser, while its definition is being written."""

from __future__ import annotations

import gc
import os
import re
import socket
import threading
import webbrowser
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

import click

from guidepub.cli.shared.selection import catalog_at_hand, files_of_slugs, is_there
from guidepub.findings import did_you_mean
from guidepub.findings.errors import UsageError, reason_of
from guidepub.loading import find_root
from guidepub.model import CATALOG_FILE

# Ports for private use (RFC 6335, section 6) that Linux does not assign by itself.
_FIRST_PORT, _PORTS = 61_000, 4_500
# The addresses by which editors open a file at a position, according to their documentation.
EDITORS: Mapping[str, str] = MappingProxyType(
    {
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    }
)
# Links that run a script or lead to the web do not open an editor.
_LINK = re.compile(r"(?!(?:javascript|data|https?|file):)[a-z][a-z0-9+.-]*:[^\s]*\{path\}[^\s]*")


@click.command("preview")
@click.argument("path", required=False, metavar="[PATH]")
@click.option("--port", type=click.IntRange(0, 65535), metavar="N",
              help="The port to listen on. By default always the same one for a catalogue, or a free one.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to listen on.")  # fmt: skip
@click.option("--editor", metavar="NAME|ADDRESS", envvar="GUIDEPUB_EDITOR",
              help="Link lines of the source to an editor: vscode, vscodium, cursor, zed, idea, textmate, "
                   "or an address such as x://open?f={path}&l={line}&c={column}.")  # fmt: skip
@click.option("--open/--no-open", "opening", default=True, show_default=True,
              help="Whether to open the browser.")  # fmt: skip
def command(
    path: str | None, port: int | None, host: str, editor: str | None, opening: bool
) -> int:
    """Show guides in the browser, and update them at every save.

    PATH is a catalogue's folder, a guide's file, or a guide's slug; the default is the current
    catalogue. Nothing is written, and only this machine can connect. Press Ctrl+C to stop; the exit
    code is then 130.

    \b
    Examples:  guidepub preview
               guidepub preview welder
               guidepub preview guides --port 8000 --no-open
               guidepub preview --editor vscode
    """  # noqa: D301 - click's sign for lines that stay as they are
    root, source, guide = _opened(path)
    from guidepub.preview.guarding import warning_for
    from guidepub.preview.serving import serve

    if warning := warning_for(host):
        click.echo(warning, err=True)
    link = _editor_link(editor)
    listening = _listening(host, port) if port is not None else _listening_as_before(host, source)
    with listening:
        port = listening.getsockname()[1]
        query = f"?{urlencode({'guide': guide})}" if guide else ""
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{port}/{query}"

        def begin() -> None:
            click.echo(f"{address}\nPress Ctrl+C to stop.")
            if opening:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            # A server runs for hours: from the first collection on, the others come soon.
            gc.collect()

        serve(root, source, listening, host, link, begin)
    return 0


def _editor_link(editor: str | None) -> str:
    """Return the address by which an editor opens `{path}` at `{line}` and `{column}`, or "".

    Raises:
        UsageError: the editor is unknown, or the address lacks the path.
    """
    link = EDITORS.get(editor or "", editor or "")
    if link and not _LINK.fullmatch(link):
        remedy = did_you_mean(editor or "", EDITORS)
        raise UsageError(
            f"“{editor}” is neither a known editor nor an editor's address, which has a scheme of its own"
            f" and {{path}}. {remedy}"
        )
    return link


def _listening_as_before(host: str, source: Path) -> socket.socket:
    """Return a socket on the port that this catalogue always gets, or on a free one.

    So a page that is still open in the browser works again once the preview is restarted.
    """
    port = _FIRST_PORT + zlib.crc32(str(source.resolve()).encode()) % _PORTS
    try:
        return _listening(host, port)
    except UsageError:
        return _listening(host, 0)


def _opened(argument: str | None) -> tuple[Path, Path, str]:
    """Return the folder to serve, the guides to list, and the guide to open, if one was named."""
    if argument is None:
        root = catalog_at_hand()
        return root, root, ""
    path = Path(argument)
    if not is_there(path):
        path = files_of_slugs([argument])[argument]
    if path.name == CATALOG_FILE:
        path = path.parent
    if os.path.isdir(path):
        return find_root(path) or path, path, ""
    catalog = find_root(path.parent)
    if catalog is None:
        # A file outside any catalogue is previewed by itself, without the files next to it.
        return path.parent, path, path.name
    return catalog, catalog, path.resolve().relative_to(catalog.resolve()).as_posix()


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that the port is known before the browser opens.

    Raises:
        UsageError: the address cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        # A browser that connects before the server is ready has to wait.
        listening.listen(128)
    except OSError as error:
        listening.close()
        remedy = "Choose another port with --port, or omit it to use a free one."
        raise UsageError(f"{host}:{port} cannot be used: {reason_of(error)}. {remedy}") from error
    return listening

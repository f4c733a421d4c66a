"""`guidepub preview`: the book in the browser while its definition is written."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from pathlib import Path
from urllib.parse import urlencode

import click

from guidepub.cli.selection import catalog_at_hand, file_of_slug, is_there
from guidepub.findings.errors import UsageError, reason_of
from guidepub.loading import find_root
from guidepub.model import CATALOG_FILE


@click.command("preview")
@click.argument("path", required=False, metavar="[PATH]")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N",
              help="The port to listen on. By default one that is free.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to listen on.")  # fmt: skip
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
def command(path: str | None, port: int, host: str, no_open: bool) -> int:
    """Show guides in the browser, up to date with every save.

    PATH is a catalogue's folder, one guide's file, or a guide's slug; without it the
    catalogue at hand is shown. Nothing is written, and nobody but this machine is answered.
    Press Ctrl+C to end, with the exit code 130.

    \b
    Examples:  guidepub preview
               guidepub preview welder
               guidepub preview guides --port 8000 --no-open
    """  # noqa: D301 - click's sign for lines that stay as they are
    root, source, guide = _opened(path)
    from guidepub.preview.guarding import warning_for
    from guidepub.preview.serving import serve

    if warning := warning_for(host):
        click.echo(warning, err=True)
    listening = _listening(host, port)
    with listening:
        port = listening.getsockname()[1]
        query = f"?{urlencode({'guide': guide})}" if guide else ""
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{port}/{query}"
        click.echo(f"{address}\nPress Ctrl+C to end.")
        if not no_open:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        serve(root, source, listening, host)
    return 0


def _opened(argument: str | None) -> tuple[Path, Path, str]:
    """Return the folder to serve, what its list holds, and the guide to open, if one is named."""
    if argument is None:
        root = catalog_at_hand()
        return root, root, ""
    path = Path(argument)
    if not is_there(path):
        path = file_of_slug(argument)
    if path.name == CATALOG_FILE:
        path = path.parent
    if os.path.isdir(path):
        return find_root(path) or path, path, ""
    catalog = find_root(path.parent)
    if catalog is None:
        # A file outside any catalogue stands alone: its neighbours are none of the preview's.
        return path.parent, path, path.name
    return catalog, catalog, path.resolve().relative_to(catalog.resolve()).as_posix()


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that the port is known before the browser opens.

    Raises:
        UsageError: nobody can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        # A browser that is quicker than the server waits.
        listening.listen(128)
    except OSError as error:
        listening.close()
        remedy = "Choose another port with --port, or leave it out for one that is free."
        raise UsageError(f"{host}:{port} cannot be used: {reason_of(error)}. {remedy}") from error
    return listening

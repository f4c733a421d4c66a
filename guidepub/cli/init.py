"""`guidepub init`: a new catalogue."""

from __future__ import annotations

import datetime
import shlex
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

from guidepub.files import write_bytes
from guidepub.files.dates import build_date
from guidepub.findings.errors import UsageError
from guidepub.model import CATALOG_FILE
from guidepub.themes import shipped_theme_files

_USUAL_THEME = "classic"


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--publisher", default="My Press", show_default=True,
              help="The name that the books appear under.")  # fmt: skip
@click.option("--theme", metavar="NAME",
              help="Copy this theme of guidepub’s to DIR/themes/NAME, to be changed.")  # fmt: skip
def command(folder: str, publisher: str, theme: str | None) -> None:
    """Make a new catalogue in DIR that builds at once.

    It holds catalog.toml with an imprint and two notices, one short guide, and a small
    table of programs. No file that is there already is changed: where there is a
    catalogue, --theme only adds the theme.
    """
    if not publisher.strip():
        raise UsageError("A publisher has a name.")
    root = Path(folder)
    add_only = theme is not None and (root / CATALOG_FILE).exists()
    files = {} if add_only else starter_files(publisher, build_date(), theme or _USUAL_THEME)
    contents = {name: text.encode() for name, text in files.items()}
    if theme is not None:
        contents |= {
            f"themes/{theme}/{name}": path.read_bytes()
            for name, path in shipped_theme_files(theme).items()
        }
    there = [name for name in contents if (root / name).exists()]
    if there:
        raise UsageError(f"“{root / there[0]}” is there already. Choose another folder.")
    for name, data in contents.items():
        write_bytes(root / name, data)
        click.echo(root / name)
    if add_only:
        click.echo(f'\nNow set theme = "{theme}" under [defaults] in {root / CATALOG_FILE}.')
    else:
        click.echo(f"\nNow build it:  guidepub build {shlex.quote(folder)}")


def starter_files(
    publisher: str, today: datetime.date, theme: str = _USUAL_THEME
) -> dict[str, str]:
    """Return the files of a new catalogue by name."""
    quoted = publisher.replace("\\", "\\\\").replace('"', '\\"')
    values = {
        "publisher": " ".join(quoted.split()),
        "today": today.isoformat(),
        "theme": theme,
    }
    folder = resources.files("guidepub") / "starter"
    return {name: Template(text).safe_substitute(values) for name, text in _texts(folder, "")}


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _texts(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_text("utf-8")))
    return found

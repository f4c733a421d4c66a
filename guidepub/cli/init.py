"""`guidepub init`: a new catalogue."""

from __future__ import annotations

import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

from guidepub.dates import build_date
from guidepub.errors import UsageError
from guidepub.files import write_bytes


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--publisher", default="My Press", show_default=True,
              help="The name that the books appear under.")  # fmt: skip
def command(folder: str, publisher: str) -> None:
    """Make a new catalogue in DIR that builds at once.

    It holds catalog.toml with an imprint and two notices, one short guide, and a small
    table of programs. No file that is there already is changed.
    """
    root = Path(folder)
    files = starter_files(publisher, build_date())
    there = [name for name in files if (root / name).exists()]
    if there:
        raise UsageError(f"“{root / there[0]}” is there already. Choose another folder.")
    for name, text in files.items():
        write_bytes(root / name, text.encode())
        click.echo(root / name)
    click.echo(f"\nNow build it:  guidepub build {folder}")


def starter_files(publisher: str, today: datetime.date) -> dict[str, str]:
    """Return the files of a new catalogue by name."""
    quoted = publisher.replace("\\", "\\\\").replace('"', '\\"')
    values = {"publisher": " ".join(quoted.split()), "today": today.isoformat()}
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

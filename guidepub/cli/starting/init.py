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
from guidepub.loading import PHRASES_FOLDER, is_phrase_tag
from guidepub.model import CATALOG_FILE
from guidepub.phrases import languages, shipped_text
from guidepub.themes import shipped_theme_files
from guidepub.themes.folders.shipped import USUAL_THEME
from guidepub.words.languages import primary_language


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--publisher", default="My Press", show_default=True,
              help="The name that the books are published under.")  # fmt: skip
@click.option("--theme", metavar="NAME",
              help="Copy this built-in theme to DIR/themes/NAME, for you to change.")  # fmt: skip
@click.option("--phrases", "language", metavar="LANG",
              help="Write guidepub’s own phrases to DIR/phrases/LANG.toml, for you to change or translate.")  # fmt: skip
def command(folder: str, publisher: str, theme: str | None, language: str | None) -> None:
    """Make a new catalogue in DIR that builds at once.

    It has a catalog.toml with an imprint and two notices, one short guide, and a small table of
    programs. Existing files are never changed: in an existing catalogue, --theme only adds the
    theme, and --phrases the phrases.
    """
    if not publisher.strip():
        raise UsageError("--publisher needs a name.")
    root = Path(folder)
    add_only = (theme or language) is not None and (root / CATALOG_FILE).exists()
    files = {} if add_only else starter_files(publisher, build_date(), theme or USUAL_THEME)
    contents = {name: text.encode() for name, text in files.items()}
    if theme is not None:
        contents |= {
            f"themes/{theme}/{name}": path.read_bytes()
            for name, path in shipped_theme_files(theme).items()
        }
    if language is not None:
        contents |= _phrases(language)
    there = [name for name in contents if (root / name).exists()]
    if there:
        raise UsageError(f"“{root / there[0]}” already exists. Choose another folder.")
    for name, data in contents.items():
        write_bytes(root / name, data)
        click.echo(root / name)
    if add_only and theme is not None:
        click.echo(f'\nNow set theme = "{theme}" under [defaults] in {root / CATALOG_FILE}.')
    if add_only and language is not None:
        click.echo("\nNow change the phrases that you want to reword, and delete the others.")
    if not add_only:
        click.echo(f"\nNow build it:  guidepub build {shlex.quote(folder)}")


def _phrases(language: str) -> dict[str, bytes]:
    """Return a phrases file for a language: guidepub's own, or else the English one.

    Raises:
        UsageError: there is no such language.
    """
    if not is_phrase_tag(language):
        raise UsageError(
            f"“{language}” is not a language. Write it as nl, or with a region as pt-PT."
        )
    code = primary_language(language)
    text = shipped_text(code if code in languages() else "en")
    return {f"{PHRASES_FOLDER}/{language}.toml": text.encode()}


def starter_files(publisher: str, today: datetime.date, theme: str = USUAL_THEME) -> dict[str, str]:
    """Return the files of a new catalogue, by name."""
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

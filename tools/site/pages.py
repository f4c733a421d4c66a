"""The pages that are made of the code: names of the library, commands, and file formats."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import click

import guidepub
from guidepub.batch.reports.report_schema import report_schema
from guidepub.loading import json_schema
from tools import ROOT
from tools.site.links import OUTSIDE, relinked
from tools.site.schemas import schema_page

_WIDTH = 88


def generated_pages() -> dict[str, str]:
    """Return the Markdown of all pages that do not stand in `docs/`, by their place on the site."""
    shown = {
        page: relinked((ROOT / file).read_text("utf-8"), page) for file, page in OUTSIDE.items()
    }
    return {**shown, **reference_pages()}


def reference_pages() -> dict[str, str]:
    """Return the pages of the reference."""
    return {
        "reference/python.md": "".join(_python()),
        "reference/commands.md": "".join(_commands()),
        "reference/guide.md": schema_page(
            "A guide",
            "The keys of a guide. In Markdown they stand before the prose, which takes the place "
            "of `sections`; `guidepub schema` prints this as JSON Schema.",
            json_schema("guide"),
        ),
        "reference/catalog.md": schema_page(
            "The catalogue",
            "The keys of `catalog.toml`; `guidepub schema catalog` prints this as JSON Schema.",
            json_schema("catalog"),
        ),
        "reference/report.md": schema_page(
            "The report of a build",
            "What stands in `build.json`; `guidepub schema report` prints this as JSON Schema.",
            report_schema(),
        ),
    }


def _python() -> Iterator[str]:
    yield "# All names of the library\n\nEach is taken from `guidepub` itself.\n\n"
    names = [name for name in guidepub.__all__ if name != "__version__"]
    for title, is_wanted in (("Functions", True), ("Classes and types", False)):
        yield f"## {title}\n\n"
        for name in names:
            if inspect.isfunction(getattr(guidepub, name)) == is_wanted:
                yield f"::: guidepub.{home_of(name)}.{name}\n    options:\n      heading_level: 3\n\n"


def home_of(name: str) -> str:
    """Return the module below `guidepub` in which a public name is defined."""
    value = getattr(guidepub, name)
    module = getattr(value, "__module__", "")
    home = guidepub._HOMES[name]
    # The name of a type knows no module: then it is where it is taken from.
    if not module.startswith("guidepub.") or not hasattr(importlib.import_module(module), name):
        return home
    return module.removeprefix("guidepub.")


def _commands() -> Iterator[str]:
    from guidepub.cli import group

    yield "# Commands\n\nWhat `--help` says of each.\n\n"
    context = click.Context(group, info_name="guidepub", terminal_width=_WIDTH)
    yield from _command(group, context)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            parent: Any = context
            yield from _command(
                inner, click.Context(inner, parent, info_name=name, terminal_width=_WIDTH)
            )

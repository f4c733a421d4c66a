"""The command line. The only code that prints or exits; each command is loaded when called."""

from __future__ import annotations

import importlib
import io
import sys

import click

from guidepub import __version__
from guidepub.cli.shared.signals import exit_code, stopped_when_asked
from guidepub.findings.errors import GuidepubError, reason_and_file

COMMANDS = {
    "init": "Make a new catalogue that builds at once.",
    "new": "Add a new guide with the sections that the catalogue requires.",
    "build": "Build PDF, EPUB and HTML files from guides.",
    "import": "Import existing texts as guides.",
    "preview": "Preview guides in the browser as you write them.",
    "lint": "Find mistakes and leftovers in guides.",
    "check": "Check finished PDF, EPUB and HTML files.",
    "data": "Trace figures back to the tables they come from.",
    "handout": "Make a handout: a short PDF of selected sections.",
    "release": "Record an edition as released, or verify it against its record.",
    "changes": "List what has changed since a released edition.",
    "catalog": "List all books with their state, ISBN, pages and price.",
    "isbn": "List the ISBNs of all products, and assign new ones.",
    "notices": "List, show and compare the approved notices.",
    "schema": "Print the JSON Schema of a definition.",
    "doctor": "Show what is installed and what is missing.",
}

_MORE_THREADS = "Close other programs, or raise the limit (ulimit -u)."

# Each command's module; no module may be named after a Python keyword.
_HOMES = {
    "init": "starting.init", "new": "starting.new", "build": "making.build",
    "import": "starting.importing", "preview": "making.preview", "lint": "judging.lint",
    "check": "judging.check", "data": "listing.data", "handout": "making.handout",
    "release": "released.release", "changes": "released.changes", "catalog": "listing.catalog",
    "isbn": "listing.isbn", "notices": "listing.notices", "schema": "starting.schema",
    "doctor": "doctor",
}  # fmt: skip

# Names of these commands in other programs.
_OTHER_NAMES = {
    "list": "catalog", "ls": "catalog", "catalogue": "catalog", "serve": "preview",
    "watch": "preview", "open": "preview", "render": "build", "make": "build", "compile": "build",
    "create": "new", "add": "new", "validate": "check", "verify": "check", "convert": "import",
}  # fmt: skip


# Names of options in other programs. A hint is given only if the command has the option it names.
_EDITIONS = ("-e", "Choose an edition with -e: guidepub build -e screen makes a PDF.")
_OTHER_OPTIONS = {
    "--format": _EDITIONS,
    "--to": _EDITIONS,
    "--pdf": ("-e", "Use -e screen for a PDF to read, -e print for a press."),
    "--epub": ("-e", "Use -e epub."),
    "--html": ("-e", "Use -e web for the book as a web page."),
    "--watch": ("-e", "guidepub preview updates at every save."),
    "--json": ("--format", "Use --format json."),
    "--output-dir": ("-o", "Use -o DIR."),
    "--verbose": ("--explain", "--explain shows what would be built, and why."),
}


class _LazyGroup(click.Group):
    """Lists every command, and loads only the one that is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"guidepub.cli.{_HOMES[name]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; if there is no such command, suggest the most likely one."""
        is_unknown = args and args[0] not in COMMANDS and args[0][:1] != "-"
        # While a shell completes a line, errors in it are not reported.
        if is_unknown and not context.resilient_parsing:
            from guidepub.findings import nearest

            meant = _OTHER_NAMES.get(args[0]) or nearest(args[0], COMMANDS)
            remedy = f"Did you mean “{meant}”?" if meant else "guidepub --help lists all."
            context.fail(f"There is no command “{args[0]}”. {remedy}")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="guidepub %(version)s")
def group() -> None:
    """Turn structured career guides into print-ready PDF and EPUB 3.

    A guide is a Markdown file whose front matter holds its facts and sources. A catalogue is a
    folder of guides with one catalog.toml. To get started:

    \b
        guidepub init my-guides
        guidepub build my-guides

    Exit codes: 0 success, 1 findings or failed guides, 2 wrong usage, 130 stopped by Ctrl-C, 143
    stopped by SIGTERM or because its terminal closed.
    """  # noqa: D301 - click's sign for lines that stay as they are


def _called_otherwise(error: click.NoSuchOption) -> str:
    """Return a remedy for another program's option, or an empty string."""
    needed, remedy = _OTHER_OPTIONS.get(error.option_name, ("", ""))
    known = error.ctx.command.params if error.ctx is not None else ()
    return remedy if any(needed in option.opts for option in known) else ""


def main() -> None:
    """Run the command line, reporting errors without a traceback."""
    # If the terminal cannot show a character, print its code point instead.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with stopped_when_asked():
            code = group(standalone_mode=False)
    except click.NoSuchOption as error:
        # A suggestion of an option that only looks similar would mislead.
        remedy = _called_otherwise(error)
        shown = click.UsageError(f"{error.message} {remedy}", error.ctx) if remedy else error
        shown.show()
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.exceptions.Abort as error:
        click.echo("Stopped.", err=True)
        code = exit_code(error.__cause__)
    except GuidepubError as error:
        click.echo(str(error), err=True)
        code = error.exit_code
    except OSError as error:
        click.echo(reason_and_file(error), err=True)
        code = 1
    except MemoryError:
        click.echo(
            "There is not enough memory. Close other programs, or build less at once.", err=True
        )
        code = 1
    except RuntimeError as error:
        # Python has no exception class for this.
        if "can't start new thread" not in str(error):
            raise
        click.echo(f"The system cannot start any more threads. {_MORE_THREADS}", err=True)
        code = 1
    sys.exit(code or 0)

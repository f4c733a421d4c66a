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
    "new": "Add a new guide with the catalogue's sections.",
    "build": "Make PDF, EPUB and HTML files of guides.",
    "import": "Make guides of foreign texts.",
    "preview": "Show guides in the browser while they are written.",
    "lint": "Find in guides what no one should print.",
    "check": "Find faults in finished PDF, EPUB and HTML files.",
    "data": "Trace figures to the tables that they come from.",
    "handout": "Make a few pages of single sections, to be handed out.",
    "release": "Freeze an edition in a record, or compare it with its record.",
    "changes": "List what has changed since an edition was released.",
    "catalog": "List all books, with state, ISBN, pages and price.",
    "isbn": "List the ISBNs of all products, and give the next ones.",
    "notices": "List, show and compare the approved notices.",
    "schema": "Print the JSON Schema of a definition.",
    "doctor": "Show what this installation has, and what it lacks.",
}

_MORE_THREADS = "End other programs, or let this one have more (ulimit -u)."

# Each command's module; none can be called as a word of the language is.
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


# Names of options in other programs; a remedy is for commands that have the option it names.
_EDITIONS = ("-e", "Editions are named by -e: guidepub build -e screen makes a PDF.")
_OTHER_OPTIONS = {
    "--format": _EDITIONS,
    "--to": _EDITIONS,
    "--pdf": ("-e", "Write -e screen for a PDF to read, -e print for a press."),
    "--epub": ("-e", "Write -e epub."),
    "--html": ("-e", "Write -e web for a page of the book."),
    "--watch": ("-e", "guidepub preview shows each save."),
    "--json": ("--format", "Write --format json."),
    "--output-dir": ("-o", "Write -o DIR."),
    "--verbose": ("--explain", "--explain says what is made, and why."),
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
        """Find the command that is called; if there is none, suggest the likely one."""
        is_unknown = args and args[0] not in COMMANDS and args[0][:1] != "-"
        # A shell that completes a line gets no message of what is wrong in it.
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

    A guide is one Markdown file with its facts and sources in front; a catalogue is a
    folder of guides with one catalog.toml. Begin with:

    \b
        guidepub init my-guides
        guidepub build my-guides

    Exit codes: 0 success, 1 findings or failed guides, 2 wrong usage, 130 stopped
    by Ctrl-C, 143 stopped by SIGTERM or with its terminal.
    """  # noqa: D301 - click's sign for lines that stay as they are


def _called_otherwise(error: click.NoSuchOption) -> str:
    """Return a remedy for another program's option, or an empty string."""
    needed, remedy = _OTHER_OPTIONS.get(error.option_name, ("", ""))
    known = error.ctx.command.params if error.ctx is not None else ()
    return remedy if any(needed in option.opts for option in known) else ""


def main() -> None:
    """Run the command line, and say errors to the reader without a traceback."""
    # A terminal that cannot show a character gets its number instead.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with stopped_when_asked():
            code = group(standalone_mode=False)
    except click.NoSuchOption as error:
        # A name that is merely alike would mislead.
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
        click.echo("There is not enough memory. End other programs, or ask for less.", err=True)
        code = 1
    except RuntimeError as error:
        # Python has no class of its own for this.
        if "can't start new thread" not in str(error):
            raise
        click.echo(f"The system gives no more threads. {_MORE_THREADS}", err=True)
        code = 1
    sys.exit(code or 0)

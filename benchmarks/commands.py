"""Commands run one after the other or a few at once, as a shell loop runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

# No book of the samples takes longer on any machine that is of use.
_LIMIT = 1800.0

_FONTS = "FONTCONFIG_FILE"
_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


class CommandError(Exception):
    """A command could not be run, or failed."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, the folder to run it in, and whether it may see all fonts."""

    arguments: tuple[str, ...]
    folder: Path | None = None
    system_fonts: bool = False


def python(module: str, *arguments: str | Path, folder: Path | None = None) -> Command:
    """Return a command that runs a module with the Python at hand."""
    return Command((sys.executable, "-m", module, *map(str, arguments)), folder)


def run(commands: Iterable[Command], workers: int = 1) -> None:
    """Run commands, `workers` of them at once.

    Raises:
        CommandError: one of them failed.
    """
    if workers == 1:
        for command in commands:
            _run_one(command)
        return
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(_run_one, commands):
            pass


def output_of(command: Command) -> str:
    """Run a command and return what it prints.

    Raises:
        CommandError: it failed.
    """
    return _run_one(command).decode("utf-8")


def hide_system_fonts(folder: Path) -> None:
    """Let the commands find no fonts but the books' own, as guidepub does.

    Every program then sets the books in the same faces, and none searches a machine for more.
    Browsers write nothing at all without a font of the system's.
    """
    configuration = folder / "fonts.conf"
    configuration.write_text(_NO_SYSTEM_FONTS.format(folder=folder / "fontconfig"), "utf-8")
    os.environ[_FONTS] = str(configuration)


def environment(*, system_fonts: bool) -> dict[str, str]:
    """Return this process's environment, for a program that may see the system's fonts or not."""
    hidden = (_FONTS,) if system_fonts else ()
    return {name: value for name, value in os.environ.items() if name not in hidden}


def first_there(names: Sequence[str]) -> str | None:
    """Return the path of the first of some programs that is here, beside Python or on the path."""
    places = [str(Path(sys.executable).parent), *os.get_exec_path()]
    for name in names:
        for place in places:
            path = Path(place) / name
            if path.is_file() and os.access(path, os.X_OK):
                return str(path)
    return None


def _run_one(command: Command) -> bytes:
    try:
        result = subprocess.run(
            command.arguments,
            cwd=command.folder,
            env=environment(system_fonts=command.system_fonts),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommandError(f"{command.arguments[0]}: {error}") from error
    if result.returncode:
        output = (result.stderr or result.stdout).decode("utf-8", "replace").strip()
        reason = output.splitlines()[-1] if output else f"exit code {result.returncode}"
        raise CommandError(f"{Path(command.arguments[0]).name}: {reason}")
    return result.stdout

"""Where paths lead, and whether they stay inside a catalogue's folder."""

from __future__ import annotations

from pathlib import Path

from guidepub.findings import Finding, InputError, Place


def resolved(path: Path) -> Path:
    """Return an absolute path with its links followed, unless they lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_within(path: Path, folder: Path) -> bool:
    """Return whether a path, with its links followed, lies inside a folder.

    A path that cannot be resolved, such as a loop of links, lies inside none.
    """
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def hold_inside(path: Path, folder: Path | None, subject: str, place: Place | None = None) -> None:
    """Make sure that a path, with its links followed, lies inside a catalogue's folder.

    To be called before a file that a catalogue names is read. Without a folder, nothing lies
    inside.

    Args:
        path: the path to check.
        folder: the catalogue's folder, if there is one.
        subject: the start of the message, such as “The table “wages.csv””.
        place: where the path is named; by default, the path itself.

    Raises:
        InputError: it lies outside (D041).
    """
    if folder is None or not is_within(path, folder):
        message = f"{subject} is outside the catalogue."
        remedy = "Copy it into the catalogue."
        raise InputError([Finding(place or Place(str(path)), "D041", message, remedy)])

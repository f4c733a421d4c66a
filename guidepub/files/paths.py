"""Where paths lead, and whether they stay inside a catalogue's folder."""

from __future__ import annotations

from pathlib import Path

from guidepub.findings import Finding, InputError, Place


def resolved(path: Path) -> Path:
    """Return a path with its links followed, or as it stands where they lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_within(path: Path, folder: Path) -> bool:
    """Return whether a path, links resolved, lies inside a folder.

    A path that cannot be resolved, such as a loop of links, lies nowhere.
    """
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def hold_inside(path: Path, folder: Path | None, what: str, place: Place | None = None) -> None:
    """Make sure that a path, links followed, lies inside a catalogue's folder.

    It is asked before anything is read of what anybody may have put there; `what` begins the
    message, as in “The table “wages.csv””, and `place` is where it is named, if not the path. Without a folder nothing lies inside.

    Raises:
        InputError: it lies outside (D041).
    """
    if folder is None or not is_within(path, folder):
        message = f"{what} lies outside the catalogue."
        remedy = "Copy it into the catalogue."
        raise InputError([Finding(place or Place(str(path)), "D041", message, remedy)])

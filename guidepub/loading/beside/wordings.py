"""The wordings of notices that are in files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guidepub.files import hold_inside, read_text
from guidepub.findings import Finding, InputError
from guidepub.loading.formats.documents import Document, check_plain, check_text

_LIMIT = 512 * 1024
# Stands where a wording could not be read; a notice with it is never printed.
_STAND_IN = "-"


def read_wordings(document: Document, root: Path) -> Mapping[int, tuple[Finding, ...]]:
    """Put the text of each notice's `file` where its text would stand.

    Returns:
        What is wrong with these files, by the notice's place among the others.
    """
    notices = document.data.get("notices")
    faults: dict[int, tuple[Finding, ...]] = {}
    for index, notice in enumerate(notices if isinstance(notices, list) else ()):
        if isinstance(notice, dict) and "file" in notice:
            try:
                _read_wording(document, root, index, notice)
            except InputError as error:
                faults[index] = error.findings
    return faults


def _read_wording(document: Document, root: Path, index: int, notice: dict[str, object]) -> None:
    """Put the text of a notice's file where its text would stand.

    Raises:
        InputError: the file lies outside the catalogue, or cannot be read (D001 to D003,
            D008, D041).
    """
    where = ("notices", index, "file")
    place, name = document.place(where), notice.pop("file")
    if "text" in notice:
        message = "The wording of a notice is either in a file or in text, not in both."
        document.findings.append(Finding(place, "D011", message, "Remove one."))
        return
    # A fault of the wording is reported where its file is named.
    document.keys["notices", index, "text"] = document.keys[where]
    document.values["notices", index, "text"] = document.values[where]
    notice["text"] = _STAND_IN
    if not isinstance(name, str):
        message = "A text is expected here."
        document.findings.append(Finding(place, "D011", message, "Name a file."))
        return
    path = root / name
    hold_inside(path, root, f"The wording “{name}”", place)
    text = read_text(path, _LIMIT)
    check_text(path, text)
    check_plain(path, text)
    notice["text"] = text

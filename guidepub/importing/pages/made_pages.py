"""HTML that a reader makes of another format: its footnotes, and its text."""

from __future__ import annotations

from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import Original, relined
from guidepub.importing.pages.reader import read_html


class MadeNotes:
    """The footnotes of HTML in the making, each called as a page does it (`footnotes`)."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def begin(self) -> int:
        """Return the number of the next note, whose words are added later: it may call others itself."""
        self._notes.append("")
        return len(self._notes)

    def write(self, number: int, inner: str) -> None:
        """Keep the words of a note, as HTML."""
        self._notes[number - 1] = inner

    def call(self, number: int) -> str:
        """Return the call of a note, as HTML."""
        return f'<sup><a href="#note-{number}">{number}</a></sup>'

    def listed(self) -> str:
        """Return the list of the notes, which stands below the text, or an empty string without notes."""
        notes = "".join(f'<li id="note-{n}">{note}</li>' for n, note in enumerate(self._notes, 1))
        return f"<ol>{notes}</ol>" if notes else ""


def read_made(inner: str, path: str, citations: Citations) -> Original:
    """Return the text of HTML that was made of a file without lines of its own.

    Raises:
        InputError: as `read_html`.
    """
    return without_lines(read_html(f"<body>{inner}</body>", path, citations, is_page=False))


def without_lines(original: Original) -> Original:
    """Return an original whose numbers of lines would mean nothing to a reader."""
    return relined(original, lambda _: 0)

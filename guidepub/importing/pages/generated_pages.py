"""Helps readers that convert other formats to HTML: footnotes, and the text of the result."""

from __future__ import annotations

from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import Original, with_mapped_lines
from guidepub.importing.pages.reader import read_html


class GeneratedNotes:
    """Collects the footnotes of generated HTML, in the form that `footnotes` recognises."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def begin(self) -> int:
        """Return the number of the next note; its words are added later, since it may call others."""
        self._notes.append("")
        return len(self._notes)

    def write(self, number: int, inner: str) -> None:
        """Set the words of a note, as HTML."""
        self._notes[number - 1] = inner

    def call(self, number: int) -> str:
        """Return the call of a note, as HTML."""
        return f'<sup><a href="#note-{number}">{number}</a></sup>'

    def listed(self) -> str:
        """Return the list of notes for the end of the text, or an empty string if there are none."""
        notes = "".join(f'<li id="note-{n}">{note}</li>' for n, note in enumerate(self._notes, 1))
        return f"<ol>{notes}</ol>" if notes else ""


def read_generated(inner: str, path: str, citations: Citations) -> Original:
    """Return the text of HTML that was generated from a file without meaningful line numbers.

    Raises:
        InputError: see `read_html`.
    """
    return without_lines(read_html(f"<body>{inner}</body>", path, citations, is_page=False))


def without_lines(original: Original) -> Original:
    """Return an original without line numbers, which would mean nothing to a reader."""
    return with_mapped_lines(original, lambda _: 0)

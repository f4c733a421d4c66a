"""Cells of a row that is cut by the page's end: they go on on the next page side by side.

A note that a later cell calls is after those of the cells before it, and notes take no
room in which these have lines already. A cell goes on where it was cut: WeasyPrint 70 begins it
again, and prints its words twice, where not even a line of it has room next to the others.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from guidepub.pdf.engine.weasyprint import Box, TableCellBox, block


class Cells:
    """The row of a table that is being laid out, cell by cell."""

    def __init__(self) -> None:
        self._row: list[Box] = []
        self._notes: list[Box] = []
        self._is_open = False
        self._lowest = self._beside = 0.0
        self._before: dict[Box, Sequence[Box]] = {}

    def begin(self, cell: Box) -> None:
        """Go on with a cell: the next one of its row, or the first that is tried of another."""
        if cell in self._row or not self._row or self._row[-1].position_y != cell.position_y:
            self._row, self._notes, self._lowest = [], [], 0.0
        self._row.append(cell)
        self._is_open, self._beside = True, self._lowest
        own = _notes_in(cell)
        before = tuple(self._notes)
        self._before.update((note, before) for note in own)
        self._notes += own

    def end(self) -> None:
        """Leave the cell."""
        self._is_open = False

    def set_line(self, bottom: float) -> None:
        """Note a line whose bottom is at a height of the page, in CSS pixels."""
        if self._is_open:
            self._lowest = max(self._lowest, bottom)

    @property
    def beside(self) -> float:
        """The lowest bottom of the cells before the open one, in CSS pixels."""
        return self._beside if self._is_open else 0.0

    def before(self, note: Box) -> Sequence[Box]:
        """Return the notes of a note's row that are before it, in cells of their own."""
        return self._before.get(note, ())


def _notes_in(cell: Box) -> list[Box]:
    notes = (box.footnote for box in cell.descendants())
    return [note for note in notes if note is not None]


@contextlib.contextmanager
def cells_go_on() -> Iterator[None]:
    """Let a cell that was cut have a line at least on each page on which its row goes on."""
    lay_out = block.block_container_layout

    def with_a_line(
        context: object,
        box: Box,
        bottom_space: float,
        skip_stack: object,
        page_is_empty: bool,
        *more: object,
        **named: object,
    ) -> object:
        laid = lay_out(context, box, bottom_space, skip_stack, page_is_empty, *more, **named)
        if laid[0] is None and skip_stack and isinstance(box, TableCellBox) and box.children:
            return lay_out(context, box, bottom_space, skip_stack, True, *more, **named)
        return laid

    block.block_container_layout = with_a_line
    try:
        yield
    finally:
        block.block_container_layout = lay_out

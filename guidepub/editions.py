"""The products that are made from a book."""

from __future__ import annotations

from typing import Literal, get_args

Edition = Literal["print", "print-cover", "screen", "epub"]
"""A product made from a book.

`print` is the interior for a press, `print-cover` the sheet that wraps it, `screen` a
PDF for reading, `epub` an EPUB 3.
"""

EDITIONS: tuple[Edition, ...] = get_args(Edition)
Bearer = Literal["print", "screen", "epub"]
"""An edition that bears notices: the cover of a printed book has none."""

BEARERS: tuple[Bearer, ...] = get_args(Bearer)

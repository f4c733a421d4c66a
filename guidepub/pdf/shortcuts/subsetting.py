"""Arrays for HarfBuzz, of few types: a seam in WeasyPrint.

WeasyPrint 70 asks for an array of as many glyphs as a face has in a book by a type of that very
length. cffi reads each such type as C source, after all names that it knows, which takes 2 ms;
there are two for each face of each file. Arrays without a length in their type are the same.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from guidepub.pdf.engine.weasyprint import embedded_fonts, ffi

_SIZED = re.compile(r"(.+)\[(\d+)\]")


@contextlib.contextmanager
def arrays_have_few_types() -> Iterator[None]:
    """Let WeasyPrint make arrays for HarfBuzz without types of their own."""
    before = embedded_fonts.ffi
    embedded_fonts.ffi = _FewTypes()
    try:
        yield
    finally:
        embedded_fonts.ffi = before


class _FewTypes:
    """cffi as WeasyPrint uses it, except for making arrays."""

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi, name)

    def new(self, kind: str, values: Sequence[int] | None = None) -> Any:
        """Return a new object of a type, such as `char[4]`, and with values if it has any."""
        sized = _SIZED.fullmatch(kind)
        if sized is None or values is None or len(values) != int(sized[2]):
            return ffi.new(kind, values)
        return ffi.new(f"{sized[1]}[]", values)

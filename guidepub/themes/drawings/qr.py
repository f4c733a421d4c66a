"""QR codes as drawings (ISO/IEC 18004): an address to be read by a telephone's camera."""

from __future__ import annotations

from itertools import groupby

from guidepub.words.markup import escape, quoteattr

# Modules around a code that stay white (ISO/IEC 18004, 6.3.8).
_QUIET = 4


def qr_code(address: str, alternative: str, level: str = "M") -> str:
    """Return the code of an address as an inline SVG with a text alternative.

    It is black on white in every edition, whatever lies below it. `level` is that of error
    correction: L, M or Q. The same address always gives the same drawing.
    """
    import segno  # only here: few books have one

    matrix = segno.make_qr(address, error=level, boost_error=False).matrix
    size = len(matrix) + 2 * _QUIET
    path = "".join(_row(row, number) for number, row in enumerate(matrix, _QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr(alternative)} '
        f'viewBox="0 0 {size} {size}"><title>{escape(alternative)}</title>'
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>'
        f'<path d="{path}" fill="#000000"/></svg>'
    )


def _row(row: bytearray, number: int) -> str:
    """Return the dark modules of a row, those next to each other as one rectangle."""
    drawn, column = "", _QUIET
    for is_dark, modules in groupby(row, bool):
        width = sum(1 for _ in modules)
        drawn += f"M{column} {number}h{width}v1h-{width}z" if is_dark else ""
        column += width
    return drawn

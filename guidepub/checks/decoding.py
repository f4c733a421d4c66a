"""How much qpdf may unpack of a file that anybody may have made."""

from __future__ import annotations

import pikepdf


def limit_decoding() -> None:
    """Bound what qpdf unpacks, for the whole process: real pages stay far below."""
    megabyte = 1024 * 1024
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=200,
        flate_max_memory=256 * megabyte,
        run_length_max_memory=256 * megabyte,
        png_max_memory=256 * megabyte,
        tiff_max_memory=256 * megabyte,
        # A twentieth of it is what a picture may take unpacked: at most 71 million pixels.
        dct_max_memory=(1 << 32) - 1,
        dct_max_progressive_scans=100,
    )

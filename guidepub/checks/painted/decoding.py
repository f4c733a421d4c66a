"""The limits on what qpdf unpacks of a file that may be hostile."""

from __future__ import annotations

import pikepdf


def limit_decoding() -> None:
    """Limit what qpdf unpacks, for the whole process; real pages stay far below."""
    megabyte = 1024 * 1024
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=200,
        flate_max_memory=256 * megabyte,
        run_length_max_memory=256 * megabyte,
        png_max_memory=256 * megabyte,
        tiff_max_memory=256 * megabyte,
        # A picture may take a twentieth of this when unpacked: at most 71 million pixels.
        dct_max_memory=(1 << 32) - 1,
        dct_max_progressive_scans=100,
    )

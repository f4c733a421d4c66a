"""WeasyPrint, loaded: quietly, quickly, and with a clear word where Pango is missing.

All that is taken from it comes from here or after this: on import it looks for its libraries
and for the system's fonts, prints advice, and warns.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import importlib
import io
import sys
import warnings
from collections.abc import Iterator

from guidepub.errors import GuidepubError


@contextlib.contextmanager
def _by_name_alone() -> Iterator[None]:
    """Let libraries be found by the system's loader only.

    For each name that the loader does not know, `ctypes.util.find_library` starts a compiler
    and a linker; Linux's loader needs no such help, and they take longer than all the rest.
    """
    found = ctypes.util.find_library
    ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
    try:
        yield
    finally:
        ctypes.util.find_library = found


with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
    warnings.simplefilter("ignore", UserWarning)
    if sys.platform == "linux":
        with _by_name_alone(), contextlib.suppress(OSError):
            importlib.import_module("weasyprint")
    try:
        from weasyprint import CSS, HTML, Document
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
    except OSError as error:
        raise GuidepubError(
            "A system library that draws text is missing. Install Pango (see “Installing it” "
            f"in README.md), then try again. The system says: {str(error).splitlines()[0]}"
        ) from error

__all__ = [
    "CSS",
    "HTML",
    "Document",
    "FatalURLFetchingError",
    "FontConfiguration",
    "URLFetcher",
    "URLFetcherResponse",
]

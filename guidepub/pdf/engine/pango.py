"""The C of Pango, as WeasyPrint declares it, without reading that at each start.

WeasyPrint gives cffi the C of all functions and types that it calls. To read it takes longer
than to load Pango, and cffi then looks up a type by its name in Python at each call. Declarations
that were read before (`python -m tools.pango_types`) are loaded in a moment and looked up in C.
They are used for that very source of WeasyPrint's, and for any other one cffi reads it itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import json
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guidepub.files import sha256

FILE = Path(__file__).with_name("pango_types.json")
"""The declarations that were read, with the SHA-256 of the module that has them."""


def source_of_declarations() -> Path:
    """Return the file of WeasyPrint's module that declares what it calls.

    Raises:
        ImportError: WeasyPrint is not installed.
    """
    found = importlib.util.find_spec("weasyprint")
    if found is None or found.origin is None:
        raise ImportError("WeasyPrint is not installed.")
    return Path(found.origin).parent / "text" / "ffi.py"


@contextlib.contextmanager
def declarations_are_known() -> Iterator[None]:
    """Let WeasyPrint be loaded with declarations that were read before, where there are such."""
    known = _declarations()
    if known is None:
        yield
        return
    stand_in = types.ModuleType("cffi")
    stand_in.FFI = lambda: known  # type: ignore[attr-defined]
    before = sys.modules.get("cffi")
    sys.modules["cffi"] = stand_in
    try:
        yield
    finally:
        del sys.modules["cffi"]
        if before is not None:
            sys.modules["cffi"] = before


def _declarations() -> Any:
    """Return the declarations that were read, or None where they are another source's."""
    data = json.loads(FILE.read_bytes())
    if sha256(source_of_declarations().read_bytes()) != data["source"]:
        return None
    import _cffi_backend

    class Declared(_cffi_backend.FFI):  # type: ignore[misc]
        """Declarations that need no text."""

        def cdef(self, _text: str) -> None:
            """Ignore declarations that were made already."""

        def dlopen(self, name: str, flags: int) -> Any:
            """Return a library of the system's."""
            return _until_the_end(super().dlopen(name, flags))

    made = {name: _as_made(each) for name, each in data["made"].items()}
    try:
        return _until_the_end(Declared("pango", **made))
    except ImportError:
        # A cffi that wants them in another form.
        return None


def _until_the_end(made: Any) -> Any:
    """Return an object that Python does not take down at its end.

    What was made with it would then be freed by functions that are no longer there.
    """
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(made))
    return made


def _as_made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_as_made, value))
    return value.encode("latin-1") if isinstance(value, str) else value

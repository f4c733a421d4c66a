"""The versions of everything that determines a file's bytes."""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import platform
import re
import zlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from types import MappingProxyType

from guidepub import __version__
from guidepub.plugins import versions_of_plugins

_PACKAGE = Path(__file__).resolve().parents[2]
# Modules that read books or pass them on, but do not produce any of their bytes.
_NO_MAKERS = frozenset({"batch", "checks", "cli", "importing", "linting", "preview", "trade"})
# In an installed package, themes are here; each book records its own.
_UNREAD = _NO_MAKERS | {"styles", "templates", "__pycache__"}
_PACKAGES = (
    "babel",
    "duckdb",
    "ebooklib",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "pypdfium2",
    "python-barcode",
    "tinycss2",
    "weasyprint",
)

# The system's libraries that break lines and write fonts, by the names that they have on Linux,
# macOS and Windows, and the functions that return their version.
_LIBRARIES: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "pango": (
            ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
            "pango_version_string",
        ),
        "harfbuzz": (
            ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
            "hb_version_string",
        ),
        "harfbuzz-subset": (
            (
                "libharfbuzz-subset.so.0",
                "libharfbuzz-subset.0.dylib",
                "libharfbuzz-subset-0.dll",
            ),
            "",
        ),
    }
)


@functools.cache
def versions() -> Mapping[str, str]:
    """Return the versions of guidepub, of Python, and of each library, by name.

    guidepub's own version includes a digest of its source, since a checkout changes without a new
    number. A missing library has an empty version.
    """
    own = f"{__version__}+{_mark_of_source()}"
    found = {"guidepub": own, "python": platform.python_version()}
    found["zlib"] = zlib.ZLIB_RUNTIME_VERSION
    for name in _PACKAGES:
        found[name] = _installed(name)
    found |= versions_of_plugins()
    found |= {name: _library(*named) for name, named in _LIBRARIES.items()}
    return MappingProxyType(found)


def _installed(package: str) -> str:
    """Return the version of a package without parsing its whole metadata, which includes its README."""
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return ""
    head = (found.read_text("METADATA") or "").partition("\n\n")[0]
    stated = re.search(r"^Version: *(\S+)", head, re.MULTILINE)
    return stated[1] if stated else found.version


def _mark_of_source() -> str:
    digest = hashlib.sha256()
    for folder, folders, files in os.walk(_PACKAGE):
        below = os.path.relpath(folder, _PACKAGE)
        folders[:] = sorted({*folders} - (_UNREAD if below == "." else {"__pycache__"}))
        for name in sorted(files):
            if name.endswith((".py", ".toml")):
                data = Path(folder, name).read_bytes()
                digest.update(f"{below}/{name}\0".encode() + data + b"\0")
    return digest.hexdigest()[:12]


def _library(names: tuple[str, ...], version_function: str) -> str:
    for name in names:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        if not version_function:
            return "there"
        function = getattr(library, version_function)
        function.restype = ctypes.c_char_p
        return str(function().decode())
    return ""

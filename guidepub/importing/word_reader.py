"""A Word file to blocks, by way of mammoth, which knows Word's styles.

The archive is held against limits first: mammoth and its XML reader would unpack anything.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace

from guidepub.errors import UsageError
from guidepub.findings import Finding, InputError, Place
from guidepub.importing.citations import Citations
from guidepub.importing.html_reader import read_html
from guidepub.importing.originals import Original

_MOST_ENTRIES = 5000
_LARGEST = 48 * 1024 * 1024
_LARGEST_PART = 24 * 1024 * 1024
# How often the unpacked text may hold its packed self: text of a real author packs to a tenth.
_DENSEST = 250
_STYLES = """
p[style-name='Title'] => h1.guide-title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
"""


def read_word(data: bytes, path: str, citations: Citations) -> Original:
    """Return the blocks of a Word file.

    Raises:
        InputError: it is no Word file, beyond the limits, or broken (I001 to I004).
        UsageError: mammoth is not installed.
    """
    _hold_against_limits(data, path)
    try:
        import mammoth
    except ImportError as error:
        raise UsageError("Reading Word files needs more: pip install 'guidepub[import]'") from error
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except RecursionError:
        raise _fault(path, "I003", "The file is nested too deeply.") from None
    except Exception as error:
        message = f"The Word file cannot be read to its end: {type(error).__name__}."
        raise _fault(path, "I004", message, "Save it anew in Word.") from error
    original = read_html(f"<body>{result.value}</body>", path, citations, is_page=False)
    # A Word file has no lines that a reader could look for.
    return replace(original, blocks=tuple(replace(block, line=0) for block in original.blocks))


def _hold_against_limits(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if "word/document.xml" not in names and "[Content_Types].xml" not in names:
                raise _fault(path, "I001", "The file is no Word file.", "Save it as .docx.")
            total = sum(entry.file_size for entry in entries)
            if len(entries) > _MOST_ENTRIES or total > _LARGEST:
                raise _fault(path, "I003", "The Word file is too large when unpacked.")
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    _look_into(archive, entry, path)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError,
            EOFError, ValueError, zlib.error) as error:  # fmt: skip
        message = f"The Word file is damaged: {error}."
        raise _fault(path, "I004", message, "Save it anew in Word.") from error


def _look_into(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> None:
    """Refuse a part that swells beyond reason, or that declares entities."""
    if entry.file_size > _LARGEST_PART or entry.file_size > _DENSEST * max(
        entry.compress_size, 400
    ):
        raise _fault(path, "I003", "A part of the Word file swells beyond reason when unpacked.")
    with archive.open(entry) as stream:
        if b"<!DOCTYPE" in stream.read(4096).upper():
            raise _fault(
                path, "I001", "A part of the Word file declares entities.", "Save it anew."
            )


def _fault(path: str, code: str, message: str, remedy: str = "") -> InputError:
    return InputError([Finding(Place(path), code, message, remedy)])

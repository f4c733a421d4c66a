"""Which reader a file has, and how large it may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from guidepub.files import read_bytes
from guidepub.findings import Finding, InputError, Place
from guidepub.importing.citations import Citations
from guidepub.importing.decoding import decode
from guidepub.importing.html_reader import read_html
from guidepub.importing.markdown_reader import read_markdown
from guidepub.importing.originals import Original
from guidepub.importing.text_reader import read_text
from guidepub.importing.word_reader import read_word

_MEGABYTE = 1024 * 1024
_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S)

Read = Callable[[str, str, Citations, str], Original]
"""Takes a text, its path, the citations and the likely language to the text's blocks."""


@dataclass(frozen=True, slots=True)
class Importer:
    """What reads the files of some endings, and how many bytes each may have.

    `read` takes decoded text; the reader of a binary format has `read_data` instead.
    """

    suffixes: tuple[str, ...]
    limit: int
    read: Read | None = None
    read_data: Callable[[bytes, str, Citations], Original] | None = None


def _page(text: str, path: str, citations: Citations, _language: str) -> Original:
    return read_html(text, path, citations)


IMPORTERS = (
    Importer((".txt", ".text"), 2 * _MEGABYTE, read_text),
    Importer((".md", ".markdown"), 2 * _MEGABYTE, read_markdown),
    Importer((".html", ".htm", ".xhtml", ".php"), 24 * _MEGABYTE, _page),
    Importer((".docx",), 24 * _MEGABYTE, read_data=read_word),
)
"""All that can be imported, a row each."""

SUFFIXES = tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)
"""The endings of files that can be imported."""


def read_original(path: Path, citations: Citations, language: str) -> Original:
    """Return the blocks of a file and what it says of itself. `language` is the likely one.

    Raises:
        InputError: it cannot be read, is too large, or holds no text.
        UsageError: its kind needs a library that is not installed.
    """
    suffix = path.suffix.lower()
    importer = next((importer for importer in IMPORTERS if suffix in importer.suffixes), None)
    if importer is None:
        message = f"A file “{suffix or path.name}” cannot be imported."
        remedy = f"Known: {', '.join(SUFFIXES)}."
        raise InputError([Finding(Place(str(path)), "I001", message, remedy)])
    data = read_bytes(path, importer.limit)
    if importer.read_data is not None:
        return importer.read_data(data, str(path), citations)
    text, findings = decode(data, path)
    # A page that was saved under another ending is still a page.
    read = _page if importer.read is None or _PAGE.match(text) else importer.read
    original = read(text, str(path), citations, language)
    return replace(original, findings=(*findings, *original.findings))

"""Which reader a file has, and how large it may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

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
SUFFIXES: Mapping[str, int] = MappingProxyType(
    {
        ".txt": 2 * _MEGABYTE,
        ".text": 2 * _MEGABYTE,
        ".md": 2 * _MEGABYTE,
        ".markdown": 2 * _MEGABYTE,
        ".html": 24 * _MEGABYTE,
        ".htm": 24 * _MEGABYTE,
        ".xhtml": 24 * _MEGABYTE,
        ".php": 24 * _MEGABYTE,
        ".docx": 24 * _MEGABYTE,
    }
)
"""The endings of files that can be imported, and the bytes that each may have."""

_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S)


def read_original(path: Path, citations: Citations, language: str) -> Original:
    """Return the blocks of a file and what it says of itself. `language` is the likely one.

    Raises:
        InputError: it cannot be read, is too large, or holds no text.
        UsageError: its kind needs a library that is not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        message = f"A file “{suffix or path.name}” cannot be imported."
        remedy = f"Known: {', '.join(SUFFIXES)}."
        raise InputError([Finding(Place(str(path)), "I001", message, remedy)])
    data = read_bytes(path, SUFFIXES[suffix])
    if suffix == ".docx":
        return read_word(data, str(path), citations)
    text, findings = decode(data, path)
    if suffix in (".html", ".htm", ".xhtml", ".php") or _PAGE.match(text):
        original = read_html(text, str(path), citations)
    elif suffix in (".md", ".markdown"):
        original = read_markdown(text, str(path), citations, language)
    else:
        original = read_text(text, str(path), citations, language)
    return replace(original, findings=(*findings, *original.findings))

"""Decodes bytes in any encoding, and removes the characters that no book can contain."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.words.characters import FORBIDDEN

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A page break, and Word's line break within a paragraph, end a line like any other.
_BREAKS = str.maketrans("\x0b\x0c", "\n\n")
# The first bytes of files that are not text, each with a remedy.
_MAGIC = (
    (b"%PDF", "a PDF", "Rename it to end in .pdf."),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)", "Save it as .docx."),
    (b"{\\rtf", "a rich text file (RTF)", "Rename it to end in .rtf."),
    (b"PK\x03\x04", "an archive", "Unpack it; a Word file must end in .docx, a book in .epub."),
    (b"\x89PNG", "a picture", "Import the text that goes with it."),
    (b"\xff\xd8\xff", "a picture", "Import the text that goes with it."),
    (b"\x7fELF", "a program", ""),
    (b"\x1f\x8b", "a compressed file", "Unpack it."),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s?=\s?["']?([\w-]{2,30})""", re.I)  # fmt: skip
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
# UTF-8 that was once read as Windows-1252 and saved again.
_MOJIBAKE = re.compile("â€[\x90-\x9f™œ˜“”¦¢]|Ã[\x80-\xbf©¨¡³±¼¶¤]|Â[\xa0©®°·]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.I)
# The largest share of characters that no book can contain in a file that is text.
_BROKEN = 0.02


def decode(data: bytes, path: Path) -> tuple[str, list[Finding]]:
    """Return the text of a file with newlines as its line ends, and findings on what was guessed.

    Raises:
        InputError: the bytes are not text (I001, I002).
    """
    place = Place(str(path))
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError([Finding(place, "I001", f"The file is {kind}.", remedy)])
    text, guessed = _decoded(data)
    findings = []
    if guessed:
        message = f"The file is not UTF-8; it was read as {guessed}."
        findings.append(_warning(place, "I006", message, "Check the text for wrong letters."))
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    text, mended = _repaired(text)
    if mended:
        message = "The file was once saved in a wrong encoding; its letters were repaired."
        findings.append(_warning(place, "I006", message, "Check the text for wrong letters."))
    kept, left_out = without_forbidden(text, place)
    return kept, [*findings, *left_out]


def without_forbidden(text: str, place: Place) -> tuple[str, list[Finding]]:
    """Return a text without the characters that no book can contain, and a warning if it had any.

    Raises:
        InputError: there are too many of them (I001), or no others (I002).
    """
    kept, count = FORBIDDEN.subn("", text)
    if count > max(_BROKEN * len(text), 20):
        raise InputError([Finding(place, "I001", "The file is not text.")])
    if not kept.strip():
        raise InputError([Finding(place, "I002", "The file contains no text.")])
    if not count:
        return kept, []
    message = f"Characters that no book can contain were left out: {count}."
    return kept, [_warning(place, "I007", message, "Check whether letters are missing.")]


def without_barred_references(text: str) -> str:
    """Return HTML without references to characters that no book can contain.

    Those from 128 to 159 mean Windows-1252, as in every browser (HTML 13.2.5.80).
    """
    return _REFERENCE.sub(_referred, text) if "&#" in text else text


def _referred(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    if 128 <= number <= 159:
        return bytes([number]).decode("cp1252", "ignore")
    barred = number > 0x10FFFF or number in range(0xD800, 0xE000) or FORBIDDEN.match(chr(number))
    return "" if barred else match[0]


def _warning(place: Place, code: str, message: str, remedy: str) -> Finding:
    return Finding(place, code, message, remedy, Severity.WARNING)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text, and the encoding's name if it was guessed."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ""
    try:
        if b"\0" not in data[:4096]:
            return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if encoding := _utf16_by_nulls(data[:4096]):
        return data.decode(encoding, "replace"), encoding.upper()
    if declared := _DECLARED.search(data[:4096]):
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name
            # What is declared as Latin 1 is Windows-1252, as in every browser (Encoding 4.2).
            if encoding not in _LATIN:
                return data.decode(encoding), ""
            return data.decode("cp1252", "surrogateescape"), ""
        except (LookupError, UnicodeError):
            pass
    # Its five undefined bytes are kept as control characters, which are counted as forbidden.
    return data.decode("cp1252", "surrogateescape"), "Windows-1252"


def _utf16_by_nulls(data: bytes) -> str:
    """Return the kind of UTF-16 that the places of null bytes suggest, or an empty string."""
    half = max(len(data) // 2, 1)
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if odd > 0.4 > even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 > odd else ""


def _undefined_byte(error: UnicodeError) -> tuple[bytes, int]:
    """Return a control character for a byte that Windows-1252 leaves undefined (error handler)."""
    if isinstance(error, UnicodeEncodeError):
        wrong = error.object[error.start : error.end]
        if all(ord(sign) < 256 for sign in wrong):
            return wrong.encode("latin-1"), error.end
    raise error


_HOLES = "guidepub-holes"
codecs.register_error(_HOLES, _undefined_byte)


def _repaired(text: str) -> tuple[str, bool]:
    if not _MOJIBAKE.search(text):
        return text, False
    try:
        return text.encode("cp1252", _HOLES).decode("utf-8"), True
    except UnicodeError:
        return text, False

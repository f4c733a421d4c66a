"""Plain text in XML, as `xml.sax.saxutils` writes it.

That module loads a client for HTTP, which takes longer than the other modules that print leaves.
"""

from __future__ import annotations

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTES = _IN_TEXT | str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Return a plain text as the content of an element; quotation marks stay as they are."""
    return text.translate(_IN_TEXT)


def quoteattr(text: str) -> str:
    """Return a plain text as the value of an attribute, with quotation marks around it."""
    value = text.translate(_IN_ATTRIBUTES)
    if '"' not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'

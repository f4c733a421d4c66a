"""Escapes words as Markdown that prints exactly those words."""

from __future__ import annotations

import re

from guidepub.markdown import printed_words
from guidepub.markdown.escaping import escaped, escaped_line

__all__ = [
    "LONGEST",
    "capitalized",
    "escaped",
    "escaped_line",
    "pieces",
    "plain_letters",
    "prints_words",
    "spaced",
    "verified_markdown",
]

# All white space except a single plain space, by far the most frequent.
_SPACES = re.compile(
    r"[\t\r\n\f\v\u00a0\u2007\u202f\u3000][ \t\r\n\f\v\u00a0\u2007\u202f\u3000]*"
    r"| [ \t\r\n\f\v\u00a0\u2007\u202f\u3000]+"
)
_WORD = re.compile(r"\w+|[*_`~\[\]<>|\\#]")

# Words that print as they are without any escaping.
_PLAIN = re.compile(r"[\w][\w ,.;?%$'’“”]*")

# Old-style figures and small capitals of expert fonts. Adobe's list of glyph names has them at the
# code of the Latin-1 character, from U+F700 on. Without this, a wage set in them has no digits.
_EXPERT = {
    0xF700 + code: chr(code)
    for code in (*b"!$&?0123456789abcdefghijklmnopqrstuvwxyz", 0xA1, 0xA2, 0xBF,
                 *range(0xE0, 0xF7), *range(0xF8, 0x100))
}  # fmt: skip
# Their raised and lowered characters next to figures.
_EXPERT |= dict(zip(range(0xF6DF, 0xF6E9), "¢¢,,$$--..", strict=True))
_LETTERS = _EXPERT | str.maketrans(
    {"\u00ad": "", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
     "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)  # fmt: skip

# A word in small letters, but not “iOS”, “e.g.” or “www.example.com”.
_SMALL_WORD = re.compile(r"[a-zà-öø-ÿ]+(?=[\s,’'])")
# The least words of a sentence, but one.
_FEWEST = 3
LONGEST = 9_000
"""The most characters of a paragraph before it is split; escaping may double them."""


def spaced(text: str) -> str:
    """Return a text with a single plain space between words."""
    return _SPACES.sub(" ", text).strip()


def plain_letters(text: str) -> str:
    """Return a text without typesetting: soft hyphens, ligatures, forms of expert fonts."""
    return text.translate(_LETTERS)


def is_plain(text: str) -> bool:
    """Return whether a text has no character that could be Markdown."""
    return _PLAIN.fullmatch(text) is not None


def prints_words(markdown: str, text: str) -> bool:
    """Return whether Markdown prints the words of a text, and no characters that the text lacks."""
    if markdown == text and is_plain(text):
        return True
    return _WORD.findall(printed_words(markdown)) == _WORD.findall(text)


def verified_markdown(markdown: str, text: str) -> str:
    """Return a paragraph's Markdown if it prints its words, or else the escaped words.

    Emphasis in places where Markdown cannot have it, or any other problem, loses the formatting
    but never a word.
    """
    return markdown if prints_words(markdown, text) else escaped_line(escaped(text))


def capitalized(words: str) -> str:
    """Return words with a capital at their beginning if they are a sentence in small letters.

    A sentence after a label, “Pay: welders earn …”, begins with one when the label becomes a heading.
    """
    is_sentence = words.rstrip(' *_”"').endswith((".", "!", "?")) and len(words.split()) > _FEWEST
    begins = _SMALL_WORD.match(words)
    return words[0].upper() + words[1:] if begins and is_sentence else words


def pieces(text: str) -> list[str]:
    """Return a text in pieces that are short enough for a paragraph, split between sentences."""
    parts = []
    while len(text) > LONGEST:
        cut = text.rfind(". ", LONGEST // 2, LONGEST) + 1
        if cut == 0:
            cut = max(text.rfind(" ", 1, LONGEST), 0) or LONGEST
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*parts, text]

"""Foreign words to Markdown that prints them as they are."""

from __future__ import annotations

import re

from guidepub.markdown import printed_words

# What means something to the Markdown of guides wherever it stands.
_SIGNS = re.compile(
    r"[\\`*<\[|]|\](?=\()|~(?=~)|(?<=[\w)\]])[~^]|\^(?=\[)|_(?=\W|_|$)|(?<![^\W_])_|=(?==)"
    r"|&(?=#?\w{1,31};)|\((?=(?:c|r|tm|p)\))|\+(?=-)|\$(?=[^$\n]{0,300}[\^_\\][^$\n]{0,300}\$|\$|[A-Za-z]\$)"
    r"|\{(?=[\w:.+-]{1,60}\}|:?[ ]{0,3}[#.A-Za-z])",
    re.I,
)
# What means something at the beginning of a line.
_BEGINNING = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:|~|=+\s*$|-{2,}(?:[ ]-{2,}){0,40}\s*$|\+[-=:+]{3,}\+"
    r"|!!! |\?\?\?\+? |\(\w[\w-]{0,80}\)=)"
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2007\u202f\u3000]+")
_WORD = re.compile(r"\w+|[*_`~\[\]<>|\\#]")

# Words that print as they are, which need not be tried.
_PLAIN = re.compile(r"[\w][\w ,.;?%$'’“”]*")

_LETTERS = str.maketrans(
    {"\u00ad": "", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
     "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)  # fmt: skip

LONGEST = 9_000
"""Characters beyond which a paragraph is split; escaping may double them."""


def spaced(text: str) -> str:
    """Return words with one plain space between them."""
    return _SPACES.sub(" ", text).strip()


def plain_letters(text: str) -> str:
    """Return a text without what only set it: soft hyphens, and letters drawn as one (ligatures)."""
    return text.translate(_LETTERS)


def escaped(text: str) -> str:
    """Return words as Markdown for within a line."""
    return _SIGNS.sub(lambda match: f"\\{match[0]}", text)


def escaped_line(markdown: str) -> str:
    """Return Markdown of a line with its beginning kept from meaning a list, a heading or so."""
    if _BEGINNING.match(markdown):
        return f"\\{markdown}"
    return _NUMBERED.sub(r"\1\\\2", markdown, count=1) if _NUMBERED.match(markdown) else markdown


def says(markdown: str, text: str) -> bool:
    """Tell whether Markdown prints the words of a text and no other signs than its own."""
    if markdown == text and _PLAIN.fullmatch(text):
        return True
    return _WORD.findall(printed_words(markdown)) == _WORD.findall(text)


def faithful(markdown: str, text: str) -> str:
    """Return a paragraph's Markdown if it prints its words, or else the words without marks.

    Emphasis that the original puts where Markdown cannot, and whatever else goes wrong, costs
    the marks and never a word.
    """
    return markdown if says(markdown, text) else escaped_line(escaped(text))


def pieces(text: str) -> list[str]:
    """Return a text in pieces that are short enough for a paragraph, parted at sentences."""
    parts = []
    while len(text) > LONGEST:
        cut = text.rfind(". ", LONGEST // 2, LONGEST) + 1
        if cut == 0:
            cut = max(text.rfind(" ", 1, LONGEST), 0) or LONGEST
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*parts, text]
